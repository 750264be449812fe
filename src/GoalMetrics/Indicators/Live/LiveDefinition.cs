using System.Collections.Immutable;
using System.Globalization;
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
    public bool KeepsOrder => Aggregates.Any(aggregate => aggregate.Aggregation
        is Aggregation.First or Aggregation.Last or Aggregation.Balance or Aggregation.OpeningBalance);

    // Two tables with the same text keep the same.
    public string Fingerprint => string.Join(
        '\n',
        [
            $"table {Schema.Name}, {Schema.Time}",
            .. Schema.Dimensions.Select(dimension => $"dimension {dimension}"),
            .. Schema.Columns.Select(column => $"column {column.Name}, {column.Unit}, {column.CountedPer}, {column.IsBalance}"),
            $"calendar {Calendar}",
            $"cells {Grain} {string.Join(", ", Dimensions)}",
            .. Aggregates.Select(Text),
        ]);

    public void Keep(Metric metric)
    {
        var isNull = metric.NullFilter;
        var own = metric.Aggregate.Filter;
        Keep(metric.Aggregate);
        Keep(new Aggregate(Aggregation.Count, null, 0m, own));
        if (isNull is not null)
        {
            Keep(new Aggregate(Aggregation.Count, null, 0m, own is null ? isNull : own & isNull));
        }
    }

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

        return (aggregate with { Filter = ofFacts }, ofCells);
    }

    public bool IsOfCells(Filter filter) => filter switch
    {
        Filter.MemberIn members => Dimensions.Contains(members.Dimension),
        Filter.Both both => IsOfCells(both.Left) && IsOfCells(both.Right),
        Filter.Either either => IsOfCells(either.Left) && IsOfCells(either.Right),
        Filter.Negation not => IsOfCells(not.Filter),
        _ => false,
    };

    // The dimensions that cells, aggregates or filters look at; others of a fact are not kept.
    public IEnumerable<string> UsedDimensions() => Dimensions.Concat(Aggregates.SelectMany(aggregate => (string?[])
        [
            aggregate.Aggregation is Aggregation.CountDistinct or Aggregation.ApproximateCountDistinct ? aggregate.Column : null,
            aggregate.Entity,
            .. aggregate.Filter?.Named.Select(members => members.Dimension) ?? [],
            .. ReadsAllDimensions(aggregate) ? Schema.Dimensions : [],
        ]).OfType<string>()).Distinct(StringComparer.Ordinal);

    // Whether nothing but approximate counts of the members, and of facts without one, is kept of a dimension: hashes are enough for them.
    public bool IsHashed(string dimension) =>
        !Dimensions.Contains(dimension)
        && Aggregates.All(aggregate =>
            (aggregate.Aggregation == Aggregation.ApproximateCountDistinct || aggregate.Column != dimension)
            && aggregate.Entity != dimension
            && !ReadsAllDimensions(aggregate)
            && (aggregate.Filter?.Named.Where(members => members.Dimension == dimension).All(members => members.Members.All(member => member is null)) ?? true));

    private static bool ReadsAllDimensions(Aggregate aggregate) =>
        aggregate is { Entity: null, Aggregation: Aggregation.Balance or Aggregation.OpeningBalance or Aggregation.AverageBalance };

    private void Keep(Aggregate aggregate)
    {
        var kept = Split(aggregate).Kept;
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

    private static string Text(Aggregate aggregate) => string.Create(
        CultureInfo.InvariantCulture, $"{aggregate.Aggregation} {aggregate.Column} {aggregate.Percentile} {aggregate.Entity} {Text(aggregate.Filter)}");

    private static string Text(Filter? filter) => filter switch
    {
        null => "",
        Filter.MemberIn members => $"{members.Dimension} in ({string.Join(", ", members.Members.Select(member => member is null ? "null" : $"'{member}'"))})",
        Filter.ValueCompare compare => string.Create(CultureInfo.InvariantCulture, $"{compare.Column} {compare.Comparison} {compare.Value}"),
        Filter.ValueMissing missing => $"{missing.Column} missing",
        Filter.Both both => $"({Text(both.Left)} and {Text(both.Right)})",
        Filter.Either either => $"({Text(either.Left)} or {Text(either.Right)})",
        Filter.Negation not => $"not ({Text(not.Filter)})",
        _ => throw new ArgumentException($"Unknown kind of filter: {filter.GetType().Name}.", nameof(filter)),
    };
}
