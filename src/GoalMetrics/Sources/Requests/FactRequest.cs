using NodaTime;

namespace GoalMetrics.Sources;

/// <summary>Which facts to read, one by one: for what aggregates cannot express, such as attribution and survival. Immutable.</summary>
public sealed class FactRequest
{
    /// <summary>All facts of a table before a moment, by time and then by the table's order of facts.</summary>
    /// <param name="table">The table.</param>
    /// <param name="asOf">The moment of the question; facts at or after it are not read.</param>
    public FactRequest(TableSchema table, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        AsOf = asOf;
    }

    /// <summary>The table.</summary>
    public TableSchema Table { get; }

    /// <summary>The moment of the question; facts at or after it are not read.</summary>
    public Instant AsOf { get; }

    /// <summary>The dimensions wanted. Defaults to none.</summary>
    public IReadOnlyList<string> Dimensions { get; init => field = Copies.Of(value); } = [];

    /// <summary>The columns of values wanted. Defaults to none.</summary>
    public IReadOnlyList<string> Columns { get; init => field = Copies.Of(value); } = [];

    /// <summary>Which facts are read; null for all.</summary>
    public Filter? Filter { get; init; }

    /// <summary>The windows whose facts are read, each fact once; null for all time.</summary>
    public TimeCuts? Time { get; init; }

    /// <summary>
    /// The dimension to group facts by: members come in ordinal order, null last, and the facts of each by time. Null to read all facts by
    /// time.
    /// </summary>
    public string? Entity { get; init; }
}
