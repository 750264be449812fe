using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>What an engine is asked: aggregates of one table, per window of time and combination of members. Immutable.</summary>
/// <remarks>
/// A fact belongs to a window when <c>start ≤ time &lt; end</c>; the time of a fact with a date is the start of that day in the
/// calendar's zone.
/// </remarks>
public sealed class AggregateRequest
{
    internal AggregateRequest(
        TableSchema table, ImmutableArray<Aggregate> aggregates, ImmutableArray<Interval> windows, ImmutableArray<string> dimensions, Filter? filter, Instant asOf)
    {
        AsOf = asOf;
        Table = table;
        Aggregates = aggregates;
        Windows = windows;
        Dimensions = dimensions;
        Filter = filter;
    }

    /// <summary>The table.</summary>
    public TableSchema Table { get; }

    /// <summary>The values wanted of each group.</summary>
    public ImmutableArray<Aggregate> Aggregates { get; }

    /// <summary>The windows, in order and without overlap; there may be gaps between them, and a window may be empty.</summary>
    public ImmutableArray<Interval> Windows { get; }

    /// <summary>The dimensions by which groups are told apart.</summary>
    public ImmutableArray<string> Dimensions { get; }

    /// <summary>Which facts count at all; null for every one.</summary>
    public Filter? Filter { get; }

    /// <summary>
    /// The moment it is asked at. No window reaches beyond it; it decides which conversions are seen and whether their windows have closed.
    /// </summary>
    public Instant AsOf { get; }
}
