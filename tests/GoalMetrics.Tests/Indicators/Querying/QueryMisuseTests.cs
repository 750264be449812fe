using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// A mistake in the program throws at once, and the message says what was found, what was expected and what to do.
public class QueryMisuseTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;
    private static readonly Unit Customer = Unit.Count("customer");

    private static readonly FactTable Sales = FactTable.From("sales", [new LocalDate(2026, 1, 1)]).At(date => date)
        .Dimension("market", _ => "UK").Dimension("channel", _ => "email").Value("revenue", _ => 1m, Unit.Money("GBP")).Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue");
    private static readonly InMemorySource Source = new(Calendar, Sales);

    // Customers who were counted by day and market before they were loaded.
    private static readonly FactTable Shop = Daily();
    private static readonly Metric Customers = Metric.Sum("customers", Shop, "customers");
    private static readonly InMemorySource Counted = new(Calendar, Shop);
    private static readonly ReportingPeriod FirstDay = Calendar.Day(new(2026, 1, 1));

    [Fact]
    public void By_UnknownDimension_NamesTheNearest() =>
        Assert.Throws<ArgumentException>(() => Source.Query(Query.For(Revenue).By("markte")))
            .Message
            .Should().Be("Table 'sales' has no dimension 'markte'; it has market, channel. Did you mean 'market'? (Parameter 'query')");

    [Fact]
    public void Where_UnknownDimension_NamesTheNearest() =>
        Messages.Of<ArgumentException>(() => Source.Query(Query.For(Revenue).Where(Filter.IsNull("chanel")))).Should().Be(
            "Table 'sales' has no dimension 'chanel'; it has market, channel. Did you mean 'channel'? (Parameter 'filter')");

    private static readonly Metric Visits = Metric.Count("visits", TableSchema.Named("visits", FactTime.Date).Dimension("channel"));

    private static readonly InMemorySource OfTwo = new(
        Calendar, Sales, FactTable.From("visits", [0]).At(_ => new LocalDate(2026, 1, 1)).Dimension("channel", _ => "web").Build());

    [Fact]
    public void Where_DimensionOfOneOfTwoTables_SaysHowToFilterThatOne() =>
        Messages.Of<ArgumentException>(() => OfTwo.Query(Query.For(Revenue, Visits).Where(Filter.Equal("market", "UK")))).Should().Be(
            "Table 'visits' has no dimension 'market', as table 'sales' has, and the query asks both by it."
            + " Filter the metrics that have it instead, with Metric.Where. (Parameter 'filter')");

    [Fact]
    public void By_DimensionOfOneOfTwoTables_SaysToAskTwice() =>
        Messages.Of<ArgumentException>(() => OfTwo.Query(Query.For(Revenue, Visits).By("market"))).Should().Be(
            "Table 'visits' has no dimension 'market', as table 'sales' has, and the query asks both by it."
            + " Ask for the measures of each table in a query of its own. (Parameter 'query')");

    [Fact]
    public void Where_UnknownColumnDeepInTheFilter_NamesTheNearest()
    {
        var filter = Filter.IsNull("market") | !Filter.Compare("revenu", Comparison.Less, 1m);

        Messages.Of<ArgumentException>(() => Source.Query(Query.For(Revenue).Where(filter))).Should().Be(
            "Table 'sales' has no value column 'revenu'; it has revenue. Did you mean 'revenue'? (Parameter 'filter')");
    }

    [Fact]
    public void Where_UnknownDimensionOfAMetric_IsRefusedWhenItIsMade() =>
        Messages.Of<ArgumentException>(() => Revenue.Where(Filter.IsNull("market") & Filter.Equal("country", "UK"))).Should().Be(
            "Table 'sales' has no dimension 'country'; it has market, channel. (Parameter 'filter')");

    [Fact]
    public void Sum_UnknownColumn_NamesTheNearest() =>
        Messages.Of<ArgumentException>(() => Metric.Sum("r", Sales, "revenues")).Should().Be(
            "Table 'sales' has no value column 'revenues'; it has revenue. Did you mean 'revenue'? (Parameter 'column')");

    [Fact]
    public void Sum_TableWithoutColumns_SaysThatItHasNone() =>
        Messages.Of<ArgumentException>(() => Metric.Sum("r", TableSchema.Named("empty", FactTime.Date), "revenue")).Should().Be(
            "Table 'empty' has no value column 'revenue'; it has none. (Parameter 'column')");

    [Fact]
    public void CountDistinct_UnknownDimension_SaysWhichThereAre() =>
        Messages.Of<ArgumentException>(() => Metric.CountDistinct("c", Sales, "customer")).Should().Be(
            "Table 'sales' has no dimension 'customer'; it has market, channel. (Parameter 'dimension')");

    [Fact]
    public void Count_NoTable_Throws() => Assert.Throws<ArgumentNullException>(() => Metric.Count("n", null!)).ParamName.Should().Be("of");

    [Fact]
    public void Query_UnknownTable_NamesTheNearest() =>
        Messages.Of<ArgumentException>(() => Source.Query(Query.For(Elsewhere))).Should().Be(
            "The source has no table 'sale'; it has sales. Did you mean 'sales'? (Parameter 'tables')");

    [Fact]
    public void Query_SourceWithoutTables_SaysThatItHasNone() =>
        Messages.Of<ArgumentException>(() => new InMemorySource(Calendar).Query(Query.For(Elsewhere))).Should().Be(
            "The source has no table 'sale'; it has none. (Parameter 'tables')");

    [Fact]
    public void Query_PeriodOfAnotherCalendar_NamesBoth() =>
        Assert.Throws<ArgumentException>(
            () => Source.Query(Query.For(Revenue).During(ReportingCalendar.Iso("Europe/Copenhagen").Month(2026, 1)))).Message.Should().Be(
            "The period 2026-01 is of the calendar Europe/Copenhagen, weeks from Monday (week 1 has at least 4 days), fiscal years from"
            + " January;"
            + " the source has UTC, weeks from Monday (week 1 has at least 4 days), fiscal years from January. Take periods from the"
            + " source's calendar.");

    [Fact]
    public void Query_HoursOfDates_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Source.Query(Query.For(Revenue).By(Grain.Hour)))
            .Message
            .Should().Be("Table 'sales' has dates, and no times of day: 'revenue' cannot be computed by hour. Ask by day, or load"
                + " instants.");

    [Fact]
    public void For_NoMeasures_IsRefused() =>
        Messages.Of<ArgumentException>(() => Query.For()).Should().Be("Expected at least one measure; found none. (Parameter 'measures')");

    [Fact]
    public void For_TwoMeasuresOfAnId_NamesIt() =>
        Messages.Of<ArgumentException>(() => Query.For(Revenue, Metric.Count("revenue", Sales))).Should().Be(
            "Two measures have the id 'revenue'. Expected a different id for each. (Parameter 'measures')");

    [Fact]
    public void Between_NoDays_SaysThatTheEndIsLeftOut() =>
        Messages.Of<ArgumentException>(() => Query.For(Revenue).Between(new(2026, 1, 2), new(2026, 1, 2))).Should().Be(
            "A range ends after it starts; found 2026-01-02 to 2026-01-02. The end is the first date that is left out."
            + " (Parameter 'endExclusive')");

    [Fact]
    public void By_UnknownGrain_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Query.For(Revenue).By((Grain)99)).Should().StartWith(
            "Expected one of Hour, Day, Week, Month, Quarter, HalfYear, Year, FiscalQuarter, FiscalHalfYear, FiscalYear, RetailWeek,"
            + " RetailPeriod, RetailQuarter, RetailYear. (Parameter 'grain')");

    [Fact]
    public void Where_Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => Query.For(Revenue).Where(null!)).ParamName.Should().Be("filter");

    [Fact]
    public void During_Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => Query.For(Revenue).During(null!)).ParamName.Should().Be("period");

    [Fact]
    public void Query_SameMeasureTwice_IsAskedForOnce() => Source.Query(Query.For(Revenue, Revenue)).Total[Revenue].Amount.Should().Be(1m);

    [Fact]
    public void Source_TwoTablesOfAName_AreNamed() =>
        Assert.Throws<ArgumentException>(
            () => new InMemorySource(Calendar, Sales, FactTable.From<int>("sales", []).AllAt(new(2026, 1, 1)).Build()))
            .Message
            .Should().Be("Two tables are named 'sales': sales (1 rows) and sales (0 rows). Expected each name once. (Parameter 'tables')");

    // Metrics defined on a schema written by hand, or on another load: the numbers would mean something else.
    public static TheoryData<Metric, string> Unfit
    {
        get
        {
            var schema = TableSchema.Named("sales", FactTime.Date).Dimension("market").Dimension("country")
                .Value("revenue", Unit.Money("DKK")).Value("cost", Unit.Money("GBP"));
            var counted = TableSchema.Named("sales", FactTime.Date).DistinctCount("revenue", Unit.Money("GBP"), Grain.Day);
            return new()
            {
                {
                    Metric.Sum("turnover", schema, "revenue"),
                    "'turnover' was defined on another table 'sales' than the source has. Its column 'revenue' holds GBP, and the metric"
                    + " expects DKK."
                },
                {
                    Metric.Sum("cost", schema, "cost"),
                    "'cost' was defined on another table 'sales' than the source has. Table 'sales' has no value column 'cost'; it has"
                    + " revenue."
                },
                {
                    Metric.CountDistinct("countries", schema, "country"),
                    "'countries' was defined on another table 'sales' than the source has. Table 'sales' has no dimension 'country'; it has"
                    + " market, channel."
                },
                {
                    Metric.Count("n", schema).Where(Filter.IsNull("country")),
                    "'n' was defined on another table 'sales' than the source has. Table 'sales' has no dimension 'country'; it has market,"
                    + " channel."
                },
                {
                    Metric.Sum("r", counted, "revenue"),
                    "'r' was defined on another table 'sales' than the source has. Its column 'revenue' holds GBP, and the metric expects"
                    + " GBP, distinct per Day."
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Unfit), DisableDiscoveryEnumeration = true)]
    public void Query_MetricOfAnotherTable_IsRefused(Metric metric, string message) =>
        Assert.Throws<ArgumentException>(() => Source.Query(Query.For(metric))).Message.Should().Be(message);

    // A schema by hand needs no more than what is asked for.
    private static TableSchema PartOfSales => TableSchema.Named("sales", FactTime.Instant).Value("revenue", Unit.Money("GBP"));

    [Fact]
    public void Query_MetricOfAPartOfTheTable_IsAnswered()
    {
        var revenue = Metric.Sum("r", PartOfSales, "revenue");

        Source.Query(Query.For(revenue).By("channel"))["email", revenue].Should().Be(Money.Gbp(1m));
    }

    [Fact]
    public void Query_CountOfAPartOfTheTable_HasTheNounOfTheMetric()
    {
        var orders = Metric.Count("n", PartOfSales, "order");

        Source.Query(Query.For(orders).By("channel"))["email", orders].Should().Be(Quantity.Count(1m, "order"));
    }

    [Fact] // The source's table has dates, whatever the schema says.
    public void Query_HoursByASchemaOfInstants_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Source.Query(Query.For(Metric.Sum("r", PartOfSales, "revenue")).By(Grain.Hour))).Message
            .Should().StartWith("Table 'sales' has dates, and no times of day");

    public static TheoryData<string, string> NotAdditive => new()
    {
        { "total",
            "'customers' was asked for as one number, but was counted for each day and market before it was loaded. Such counts can be"
            + " neither added up nor split: the same customer on two days would be counted twice. Ask for it by day and market, or load"
            + " facts with a key of each customer and use Metric.CountDistinct." },
        { "month",
            "'customers' was asked for by month and market, but was counted for each day and market before it was loaded. Such counts can"
            + " be neither added up nor split: the same customer on two days would be counted twice. Ask for it by day and market, or"
            + " load facts with a key of each customer and use Metric.CountDistinct." },
        { "day",
            "'customers' was asked for by day, but was counted for each day and market before it was loaded. Such counts can be neither"
            + " added up nor split: the same customer under two members of market would be counted twice. Ask for it by day and market,"
            + " or load facts with a key of each customer and use Metric.CountDistinct." },
        { "markets",
            "'customers' was asked for by market, but was counted for each day and market before it was loaded. Such counts can be neither"
            + " added up nor split: the same customer on two days would be counted twice. Ask for it by day and market, or load facts"
            + " with a key of each customer and use Metric.CountDistinct." },
        { "two-markets",
            "'customers' was asked for by day, but was counted for each day and market before it was loaded. Such counts can be neither"
            + " added up nor split: the same customer under two members of market would be counted twice. Ask for it by day and market,"
            + " or load facts with a key of each customer and use Metric.CountDistinct." },
        { "fiscal",
            "'customers' was asked for by fiscal half year, but was counted for each day and market before it was loaded. Such counts can"
            + " be neither added up nor split: the same customer on two days would be counted twice. Ask for it by day and market, or"
            + " load facts with a key of each customer and use Metric.CountDistinct." },
    };

    [Theory]
    [MemberData(nameof(NotAdditive))]
    public void Query_DistinctCountsThatWouldBeAdded_AreRefused(string name, string message)
    {
        var query = Query.For(Customers);
        query = name switch
        {
            "month" => query.By(Grain.Month).By("market"),
            "day" => query.By(Grain.Day),
            "markets" => query.By("market"),
            "two-markets" => query.By(Grain.Day).Where(Filter.In("market", "UK", "abroad")),
            "fiscal" => query.By(Grain.FiscalHalfYear),
            _ => query,
        };
        var refused = Assert.Throws<NotAdditiveException>(() => Counted.Query(query));
        refused.Message.Should().Be(message);
        refused.Measure.Should().BeSameAs(Customers);
    }

    [Fact]
    public void Query_DistinctCountsAsCounted_AreAnswered() =>
        ByDayAndMarket[FirstDay, "UK", Customers].Should().Be(new Quantity(89m, Customer));

    [Fact] // What would have to be added is undefined.
    public void Query_DistinctCountsAsCounted_HaveNoTotalOfADay() => ByDayAndMarket[FirstDay, Customers]
        .Should().Be(Quantity.Undefined(UndefinedReason.NotAdditive, "customers", Customer));

    [Fact]
    public void Query_DistinctCountsAsCounted_HaveNoTotal() =>
        ByDayAndMarket.Total[Customers].Reason.Should().Be(UndefinedReason.NotAdditive);

    [Fact]
    public void Query_DistinctCountThatIsNotThere_IsUndefined() =>
        ByDayAndMarket[Calendar.Day(new(2026, 1, 2)), "abroad", Customers].Reason.Should().Be(UndefinedReason.NoData);

    [Fact]
    public void Query_DistinctCountsOfOneMarketByDay_AreAnswered() =>
        Counted.Query(Query.For(Customers).By(Grain.Day).Where(Filter.Equal("market", "UK")))[Calendar.Day(new(2026, 1, 2)), Customers]
            .Amount.Should().Be(97m);

    [Fact]
    public void Query_DistinctCountsAboveANumber_AreAnswered() => Counted
        .Query(Query.For(Customers).By(Grain.Day).Where(Filter.Compare("customers", Comparison.Greater, 90m))
            .Where(Filter.Equal("market", "UK")))
        .Rows.Select(row => row[Customers].AmountOrNull).Should().Equal(null, 97m);

    [Fact]
    public void Query_DistinctCountsOfOneMarketAndDay_AreAnswered()
    {
        var abroad = Customers.Where(Filter.Equal("market", "abroad"));

        Counted.Query(Query.For(abroad).During(FirstDay)).Total[abroad].Amount.Should().Be(6m);
    }

    [Fact]
    public void Metric_OtherAggregateOfDistinctCounts_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Metric.Average("a", Shop, "customers")).Message.Should().Be(
            "Column 'customers' of table 'shop' holds distinct counts, which have no Average. Use Metric.Sum, by Day and every dimension."
            + " (Parameter 'column')");

    [Fact]
    public async Task QueryAsync_Cancelled_Stops()
    {
        var query = async () => await Source.QueryAsync(Query.For(Revenue), new(canceled: true));
        await query.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task DescribeAsync_Cancelled_Stops()
    {
        var describe = async () => await Source.DescribeAsync(["sales"], new(canceled: true));
        await describe.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Query_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Source.Query(Query.For(Revenue), new CancellationToken(canceled: true)));

    private static MetricTable ByDayAndMarket => Counted.Query(Query.For(Customers).By(Grain.Day).By("market"));

    private static Metric Elsewhere => Metric.Count("n", TableSchema.Named("sale", FactTime.Date));

    private static FactTable Daily() =>
        FactTable.From<(int Day, string Market, long Customers)>("shop", [(1, "UK", 89), (1, "abroad", 6), (2, "UK", 97)])
        .At(fact => new LocalDate(2026, 1, fact.Day)).Dimension("market", fact => fact.Market)
        .DistinctCount("customers", fact => fact.Customers, Customer, Grain.Day).Build();
}
