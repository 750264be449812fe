using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A question to a source: which measures, over which time, by which periods and dimensions, seen from which moment. Immutable;
/// every method returns a new query.
/// </summary>
/// <remarks>
/// The range defaults to all the time that the facts cover, and the moment to the end of the range.
/// </remarks>
[JsonConverter(typeof(ResultConverter<Query>))]
public sealed partial class Query
{
    private Query(ImmutableArray<Measure> measures) => Measures = measures;

    internal ImmutableArray<Measure> Measures { get; }

    // The metrics that its measures are computed from, each once.
    internal IReadOnlyList<Metric> Metrics => field ??= Measures.Length == 1 ? Measures[0].Metrics : MetricsOf(Measures);

    internal LocalDate? Start { get; private set; }

    internal LocalDate? End { get; private set; }

    internal ReportingPeriod? Period { get; private set; }

    internal Grain? Grain { get; private set; }

    internal ImmutableArray<string> Dimensions { get; private set; } = [];

    // Those of the dimensions that are no dimensions of a table.
    internal ImmutableArray<Grouping> Groupings { get; private set; } = [];

    internal Filter? Filter { get; private set; }

    internal Instant? Moment { get; private set; }

    internal ImmutableArray<PeriodComparison> Comparisons { get; private set; } = [];

    internal bool ComparesWhole { get; private set; }

    // Whether rolling windows of a period that is not over end with the day of the moment, as where it is asked how things stand.
    internal bool RollsToMoment { get; private set; }

    internal bool Widens { get; private set; }

    internal (Measure Measure, SortOrder Order)? Order { get; private set; }

    internal TopMembers? TopMembers { get; private set; }

    internal bool HasSubtotals { get; private set; }

    internal bool HasQuality { get; private set; }

    private static Metric[] MetricsOf(ImmutableArray<Measure> measures) =>
        [.. measures.SelectMany(measure => measure.Metrics).Distinct()];

    /// <summary>A query for these measures.</summary>
    /// <exception cref="ArgumentException">There are none, or two different ones share an id.</exception>
    public static Query For(params Measure[] measures)
    {
        var all = Copies.Of(measures, nameof(measures));
        return all.Count switch
        {
            0 => throw new ArgumentException("Expected at least one measure; found none.", nameof(measures)),
            1 => new([all[0]]),
            _ => new(EachOnce(all)),
        };
    }

    private static ImmutableArray<Measure> EachOnce(IReadOnlyList<Measure> measures)
    {
        var all = new Dictionary<string, Measure>(StringComparer.Ordinal);
        foreach (var measure in measures)
        {
            if (!all.TryAdd(measure.Id, measure) && !all[measure.Id].Computation.Equals(measure.Computation))
            {
                throw new ArgumentException(
                    $"Two measures have the id '{measure.Id}'. Expected a different id for each.", nameof(measures));
            }
        }

        return [.. all.Values];
    }

    /// <summary>Over the dates from <paramref name="start"/> up to, but not including, <paramref name="endExclusive"/>.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public Query Between(LocalDate start, LocalDate endExclusive)
    {
        if (endExclusive > start)
        {
            return With(copy => (copy.Start, copy.End, copy.Period) = (start, endExclusive, null));
        }

        throw NoRange(start, endExclusive, nameof(endExclusive));
    }

    private static ArgumentException NoRange(LocalDate start, LocalDate endExclusive, string parameter) => new(
        $"A range ends after it starts; found {start:R} to {endExclusive:R}. The end is the first date that is left out.", parameter);

    /// <summary>Over a period.</summary>
    public Query During(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return With(copy => (copy.Period, copy.Start, copy.End) = (period, null, null));
    }

    /// <summary>A row for every period of this grain, whether or not it has facts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grain is not one of the named ones.</exception>
    public Query By(Grain grain)
    {
        EnumValue.Checked(grain);
        return With(copy => copy.Grain = grain);
    }

    /// <summary>A row for every member of these dimensions, in addition to any dimensions asked for before.</summary>
    public Query By(params string[] dimensions)
    {
        var all = new List<string>(Dimensions);
        foreach (var dimension in Copies.Of(dimensions, nameof(dimensions)))
        {
            if (!all.Contains(dimension))
            {
                all.Add(dimension);
            }
        }

        return With(copy => copy.Dimensions = [.. all]);
    }

    /// <summary>Only facts that match the filter, in addition to any filter given before.</summary>
    public Query Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(copy => copy.Filter = Filter is null ? filter : Filter & filter);
    }

    /// <summary>Seen from this moment: facts at or after it are ignored, and periods that have not ended by then are open.</summary>
    public Query AsOf(Instant moment) => With(copy => copy.Moment = moment);

    /// <summary>
    /// Compares every row with an earlier period, in addition to any comparisons asked for before; an open period with the same elapsed
    /// part of the earlier one.
    /// </summary>
    public Query ComparedWith(params PeriodComparison[] comparisons) =>
        With(copy => copy.Comparisons = [.. Comparisons.Union(Copies.Of(comparisons, nameof(comparisons)))]);

    /// <summary>Compares open periods with whole earlier periods.</summary>
    public Query ComparingWholePeriods() => With(copy => copy.ComparesWhole = true);

    internal Query RollingToMoment() => With(copy => copy.RollsToMoment = true);

    /// <summary>Widens the range to whole periods of the grain; otherwise periods cut by the range are partial.</summary>
    public Query WidenedToWholePeriods() => With(copy => copy.Widens = true);

    /// <summary>Orders the rows of each period by a measure of the query; rows without a value come last. By default, by member.</summary>
    /// <exception cref="ArgumentException">The query does not ask for the measure.</exception>
    public Query OrderedBy(Measure measure, SortOrder order = SortOrder.Descending)
    {
        EnumValue.Checked(order);
        return With(copy => copy.Order = (Asked(measure, nameof(measure)), order));
    }

    /// <summary>
    /// Only the members of a dimension with the largest values over the whole range. All other members form one row, computed from their
    /// facts together.
    /// </summary>
    /// <param name="count">How many members, 1 or more. Among equal ones, the first by name are taken.</param>
    /// <param name="dimension">One of the query's dimensions.</param>
    /// <param name="by">The measure that ranks the members, one of the query's.</param>
    /// <param name="restAs">The name of the row of all other members. No member may have that name. Defaults to <c>other</c>.</param>
    /// <exception cref="ArgumentException">The query is not by the dimension, or does not ask for the measure.</exception>
    public Query Top(int count, string dimension, Measure by, string restAs = "other")
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(restAs);
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "Expected 1 member or more.");
        }

        if (Dimensions.Contains(dimension))
        {
            return With(copy => copy.TopMembers = new(count, dimension, Asked(by, nameof(by)), restAs));
        }

        var known = Shown.List(Dimensions, ifNone: "no dimension");
        throw new ArgumentException(
            $"The query is not by {Shown.Quote(dimension)}; it is by {known}."
            + $" Add By(\"{Shown.Clip(dimension)}\") before Top.{Nearest.Hint(dimension, Dimensions)}",
            nameof(dimension));
    }

    /// <summary>
    /// Adds subtotals by the first dimension alone, by the first two, and so on: <see cref="MetricTable.Subtotals"/>.
    /// </summary>
    public Query WithSubtotals() => With(copy => copy.HasSubtotals = true);

    /// <summary>
    /// Adds the quality of the data behind the values: <see cref="MetricTable.QualityOf"/>. Reads the facts of the range once more.
    /// </summary>
    public Query WithDataQuality() => With(copy => copy.HasQuality = true);

    private Query With(Action<Query> change)
    {
        var copy = (Query)MemberwiseClone();
        change(copy);
        return copy;
    }

    // The index of one of the query's measures.
    internal int IndexOf(Measure measure) => Measures.IndexOf(Measures.First(asked => asked.Id == measure.Id));

    private Measure Asked(Measure measure, string parameter)
    {
        ArgumentNullException.ThrowIfNull(measure, parameter);
        if (Measures.FirstOrDefault(asked => asked.Id == measure.Id && asked.Computation.Equals(measure.Computation)) is { } found)
        {
            return found;
        }

        var ids = Measures.Select(asked => asked.Id).ToList();
        throw new ArgumentException(
            $"The query is not about '{measure.Id}'; it is about {Shown.List(ids)}."
            + $" Add the measure to Query.For.{Nearest.Hint(measure.Id, ids)}",
            parameter);
    }
}
