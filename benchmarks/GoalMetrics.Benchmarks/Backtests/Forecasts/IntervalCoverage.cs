using GoalMetrics.Statistics;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>Counts how often intervals of 80 % and 95 % hold what came: of points, and of the sum over all steps.</summary>
internal sealed class IntervalCoverage
{
    private static readonly double[] Levels = [0.8, 0.95];

    private readonly int[] _points = new int[Levels.Length];
    private readonly int[] _sums = new int[Levels.Length];
    private int _steps;
    private int _series;

    /// <summary>Counts a series by its forecast, and what came.</summary>
    public void Add(Forecast forecast, double[] actual) =>
        Add(forecast.PointInterval, level => forecast.SumInterval(level: level), actual, actual.Sum());

    /// <summary>Counts a series: the intervals of each step and of the sum, and what came.</summary>
    public void Add(Func<int, double, Interval> ofPoint, Func<double, Interval> ofSum, IReadOnlyList<double> actual, double actualSum)
    {
        _series++;
        for (var level = 0; level < Levels.Length; level++)
        {
            _sums[level] += Holds(ofSum(Levels[level]), actualSum) ? 1 : 0;
        }

        for (var step = 0; step < actual.Count; step++)
        {
            // A ratio of nothing, or none forecast.
            if (!double.IsFinite(actual[step]) || !ofPoint(step + 1, Levels[0]).IsDefined)
            {
                continue;
            }

            _steps++;
            for (var level = 0; level < Levels.Length; level++)
            {
                _points[level] += Holds(ofPoint(step + 1, Levels[level]), actual[step]) ? 1 : 0;
            }
        }
    }

    /// <summary>As <c>83 %, 96 %</c>.</summary>
    public FormattableString Points => $"{(double)_points[0] / _steps:P0}, {(double)_points[1] / _steps:P0}";

    /// <summary>As <see cref="Points"/>, of sums.</summary>
    public FormattableString Sums => $"{(double)_sums[0] / _series:P0}, {(double)_sums[1] / _series:P0}";

    // What is equal but for its last digits lies inside.
    private static bool Holds(Interval interval, double value)
    {
        if (!interval.IsDefined)
        {
            return false;
        }

        var slack = 1e-9 * (1d + Math.Abs(value));
        return value >= interval.Lower - slack && value <= interval.Upper + slack;
    }
}
