using GoalMetrics.Statistics;

namespace GoalMetrics;

// A series that a projection is made of: the measure itself, or the numerator or denominator of a ratio.
internal sealed class ProjectedPart(MeasureHistory history, Measure measure, Func<HistoryPoint, Quantity?> valueOf)
{
    private readonly bool _adds = measure.Additivity == Additivity.Additive;

    // What is known of a period of conversions grows until their windows have closed.
    private readonly bool _grows = measure.Metrics.Any(metric => metric.Conversion is not null);

    public bool AddsUp => _adds;

    // The final value of a point; null where there is none.
    public double? Final(HistoryPoint point) => point.IsSettled ? (double?)(valueOf(point)?.AmountOrNull) : null;

    // What is known of the value, whether or not it is final.
    public double? Known(HistoryPoint point) => (double?)(valueOf(point)?.AmountOrNull);

    // The series between two points, gaps filled.
    public IReadOnlyList<double> Series(int first, int last, int season) =>
        SeriesGaps.Filled([.. history.Points.Skip(first).Take(last - first + 1).Select(Final)], season);

    // A forecast of a period of which a part is known already: that part, and as much of the forecast as there is time left.
    public double WithKnown(double forecast, HistoryPoint? point)
    {
        if (!_adds || point is null || Known(point) is not { } known)
        {
            return forecast;
        }

        if (_grows)
        {
            return Math.Max(known, forecast);
        }

        var until = history.KnownUntil ?? history.AsOf;
        return known + ((1d - (double)point.Period.ElapsedWeightedShare(until)) * forecast);
    }
}
