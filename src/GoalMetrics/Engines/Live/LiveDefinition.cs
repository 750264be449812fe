using System.Collections.Frozen;
using System.Collections.Immutable;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// What a live table keeps: cells of which grain and dimensions, and which aggregates in each.
internal sealed class LiveDefinition
{
    public LiveDefinition(
        TableSchema schema, ReportingCalendar calendar, Grain grain, IReadOnlyList<string> dimensions, IEnumerable<Aggregate> aggregates)
    {
        Schema = schema;
        Calendar = calendar;
        Grain = grain;
        Dimensions = [.. dimensions];

        // How many facts a cell has is known anyway: members that filters name are looked for by it.
        Aggregates = [.. aggregates.Append(new Aggregate.Count()).Select(one => Accumulator.Shared(Split(one).Kept)).Distinct()];
        Fingerprint = LiveFingerprint.Of(this);
    }

    public TableSchema Schema { get; }

    public ReportingCalendar Calendar { get; }

    public Grain Grain { get; }

    public ImmutableArray<string> Dimensions { get; }

    public ImmutableArray<Aggregate> Aggregates { get; }

    public FactCoverage Coverage { get; init; }

    // Those of the coverage, in the table's own kind of time.
    public (long Start, long End)[] Gaps =>
        [.. Coverage.GapsIn(Calendar).Select(gap => (NumberOf(gap.Start), NumberOf(gap.End)))];

    // The columns in which no value means none of it.
    public ImmutableHashSet<string> WithoutUnknown { get; init; } = [];

    public Duration Settling { get; init; }

    // Two tables with the same text keep the same.
    public string Fingerprint { get; }

    // Whether of two facts at the same time it matters which came first.
    public bool KeepsOrder => Aggregates.Any(aggregate => aggregate
        is Aggregate.First or Aggregate.Last or Aggregate.Balance);

    private long NumberOf(Instant moment)
    {
        if (Schema.Time == FactTime.Date)
        {
            return TimeColumn.Number(Calendar.FirstDateStartingAtOrAfter(moment));
        }

        return TimeColumn.Number(in moment);
    }

    // The first date that a fact of a table of dates may have: none lies in a period that begins before there are dates.
    public LocalDate FirstDate
    {
        get
        {
            if (Schema.Time == FactTime.Instant)
            {
                return ReportingCalendar.MinDate;
            }

            var first = Calendar.Period(Grain, ReportingCalendar.MinDate);
            if (first.StartDate < ReportingCalendar.MinDate)
            {
                return first.EndDate;
            }

            return first.StartDate;
        }
    }

    // What is kept of an aggregate, which cells to take it from, and which of them the latest fact of a balance is looked for in: filters
    // on dimensions of cells need not be kept.
    public (Aggregate Kept, Filter? OfCells, Filter? Seen) Split(Aggregate aggregate)
    {
        var (ofCells, ofFacts) = Split(aggregate.Filter);
        if (aggregate is not Aggregate.Balance balance)
        {
            return (aggregate.Where(ofFacts), ofCells, null);
        }

        var (seenCells, seenFacts) = Split(balance.Among);
        return (balance.LookingAmong(seenFacts).Where(ofFacts), ofCells, seenCells);
    }

    private (Filter? OfCells, Filter? OfFacts) Split(Filter? filter)
    {
        Filter? ofCells = null, ofFacts = null;
        foreach (var part in Conjuncts(filter))
        {
            if (IsOfCells(part))
            {
                ofCells = FilterExtensions.And(ofCells, part);
            }
            else
            {
                ofFacts = FilterExtensions.And(ofFacts, part);
            }
        }

        return (ofCells, ofFacts);
    }

    // Whether cells alone show which of them a filter lets through.
    public bool IsOfCells(Filter filter) => filter.Accept(new OfCells(Dimensions));

    // Whether each member of the dimension must be known. Of others, filters need those they name, and approximate counts need hashes.
    public bool IsWhole(string dimension) => Dimensions.Contains(dimension) || Aggregates.Any(aggregate => aggregate switch
    {
        Aggregate.CountDistinct count => count.Dimension == dimension,
        Aggregate.Balance balance => !balance.IsOfOneAccount && (balance.Entity is null || balance.Entity == dimension),
        _ => false,
    });

    public bool IsCounted(string dimension) =>
        Aggregates.Any(aggregate => aggregate is Aggregate.ApproximateCountDistinct count && count.Dimension == dimension);

    // Whether anything is kept of a column's values, or decided by them.
    public bool IsKept(string column) =>
        Aggregates.Any(aggregate => NameIn(aggregate) == column
            || FactorIn(aggregate) == column
            || FiltersOf(aggregate).Any(filter => filter.Reads(column)));

    // The column or dimension that it is of.
    public static string? NameIn(Aggregate aggregate) => aggregate switch
    {
        Aggregate.CountDistinct count => count.Dimension,
        Aggregate.ApproximateCountDistinct count => count.Dimension,
        Aggregate.Sum sum => sum.Column,
        Aggregate.SumOfProducts products => products.Column,
        Aggregate.Average average => average.Column,
        Aggregate.Minimum minimum => minimum.Column,
        Aggregate.Maximum maximum => maximum.Column,
        Aggregate.OrderStatistic sorted => sorted.Column,
        Aggregate.ApproximatePercentile about => about.Column,
        Aggregate.First first => first.Column,
        Aggregate.Last last => last.Column,
        Aggregate.SoleValue sole => sole.Column,
        Aggregate.Balance balance => balance.Column,
        _ => null,
    };

    // The members that filters name; null where none looks at the dimension.
    public FrozenSet<string>? NamedMembers(string dimension)
    {
        var filters = Aggregates
            .SelectMany(FiltersOf)
            .SelectMany(filter => filter.Named())
            .Where(members => members.Dimension == dimension)
            .ToList();
        if (filters.Count == 0)
        {
            return null;
        }

        return filters.SelectMany(members => members.Members).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    // The first line in which two definitions differ.
    public string DifferenceFrom(string fingerprint)
    {
        var (ours, theirs) = (Fingerprint.Split('\n'), fingerprint.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length))
            .First(i => ours.ElementAtOrDefault(i) != theirs.ElementAtOrDefault(i));
        return $"The table here has '{ours.ElementAtOrDefault(line) ?? "nothing more"}', "
            + $"the other has '{theirs.ElementAtOrDefault(line) ?? "nothing more"}'.";
    }

    private static IEnumerable<Filter> FiltersOf(Aggregate aggregate) =>
        new[] { aggregate.Filter, (aggregate as Aggregate.Balance)?.Among }.OfType<Filter>();

    private static IEnumerable<Filter> Conjuncts(Filter? filter) => filter switch
    {
        null => [],
        Filter.Both both => Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        _ => [filter],
    };

    public static string? FactorIn(Aggregate aggregate) => (aggregate as Aggregate.SumOfProducts)?.Factor;

    // Whether a filter looks at nothing but the dimensions of cells.
    private sealed class OfCells(ImmutableArray<string> dimensions) : FilterVisitor<bool>
    {
        public override bool VisitMemberIn(Filter.MemberIn filter) => dimensions.Contains(filter.Dimension);

        public override bool VisitDerivedIn(Filter.DerivedIn filter) => false;

        public override bool VisitValueCompare(Filter.ValueCompare filter) => false;

        public override bool VisitValueMissing(Filter.ValueMissing filter) => false;

        public override bool VisitBoth(Filter.Both filter) => filter.Left.Accept(this) && filter.Right.Accept(this);

        public override bool VisitEither(Filter.Either filter) => filter.Left.Accept(this) && filter.Right.Accept(this);

        public override bool VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);
    }
}
