using GoalMetrics.Sources;
namespace GoalMetrics.Tests.Indicators.Measures;

// Measures are immutable; their units are checked when they are made, before any data.
public class MeasureTests
{
    private static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Date).Dimension("market").Dimension("customer")
        .Value("revenue", Unit.Money("GBP")).Value("cost", Unit.Money("DKK")).Value("units", Unit.Count("unit"));

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue");
    private static readonly Metric Cost = Metric.Sum("cost", Sales, "cost");
    private static readonly Metric Orders = Metric.Count("orders", Sales, "order");

    [Fact]
    public void Of_UnlikeUnits_NamesMeasureFormulaInputsAndUnits() =>
        Assert.Throws<ArgumentException>(() => Measure.Of("profit", (revenue, cost) => revenue - cost, Revenue, Cost)).Message.Should().Be(
            "Measure 'profit' over revenue (GBP), cost (DKK): Formula 'profit' cannot take revenue (GBP), cost (DKK). Cannot subtract GBP"
            + " and DKK: convert one of them first, with ExchangeRate.");

    [Fact]
    public void Of_WrongKindOfInput_NamesMeasureFormulaInputsAndUnits() =>
        Assert.Throws<ArgumentException>(() => Kpi.Of("order-value", Commerce.AverageOrderValue, Orders, Revenue)).Message
            .Should().StartWith(
            "Measure 'order-value' over orders (count of order), revenue (GBP): Formula 'average-order-value' cannot take revenue (count"
            + " of order), orders (GBP). Expected money in a currency");

    [Fact]
    public void Of_TooFewInputs_NamesThem() =>
        Assert.Throws<ArgumentException>(
            () => Measure.Of("order-value", FormulaCatalog.Default.Find("average-order-value"), Revenue)).Message.Should().StartWith(
            "Measure 'order-value' over revenue (GBP): Formula 'average-order-value' takes 2 inputs (revenue, orders); found 1.");

    [Fact] // A built-in method brings its description along, as a method and as a formula from the catalogue.
    public void Of_BuiltInMethod_HasItsTitleDirectionAndUnit()
    {
        foreach (var measure in new[]
        {
            Measure.Of("order-value", Commerce.AverageOrderValue, Revenue, Orders),
            Kpi.Of("order-value", Commerce.AverageOrderValue, Revenue, Orders),
            Kpi.Of("order-value", FormulaCatalog.Default.Find("aov"), Revenue, Orders),
        })
        {
            measure.Title.English.Should().Be("Average order value");
            measure.Direction.Should().Be(Direction.HigherIsBetter);
            measure.Unit.Should().Be(Unit.Money("GBP").Per("order"));
            measure.Additivity.Should().Be(Additivity.NonAdditive);
        }
    }

    [Fact] // A lambda has none: the id is its name.
    public void Of_Lambda_IsCalledByItsId()
    {
        var measure = Measure.Of("units-per-pound", (units, revenue) => units.Per(revenue), Metric.Sum("units", Sales, "units"), Revenue);
        measure.Title.English.Should().Be("units-per-pound");
        measure.Direction.Should().Be(Direction.Neutral);
        measure.ToString().Should().Be("units-per-pound");
    }

    [Fact]
    public void Metrics_SharedByFormulas_AreEachOnce()
    {
        var orderValue = Measure.Of("order-value", Commerce.AverageOrderValue, Revenue, Orders);
        Measure.Of("ratio", (part, whole) => part.DividedBy(whole), orderValue, orderValue).Metrics.Should().Equal(Revenue, Orders);
        Kpi.Of("kpi", Measure.Of("twice", one => one, orderValue)).Metrics.Should().Equal(Revenue, Orders);
    }

    [Fact]
    public void Metric_Factories_SayWhatTheyAre()
    {
        (Metric Metric, AggregateKind Kind, Additivity Additivity)[] metrics =
        [
            (Orders, AggregateKind.Count, Additivity.Additive), (Revenue, AggregateKind.Sum, Additivity.Additive),
            (Metric.CountDistinct("m", Sales, "customer"), AggregateKind.CountDistinct, Additivity.NonAdditive),
            (Metric.Average("m", Sales, "revenue"), AggregateKind.Average, Additivity.NonAdditive),
            (Metric.Min("m", Sales, "revenue"), AggregateKind.Minimum, Additivity.NonAdditive),
            (Metric.Max("m", Sales, "revenue"), AggregateKind.Maximum, Additivity.NonAdditive),
            (Metric.Median("m", Sales, "revenue"), AggregateKind.OrderStatistic, Additivity.NonAdditive),
            (Metric.First("m", Sales, "revenue"), AggregateKind.First, Additivity.NonAdditive),
            (Metric.Last("m", Sales, "revenue"), AggregateKind.Last, Additivity.NonAdditive),
            (Metric.Balance("m", Sales, "revenue"), AggregateKind.Balance, Additivity.SemiAdditive),
            (Metric.PercentileNearestRank("m", Sales, "revenue", 0.9m), AggregateKind.OrderStatistic, Additivity.NonAdditive),
            (Metric.PercentileExclusive("m", Sales, "revenue", 0.9m), AggregateKind.OrderStatistic, Additivity.NonAdditive),
        ];
        metrics.Select(m => (m.Metric.Aggregates[0].Kind, m.Metric.Additivity)).Should().Equal(metrics.Select(m => (m.Kind, m.Additivity)));
        metrics.Should().OnlyContain(m => m.Metric.Table == Sales && m.Metric.Direction == Direction.Neutral);
        Orders.Unit.Should().Be(Unit.Count("order"));
        Metric.Count("n", Sales).Unit.Should().Be(Unit.Count());
        Metric.CountDistinct("c", Sales, "customer", "customer").Unit.Should().Be(Unit.Count("customer"));
        Revenue.Unit.Should().Be(Unit.Money("GBP"));
        Metric.Percentile("p", Sales, "revenue", 0.95m).Aggregates[0]
            .Should().Be(new Aggregate.OrderStatistic("revenue", 0.95m, OrderRank.Below));
        Metric.Median("p", Sales, "revenue").Aggregates[1].Should().Be(new Aggregate.OrderStatistic("revenue", 0.5m, OrderRank.Above));
    }

    [Fact]
    public void Metric_Fluents_GiveNewOnes()
    {
        var changed = Revenue.Where(Filter.Equal("market", "UK")).Titled("Revenue in the UK").BetterWhen(Direction.HigherIsBetter);
        (changed.Id, changed.Title.English, changed.Direction, changed.Unit)
            .Should().Be(("revenue", "Revenue in the UK", Direction.HigherIsBetter, Unit.Money("GBP")));
        changed.Filter.Should().Be(Filter.Equal("market", "UK"));
        (Revenue.Title.English, Revenue.Direction, Revenue.Filter).Should().Be(("revenue", Direction.Neutral, null));
        Assert.Throws<ArgumentNullException>(() => Revenue.Where(null!)).ParamName.Should().Be("filter");
        Assert.Throws<ArgumentNullException>(() => Revenue.Titled(null!)).ParamName.Should().Be("title");
    }

    [Fact] // The title was the id, and follows it.
    public void As_MetricWithoutATitle_IsTheSameUnderTheNewId()
    {
        var british = Orders.Where(Filter.Equal("market", "UK"));

        var renamed = british.As("uk-orders");

        (renamed.Id, renamed.Title.English, renamed.Unit).Should().Be(("uk-orders", "uk-orders", Unit.Count("order")));
        renamed.Table.Should().Be(Sales);
        renamed.Aggregates.Should().Equal(british.Aggregates);
        british.Id.Should().Be("orders");
    }

    [Fact]
    public void As_MetricWithATitle_KeepsTheTitle() =>
        Orders.Titled("British orders").As("uk-orders").Title.English.Should().Be("British orders");

    [Fact]
    public void As_IdWithASpace_IsRefused() =>
        Orders.Invoking(it => it.As("uk orders")).Should().Throw<ArgumentException>().WithParameterName("id");

    [Fact]
    public void Kpi_Fluents_GiveNewOnes()
    {
        var kpi = Kpi.Of("order-value", Commerce.AverageOrderValue, Revenue, Orders);
        var daily = PerformanceIndicator.Daily(Orders);
        var weekly = PerformanceIndicator.Weekly(Revenue);
        var changed = kpi.Serving("grow", "prosper").Serving("last").DrivenBy(daily).DrivenBy(weekly).ShownBy("market").Read(Grain.Week)
            .BetterWhen(Direction.LowerIsBetter).Titled("What an order is worth");

        changed.BusinessGoals.Should().Equal("grow", "prosper", "last");
        changed.Drivers.Should().Equal(daily, weekly);
        changed.Breakdown.Should().Equal("market");
        (changed.Id, changed.ReadEvery, changed.Direction, changed.Title.English, changed.Additivity)
            .Should().Be(("order-value", Grain.Week, Direction.LowerIsBetter, "What an order is worth", Additivity.NonAdditive));

        kpi.BusinessGoals.Should().BeEmpty();
        kpi.Drivers.Should().BeEmpty();
        kpi.Breakdown.Should().BeEmpty();
        (kpi.ReadEvery, kpi.Direction, kpi.Title.English, kpi.Additivity)
            .Should().Be((Grain.Month, Direction.HigherIsBetter, "Average order value", Additivity.NonAdditive));
        (daily.ReadEvery, weekly.ReadEvery).Should().Be((Grain.Day, Grain.Week));
    }

    [Fact]
    public void Kpi_OfAMeasure_TakesItsTitleUnitAndAdditivity()
    {
        var kpi = Kpi.Of("turnover", Revenue.Titled("Revenue").BetterWhen(Direction.HigherIsBetter));
        (kpi.Id, kpi.Title.English, kpi.Unit, kpi.Direction, kpi.Additivity)
            .Should().Be(("turnover", "Revenue", Unit.Money("GBP"), Direction.HigherIsBetter, Additivity.Additive));
        Kpi.Of("turnover", Revenue).Title.English.Should().Be("turnover");
    }

    [Fact]
    public void ShownBy_UnknownDimension_NamesTheNearest() =>
        Assert.Throws<ArgumentException>(() => Kpi.Of("turnover", Revenue).ShownBy("markets"))
            .Message
            .Should().Be(
                "Table 'sales' has no dimension 'markets'; it has market, customer. Did you mean 'market'? (Parameter 'dimensions')");

    [Fact]
    public void Read_UnknownGrain_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpi.Of("turnover", Revenue).Read((Grain)99)).ParamName.Should().Be("every");
        Assert.Throws<ArgumentOutOfRangeException>(() => PerformanceIndicator.Every((Grain)99, Revenue)).ParamName.Should().Be("grain");
    }

    [Fact]
    public void Id_Malformed_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Metric.Count("Number of Orders", Sales)).Message.Should().Be(
            "Expected an id of at most 64 letters, digits, hyphens and underscores, with a letter or digit at each end, such as"
            + " 'conversion-rate'; found 'Number of Orders'. Try 'Number-of-Orders'. (Parameter 'id')");
}
