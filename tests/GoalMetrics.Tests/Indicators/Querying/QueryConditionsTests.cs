using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>Each comparison, with a value below, at and above the limit.</summary>
public sealed class QueryConditionsTests
{
    private static readonly FactTable Sales = FactTable.From("sales", new[] { ("below", 4m), ("at", 5m), ("above", 6m) })
        .AllAt(new LocalDate(2026, 1, 1)).Dimension("market", fact => fact.Item1).Value("orders", fact => fact.Item2, Unit.Count("order"))
        .Build();

    private static readonly Metric Orders = Metric.Sum("orders", Sales, "orders");

    private static readonly InMemorySource Source = new(ReportingCalendar.Utc, Sales);

    public static TheoryData<Comparison, string> Kept => new()
    {
        { Comparison.Equal, "at" },
        { Comparison.Less, "below" },
        { Comparison.LessOrEqual, "at, below" },
        { Comparison.Greater, "above" },
        { Comparison.GreaterOrEqual, "above, at" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Having_EachComparison_KeepsTheRowsForWhichItHolds(Comparison comparison, string markets) =>
        MarketsOf(Query.For(Orders).By("market").Having(Orders, comparison, Quantity.Count(5, "order"))).Should().Be(markets);

    [Theory]
    [MemberData(nameof(Kept))]
    public void Where_EachComparison_KeepsTheFactsForWhichItHolds(Comparison comparison, string markets)
    {
        var facts = Metric.Count("facts", Sales);

        var query = Query.For(facts).By("market").Where(Filter.Compare("orders", comparison, 5m)).Having(facts, Comparison.Greater, 0);

        MarketsOf(query).Should().Be(markets);
    }

    [Fact]
    public void Kept_Comparisons_AreAllOfThem() =>
        Kept.Select(row => row.Data.Item1).Should().BeEquivalentTo(Enum.GetValues<Comparison>());

    private static string MarketsOf(Query query) => string.Join(", ", Source.Query(query).Rows.Select(row => row["market"]));
}
