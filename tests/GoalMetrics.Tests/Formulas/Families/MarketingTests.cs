namespace GoalMetrics.Tests.Formulas.Families;

/// <summary>The family as a whole; the figures of its formulas are in the files by topic.</summary>
public sealed partial class MarketingTests
{
    [Fact]
    public void Formulas_Family_AreTheseInThisOrder() =>
        Marketing.Formulas.Select(formula => formula.Id).Should().Equal(
            "conversion-rate", "cart-abandonment-rate", "coupon-redemption-rate", "lift", "viral-coefficient",
            "click-through-rate", "cost-per-click", "cost-per-mille", "frequency", "share-of-voice",
            "cost-per-lead", "cost-per-acquisition", "customer-acquisition-cost", "return-on-ad-spend", "advertising-cost-of-sales",
            "bounce-rate", "engagement-rate", "pages-per-session", "average-session-duration", "share-of-traffic",
            "deliverability-rate", "email-bounce-rate", "open-rate", "email-click-rate", "click-to-open-rate", "unsubscribe-rate",
            "spam-complaint-rate", "lead-conversion-rate", "qualified-lead-rate");

    [Fact]
    public void Direction_Family_IsHigherButForThese()
    {
        Marketing.Formulas.Where(formula => formula.Description.Direction == Direction.LowerIsBetter).Select(formula => formula.Id)
            .Should().Equal(
                "cart-abandonment-rate", "cost-per-click", "cost-per-mille", "cost-per-lead", "cost-per-acquisition",
                "customer-acquisition-cost", "advertising-cost-of-sales", "bounce-rate", "email-bounce-rate", "unsubscribe-rate",
                "spam-complaint-rate");
        Marketing.Formulas.Where(formula => formula.Description.Direction == Direction.Neutral).Select(formula => formula.Id)
            .Should().Equal("frequency", "share-of-traffic");
    }

    [Fact]
    public void Inputs_Family_AreValidInTheseRanges() =>
        CommercialLaws.Ranges(Marketing.Formulas).Should().Equal(
            "lift.treatedRate 0..", "lift.controlRate 0..",
            "viral-coefficient.invitationsPerUser 0..", "viral-coefficient.invitationConversionRate 0..1",
            "share-of-voice.own 0..", "share-of-voice.market 0..",
            "return-on-ad-spend.adSpend 0..", "advertising-cost-of-sales.revenue 0..",
            "average-session-duration.totalDuration 0..");

    [Theory]
    [InlineData("ctr", "click-through-rate")]
    [InlineData("cpc", "cost-per-click")]
    [InlineData("CPM", "cost-per-mille")]
    [InlineData("cpa", "cost-per-acquisition")]
    [InlineData("cac", "customer-acquisition-cost")]
    [InlineData("ctor", "click-to-open-rate")]
    [InlineData("k-factor", "viral-coefficient")]
    [InlineData("Afvisningsprocent", "bounce-rate")]
    [InlineData("åbningsrate", "open-rate")]
    [InlineData("løft", "lift")]
    public void Find_Synonym_FindsIt(string name, string id) => FormulaCatalog.Default.Find(name).Id.Should().Be(id);

    [Theory]
    [InlineData("share-of-voice")]
    [InlineData("return-on-ad-spend")]
    [InlineData("advertising-cost-of-sales")]
    public void MoneyOverMoney_AllMoneyScaled_Stays(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Money);

    [Theory]
    [InlineData("cost-per-click")]
    [InlineData("cost-per-mille")]
    [InlineData("cost-per-lead")]
    [InlineData("cost-per-acquisition")]
    [InlineData("customer-acquisition-cost")]
    public void MoneyPerCount_MoneyScaled_IsScaled(string id) => CommercialLaws.ShouldScaleAlong(id, UnitKind.Money);

    [Theory]
    [InlineData("conversion-rate")]
    [InlineData("cart-abandonment-rate")]
    [InlineData("coupon-redemption-rate")]
    [InlineData("click-through-rate")]
    [InlineData("frequency")]
    [InlineData("bounce-rate")]
    [InlineData("engagement-rate")]
    [InlineData("pages-per-session")]
    [InlineData("share-of-traffic")]
    [InlineData("deliverability-rate")]
    [InlineData("email-bounce-rate")]
    [InlineData("open-rate")]
    [InlineData("email-click-rate")]
    [InlineData("click-to-open-rate")]
    [InlineData("unsubscribe-rate")]
    [InlineData("spam-complaint-rate")]
    [InlineData("lead-conversion-rate")]
    [InlineData("qualified-lead-rate")]
    public void CountOverCount_AllCountsScaled_Stays(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Count);

    [Fact]
    public void Lift_BothRatesScaled_Stays() => CommercialLaws.ShouldStayWhenScaled("lift", UnitKind.Ratio);

    [Fact]
    public void AverageSessionDuration_TimeScaled_IsScaled() =>
        CommercialLaws.ShouldScaleAlong("average-session-duration", UnitKind.Duration);

    // All but two are something over something.
    [Fact]
    public void Quotient_InputRaised_MovesItsWay()
    {
        foreach (var formula in Marketing.Formulas)
        {
            CommercialLaws.ShouldMove(
                formula.Id, formula.Id switch { "cart-abandonment-rate" => "-+", "viral-coefficient" => "++", _ => "+-" });
        }
    }
}
