using System.Collections.Frozen;

namespace GoalMetrics.Sources;

/// <summary>
/// What an engine supports. Aggregates that it lacks are computed from its facts where it reads them; otherwise a query that needs one is
/// refused by name while it is planned, before the engine is called. Immutable.
/// </summary>
public sealed class SourceCapabilities
{
    private readonly IReadOnlySet<AggregateKind>? _aggregates;

    /// <summary>All aggregates, and nothing beyond the two methods that every source has. The default for a source.</summary>
    public static SourceCapabilities Default { get; } = new();

    /// <summary>The kinds of aggregates it computes; the set is copied. Defaults to all.</summary>
    /// <exception cref="ArgumentNullException">There is no set.</exception>
    public IReadOnlySet<AggregateKind> Aggregates
    {
        get => _aggregates ?? EveryKind.Set;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _aggregates = value.ToFrozenSet();
            AnswersAll = EveryKind.Set.IsSubsetOf(_aggregates);
        }
    }

    /// <summary>
    /// Whether it applies <see cref="AggregateRequest.Ranking"/>; otherwise all members are read, and ranked by the caller.
    /// </summary>
    public bool RanksMembers { get; init; }

    /// <summary>
    /// Whether listing the members of a dimension is cheap. Only then does each query check the spelling of the members that its filters
    /// name; otherwise they are checked on demand, with <c>CheckMembersAsync</c>.
    /// </summary>
    public bool MembersAreCheap { get; init; }

    /// <summary>
    /// Whether it supports <see cref="IMetricSource.ReadAsync"/>. Aggregates that it does not compute are then computed in memory, from the
    /// facts that it reads.
    /// </summary>
    public bool ReadsFacts { get; init; }

    /// <summary>
    /// Whether it groups by <see cref="AggregateRequest.Derived"/> and filters by <see cref="Filter.DerivedIn"/>. Otherwise both are done
    /// in memory where it reads facts, and refused where it does not.
    /// </summary>
    public bool DerivesDimensions { get; init; }

    internal bool AnswersAll { get; private init; } = true;

    internal bool Answers(AggregateKind kind) => AnswersAll || Aggregates.Contains(kind);

    // Made only for those who look at it.
    private static class EveryKind
    {
        public static readonly FrozenSet<AggregateKind> Set = Enum.GetValues<AggregateKind>().ToFrozenSet();
    }
}
