namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="Marketing"/> and what one would write by hand.</summary>
internal static class MarketingContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("click-through-rate", Marketing.ClickThroughRate, (a, b) => a / b),
        FormulaContest.Of("cost-per-click", Marketing.CostPerClick, (a, b) => a / b),
        FormulaContest.Of("cost-per-mille", Marketing.CostPerMille, (a, b) => 1_000m * a / b),
        FormulaContest.Of("frequency", Marketing.Frequency, (a, b) => a / b),
        FormulaContest.Of("share-of-voice", Marketing.ShareOfVoice, (a, b) => a / b),
        FormulaContest.Of("conversion-rate", Marketing.ConversionRate, (a, b) => a / b),
        FormulaContest.Of("cart-abandonment-rate", Marketing.CartAbandonmentRate, (a, b) => 1m - (a / b)),
        FormulaContest.Of("coupon-redemption-rate", Marketing.CouponRedemptionRate, (a, b) => a / b),
        FormulaContest.Of("lift", Marketing.Lift, (a, b) => (a / b) - 1m),
        FormulaContest.Of("viral-coefficient", Marketing.ViralCoefficient, (a, b) => a * b),
        FormulaContest.Of("deliverability-rate", Marketing.DeliverabilityRate, (a, b) => a / b),
        FormulaContest.Of("email-bounce-rate", Marketing.EmailBounceRate, (a, b) => a / b),
        FormulaContest.Of("open-rate", Marketing.OpenRate, (a, b) => a / b),
        FormulaContest.Of("email-click-rate", Marketing.EmailClickRate, (a, b) => a / b),
        FormulaContest.Of("click-to-open-rate", Marketing.ClickToOpenRate, (a, b) => a / b),
        FormulaContest.Of("unsubscribe-rate", Marketing.UnsubscribeRate, (a, b) => a / b),
        FormulaContest.Of("spam-complaint-rate", Marketing.SpamComplaintRate, (a, b) => a / b),
        FormulaContest.Of("lead-conversion-rate", Marketing.LeadConversionRate, (a, b) => a / b),
        FormulaContest.Of("qualified-lead-rate", Marketing.QualifiedLeadRate, (a, b) => a / b),
        FormulaContest.Of("cost-per-lead", Marketing.CostPerLead, (a, b) => a / b),
        FormulaContest.Of("cost-per-acquisition", Marketing.CostPerAcquisition, (a, b) => a / b),
        FormulaContest.Of("customer-acquisition-cost", Marketing.CustomerAcquisitionCost, (a, b) => a / b),
        FormulaContest.Of("return-on-ad-spend", Marketing.ReturnOnAdSpend, (a, b) => a / b),
        FormulaContest.Of("advertising-cost-of-sales", Marketing.AdvertisingCostOfSales, (a, b) => a / b),
        FormulaContest.Of("bounce-rate", Marketing.BounceRate, (a, b) => a / b),
        FormulaContest.Of("engagement-rate", Marketing.EngagementRate, (a, b) => a / b),
        FormulaContest.Of("pages-per-session", Marketing.PagesPerSession, (a, b) => a / b),
        FormulaContest.Of("average-session-duration", Marketing.AverageSessionDuration, (a, b) => a / b),
        FormulaContest.Of("share-of-traffic", Marketing.ShareOfTraffic, (a, b) => a / b),
    ];
}
