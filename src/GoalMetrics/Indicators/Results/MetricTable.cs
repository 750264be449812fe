using System.Collections;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// The answer to a <see cref="Query"/>: a row per period and combination of members, periods without facts included, and totals
/// computed from the facts, never from the rows. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<MetricTable>))]
public sealed partial class MetricTable : IReadOnlyList<MetricRow>
{
    private readonly Query _query;
    private readonly IReadOnlyList<MetricRow> _periodTotals;
    private readonly IReadOnlyList<MetricRow> _memberTotals;
    private readonly Func<IReadOnlyList<Finding>>? _findings;

    internal MetricTable(
        Query query,
        IReadOnlyList<MetricRow> rows,
        IReadOnlyList<MetricRow> subtotals,
        IReadOnlyList<MetricRow> periodTotals,
        IReadOnlyList<MetricRow> memberTotals,
        MetricRow total,
        IReadOnlyList<MetricQuality> quality,
        Func<IReadOnlyList<Finding>>? findings)
    {
        _query = query;
        Rows = Copies.Guarded(rows);
        Subtotals = Copies.Guarded(subtotals);
        Total = total;
        Quality = quality;
        _findings = findings;
        _periodTotals = periodTotals;
        _memberTotals = memberTotals;
    }

    /// <summary>The measures of the query, in the order they were asked for.</summary>
    public IReadOnlyList<Measure> Measures => _query.Measures;

    /// <summary>The dimensions, in the order of the rows' members.</summary>
    public IReadOnlyList<string> Dimensions => _query.Dimensions;

    /// <summary>
    /// The rows, by period. Within a period they are ordered as the query asks, or by default by member: in the order that the dimension
    /// states, numbers by size, other texts in ordinal order, and null last. The rest that <see cref="Query.Top"/> leaves out always comes
    /// last.
    /// </summary>
    public IReadOnlyList<MetricRow> Rows { get; }

    /// <summary>
    /// The rows by the first dimension alone, by the first two and so on, period by period. Empty unless the query asks for them with
    /// <see cref="Query.WithSubtotals"/>.
    /// </summary>
    public IReadOnlyList<MetricRow> Subtotals { get; }

    /// <summary>The values over the whole range and all members.</summary>
    public MetricRow Total { get; }

    /// <summary>
    /// Findings about the query, such as a filter that names a member which does not occur in the data, or a table whose data end early.
    /// </summary>
    /// <remarks>
    /// They are found when they are first read, from what the query read: facts that come in later change nothing. Safe with several
    /// threads, as each finds the same.
    /// </remarks>
    public IReadOnlyList<Finding> Findings => field ??= _findings?.Invoke() ?? [];

    /// <summary>The number of rows.</summary>
    public int Count => Rows.Count;

    /// <summary>How many rows there are, and of what: <c>24 rows of orders, conversion-rate by market</c>.</summary>
    public override string ToString()
    {
        var by = Dimensions.Count == 0 ? "" : $" by {string.Join(", ", Dimensions)}";
        return $"{Shown.Number(Count, "row")} of {string.Join(", ", Measures.Select(measure => measure.Id))}{by}";
    }

    internal IReadOnlyList<MetricQuality> Quality { get; }

    // Each made on first use. Safe with several threads, as each makes the same.
    private Dictionary<(ReportingPeriod Period, MemberKey Members), MetricRow> RowsByKey =>
        field ??= Rows.Concat(Subtotals).ToDictionary(row => (row.Period, row.Key));

    private Dictionary<ReportingPeriod, MetricRow> TotalsByPeriod => field ??= _periodTotals.ToDictionary(row => row.Period);

    private Dictionary<MemberKey, MetricRow> TotalsByMember => field ??= _memberTotals.ToDictionary(row => row.Key);

    /// <summary>The row at an index.</summary>
    public MetricRow this[int index] => Rows[index];

    /// <summary>The value in a period, over all members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[ReportingPeriod period, Measure measure] => TotalOf(period)[measure];

    /// <summary>The value of a member in a period, for a query by one dimension.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[ReportingPeriod period, string? member, Measure measure] => Row(period, member)[measure];

    /// <summary>The value of a member over the whole range, for a query by one dimension.</summary>
    /// <remarks>A literal null would be ambiguous here: <c>MemberTotal(null)[measure]</c> is the value of the null member.</remarks>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[string? member, Measure measure] => MemberTotal(member)[measure];

    /// <summary>The interval of a share of counts in one of the table's rows.</summary>
    /// <inheritdoc cref="MetricRow.Interval"/>
    /// <param name="row">One of the rows, subtotals or totals of this table.</param>
    /// <param name="measure">A measure of the query that is a share of counts.</param>
    /// <param name="level">The level, between 0 and 1. Defaults to 0.95.</param>
    /// <exception cref="ArgumentException">The row is of another table, or the level is not between 0 and 1.</exception>
    public Statistics.Interval Interval(MetricRow row, Measure measure, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.IsOf(_query))
        {
            throw new ArgumentException("The row is of another table. Ask the row itself, or its own table.", nameof(row));
        }

        return row.Interval(measure, level);
    }

    /// <summary>The measure of the query with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest.</exception>
    public Measure Measure(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Measures.FirstOrDefault(measure => measure.Id == id) is { } found)
        {
            return found;
        }

        var ids = Measures.Select(measure => measure.Id).ToList();
        throw new KeyNotFoundException(
            $"The query did not ask for {Shown.Quote(id)}; it asked for {Shown.List(ids)}.{Nearest.Hint(id, ids)}");
    }

    /// <summary>
    /// The quality of the data behind a measure, metric by metric: numbers of facts, nulls and refused rows, coverage and freshness.
    /// </summary>
    /// <remarks>It is about the query's range; a measure over time may read facts from outside it.</remarks>
    /// <exception cref="InvalidOperationException">The query did not ask for it with <see cref="Query.WithDataQuality"/>.</exception>
    public IReadOnlyList<MetricQuality> QualityOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (!_query.HasQuality)
        {
            throw new InvalidOperationException("The query did not ask for data quality: add WithDataQuality() to it.");
        }

        return [.. Quality.Where(quality => measure.Metrics.Any(metric => IsSame(metric, quality.Metric)))];
    }

    /// <summary>Goes through the rows, in order.</summary>
    public IEnumerator<MetricRow> GetEnumerator() => Rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The row of a period and one member of each dimension; of the first dimensions only for subtotals.</summary>
    /// <param name="period">The period.</param>
    /// <param name="members">The members, in the order of <see cref="Dimensions"/>. A lone null is the null member.</param>
    /// <exception cref="ArgumentException">There are more or fewer members than the table has dimensions.</exception>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow Row(ReportingPeriod period, params string?[] members)
    {
        ArgumentNullException.ThrowIfNull(period);
        var key = KeyOf(members);
        if (!RowsByKey.TryGetValue((period, key), out var row))
        {
            throw Missing(period, key);
        }

        return row;
    }

    /// <summary>The row of a period over all members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow TotalOf(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (!TotalsByPeriod.TryGetValue(period, out var row))
        {
            throw Missing(period, default);
        }

        return row;
    }

    /// <summary>The row of one member of each dimension over the whole range; of the first dimensions only for subtotals.</summary>
    /// <param name="members">The members, in the order of <see cref="Dimensions"/>. A lone null is the null member.</param>
    /// <exception cref="ArgumentException">There are more or fewer members than the table has dimensions.</exception>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow MemberTotal(params string?[] members)
    {
        var key = KeyOf(members);
        if (!TotalsByMember.TryGetValue(key, out var row))
        {
            throw Missing(null, key);
        }

        return row;
    }

    private static bool IsSame(Metric metric, Metric other) => metric.Id == other.Id && metric.Computation.Equals(other.Computation);

    // A lone null is the null member, not a missing list.
    private MemberKey KeyOf(string?[]? members)
    {
        members ??= [null];
        var isSubtotal = _query.HasSubtotals && members.Length > 0 && members.Length < Dimensions.Count;
        if (members.Length == Dimensions.Count || isSubtotal)
        {
            return new([.. members]);
        }

        var expected = Shown.List(Dimensions, ifNone: "none");
        throw new ArgumentException(
            $"Expected a member of each dimension ({expected}), in that order; found {members.Length}.", nameof(members));
    }

    private string Hint(ReportingPeriod period)
    {
        var calendar = TotalsByPeriod.Keys.First().Calendar;
        if (period.Calendar != calendar)
        {
            return $" It is a period of the calendar {period.Calendar}; the table's calendar is {calendar}.";
        }

        var hasPart = TotalsByPeriod.Keys.Any(known => known.IsPartial && known.Whole.Equals(period));
        if (hasPart)
        {
            return " Only a part of it is in the range: state the range with Between, or widen it with WidenedToWholePeriods.";
        }

        return "";
    }

    private KeyNotFoundException Missing(ReportingPeriod? period, MemberKey members)
    {
        if (period is not null && !TotalsByPeriod.ContainsKey(period))
        {
            return new(
                $"The table has no period {period}; it has {Shown.List(TotalsByPeriod.Keys.Select(p => p.ToString()))}.{Hint(period)}");
        }

        if (period is not null && TotalsByMember.ContainsKey(members) && _query.LeavesOutRows)
        {
            return new($"The row for {members} in {period} was left out: it does not meet the query's Having.");
        }

        var known = TotalsByMember.Keys.Select(key => key.ToString()).ToList();
        var nearest = Nearest.Of(members.ToString(), known);
        var rows = Shown.List(known, ifNone: "none");
        var hint = nearest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", nearest)}?";
        return new($"The table has no row for {members}; it has {rows}.{hint}");
    }
}
