using System.Collections.Immutable;

namespace GoalMetrics;

// The answer by some of a query's dimensions: combinations of members in order, and where their values are.
internal sealed class MetricLevel(
    ImmutableArray<string> dimensions,
    IReadOnlyList<(ImmutableArray<string?> Members, bool IsRest, MetricValues Values)> members,
    IReadOnlyDictionary<string, Measure> measures)
{
    public MetricRow[] Rows(RowTime time, CancellationToken cancellationToken)
    {
        var rows = new MetricRow[members.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            cancellationToken.CheckAt(i);
            rows[i] = new(time, dimensions, members[i].Members, members[i].IsRest, measures, members[i].Values);
        }

        return rows;
    }
}
