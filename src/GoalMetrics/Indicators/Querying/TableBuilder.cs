using System.Collections.Immutable;

namespace GoalMetrics;

// Builds the rows of an answer once the plan has been read.
internal sealed class TableBuilder(Query query, QueryRange range, QueryBreakdowns breakdowns, CancellationToken cancellationToken)
{
    private readonly RowSelection _selection = new(query, cancellationToken);

    public MetricTable Build(ImmutableArray<MetricQuality> quality, ImmutableArray<Finding> findings)
    {
        var lines = breakdowns.Levels.Select(level => breakdowns.Lines(level, cancellationToken)).ToList();
        var total = lines[0].Single();
        MetricRow[] totals = [.. Enumerable.Range(0, range.Count).Select(window => new MetricRow(total, window))];
        var (rows, subtotals, memberTotals) = (new List<MetricRow>(), new List<MetricRow>(), new List<MetricRow>());
        for (var window = 0; window < range.Periods.Count; window++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.AddRange(_selection.Of(lines.Count == 1 ? [totals[window]] : Rows(lines[^1], window)));
            subtotals.AddRange(lines.Skip(1).SkipLast(1).SelectMany(level => Rows(level, window)));
        }

        memberTotals.AddRange(lines.Skip(1).SelectMany(level => Rows(level, range.TotalIndex)));
        return new(query, rows, subtotals, totals[..range.Periods.Count], memberTotals, totals[range.TotalIndex], quality, findings);
    }

    private MetricRow[] Rows(List<QueryLine> lines, int window)
    {
        var rows = new MetricRow[lines.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows[i] = new(lines[i], window);
        }

        return rows;
    }
}
