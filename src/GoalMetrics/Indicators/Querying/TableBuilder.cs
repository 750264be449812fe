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
        var totals = new MetricRow[range.Count];
        for (var window = 0; window < totals.Length; window++)
        {
            totals[window] = new(total, window);
        }

        var periodCount = range.Periods.Count;
        var rows = new List<MetricRow>(periodCount);
        var subtotals = new List<MetricRow>();
        for (var window = 0; window < periodCount; window++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _selection.Add(lines.Count == 1 ? totals.AsSpan(window, 1) : Rows(lines[^1], window), rows);
            for (var level = 1; level < lines.Count - 1; level++)
            {
                subtotals.AddRange(Rows(lines[level], window));
            }
        }

        List<MetricRow> memberTotals = [.. lines.Skip(1).SelectMany(level => Rows(level, range.TotalIndex))];
        var periodTotals = new ArraySegment<MetricRow>(totals, 0, periodCount);
        return new(query, rows, subtotals, periodTotals, memberTotals, totals[range.TotalIndex], quality, findings);
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
