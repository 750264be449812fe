namespace GoalMetrics.Tests.Formulas.Families;

/// <summary>The family as a whole; the figures of its formulas are in the files by topic.</summary>
public sealed partial class CommerceTests
{
    [Fact]
    public void Formulas_Family_AreTheseInThisOrder() =>
        Commerce.Formulas.Select(formula => formula.Id).Should().Equal(
            "average-order-value", "revenue-per-visitor", "units-per-order", "average-selling-price", "repeat-purchase-rate",
            "purchase-frequency",
            "return-rate", "return-rate-by-value", "cancellation-rate", "discount-rate",
            "sell-through-rate", "inventory-turnover", "days-inventory-outstanding", "stockout-rate",
            "win-rate", "close-rate", "average-deal-size", "quota-attainment", "pipeline-coverage", "sales-velocity");

    [Fact]
    public void Direction_Family_IsHigherButForThese()
    {
        Commerce.Formulas.Where(formula => formula.Description.Direction == Direction.LowerIsBetter).Select(formula => formula.Id)
            .Should().Equal(
                "return-rate", "return-rate-by-value", "cancellation-rate", "discount-rate", "days-inventory-outstanding",
                "stockout-rate");
        Commerce.Formulas.Where(formula => formula.Description.Direction == Direction.Neutral).Should().BeEmpty();
    }

    [Fact]
    public void Inputs_Family_AreValidInTheseRanges() =>
        CommercialLaws.Ranges(Commerce.Formulas).Should().Equal(
            "return-rate-by-value.returnedValue 0..", "return-rate-by-value.sales 0..",
            "discount-rate.discounts 0..", "discount-rate.grossSales 0..",
            "inventory-turnover.averageInventory 0..",
            "days-inventory-outstanding.days 0..", "days-inventory-outstanding.inventoryTurnover 0..",
            "quota-attainment.quota 0..",
            "pipeline-coverage.pipeline 0..", "pipeline-coverage.target 0..",
            "sales-velocity.winRate 0..1", "sales-velocity.averageDealSize 0..", "sales-velocity.cycleLength 0..");

    [Theory]
    [InlineData("aov", "average-order-value")]
    [InlineData("asp", "average-selling-price")]
    [InlineData("DIO", "days-inventory-outstanding")]
    [InlineData("hitrate", "win-rate")]
    [InlineData("genkøbsrate", "repeat-purchase-rate")]
    [InlineData("lagerdage", "days-inventory-outstanding")]
    [InlineData("return-rate-by-units", "return-rate")]
    public void Find_Synonym_FindsIt(string name, string id) => FormulaCatalog.Default.Find(name).Id.Should().Be(id);

    [Theory]
    [InlineData("return-rate-by-value")]
    [InlineData("discount-rate")]
    [InlineData("inventory-turnover")]
    [InlineData("quota-attainment")]
    [InlineData("pipeline-coverage")]
    public void MoneyOverMoney_AllMoneyScaled_Stays(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Money);

    [Theory]
    [InlineData("average-order-value")]
    [InlineData("revenue-per-visitor")]
    [InlineData("average-selling-price")]
    [InlineData("average-deal-size")]
    [InlineData("sales-velocity")]
    public void MoneyPerSomething_MoneyScaled_IsScaled(string id) => CommercialLaws.ShouldScaleAlong(id, UnitKind.Money);

    [Theory]
    [InlineData("units-per-order")]
    [InlineData("repeat-purchase-rate")]
    [InlineData("purchase-frequency")]
    [InlineData("return-rate")]
    [InlineData("cancellation-rate")]
    [InlineData("sell-through-rate")]
    [InlineData("stockout-rate")]
    [InlineData("win-rate")]
    [InlineData("close-rate")]
    public void CountOverCount_AllCountsScaled_Stays(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Count);

    [Fact]
    public void DaysInventoryOutstanding_PeriodScaled_IsScaled() =>
        CommercialLaws.ShouldScaleAlong("days-inventory-outstanding", UnitKind.Duration);

    // All but one are something over something.
    [Fact]
    public void Quotient_InputRaised_MovesItsWay()
    {
        foreach (var formula in Commerce.Formulas)
        {
            CommercialLaws.ShouldMove(formula.Id, formula.Id == "sales-velocity" ? "+++-" : "+-");
        }
    }
}
