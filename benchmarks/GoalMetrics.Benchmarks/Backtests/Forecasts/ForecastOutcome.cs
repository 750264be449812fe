using GoalMetrics.Statistics;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>How far the forecasts of a method were off, how often its intervals held, and what they took.</summary>
internal sealed class ForecastOutcome(int season)
{
    private readonly IntervalCoverage _coverage = new();
    private double _percentages;
    private double _scaled;
    private double _seconds;
    private int _count;
    private bool _hasIntervals;

    /// <summary>Makes all forecasts, and takes the processor time.</summary>
    public List<T> Time<T>(Func<List<T>> forecasts)
    {
        var before = Environment.CpuUsage.TotalTime;
        var made = forecasts();
        _seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return made;
    }

    /// <summary>Counts a forecast with intervals.</summary>
    public void Add(CompetitionSeries series, Forecast forecast)
    {
        Add(series, [.. forecast.Points]);
        _coverage.Add(forecast, series.Ahead);
        _hasIntervals = true;
    }

    /// <summary>Counts a forecast without intervals.</summary>
    public void Add(CompetitionSeries series, double[] points)
    {
        var accuracy = ForecastAccuracy.Of(series.Ahead, points, series.Known, season);
        _percentages += 100d * accuracy.SymmetricPercentageError.Value;
        _scaled += accuracy.MeanAbsoluteScaledError.ValueOrNull ?? 0d;
        _count++;
    }

    /// <summary>A row of the table.</summary>
    public FormattableString Row(string series, string method)
    {
        FormattableString none = $"–";
        var (points, sums) = _hasIntervals ? (_coverage.Points, _coverage.Sums) : (none, none);
        var (percentage, scaled, each) = (_percentages / _count, _scaled / _count, 1_000d * _seconds / _count);
        return $"| {series} | {method} | {percentage:F2} | {scaled:F3} | {points} | {sums} | {each:F1} |";
    }
}
