using NodaTime;

namespace GoalMetrics.Sources;

/// <summary>
/// A request to an engine: aggregates of one table, for each window of time and combination of members, by several sets of dimensions
/// at once. Immutable.
/// </summary>
public sealed class AggregateRequest
{
    /// <summary>Aggregates of a table over windows; without dimensions unless <see cref="Groupings"/> names some.</summary>
    /// <param name="table">The table.</param>
    /// <param name="aggregates">The values wanted of each group.</param>
    /// <param name="time">The windows, in the table's own kind of time.</param>
    /// <param name="asOf">The moment of the question.</param>
    /// <exception cref="ArgumentException">There are no aggregates, or windows and table differ in their kind of time.</exception>
    public AggregateRequest(TableSchema table, IEnumerable<Aggregate> aggregates, TimeCuts time, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(aggregates);
        ArgumentNullException.ThrowIfNull(time);
        Table = table;
        Aggregates = [.. aggregates];
        Time = time;
        AsOf = asOf;
        if (Aggregates.Count == 0)
        {
            throw new ArgumentException("Expected at least one aggregate; found none.", nameof(aggregates));
        }

        if (time.Kind != table.Time)
        {
            throw OfAnotherTime(table, time, nameof(time));
        }
    }

    /// <summary>The table.</summary>
    public TableSchema Table { get; }

    /// <summary>The values wanted of each group.</summary>
    public IReadOnlyList<Aggregate> Aggregates { get; }

    /// <summary>The windows.</summary>
    public TimeCuts Time { get; }

    /// <summary>
    /// The moment of the question: it decides which conversions count and whether their windows have closed. Which facts count is up to the
    /// windows, whatever their ends; they are not compared with the moment once more.
    /// </summary>
    public Instant AsOf { get; }

    /// <summary>
    /// The sets of dimensions to group by, such as [], [channel] and [channel, market]: a total, subtotals and rows. Defaults to the total
    /// alone.
    /// </summary>
    /// <exception cref="ArgumentException">A set is null.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Groupings
    {
        get;
        init => field = Copies.Of(value, nameof(Groupings));
    }
    = [[]];

    /// <summary>
    /// Dimensions of <see cref="Groupings"/> that are not the table's, but follow from the time or a value of each fact. Only set for an
    /// engine with <see cref="SourceCapabilities.DerivesDimensions"/>. Defaults to none.
    /// </summary>
    /// <exception cref="ArgumentException">The list is null.</exception>
    public IReadOnlyList<DerivedDimension> Derived
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Derived));

            // Requests with the same list share a scan, so it is not copied.
            field = Copies.Guarded(value);
        }
    }
    = [];

    /// <summary>Which facts count at all; null for all.</summary>
    public Filter? Filter { get; init; }

    /// <summary>
    /// Limits the answer to the largest groups; null for all groups. Only set for an engine with
    /// <see cref="SourceCapabilities.RanksMembers"/>.
    /// </summary>
    /// <exception cref="ArgumentException">It is by an aggregate that the request does not have.</exception>
    public MemberRanking? Ranking
    {
        get;
        init
        {
            if (value?.By >= Aggregates.Count)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Expected the index of one of {Aggregates.Count} aggregates; found {value.By}."),
                    nameof(Ranking));
            }

            field = value;
        }
    }

    private static ArgumentException OfAnotherTime(TableSchema table, TimeCuts time, string parameter) => new(
        $"Table '{table}' has a time of kind {table.Time}; the cuts are of kind {time.Kind}."
        + " State the cuts in the table's own kind of time.",
        parameter);
}
