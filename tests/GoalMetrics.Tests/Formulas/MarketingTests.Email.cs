namespace GoalMetrics.Tests.Formulas;

public sealed partial class MarketingTests
{
    [Fact]
    public void Email_NothingBelowTheLine_IsUndefined()
    {
        Marketing.DeliverabilityRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sent");
        Marketing.EmailBounceRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sent");
        Marketing.OpenRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "delivered");
        Marketing.EmailClickRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "delivered");
        Marketing.ClickToOpenRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "opens");
        Marketing.UnsubscribeRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "delivered");
        Marketing.SpamComplaintRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "delivered");
    }

    [Fact]
    public void DeliverabilityRate_AndBounces_AreTheWhole() =>
        (Marketing.DeliverabilityRate(9_850, 10_000) + Marketing.EmailBounceRate(150, 10_000)).Should().Be(Quantity.Ratio(1m));

    [Fact]
    public void EmailClickRate_FromItsParts_IsTheirProduct() =>
        // By hand: 2,000 / 8,000 · 500 / 2,000 is 500 / 8,000.
        (Marketing.OpenRate(2_000, 8_000) * Marketing.ClickToOpenRate(500, 2_000)).Should().Be(Marketing.EmailClickRate(500, 8_000));
}
