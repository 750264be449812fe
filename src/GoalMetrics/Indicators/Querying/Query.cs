using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A question to a source: which measures, over which time, by which periods and dimensions, seen from which moment. Immutable;
/// every method gives a new query.
/// </summary>
/// <remarks>
/// Without a range it is about all the time that the facts cover. Without <see cref="AsOf"/> it is seen from the end of the range.
/// </remarks>
public sealed class Query
{
    private Query(ImmutableArray<Measure> measures) => Measures = measures;

    private Query(Query other)
    {
        Measures = other.Measures;
        Start = other.Start;
        End = other.End;
        Period = other.Period;
        Grain = other.Grain;
        Dimensions = other.Dimensions;
        Filter = other.Filter;
        Moment = other.Moment;
        Comparisons = other.Comparisons;
        ComparesWhole = other.ComparesWhole;
        Widens = other.Widens;
        Order = other.Order;
        Conditions = other.Conditions;
        TopMembers = other.TopMembers;
        HasSubtotals = other.HasSubtotals;
        HasQuality = other.HasQuality;
    }

    internal ImmutableArray<Measure> Measures { get; }

    // Those that its measures are computed from, each once.
    internal IReadOnlyList<Metric> Metrics => [.. Measures.SelectMany(measure => measure.Metrics).Distinct()];

    internal LocalDate? Start { get; private init; }

    internal LocalDate? End { get; private init; }

    internal ReportingPeriod? Period { get; private init; }

    internal Grain? Grain { get; private init; }

    internal ImmutableArray<string> Dimensions { get; private init; } = [];

    internal Filter? Filter { get; private init; }

    internal Instant? Moment { get; private init; }

    internal ImmutableArray<PeriodComparison> Comparisons { get; private init; } = [];

    internal bool ComparesWhole { get; private init; }

    internal bool Widens { get; private init; }

    internal (Measure Measure, SortOrder Order)? Order { get; private init; }

    internal ImmutableArray<QueryCondition> Conditions { get; private init; } = [];

    internal TopMembers? TopMembers { get; private init; }

    internal bool HasSubtotals { get; private init; }

    internal bool HasQuality { get; private init; }

    /// <summary>Begins a question about these measures.</summary>
    /// <exception cref="ArgumentException">There are none, or two different ones share an id.</exception>
    public static Query For(params Measure[] measures)
    {
        ImmutableArray<Measure> all = [.. Listed.Copy(measures, nameof(measures)).DistinctBy(measure => (measure.Id, measure.Computation))];
        if (all.IsEmpty)
        {
            throw new ArgumentException("Expected at least one measure; found none.", nameof(measures));
        }

        return all.GroupBy(measure => measure.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new ArgumentException($"Two measures have the id '{twice.Key}'. Expected a different id for each.", nameof(measures))
            : new(all);
    }

    /// <summary>About the dates from <paramref name="start"/> up to, but not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The end does not come after the start.</exception>
    public Query Between(LocalDate start, LocalDate end) => end > start
        ? new(this) { Start = start, End = end, Period = null }
        : throw new ArgumentException($"A range ends after it starts; found {start:R} to {end:R}. The end is the first date that is left out.", nameof(end));

    /// <summary>About a period.</summary>
    public Query During(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(this) { Period = period, Start = null, End = null };
    }

    /// <summary>A row for every period of this grain, with facts or without.</summary>
    public Query By(Grain grain) => Enum.IsDefined(grain)
        ? new(this) { Grain = grain }
        : throw new ArgumentOutOfRangeException(nameof(grain), grain, "Expected one of the named grains.");

    /// <summary>A row for every member of these dimensions, beside those asked for before.</summary>
    public Query By(params string[] dimensions) =>
        new(this) { Dimensions = [.. Dimensions.Union(Listed.Copy(dimensions, nameof(dimensions)), StringComparer.Ordinal)] };

    /// <summary>Only the facts that the filter lets through, beside any filter given before.</summary>
    public Query Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(this) { Filter = Filter is null ? filter : Filter & filter };
    }

    /// <summary>Seen from this moment: facts at or after it are not looked at, and periods that have not ended are open.</summary>
    public Query AsOf(Instant moment) => new(this) { Moment = moment };

    /// <summary>Compares every row with an earlier one: an open period with the same elapsed part of the earlier (S2.3).</summary>
    public Query ComparedWith(params PeriodComparison[] comparisons) =>
        new(this) { Comparisons = [.. Comparisons.Union(comparisons)] };

    /// <summary>Compares open periods with the whole of the earlier ones.</summary>
    public Query ComparingWholePeriods() => new(this) { ComparesWhole = true };

    /// <summary>Widens the range to whole periods of the grain; otherwise periods cut by the range are partial (S2.5).</summary>
    public Query WidenedToWholePeriods() => new(this) { Widens = true };

    /// <summary>Orders the rows of each period by a measure of the query; rows without a value come last. Else they go by member.</summary>
    /// <exception cref="ArgumentException">The query is not about the measure.</exception>
    public Query OrderedBy(Measure measure, SortOrder order = SortOrder.Descending) => Enum.IsDefined(order)
        ? new(this) { Order = (Asked(measure, nameof(measure)), order) }
        : throw new ArgumentOutOfRangeException(nameof(order), order, "Expected one of the named orders.");

    /// <summary>
    /// Only the members of a dimension with the largest values over the whole range; the rest is one row, computed from the facts
    /// of all of them.
    /// </summary>
    /// <param name="count">How many members, 1 or more. Of equal ones the first by name are taken.</param>
    /// <param name="dimension">The dimension, one that the query is by.</param>
    /// <param name="by">The measure that ranks them, one of the query's.</param>
    /// <param name="restAs">What the rest is called; no member may be called so.</param>
    /// <exception cref="ArgumentException">The query is not by the dimension, or not about the measure.</exception>
    public Query Top(int count, string dimension, Measure by, string restAs = "other")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(restAs);
        return count < 1 ? throw new ArgumentOutOfRangeException(nameof(count), count, "Expected 1 member or more.")
            : Dimensions.Contains(dimension) ? new(this) { TopMembers = new(count, dimension, Asked(by, nameof(by)), restAs) }
            : throw new ArgumentException(
                $"The query is not by {Shown.Quote(dimension)}; it is by {(Dimensions.IsEmpty ? "no dimension" : Shown.List(Dimensions))}. Add By(\"{Shown.Clip(dimension ?? "")}\") before Top.{Nearest.Hint(dimension ?? "", Dimensions)}",
                nameof(dimension));
    }

    /// <summary>
    /// Only the rows whose value of a measure compares so with another; a row without a value is left out. Totals stay those of
    /// all facts. Several conditions all hold.
    /// </summary>
    /// <exception cref="ArgumentException">The query is not about the measure, or the value is undefined or in a unit that cannot be compared with it.</exception>
    public Query Having(Measure measure, Comparison comparison, Quantity value)
    {
        if (!Enum.IsDefined(comparison))
        {
            throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Expected one of the named comparisons.");
        }

        if (!value.IsDefined)
        {
            throw new ArgumentException($"Expected a value to compare with; found {value.ToString(null)}.", nameof(value));
        }

        if (Asked(measure, nameof(measure)).Unit is { } unit)
        {
            try
            {
                _ = value.CompareTo(new(0m, unit));
            }
            catch (UnitMismatchException mismatch)
            {
                throw new ArgumentException($"'{measure.Id}' is in {unit}, and cannot be compared with {value.ToString(null)}: {mismatch.Message}", nameof(value), mismatch);
            }
        }

        return new(this) { Conditions = Conditions.Add(new(measure, comparison, value)) };
    }

    /// <summary>Beside the rows, those of the first dimension alone, of the first two, and so on: <see cref="MetricTable.Subtotals"/>.</summary>
    public Query WithSubtotals() => new(this) { HasSubtotals = true };

    /// <summary>Beside the values, what they rest on: <see cref="MetricTable.QualityOf"/>. Reads the facts of the range once more.</summary>
    public Query WithDataQuality() => new(this) { HasQuality = true };

    // The place of one of the query's measures.
    internal int IndexOf(Measure measure) => Measures.IndexOf(Measures.First(asked => asked.Id == measure.Id));

    private Measure Asked(Measure measure, string parameter)
    {
        ArgumentNullException.ThrowIfNull(measure, parameter);
        return Measures.FirstOrDefault(asked => asked.Id == measure.Id && asked.Computation.Equals(measure.Computation))
            ?? throw new ArgumentException(
                $"The query is not about '{measure.Id}'; it is about {Shown.List(Measures.Select(asked => asked.Id))}. Add the measure to Query.For.{Nearest.Hint(measure.Id, Measures.Select(asked => asked.Id))}",
                parameter);
    }
}
