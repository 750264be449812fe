using GoalMetrics.Statistics;

namespace GoalMetrics;

// A series that a projection is made of: the measure itself, or the numerator or denominator of a ratio.
internal sealed class ProjectedPart(MeasureHistory history, Measure measure, Func<HistoryPoint, Quantity?> valueOf)
{
    private readonly bool _adds = measure.Additivity == Additivity.Additive;

    // What is known of a period of conversions grows until their windows have closed, and says nothing about how much is left.
    private readonly bool _grows = measure.Metrics.Any(metric => metric.Conversion is not null);

    public bool AddsUp => _adds;

    // The final value of a point; null where there is none.
    public double? Final(HistoryPoint point) => point.IsSettled ? (double?)(valueOf(point)?.AmountOrNull) : null;

    // What is known of the value, whether or not it is final.
    public double? Known(HistoryPoint point) => (double?)(valueOf(point)?.AmountOrNull);

    // The series of what was learnt, gaps filled.
    public IReadOnlyList<double> Series(IReadOnlyList<HistoryPoint> learnt, SeriesPlaces places, int season) =>
        SeriesGaps.Filled(places.Placed([.. learnt.Select(Final)]), season);

    // What is known of a period ahead, and how much of a forecast of it is left.
    public KnownShare KnownOf(HistoryPoint? point)
    {
        if (!_adds || point is null || Known(point) is not { } known)
        {
            return KnownShare.Nothing;
        }

        var until = history.KnownUntil ?? history.AsOf;
        return _grows ? new(0d, 1d, known) : new(known, 1d - (double)point.Period.ElapsedWeightedShare(until), double.NegativeInfinity);
    }
}
