using System.Collections.Frozen;

namespace GoalMetrics.Sources;

/// <summary>
/// What an engine can do. What it cannot is refused while a question is planned, by name, and never asked of it. Immutable.
/// </summary>
public sealed class SourceCapabilities
{
    private static readonly FrozenSet<AggregateKind> All = Enum.GetValues<AggregateKind>().ToFrozenSet();

    /// <summary>All aggregates, and nothing beyond the two methods that every source has. The default of a source.</summary>
    public static SourceCapabilities Default { get; } = new();

    /// <summary>The kinds of aggregates it answers. Defaults to all.</summary>
    public IReadOnlySet<AggregateKind> Aggregates { get; init; } = All;

    /// <summary>Whether it carries out <see cref="AggregateRequest.Ranking"/>; otherwise all members are read and ranked by the caller.</summary>
    public bool RanksMembers { get; init; }

    /// <summary>
    /// Whether it is cheap to ask which members a dimension has. Only then does each query check the spelling of the members that filters
    /// name; otherwise it is checked on demand.
    /// </summary>
    public bool MembersAreCheap { get; init; }

    /// <summary>Whether it has <see cref="IMetricSource.ReadAsync"/>.</summary>
    public bool ReadsFacts { get; init; }
}
