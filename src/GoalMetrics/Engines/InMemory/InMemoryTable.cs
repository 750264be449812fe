using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>A table that an <see cref="InMemorySource"/> answers from: facts that were loaded, or a live table that facts are still added to.</summary>
public abstract class InMemoryTable
{
    private protected InMemoryTable(TableSchema schema) => Schema = schema;

    /// <summary>The table's name.</summary>
    public string Name => Schema.Name;

    /// <summary>What the table has: dimensions, columns and their units.</summary>
    public TableSchema Schema { get; }

    /// <summary>A table stands for its schema where metrics are defined.</summary>
    public static implicit operator TableSchema(InMemoryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Schema;
    }

    // Whether its facts can be placed by the calendar.
    internal virtual void CheckFits(ReportingCalendar calendar)
    {
    }

    // The table as it is now, whatever comes in later.
    internal virtual InMemoryTable Frozen() => this;

    // Where facts still come in.
    internal virtual Instant? LatestLiveFact => null;

    internal abstract TableDescription Describe(ReportingCalendar calendar);

    // Facts one by one, where they are kept.
    internal virtual IEnumerable<FactBatch> Read(FactRequest request, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            $"Live table '{Name}' keeps totals, and no facts that could be read one by one. Load the facts with FactTable.From.");

    // An answer for each of the requests, which are about this table.
    internal abstract AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests,
        ReportingCalendar calendar,
        Func<string, FactTable> facts,
        CancellationToken cancellationToken);
}
