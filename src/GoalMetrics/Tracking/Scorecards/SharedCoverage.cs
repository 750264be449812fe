using NodaTime;

namespace GoalMetrics;

// The time that all tables of a measure cover, and which of them limits it.
internal sealed class SharedCoverage
{
    public SharedCoverage(Measure measure, SourceTables tables)
    {
        foreach (var table in measure.Metrics.Select(metric => tables.Of(metric.Table)).Distinct())
        {
            TableCount++;
            if (table.Coverage is not { } coverage)
            {
                continue;
            }

            if (coverage.Start > Begin)
            {
                (Begin, BeginsIn) = (coverage.Start, table.Schema.Name);
            }

            if (coverage.End < End)
            {
                (End, EndsIn) = (coverage.End, table.Schema.Name);
            }
        }
    }

    public int TableCount { get; }

    public Instant Begin { get; } = Instant.MinValue;

    public string? BeginsIn { get; }

    public Instant End { get; } = Instant.MaxValue;

    public string? EndsIn { get; }
}
