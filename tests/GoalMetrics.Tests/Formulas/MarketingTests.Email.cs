namespace GoalMetrics.Tests.Formulas;

public sealed partial class MarketingTests
{
    [Fact]
    public void DeliverabilityRate_ByHand_IsTheDeliveredOverTheSent() =>
        // By hand: 9,850 / 10,000.
        Marketing.DeliverabilityRate(delivered: 9_850, sent: 10_000).Should().Be(Quantity.Ratio(0.985m));

    [Fact]
    public void EmailBounceRate_ByHand_IsTheBouncedOverTheSent() =>
        // By hand: 150 / 10,000.
        Marketing.EmailBounceRate(bounced: 150, sent: 10_000).Should().Be(Quantity.Ratio(0.015m));

    [Fact]
    public void OpenRate_ByHand_IsTheOpensOverTheDelivered() =>
        // By hand: 2,150 / 9,850, with 40 digits.
        Marketing.OpenRate(opens: 2_150, delivered: 9_850).ShouldRoundTo(0.218274111675127m, Unit.Ratio);

    [Fact]
    public void EmailClickRate_ByHand_IsTheClicksOverTheDelivered() =>
        // By hand: 430 / 9,850, with 40 digits.
        Marketing.EmailClickRate(clicks: 430, delivered: 9_850).ShouldRoundTo(0.043654822335025m, Unit.Ratio);

    [Fact]
    public void ClickToOpenRate_ByHand_IsTheClicksOverTheOpens() =>
        // By hand: 430 / 2,150.
        Marketing.ClickToOpenRate(clicks: 430, opens: 2_150).Should().Be(Quantity.Ratio(0.2m));

    [Fact]
    public void UnsubscribeRate_ByHand_IsTheUnsubscribesOverTheDelivered() =>
        // By hand: 26 / 9,850, with 40 digits.
        Marketing.UnsubscribeRate(unsubscribes: 26, delivered: 9_850).ShouldRoundTo(0.002639593908629m, Unit.Ratio);

    [Fact]
    public void SpamComplaintRate_ByHand_IsTheComplaintsOverTheDelivered() =>
        // By hand: 3 / 1,000, the limit that Google's sender guidelines print as 0.30 %.
        Marketing.SpamComplaintRate(complaints: 3, delivered: 1_000).Should().Be(Quantity.Ratio(0.003m));

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
