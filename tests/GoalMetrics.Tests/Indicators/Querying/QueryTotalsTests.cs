using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Rows, totals and what is not there.
public class QueryTotalsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    private static readonly FactTable Sales = FactTable.From<(int Day, string? Market, string? Channel, string Customer, decimal Revenue)>(
        "sales",
        [
            (1, "UK", "email", "ann", 10.10m), (1, "UK", "search", "bob", 20.20m), (1, "DK", "email", "ann", 30.30m),
                (2, "UK", "email", "ann", 0.01m),
            (2, null, "email", "cid", 5m), (4, "DK", null, "bob", 7m), (4, "DK", "search", "dan", 0.02m),
        ])
        .At(fact => Day(fact.Day)).Dimension("market", fact => fact.Market).Dimension("channel", fact => fact.Channel)
        .Dimension("customer", fact => fact.Customer)
        .Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .Covering(Day(1), Day(6)).Build();

    private static readonly FactTable Visits = FactTable.From<(int Day, string? Market)>("visits",
        [(1, "UK"), (1, "UK"), (1, "UK"), (1, "UK"), (1, "DK"), (1, "SE"), (2, "UK"), (3, "UK")])
        .At(fact => Day(fact.Day)).Dimension("market", fact => fact.Market).Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales, "order");
    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue");
    private static readonly Metric Customers = Metric.CountDistinct("customers", Sales, "customer", "customer");
    private static readonly Metric VisitCount = Metric.Count("visits", Visits, "visit");
    private static readonly Measure OrderValue = Measure.Of("order-value", Commerce.AverageOrderValue, Revenue, Orders);
    private static readonly Measure Conversion = Measure.Of("conversion", Marketing.ConversionRate, Orders, VisitCount);
    private static readonly InMemorySource Source = new(Calendar, Sales, Visits);

    [Fact]
    public void Query_NullMember_IsShownLast()
    {
        var answer = Ask(Query.For(Revenue).By("market"));
        answer.Rows.Select(row => $"{row.Members[0] ?? "none"} {row[Revenue]}")
            .Should().Equal("DK DKK 37.32", "UK DKK 30.31", "none DKK 5.00");
        answer.Total[Revenue].Should().Be(Money.Dkk(72.63m));
    }

    [Fact]
    public void Query_PartsOfASum_AddUpExactly()
    {
        var answer = Ask(Query.For(Revenue, Orders).By(Grain.Day).By("market", "channel"));
        answer.Rows.Sum(row => row[Revenue].Amount).Should().Be(answer.Total[Revenue].Amount).And.Be(72.63m);
        answer.Rows.Sum(row => row[Orders].Amount).Should().Be(answer.Total[Orders].Amount).And.Be(7m);
        foreach (var day in answer.Rows.Select(row => row.Period).Distinct())
        {
            answer.Rows.Where(row => row.Period == day).Sum(row => row[Revenue].Amount).Should().Be(answer[day, Revenue].Amount);
        }
    }

    [Fact] // 72.63 / 7, not the mean of the days' or markets' values.
    public void Query_RatioOfATotal_IsTheRatioOfTheTotals()
    {
        var answer = Ask(Query.For(OrderValue).By(Grain.Day).By("market"));
        answer.Total[OrderValue].Should().Be(Money.Dkk(72.63m / 7m).Per("order"));
        answer[Calendar.Day(Day(1)), OrderValue].Should().Be(Money.Dkk(20.2m).Per("order"));
        answer["UK", OrderValue].Should().Be(Money.Dkk(30.31m / 3m).Per("order"));
        answer[Calendar.Day(Day(1)), "UK", OrderValue].Should().Be(Money.Dkk(15.15m).Per("order"));
    }

    [Fact] // Ann and Bob buy on two days and in two markets each, and are two customers all the same.
    public void Query_DistinctTotal_IsCountedAnew()
    {
        var answer = Ask(Query.For(Customers).By(Grain.Day).By("market"));
        answer.Rows.Sum(row => row[Customers].Amount).Should().Be(7m);
        answer.Total[Customers].Should().Be(Quantity.Count(4m, "customer"));
        answer["UK", Customers].Amount.Should().Be(2m);
        answer["DK", Customers].Amount.Should().Be(3m);
        answer[Calendar.Day(Day(1)), Customers].Amount.Should().Be(2m);
    }

    [Fact] // Covered from the 1st to the 5th, without facts on the 3rd and 5th.
    public void Query_PeriodsWithoutFacts_HaveRows()
    {
        Measure[] measures = [
            Revenue, Orders, Customers, Metric.Average("mean", Sales, "revenue"), Metric.Last("last", Sales, "revenue"), OrderValue];
        var answer = Ask(Query.For(measures).Between(Day(1).PlusDays(-1), Day(7)).By(Grain.Day));

        Values(answer, Revenue)
            .Should().Equal(
                "undefined: no data (revenue)", "DKK 60.60", "DKK 5.01", "DKK 0.00", "DKK 7.02", "DKK 0.00",
                "undefined: no data (revenue)");
        Values(answer, Orders).Should().Equal("undefined: no data (orders)", "3", "2", "0", "2", "0", "undefined: no data (orders)");
        Values(answer, Customers).Should().Equal(
            "undefined: no data (customers)", "2", "2", "0", "2", "0", "undefined: no data (customers)");
        answer[Calendar.Day(Day(3)), Orders].Unit.Should().Be(Unit.Count("order"));
        answer[Calendar.Day(Day(3)), measures[3]].Should().Be(Quantity.Undefined(UndefinedReason.NoData, "mean", Unit.Money("DKK")));
        answer[Calendar.Day(Day(3)), measures[4]].Reason.Should().Be(UndefinedReason.NoData);
        answer[Calendar.Day(Day(3)), OrderValue]
            .Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "orders", Unit.Money("DKK").Per("order")));
        answer[Calendar.Day(Day(7).PlusDays(-1)), OrderValue].Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact] // Groups missing on one side are kept; the absent side is 0 where the table covers the period.
    public void Query_TwoTables_MeetAfterEachIsAggregated()
    {
        var answer = Ask(Query.For(Orders, VisitCount, Conversion).By(Grain.Day).By("market").Between(Day(1), Day(5)));

        answer.Rows.Where(row => row.Period == Calendar.Day(Day(1)))
            .Select(row => $"{row.Members[0] ?? "none"}: {row[Orders]}, {row[VisitCount]}, {row[Conversion]}").Should().Equal(
            "DK: 1, 1, 100 %", "SE: 0, 1, 0 %", "UK: 2, 4, 50 %", "none: 0, 0, undefined: zero denominator (visitors)");

        // Visits are covered to the 3rd, by their facts.
        answer[Calendar.Day(Day(4)), "DK", VisitCount]
            .Should().Be(Quantity.Undefined(UndefinedReason.NoData, "visits", Unit.Count("visit")));
        answer[Calendar.Day(Day(4)), "DK", Conversion].Reason.Should().Be(UndefinedReason.NoData);
        answer[Calendar.Day(Day(4)), "SE", Orders].Should().Be(Quantity.Count(0m, "order"));

        // Five orders and eight visits on the three days that both tables cover; the two orders of the 4th have no visits to stand against.
        answer.Total[Conversion].Should().Be(Quantity.Ratio(5m / 8m));
    }

    [Fact] // Numerator and denominator have filters of their own.
    public void Query_MetricsWithFilters_KeepThemApart()
    {
        var email = Orders.Where(Filter.Equal("channel", "email"));
        var share = Measure.Of("email-share", (part, whole) => part.DividedBy(whole), email, Orders);
        var answer = Ask(Query.For(share).By("market"));
        answer.Total[share].Should().Be(Quantity.Ratio(4m / 7m));
        answer["DK", share].Should().Be(Quantity.Ratio(1m / 3m));
        answer[(string?)null, share].Should().Be(Quantity.Ratio(1m));
        Ask(Query.For(share).Where(Filter.Compare("revenue", Comparison.Less, 1m))).Total[share].Should().Be(Quantity.Ratio(0.5m));
    }

    [Fact] // Narrowing twice is narrowing by both; the original stays as it is.
    public void Where_Twice_NarrowsByBoth()
    {
        var narrowed = Orders.Where(Filter.Equal("channel", "email")).Where(Filter.Equal("market", "UK"));
        Ask(Query.For(narrowed)).Total[narrowed].Amount.Should().Be(2m);
        Ask(Query.For(Orders).Where(Filter.Equal("channel", "email")).Where(Filter.Equal("market", "UK"))).Total[Orders].Amount
            .Should().Be(2m);
        Ask(Query.For(Orders)).Total[Orders].Amount.Should().Be(7m);
    }

    [Fact] // A filter by which no member of a dimension is left has no rows, and totals of 0.
    public void Query_NothingPasses_HasTotalsOnly()
    {
        var answer = Ask(Query.For(Orders).By("market").Where(Filter.Equal("market", "nowhere")));
        answer.Rows.Should().BeEmpty();
        answer.Total[Orders].Should().Be(Quantity.Count(0m, "order"));
    }

    [Theory] // In email: 1 UK, 1 DK on the 1st, 1 UK and 1 without market on the 2nd; one order has no channel.
    [InlineData("in", 3)]
    [InlineData("in-nothing", 0)]
    [InlineData("null", 1)]
    [InlineData("not-null", 6)]
    [InlineData("not-email", 3)]
    [InlineData("and", 2)]
    [InlineData("or", 5)]
    [InlineData("equal", 1)]
    [InlineData("less", 2)]
    [InlineData("less-or-equal", 3)]
    [InlineData("greater", 4)]
    [InlineData("greater-or-equal", 5)]
    public void Query_Filter_CountsWhatPasses(string name, int count)
    {
        var filter = name switch
        {
            "in" => Filter.In("channel", "search", null),
            "in-nothing" => Filter.In("channel"),
            "null" => Filter.IsNull("channel"),
            "not-null" => !Filter.IsNull("channel"),
            "not-email" => !Filter.Equal("channel", "email"),
            "and" => Filter.Equal("channel", "email").And(Filter.Equal("market", "UK")),
            "or" => Filter.Equal("channel", "email").Or(Filter.Equal("market", "UK")),
            "equal" => Filter.Compare("revenue", Comparison.Equal, 5.00m),
            "less" => Filter.Compare("revenue", Comparison.Less, 5m),
            "less-or-equal" => Filter.Compare("revenue", Comparison.LessOrEqual, 5m),
            "greater" => Filter.Compare("revenue", Comparison.Greater, 5m),
            _ => Filter.Compare("revenue", Comparison.GreaterOrEqual, 5m),
        };
        Ask(Query.For(Orders).Where(filter)).Total[Orders].Amount.Should().Be(count);
    }

    [Fact] // Two-valued: a comparison with no value is false, and its negation true.
    public void Filter_ComparisonWithNull_IsFalse()
    {
        var table = FactTable.From("t", new decimal?[] { 1m, null }).AllAt(Day(1)).Value("v", v => v, Unit.Money("DKK")).Build();
        var count = Metric.Count("n", table);
        var source = new InMemorySource(Calendar, table);
        source.Query(Query.For(count).Where(Filter.Compare("v", Comparison.GreaterOrEqual, 0m))).Total[count].Amount.Should().Be(1m);
        source.Query(Query.For(count).Where(!Filter.Compare("v", Comparison.GreaterOrEqual, 0m))).Total[count].Amount.Should().Be(1m);
        source.Query(Query.For(count).Where(!Filter.Compare("v", Comparison.Less, 0m))).Total[count].Amount.Should().Be(2m);
    }

    [Fact] // Without a range the query is about all that any of its tables covers.
    public void Query_NoRange_IsAllThatIsCovered()
    {
        Ask(Query.For(VisitCount)).Total.Period.ToString().Should().Be("2026-01-01/2026-01-04");
        Ask(Query.For(VisitCount, Orders)).Total.Period.ToString().Should().Be("2026-01-01/2026-01-06");
    }

    [Fact]
    public void Query_NoRangeAndNoFacts_SaysWhatToAdd()
    {
        var empty = FactTable.From<int>("empty", []).AllAt(Day(1)).Build();
        Assert.Throws<InvalidOperationException>(() => new InMemorySource(Calendar, empty).Query(Query.For(Metric.Count("n", empty))))
            .Message
            .Should().Be(
                "No range is stated, and there are no facts to take one from. Load them, or add Between(start, end) or During(period).");
    }

    [Fact]
    public void Evidence_OfARatio_IsItsInputs()
    {
        var row = Ask(Query.For(OrderValue)).Total;
        row.Evidence(OrderValue).Select(input => (input.Measure, input.Value))
            .Should().Equal((Revenue, Money.Dkk(72.63m)), (Orders, Quantity.Count(7m, "order")));
        Ask(Query.For(Revenue)).Total.Evidence(Revenue).Should().BeEmpty();
    }

    [Fact]
    public void Indexer_UnknownMember_NamesTheNearest()
    {
        var answer = Ask(Query.For(Revenue).By(Grain.Day).By("market").Between(Day(1), Day(3)));

        Assert.Throws<KeyNotFoundException>(() => answer["uk", Revenue]).Message
            .Should().Be("The table has no row for 'uk'; it has 'DK', 'UK', null. Did you mean 'UK' or 'DK'?");
    }

    [Fact]
    public void Indexer_UnknownPeriod_NamesThoseThatThereAre()
    {
        var answer = Ask(Query.For(Revenue).By(Grain.Day).By("market").Between(Day(1), Day(3)));

        Assert.Throws<KeyNotFoundException>(() => answer[Calendar.Day(Day(9)), Revenue]).Message
            .Should().Be("The table has no period 2026-01-09; it has 2026-01-01, 2026-01-02.");
    }

    [Fact]
    public void Indexer_UnknownPeriodOfAMember_NamesThoseThatThereAre()
    {
        var answer = Ask(Query.For(Revenue).By(Grain.Day).By("market").Between(Day(1), Day(3)));

        Assert.Throws<KeyNotFoundException>(() => answer[Calendar.Day(Day(9)), "UK", Revenue]).Message
            .Should().Be("The table has no period 2026-01-09; it has 2026-01-01, 2026-01-02.");
    }

    [Fact]
    public void Total_MeasureThatWasNotAskedFor_IsNamed()
    {
        var answer = Ask(Query.For(Revenue).By(Grain.Day).By("market").Between(Day(1), Day(3)));

        Assert.Throws<KeyNotFoundException>(() => answer.Total[Orders]).Message
            .Should().Be("The query did not ask for 'orders'; it asked for revenue.");
    }

    [Fact]
    public void Row_MoreMembersThanDimensions_IsRefused()
    {
        var answer = Ask(Query.For(Revenue).By(Grain.Day).By("market").Between(Day(1), Day(3)));

        Assert.Throws<ArgumentException>(() => answer.Row(Calendar.Day(Day(1)), "UK", "email"))
            .Message.Should().Be("Expected a member of each dimension (market), in that order; found 2. (Parameter 'members')");
    }

    private static MetricTable Ask(Query query) => Source.Query(query);

    private static IEnumerable<string> Values(MetricTable table, Measure measure) => table.Rows.Select(row => row[measure].ToString(null));

    private static LocalDate Day(int day) => new(2026, 1, day);
}
