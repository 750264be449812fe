using GoalMetrics.Statistics;

namespace GoalMetrics;

/// <summary>
/// Whether values keep to a level, as limits suppose: the trend of Mann and Kendall, and where Sen's line begins and ends. Long series are
/// tested by means of neighbours, as the test looks at every pair.
/// </summary>
internal sealed class SignalTrend
{
    private const int MostMeans = 200;

    private SignalTrend(double from, double to) => (From, To) = (from, to);

    public double From { get; }

    public double To { get; }

    // Null where there is no trend beyond chance, at 95 %, or where its line is level: most values are the same then.
    public static SignalTrend? Of(double[] values)
    {
        var length = (values.Length + MostMeans - 1) / MostMeans;
        double[] means = [.. values.Chunk(Math.Max(1, length)).Select(chunk => chunk.Average())];
        var trend = Trend.MannKendall(means);
        if (trend.Slope is not { IsDefined: true, Estimate: not 0d } || !trend.Test.PValue.IsDefined || !trend.Test.IsSignificant())
        {
            return null;
        }

        var (middle, half) = (Sample.Median(means).Value, trend.Slope.Estimate * (means.Length - 1) / 2d);
        return new(middle - half, middle + half);
    }
}
