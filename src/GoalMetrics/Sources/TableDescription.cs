using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>What a source says of one of its tables. Immutable.</summary>
/// <param name="Schema">What the table holds.</param>
/// <param name="Coverage">The time for which its facts are complete, from the start of a day to the end of one; null where there are no facts.</param>
/// <param name="Settling">How long after the end of a period facts may still come in.</param>
public sealed record TableDescription(TableSchema Schema, Interval? Coverage, Duration Settling)
{
    /// <summary>How many rows were refused when the table was loaded.</summary>
    public long RefusedRows { get; init; }

    /// <summary>When the latest fact happened, a date at its start; null where there are none, or it is not known.</summary>
    public Instant? LatestFact { get; init; }

    // The dimensions that the table can be asked by: all, unless only totals of them were kept.
    internal ImmutableArray<string> Breakdowns { get; init; } = Schema.Dimensions;
}
