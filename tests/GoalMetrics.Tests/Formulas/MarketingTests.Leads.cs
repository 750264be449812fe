namespace GoalMetrics.Tests.Formulas;

public sealed partial class MarketingTests
{
    [Fact]
    public void LeadConversionRate_RealAds_IsTheCustomersOverTheLeads()
    {
        // Reference kag-all and kag-916: approved conversions of all enquiries; quotients with 40 digits.
        Marketing.LeadConversionRate(customers: 1_079, leads: 3_264).ShouldRoundTo(0.330575980392157m, Unit.Ratio);
        Marketing.LeadConversionRate(customers: 24, leads: 58).ShouldRoundTo(0.413793103448276m, Unit.Ratio);
    }

    [Fact]
    public void LeadConversionRate_NoLeads_IsUndefined() =>
        Marketing.LeadConversionRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "leads");

    [Fact]
    public void QualifiedLeadRate_NoLeads_IsUndefined() =>
        Marketing.QualifiedLeadRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "leads");
}
