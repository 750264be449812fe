using GoalMetrics.Statistics;

namespace GoalMetrics;

// How sure a share of counts is, such as a conversion rate.
public sealed partial class MetricRow
{
    /// <summary>
    /// Wilson's score interval of a measure that is a share of counts: <c>row.Interval(conversion)</c> is 3.5 % [2.6 %; 4.7 %], with the
    /// number of visits it rests on as its <see cref="Statistics.Interval.N"/>.
    /// </summary>
    /// <remarks>
    /// Shares of counts are a count divided by another of the same time, the first a part of the second; one minus that, as
    /// <see cref="Marketing.CartAbandonmentRate"/> is; and a <see cref="GoalMetrics.Measure.ShareOf(string, string?)"/> of a count.
    /// </remarks>
    /// <param name="measure">A measure of the query that is a share of counts.</param>
    /// <param name="level">The level, between 0 and 1. Defaults to 0.95.</param>
    /// <returns>
    /// The interval; undefined where the value is, or where the counts are not a part and its whole
    /// (<see cref="UndefinedReason.OutOfDomain"/>).
    /// </returns>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The measure is not a share of counts.</exception>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public Interval Interval(Measure measure, double level = 0.95) => SharesOf(measure).In(_window, _line.Reading).Interval(level);

    /// <summary>
    /// Whether a share of counts changed by more than noise since the earlier period: the difference with its interval, and a test.
    /// </summary>
    /// <param name="measure">A measure of the query that is a share of counts.</param>
    /// <param name="comparison">A comparison of the query.</param>
    /// <param name="level">The level of the interval, between 0 and 1. Defaults to 0.95.</param>
    /// <returns>
    /// The evidence; undefined wherever <see cref="Change"/> is, a side has no trials, or both rest on the same facts, as rolling months a
    /// week apart do.
    /// </returns>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">
    /// The measure is not a share of counts, or the query did not ask for the comparison.
    /// </exception>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public ShareComparison Evidence(Measure measure, PeriodComparison comparison, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var shares = SharesOf(measure);
        var earlier = Range.EarlierIndex(_window, comparison);
        var now = shares.In(_window, _line.Reading);
        if (!Range.Has(earlier) || !IsComparable(measure, comparison))
        {
            return new(new(UndefinedReason.InsufficientData, measure.Id), now, level);
        }

        if (SharesTime(Node(measure), earlier))
        {
            return new(new(UndefinedReason.InsufficientData, Causes.SharedFacts), now, level);
        }

        return new(shares.In(earlier, _line.Reading), now, level);
    }

    /// <summary>
    /// Whether a share of counts differs by more than noise from that of another row, such as Denmark's from Sweden's. Rows share no
    /// observations: a row is not compared with the total that it is part of.
    /// </summary>
    /// <param name="other">The row that is compared with.</param>
    /// <param name="measure">A measure of the query that is a share of counts.</param>
    /// <param name="level">The level of the interval, between 0 and 1. Defaults to 0.95.</param>
    /// <exception cref="KeyNotFoundException">The query of a row did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The measure is not a share of counts.</exception>
    /// <exception cref="ArgumentException">
    /// The level is not between 0 and 1, or the rows of one table rest on the same facts: a member and its total, a month and its year, two
    /// members' shares of one whole.
    /// </exception>
    public ShareComparison EvidenceAgainst(MetricRow other, Measure measure, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (before, shares) = (other.SharesOf(measure), SharesOf(measure));
        if (SharesFacts(other, measure))
        {
            throw new ArgumentException(
                $"The rows of {Named()} and of {other.Named()} rest on the same facts of '{measure.Id}', so no test of two samples says"
                + " anything of them."
                + " Compare with another member or another period, or with the rest: all other members, by a filter of their own.",
                nameof(other));
        }

        return new(before.In(other._window, other._line.Reading), shares.In(_window, _line.Reading), level);
    }

    // Of one table: whether one is a part of the other, in time and by its members. Shares of one whole rest on all of it.
    private bool SharesFacts(MetricRow other, Measure measure)
    {
        if (!ReferenceEquals(_line.Compiled, other._line.Compiled) || !Overlaps(other, Node(measure)))
        {
            return false;
        }

        var dimension = _line.Compiled.ShareOf(_line.Compiled.IndexOf(measure))!.Dimension;
        return _line.Dimensions.Zip(Members, other.Members)
            .All(each => each.First == dimension || (each.Second == each.Third && IsRest == other.IsRest));
    }

    // By the periods, where a measure is about several times.
    private bool Overlaps(MetricRow other, MeasureNode node)
    {
        var areKnown = node.Times(_window) is not null && node.Times(other._window) is not null;
        if (areKnown)
        {
            return SharesTime(node, other._window);
        }

        return Period.Start < other.Period.End && other.Period.Start < Period.End;
    }

    private string Named()
    {
        if (Members.Count == 0)
        {
            return $"all members in {Period}";
        }

        return $"{Shown.List(Members.Select(Shown.Quote))} in {Period}";
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
        if (_line.Compiled.ShareOf(index) is not { } form)
        {
            throw new InvalidOperationException(
                $"'{measure.Id}' is not a share of counts, so a single value of it has no interval: it is neither a / b nor 1 - a / b of"
                + " two counts of the same time, the first a part of the second, nor ShareOf a count. For a mean, give its values to"
                + " Mean.Interval; to find changes beyond noise in a series, use SignalReport.");
        }

        return new(measure, _line.Compiled.Node(index), form);
    }
}
