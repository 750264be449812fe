namespace GoalMetrics;

// The terms amount · e^(−time · s) of flows, and their sum with its derivatives at a point.
internal sealed class FlowTerms
{
    private readonly double[] _times;
    private readonly double[] _amounts;

    public FlowTerms(IReadOnlyList<TimedFlow> flows)
    {
        _times = [.. flows.Select(flow => flow.Time - flows[0].Time)];
        _amounts = [.. flows.Select(flow => (double)flow.Amount)];
        SignChanges = flows.Zip(flows.Skip(1)).Count(pair => decimal.Sign(pair.First.Amount) != decimal.Sign(pair.Second.Amount));
    }

    public int SignChanges { get; }

    // Above the higher bound the first flow outweighs all others together, below the lower one the last flow does.
    public (double Low, double High) Bounds()
    {
        double low = -1d, high = 1d;
        while (IsOutweighed(0, high))
        {
            high *= 2d;
        }

        while (IsOutweighed(_times.Length - 1, low))
        {
            low *= 2d;
        }

        return (low, high);
    }

    // Times e^(pivot · s), with the pivot where the terms weigh alike: from there the value varies least.
    public FlowShape ShapeAt(double s, double half = 0d) => ShapeAt(s, half, MeanTime(s));

    // The value and slope at a point, and how far the curvature may reach in half an interval on either side.
    public FlowShape ShapeAt(double s, double half, double pivot)
    {
        var largest = Largest(s);
        double value = 0d, slope = 0d, size = 0d, most = 0d, up = 0d, down = 0d;
        for (var i = 0; i < _times.Length; i++)
        {
            var exponent = (-_times[i] * s) - largest;
            var amount = _amounts[i] * Math.Exp(exponent);
            var distance = pivot - _times[i];
            value += amount;
            slope += amount * distance;
            size += Math.Abs(amount);
            if (half > 0d)
            {
                // Exponents are added, not powers multiplied: nothing times infinity is no number.
                var (curvature, stretch) = (Math.Abs(_amounts[i]) * distance * distance, Math.Abs(distance) * half);
                var (least, greatest) = (curvature * Math.Exp(exponent - stretch), curvature * Math.Exp(exponent + stretch));
                most += greatest;
                up += amount > 0d ? least : -greatest;
                down += amount < 0d ? least : -greatest;
            }
        }

        return new(pivot, value, slope, size, most, up > 0d, down > 0d);
    }

    private bool IsOutweighed(int place, double s)
    {
        var others = 0d;
        for (var i = 0; i < _times.Length; i++)
        {
            others += i == place ? 0d : Math.Abs(_amounts[i]) * Math.Exp((_times[place] - _times[i]) * s);
        }

        return others >= Math.Abs(_amounts[place]);
    }

    private double MeanTime(double s)
    {
        var largest = Largest(s);
        double weights = 0d, times = 0d;
        for (var i = 0; i < _times.Length; i++)
        {
            var weight = Math.Abs(_amounts[i]) * Math.Exp((-_times[i] * s) - largest);
            weights += weight;
            times += weight * _times[i];
        }

        return times / weights;
    }

    private double Largest(double s) => Math.Max(-_times[0] * s, -_times[^1] * s);
}
