using GoalMetrics.Statistics;

namespace GoalMetrics;

// Days ahead on which nothing will come, as on some of those before: as many, on unknown days. A ratio is as usual on the others.
internal sealed class ClosuresAhead(ProjectedParts parts, long seed)
{
    private readonly double _share = parts.AreRatio ? 0d : parts.All[0].ClosedShare;
    private readonly double _fixed = parts.All[0].FixedAmount;

    public double[] Expected(double[] forecast)
    {
        if (_share == 0d)
        {
            return forecast;
        }

        return [.. forecast.Select(value => value - (_share * (value - _fixed)))];
    }

    // The days of one future.
    public double[] Drawn(double[] path, int number)
    {
        if (_share == 0d)
        {
            return path;
        }

        var random = new RandomNumbers(unchecked((ulong)(seed + number)));
        return [.. path.Select(value => random.Uniform() < _share ? _fixed : value)];
    }
}
