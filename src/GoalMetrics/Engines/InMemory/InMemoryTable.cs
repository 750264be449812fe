using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A table that an <see cref="InMemorySource"/> answers from: loaded facts, or a live table that facts are still added to.
/// </summary>
public abstract class InMemoryTable
{
    private protected InMemoryTable(TableSchema schema) => Schema = schema;

    /// <summary>The table's name.</summary>
    public string Name => Schema.Name;

    /// <summary>The table's dimensions and columns, with their units.</summary>
    public TableSchema Schema { get; }

    /// <summary>The table's schema, so that a table can be given where metrics are defined.</summary>
    public static implicit operator TableSchema(InMemoryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Schema;
    }

    // Throws if the calendar cannot place its facts.
    internal virtual void CheckFits(ReportingCalendar calendar)
    {
    }

    // Whether facts are still added.
    internal virtual bool IsLive => false;

    // The table as it is now, whatever is added later.
    internal virtual InMemoryTable Frozen() => this;

    // The latest fact of a live table that was frozen; null for other tables.
    internal virtual Instant? LatestLiveFact => null;

    // As seen through the filter, if there is one.
    internal abstract TableDescription Describe(ReportingCalendar calendar, Filter? filter = null);

    // Its events one by one, as seen through the filter; null if they are not kept.
    internal virtual EventTable? Events(Filter? filter = null) => null;

    // Facts one by one, if they are kept.
    internal virtual IEnumerable<FactBatch> Read(FactRequest request, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            $"Live table '{Name}' keeps totals, and no facts that could be read one by one. Load the facts with FactTable.From.");

    // An answer to each of the requests, all of which are about this table of the source.
    internal abstract AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken);
}
