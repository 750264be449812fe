using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics;

// How sure a share of counts is, such as a conversion rate.
public sealed partial class MetricRow
{
    /// <summary>
    /// Wilson's score interval of a measure that is a share of counts: <c>row.Interval(conversion)</c> is 3.5 % [2.6 %; 4.7 %], with the
    /// number of visits it rests on as its <see cref="Statistics.Interval.N"/>.
    /// </summary>
    /// <param name="measure">A measure of the query: a ratio of two counts, the first of which is a part of the second.</param>
    /// <param name="level">The level, between 0 and 1. Defaults to 0.95.</param>
    /// <returns>
    /// The interval; undefined where the value is, or where the counts are not a part and its whole
    /// (<see cref="UndefinedReason.OutOfDomain"/>).
    /// </returns>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The measure is not a ratio of two counts.</exception>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public Interval Interval(Measure measure, double level = 0.95) => SharesOf(measure).In(_window, _line.Reading).Interval(level);

    /// <summary>
    /// Whether a share of counts changed by more than noise since the earlier period: the difference with its interval, and a test.
    /// </summary>
    /// <param name="measure">A measure of the query: a ratio of two counts, the first of which is a part of the second.</param>
    /// <param name="comparison">A comparison of the query.</param>
    /// <param name="level">The level of the interval, between 0 and 1. Defaults to 0.95.</param>
    /// <returns>
    /// The evidence; undefined wherever <see cref="Change"/> is, a side has no trials, or both rest on the same facts, as rolling months a
    /// week apart do.
    /// </returns>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">
    /// The measure is not a ratio of two counts, or the query did not ask for the comparison.
    /// </exception>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public ShareComparison Evidence(Measure measure, PeriodComparison comparison, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var shares = SharesOf(measure);
        var earlier = Range.EarlierIndex(_window, comparison);
        var isKnown = Range.Has(earlier) && IsComparable(measure, comparison) && !SharesTime(Node(measure), earlier);
        var before = isKnown ? shares.In(earlier, _line.Reading) : new(UndefinedReason.InsufficientData, measure.Id);
        return new(before, shares.In(_window, _line.Reading), level);
    }

    /// <summary>
    /// Whether a share of counts differs by more than noise from that of another row, such as Denmark's from Sweden's. Rows share no
    /// observations; a row and the total that it is part of do, and are not to be compared.
    /// </summary>
    /// <param name="other">The row that is compared with.</param>
    /// <param name="measure">A measure of the query: a ratio of two counts, the first of which is a part of the second.</param>
    /// <param name="level">The level of the interval, between 0 and 1. Defaults to 0.95.</param>
    /// <exception cref="KeyNotFoundException">The query of a row did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The measure is not a ratio of two counts.</exception>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public ShareComparison EvidenceAgainst(MetricRow other, Measure measure, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(other);
        var before = other.SharesOf(measure).In(other._window, other._line.Reading);
        return new(before, SharesOf(measure).In(_window, _line.Reading), level);
    }

    // Two rolling months a week apart rest on mostly the same facts, of which no test of two samples says anything.
    private bool SharesTime(MeasureNode node, int earlier) =>
        node.Times(_window) is { } now
        && node.Times(earlier) is { } then
        && now.Any(time => then.Any(other => time.Start < other.End && other.Start < time.End));

    internal bool IsOf(Query query) => ReferenceEquals(_line.Compiled.Query, query);

    private ShareReader SharesOf(Measure measure)
    {
        var index = _line.Compiled.IndexOf(measure);
        var ratio = _line.Compiled.RatioOf(index);
        if (ratio is not { Factor: 1d, Numerator.Unit.Kind: UnitKind.Count, Denominator.Unit.Kind: UnitKind.Count })
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{measure.Id}' is not a ratio of two counts, so a single value of it has no interval. To find changes beyond noise in a"
                + $" series of its values, use SignalReport."));
        }

        return new(measure, _line.Compiled.Node(index), ratio);
    }
}
