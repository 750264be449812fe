namespace GoalMetrics.Statistics;

// The line of least squares. A future has errors about a line that is itself uncertain: two further surprises turn and lift it.
internal sealed class LinearTrendModel : ForecastModel
{
    private readonly Line _line;
    private readonly int _count;
    private readonly double _sigma;

    public LinearTrendModel(double[] values)
    {
        _line = new(values);
        _count = values.Length;
        var squares = 0d;
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - _line.At(i)) * (values[i] - _line.At(i));
        }

        DegreesOfFreedom = Math.Max(0, _count - 2);
        _sigma = Spread(squares, DegreesOfFreedom);
    }

    public override int DegreesOfFreedom { get; }

    public override double[] Points(int horizon) => [.. Enumerable.Range(0, horizon).Select(step => _line.At(_count + step))];

    /// <summary>Half the width of the prediction interval: <c>t s √(1 + 1/n + (x − x̄)² / Σ (x − x̄)²)</c>.</summary>
    public double HalfWidth(int step, double level)
    {
        var distance = _count + step - 1 - ((_count - 1) / 2d);
        var error = _sigma * Math.Sqrt(1d + (1d / _count) + (distance * distance / _line.Squares));
        return StudentT.ForLevel(level, DegreesOfFreedom) * error;
    }

    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        var sigma = scale * _sigma;
        var lift = surprises[path.Length] * sigma / Math.Sqrt(_count);
        var turn = surprises[path.Length + 1] * sigma / Math.Sqrt(_line.Squares);
        for (var step = 0; step < path.Length; step++)
        {
            var distance = _count + step - ((_count - 1) / 2d);
            path[step] = _line.At(_count + step) + lift + (turn * distance) + (surprises[step] * sigma);
        }
    }
}
