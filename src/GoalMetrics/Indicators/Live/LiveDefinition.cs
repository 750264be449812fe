using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// What a live table keeps: cells of which grain and dimensions, and which aggregates in each.
internal sealed class LiveDefinition
{
    public required TableSchema Schema { get; init; }

    public required ReportingCalendar Calendar { get; init; }

    public required Grain Grain { get; init; }

    public required ImmutableArray<string> Dimensions { get; init; }

    public required FactCoverage Coverage { get; init; }

    public required Duration Settling { get; init; }

    public ImmutableArray<Aggregate> Aggregates { get; private set; } = [];

    // Whether of two facts at the same time it matters which came first.
    public bool KeepsOrder => Aggregates.Any(aggregate => aggregate
        is Aggregate.First or Aggregate.Last or Aggregate.Balance { Value: BalanceValue.Last or BalanceValue.First });

    // The first and the last time that a fact may have, as numbers: no date of a period that begins before there are dates.
    public (long First, long Last) Times()
    {
        if (Schema.Time == FactTime.Instant)
        {
            return (TimeColumn.Earliest, TimeColumn.Latest);
        }

        var first = Calendar.Period(Grain, ReportingCalendar.MinDate);
        return (TimeColumn.Number(first.StartDate < ReportingCalendar.MinDate ? first.EndDate : first.StartDate), TimeColumn.Number(ReportingCalendar.MaxDate));
    }

    // Two tables with the same text keep the same.
    public string Fingerprint => string.Join(
        '\n',
        [
            $"table {Quoted(Schema.Name)}, {Schema.Time}",
            .. Schema.DimensionNames.Select(dimension => $"dimension {Quoted(dimension)}"),
            .. Schema.Columns.Select(column => $"column {Quoted(column.Name)}, {column.Unit}, {column.CountedPer}, {column.IsBalance}"),
            $"calendar {Calendar}",
            $"cells {Grain} {string.Join(", ", Dimensions.Select(Quoted))}",
            .. Aggregates.Select(Text),
        ]);

    public void Keep(Metric metric)
    {
        var isNull = metric.NullFilter;
        foreach (var aggregate in metric.Aggregates)
        {
            Keep(aggregate);
        }

        var own = metric.Filter;
        Keep(new Aggregate.Count { Filter = own });
        if (isNull is not null)
        {
            Keep(new Aggregate.Count { Filter = own is null ? isNull : own & isNull });
        }
    }

    // How many facts a cell has, which it knows anyway: members that filters name are looked for by it.
    public void KeepCount() => Keep(new Aggregate.Count());

    // What is kept of an aggregate, and which cells to take it from: a filter on dimensions of cells need not be kept.
    public (Aggregate Kept, Filter? OfCells) Split(Aggregate aggregate)
    {
        Filter? ofCells = null, ofFacts = null;
        foreach (var part in Conjuncts(aggregate.Filter))
        {
            if (IsOfCells(part))
            {
                ofCells = ofCells is null ? part : ofCells & part;
            }
            else
            {
                ofFacts = ofFacts is null ? part : ofFacts & part;
            }
        }

        return (aggregate.Where(ofFacts), ofCells);
    }

    public bool IsOfCells(Filter filter) => filter switch
    {
        Filter.MemberIn members => Dimensions.Contains(members.Dimension),
        Filter.Both both => IsOfCells(both.Left) && IsOfCells(both.Right),
        Filter.Either either => IsOfCells(either.Left) && IsOfCells(either.Right),
        Filter.Negation not => IsOfCells(not.Filter),
        _ => false,
    };

    // Whether each member of the dimension must be known. Of others, filters need those they name, and approximate counts need hashes.
    public bool IsWhole(string dimension) => Dimensions.Contains(dimension) || Aggregates.Any(aggregate => aggregate switch
    {
        Aggregate.CountDistinct count => count.Dimension == dimension,
        Aggregate.Balance balance => balance.Entity is null || balance.Entity == dimension,
        _ => false,
    });

    public bool IsCounted(string dimension) =>
        Aggregates.Any(aggregate => aggregate is Aggregate.ApproximateCountDistinct count && count.Dimension == dimension);

    // The column or dimension that it is of.
    public static string? NameIn(Aggregate aggregate) => aggregate switch
    {
        Aggregate.CountDistinct count => count.Dimension,
        Aggregate.ApproximateCountDistinct count => count.Dimension,
        Aggregate.Sum sum => sum.Column,
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
        var filters = Aggregates.SelectMany(aggregate => aggregate.Filter?.Named() ?? []).Where(members => members.Dimension == dimension).ToList();
        return filters.Count == 0 ? null : filters.SelectMany(members => members.Members).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    private void Keep(Aggregate aggregate)
    {
        var kept = Accumulator.Shared(Split(aggregate).Kept);
        if (!Aggregates.Contains(kept))
        {
            Aggregates = Aggregates.Add(kept);
        }
    }

    private static IEnumerable<Filter> Conjuncts(Filter? filter) => filter switch
    {
        null => [],
        Filter.Both both => Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        _ => [filter],
    };

    private static string Text(Aggregate aggregate)
    {
        var balance = aggregate as Aggregate.Balance;
        return $"{aggregate.Kind} {Quoted(NameIn(aggregate))} {balance?.Value} {Quoted(balance?.Entity)} {Text(aggregate.Filter)}";
    }

    // Two texts that differ stay different, and in one line.
    private static string Quoted(string? text) => text is null
        ? "null"
        : $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}\"";

    private static string Text(Filter? filter) => filter switch
    {
        null => "",
        Filter.MemberIn members => $"{Quoted(members.Dimension)} in ({string.Join(", ", members.Members.Select(Quoted))})",
        Filter.ValueCompare compare => string.Create(CultureInfo.InvariantCulture, $"{Quoted(compare.Column)} {compare.Comparison} {ShortestDecimal.Of(compare.Value)}"),
        Filter.ValueMissing missing => $"{Quoted(missing.Column)} missing",
        Filter.Both both => $"({Text(both.Left)} and {Text(both.Right)})",
        Filter.Either either => $"({Text(either.Left)} or {Text(either.Right)})",
        Filter.Negation not => $"not ({Text(not.Filter)})",
        _ => throw new ArgumentException($"Unknown kind of filter: {filter.GetType().Name}.", nameof(filter)),
    };
}
