namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class OperationsTests
{
    [Fact]
    public void OnTimeInFull_WorkedExample_IsMet()
    {
        // calcsimpler.com, OTIF Delivery Rate: 1,080 of 1,200 is 90.00 %.
        Operations.OnTimeInFull(deliveredOnTimeInFull: 1_080, orders: 1_200).Should().Be(Quantity.Ratio(0.90m));
    }

    [Fact]
    public void FirstPassYield_WorkedExample_LeavesReworkOut()
    {
        // A Six Sigma worksheet, Yield and Defect Metrics (scribd.com 487120119): 100 in, 15 scrapped, 5 reworked is a throughput yield of
        // 80 %.
        Operations.FirstPassYield(passedFirstTime: 100 - 15 - 5, started: 100).Should().Be(Quantity.Ratio(0.80m));
    }

    [Fact]
    public void Quality_WorkedExample_IsGoodOverTotal() =>
        // Vorne, The Fast Guide to OEE: 19,271 units with 423 rejects are 97.80 %; digits by GNU bc.
        Operations.Quality(goodCount: 19_271 - 423, totalCount: 19_271).ShouldRoundTo(0.978049919568263m, Unit.Ratio);

    [Theory]
    [InlineData("on-time-delivery", "deliveries")]
    [InlineData("on-time-in-full", "orders")]
    [InlineData("order-accuracy", "orders")]
    [InlineData("first-pass-yield", "started")]
    [InlineData("defect-rate", "inspected")]
    [InlineData("quality", "totalCount")]
    public void Share_OfNothing_IsUndefined(string id, string whole)
    {
        var share = BuiltInFormula.Of(id).Direct;
        share([0, 0]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, whole);
        share([3, 0]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, whole);
        share([3, 0]).Unit.Should().Be(Unit.Ratio);
        share([0, 4]).Should().Be(Quantity.Ratio(0m));
        share([default, default]).Unit.Should().Be(Unit.Ratio);

        // Things under two names, and more of the part than of the whole: what the facts say.
        share([Quantity.Count(6, "parcel"), Quantity.Count(5, "order")]).Should().Be(Quantity.Ratio(1.2m));
    }

    [Fact]
    public void RolledThroughputYield_PublishedExample_IsTheProduct()
    {
        // Minitab's documentation: 0.95 · 0.84 · 0.88 = 0.70; digits by hand.
        Operations.RolledThroughputYield([0.95m, 0.84m, 0.88m]).Should().Be(Quantity.Ratio(0.702240m));
        Operations.RolledThroughputYield([0.95m]).Should().Be(Quantity.Ratio(0.95m));
        FormulaCatalog.Default.Find("rty").Evaluate(0.95m, 0.84m, 0.88m).Should().Be(Quantity.Ratio(0.702240m));
    }

    [Fact]
    public void RolledThroughputYield_AnyOrder_IsTheSame() =>
        Operations.RolledThroughputYield([0.88m, 0.95m, 0.84m]).Should().Be(Operations.RolledThroughputYield([0.95m, 0.84m, 0.88m]));

    [Fact]
    public void RolledThroughputYield_NoSteps_IsInsufficient()
    {
        var none = Operations.RolledThroughputYield([]);
        none.ShouldBeUndefined(UndefinedReason.InsufficientData, "yields");
        none.Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void RolledThroughputYield_StepAtFault_IsNamed()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        Operations.RolledThroughputYield([0.9m, 1.01m, 0.8m]).ShouldBeUndefined(UndefinedReason.OutOfDomain, "yields[1]");
        Operations.RolledThroughputYield([0.9m, 0.8m, -0.01m]).ShouldBeUndefined(UndefinedReason.OutOfDomain, "yields[2]");
        Operations.RolledThroughputYield([0.9m, default, 1.01m]).ShouldBeUndefined(UndefinedReason.NoData, "yields[1]");
        Operations.RolledThroughputYield([immature, default, 1.01m]).ShouldBeUndefined(UndefinedReason.Immature, "yields[0]");
        Operations.RolledThroughputYield([0.9m, immature]).Unit.Should().Be(Unit.Ratio);
        FormulaCatalog.Default.Find("rty").Evaluate(0.9m, 1.01m, default).ShouldBeUndefined(UndefinedReason.OutOfDomain, "yields[1]");
        Messages.Of<ArgumentException>(() => Operations.RolledThroughputYield([default, 3])).Should().Be(
            "Expected a ratio, such as 0.05m or 5.Percent(); found count 3. (Parameter 'yields[1]')");
    }

    [Fact]
    public void DefectsPerMillion_WorkedExample_IsMet()
    {
        // A Six Sigma worksheet, Yield and Defect Metrics (scribd.com 487120119): 20 defects, 500 units, 7 opportunities are 5,714.
        var defects = Operations.DefectsPerMillion(defects: 20, units: 500, opportunities: 7);
        defects.Unit!.ToString().Should().Be("defect per million opportunities");
        Math.Round(defects.Amount).Should().Be(5_714m);
    }

    [Fact]
    public void DefectsPerMillion_SeveralAtFault_NamesTheFirst()
    {
        Operations.DefectsPerMillion(5, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "units");
        Operations.DefectsPerMillion(5, 0, default).ShouldBeUndefined(UndefinedReason.NoData, "opportunities");
        Operations.DefectsPerMillion(default, 0, default).Unit!.ToString().Should().Be("defect per million opportunities");
    }

    [Fact]
    public void OnTimeDelivery_AThousandShipments_IsThePublishedRate() =>
        // mfgcalcs.com, On-time delivery rate, worked example.
        Operations.OnTimeDelivery(onTime: 940, deliveries: 1_000).Should().Be(Quantity.Ratio(0.94m));

    [Fact]
    public void OrderAccuracy_OneMonth_IsThePublishedRate() =>
        // bitergo.com, Glossary, Order accuracy.
        Operations.OrderAccuracy(accurateOrders: 11_760, orders: 12_000).Should().Be(Quantity.Ratio(0.98m));

    [Fact]
    public void DefectRate_OneLot_IsThePublishedRate()
    {
        // bit1024.com, Defect rate.
        Operations.DefectRate(defective: 15, inspected: 500).Should().Be(Quantity.Ratio(0.03m));
    }
}
