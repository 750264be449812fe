using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>
/// The answer to a <see cref="Query"/>: a row per period and combination of members, periods without facts included, and totals
/// computed from the facts, never from the rows (S3.3). Immutable.
/// </summary>
public sealed class MetricTable
{
    private readonly Dictionary<(ReportingPeriod Period, MemberKey Members), MetricRow> _rows = [];
    private readonly Dictionary<ReportingPeriod, MetricRow> _periodTotals;
    private readonly Dictionary<MemberKey, MetricRow> _memberTotals;

    internal MetricTable(
        ImmutableArray<Measure> measures, ImmutableArray<string> dimensions, IReadOnlyList<MetricRow> rows, IReadOnlyList<MetricRow> periodTotals, IReadOnlyList<MetricRow> memberTotals, MetricRow total)
    {
        Measures = measures;
        Dimensions = dimensions;
        Rows = rows;
        Total = total;
        foreach (var row in rows)
        {
            _rows.Add((row.Period, new(row.Members)), row);
        }

        _periodTotals = periodTotals.ToDictionary(row => row.Period);
        _memberTotals = memberTotals.ToDictionary(row => new MemberKey(row.Members));
    }

    /// <summary>The measures of the query, in its order.</summary>
    public ImmutableArray<Measure> Measures { get; }

    /// <summary>The dimensions, in the order of the rows' members.</summary>
    public ImmutableArray<string> Dimensions { get; }

    /// <summary>The rows: by period, then by members in ordinal order, null last.</summary>
    public IReadOnlyList<MetricRow> Rows { get; }

    /// <summary>The values over the whole range and all members.</summary>
    public MetricRow Total { get; }

    /// <summary>The value in a period, over all members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[ReportingPeriod period, Measure measure] => TotalOf(period)[measure];

    /// <summary>The value of a member in a period; for a query by one dimension.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[ReportingPeriod period, string? member, Measure measure] => Row(period, member)[measure];

    /// <summary>The value of a member over the whole range; for a query by one dimension.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public Quantity this[string? member, Measure measure] => TotalOf(member)[measure];

    /// <summary>The row of a period and one member of each dimension.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow Row(ReportingPeriod period, params string?[] members)
    {
        var key = KeyOf(members);
        return _rows.TryGetValue((period, key), out var row) ? row : throw Missing(period, key);
    }

    /// <summary>The row of a period over all members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow TotalOf(ReportingPeriod period) =>
        _periodTotals.TryGetValue(period, out var row) ? row : throw Missing(period, default);

    /// <summary>The row of one member of each dimension over the whole range.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message says what there is.</exception>
    public MetricRow TotalOf(params string?[] members)
    {
        var key = KeyOf(members);
        return _memberTotals.TryGetValue(key, out var row) ? row : throw Missing(null, key);
    }

    // A lone null is the null member, not a missing list.
    private MemberKey KeyOf(string?[]? members) => (members ??= [null]).Length == Dimensions.Length
        ? new([.. members])
        : throw new ArgumentException(
            $"Expected a member of each dimension ({(Dimensions.IsEmpty ? "none" : Shown.List(Dimensions))}), in that order; found {members.Length}.", nameof(members));

    private KeyNotFoundException Missing(ReportingPeriod? period, MemberKey members)
    {
        if (period is not null && !_periodTotals.ContainsKey(period))
        {
            return new($"The table has no period {period}; it has {Shown.List(_periodTotals.Keys.Select(p => p.ToString()))}.");
        }

        var known = _memberTotals.Keys.Select(key => key.ToString()).ToList();
        var nearest = Nearest.Of(members.ToString(), known);
        return new($"The table has no row for {members}; it has {(known.Count == 0 ? "none" : Shown.List(known))}."
            + (nearest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", nearest)}?"));
    }
}
