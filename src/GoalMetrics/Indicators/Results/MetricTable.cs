using System.Collections;

namespace GoalMetrics;

/// <summary>
/// The answer to a <see cref="Query"/>: a row per period and combination of members, periods without facts included, and totals
/// computed from the facts, never from the rows (S3.3). Immutable.
/// </summary>
public sealed partial class MetricTable : IReadOnlyList<MetricRow>
{
    private readonly Query _query;
    private readonly Lazy<Dictionary<(ReportingPeriod Period, MemberKey Members), MetricRow>> _rows;
    private readonly Lazy<Dictionary<ReportingPeriod, MetricRow>> _periodTotals;
    private readonly Lazy<Dictionary<MemberKey, MetricRow>> _memberTotals;

    internal MetricTable(
        Query query,
        IReadOnlyList<MetricRow> rows,
        IReadOnlyList<MetricRow> subtotals,
        IReadOnlyList<MetricRow> periodTotals,
        IReadOnlyList<MetricRow> memberTotals,
        MetricRow total,
        IReadOnlyList<MetricQuality> quality,
        IReadOnlyList<Finding> findings)
    {
        _query = query;
        Rows = rows;
        Subtotals = subtotals;
        Total = total;
        Quality = quality;
        Findings = findings;
        _rows = new(() => rows.Concat(subtotals).ToDictionary(row => (row.Period, row.Key)));
        _periodTotals = new(() => periodTotals.ToDictionary(row => row.Period));
        _memberTotals = new(() => memberTotals.ToDictionary(row => row.Key));
    }

    /// <summary>The measures of the query, in its order.</summary>
    public IReadOnlyList<Measure> Measures => _query.Measures;

    /// <summary>The dimensions, in the order of the rows' members.</summary>
    public IReadOnlyList<string> Dimensions => _query.Dimensions;

    /// <summary>The rows: by period, then as the query orders them, else by members in ordinal order, null last, and the rest after all.</summary>
    public IReadOnlyList<MetricRow> Rows { get; }

    /// <summary>The rows of the first dimension alone, the first two and so on, period by period; none unless the query has <see cref="Query.WithSubtotals"/>.</summary>
    public IReadOnlyList<MetricRow> Subtotals { get; }

    /// <summary>The values over the whole range and all members.</summary>
    public MetricRow Total { get; }

    /// <summary>What the query's maker should know, such as a member in a filter that no fact has.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Rows.Count;

    internal IReadOnlyList<MetricQuality> Quality { get; }

    /// <summary>A row by its place.</summary>
    public MetricRow this[int index] => Rows[index];

    /// <summary>The value in a period, over all members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[ReportingPeriod period, Measure measure] => TotalOf(period)[measure];

    /// <summary>The value of a member in a period; for a query by one dimension.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[ReportingPeriod period, string? member, Measure measure] => Row(period, member)[measure];

    /// <summary>The value of a member over the whole range; for a query by one dimension.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[string? member, Measure measure] => TotalOf(member)[measure];

    /// <summary>The measure of the query with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest.</exception>
    public Measure Measure(string id) => Measures.FirstOrDefault(measure => measure.Id == id)
        ?? throw new KeyNotFoundException(
            $"The query did not ask for {Shown.Quote(id)}; it asked for {Shown.List(Measures.Select(measure => measure.Id))}.{Nearest.Hint(id ?? "", Measures.Select(measure => measure.Id))}");

    /// <summary>What the values of a measure rest on, metric by metric: facts, nulls, refused rows, coverage, freshness.</summary>
    /// <remarks>It is of the query's range; a measure over time may read facts from outside it.</remarks>
    /// <exception cref="InvalidOperationException">The query did not ask for it with <see cref="Query.WithDataQuality"/>.</exception>
    public IReadOnlyList<MetricQuality> QualityOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return !_query.HasQuality
            ? throw new InvalidOperationException("The query did not ask for data quality: add WithDataQuality() to it.")
            : [.. Quality.Where(quality => measure.Metrics.Any(metric => metric.Id == quality.Metric.Id && metric.Computation.Equals(quality.Metric.Computation)))];
    }

    /// <summary>Goes through the rows, in order.</summary>
    public IEnumerator<MetricRow> GetEnumerator() => Rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The row of a period and one member of each dimension; of the first dimensions only, for subtotals.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow Row(ReportingPeriod period, params string?[] members)
    {
        var key = KeyOf(members);
        return _rows.Value.TryGetValue((period, key), out var row) ? row : throw Missing(period, key);
    }

    /// <summary>The row of a period over all members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow TotalOf(ReportingPeriod period) =>
        _periodTotals.Value.TryGetValue(period, out var row) ? row : throw Missing(period, default);

    /// <summary>The row of one member of each dimension over the whole range; of the first dimensions only, for subtotals.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow TotalOf(params string?[] members)
    {
        var key = KeyOf(members);
        return _memberTotals.Value.TryGetValue(key, out var row) ? row : throw Missing(null, key);
    }

    // A lone null is the null member, not a missing list.
    private MemberKey KeyOf(string?[]? members) =>
        (members ??= [null]).Length == Dimensions.Count || (_query.HasSubtotals && members.Length > 0 && members.Length < Dimensions.Count)
        ? new([.. members])
        : throw new ArgumentException(
            $"Expected a member of each dimension ({(Dimensions.Count == 0 ? "none" : Shown.List(Dimensions))}), in that order; found {members.Length}.", nameof(members));

    private KeyNotFoundException Missing(ReportingPeriod? period, MemberKey members)
    {
        if (period is not null && !_periodTotals.Value.ContainsKey(period))
        {
            return new($"The table has no period {period}; it has {Shown.List(_periodTotals.Value.Keys.Select(p => p.ToString()))}.");
        }

        if (period is not null && _memberTotals.Value.ContainsKey(members) && !_query.Conditions.IsEmpty)
        {
            return new($"The row for {members} in {period} was left out: its values do not meet the query's Having.");
        }

        var known = _memberTotals.Value.Keys.Select(key => key.ToString()).ToList();
        var nearest = Nearest.Of(members.ToString(), known);
        return new($"The table has no row for {members}; it has {(known.Count == 0 ? "none" : Shown.List(known))}."
            + (nearest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", nearest)}?"));
    }
}
