namespace GoalMetrics.Tests.Formulas.Families;

/// <summary>What holds of the formulas for customers, their service and people, around the example of each.</summary>
public sealed class CustomersAndPeopleLawsTests
{
    [Theory]
    [InlineData("churn-rate", "+-")]
    [InlineData("churn-rate-on-average-base", "+--")]
    [InlineData("retention-rate", "+--")]
    [InlineData("customer-growth-rate", "-+")]
    [InlineData("revenue-churn-rate", "++-")]
    [InlineData("net-revenue-retention", "+++-", false)]
    [InlineData("quick-ratio", "+++--")]
    [InlineData("average-revenue-per-user", "+-")]
    [InlineData("average-revenue-per-customer", "+-")]
    [InlineData("annual-recurring-revenue", "+")]
    [InlineData("customer-lifetime", "-")]
    [InlineData("customer-lifetime-value", "++-")]
    [InlineData("discounted-lifetime-value", "++-")]
    [InlineData("discounted-lifetime-value-paid-at-start", "++-")]
    [InlineData("lifetime-value-to-cost", "+-")]
    [InlineData("acquisition-payback", "+--")]
    [InlineData("stickiness", "+-")]
    [InlineData("activation-rate", "+-")]
    [InlineData("adoption-rate", "+-")]
    [InlineData("referral-rate", "+-")]
    [InlineData("net-promoter-score", "+--")]
    [InlineData("customer-satisfaction", "+-")]
    [InlineData("customer-effort-score", "+-")]
    [InlineData("rule-of-40", "++")]
    [InlineData("magic-number", "+-")]
    [InlineData("burn-multiple", "+-")]
    [InlineData("first-contact-resolution", "+-")]
    [InlineData("resolution-rate", "+-")]
    [InlineData("average-handle-time", "+++-")]
    [InlineData("average-response-time", "+-")]
    [InlineData("service-level", "+-")]
    [InlineData("backlog-rate", "+-")]
    [InlineData("uptime", "+-")]
    [InlineData("error-budget-remaining", "+-", false)]
    [InlineData("mean-time-to-recover", "+-")]
    [InlineData("mean-time-between-failures", "+-")]
    [InlineData("employee-turnover", "+-")]
    [InlineData("employee-retention", "+-")]
    [InlineData("absence-rate", "+-")]
    [InlineData("time-to-hire", "+-")]
    [InlineData("offer-acceptance-rate", "+-")]
    [InlineData("employee-net-promoter-score", "+--")]
    [InlineData("training-hours-per-employee", "+-")]
    public void Result_OneInputRaised_MovesAsItCounts(string id, string signs, bool oneByOne = true)
    {
        if (oneByOne)
        {
            CommercialLaws.ShouldMove(id, signs);
        }
        else
        {
            // 1 % more of a share near 1, or of nothing, is not in the range: half of what is missing to 1 instead.
            var formula = FormulaCatalog.Default.Find(id);
            Quantity[] inputs = [.. formula.Description.Example!.Inputs];
            inputs = [.. inputs.Select(input => input.Unit!.Kind == UnitKind.Ratio ? input : input + Money.Usd(100))];
            var before = formula.Evaluate(inputs);
            for (var i = 0; i < signs.Length; i++)
            {
                Quantity[] raised = [.. inputs];
                raised[i] = raised[i].Unit!.Kind == UnitKind.Ratio
                    ? Quantity.Ratio((1m + raised[i].Amount) / 2m)
                    : raised[i] + Money.Usd(1);
                if (id != "net-revenue-retention" || i is 1 or 3)
                {
                    (formula.Evaluate(raised) > before).Should().Be(signs[i] == '+');
                }
            }
        }
    }

    [Theory]
    [InlineData("revenue-churn-rate")]
    [InlineData("gross-revenue-retention")]
    [InlineData("net-revenue-retention")]
    [InlineData("quick-ratio")]
    [InlineData("lifetime-value-to-cost")]
    [InlineData("acquisition-payback")]
    [InlineData("magic-number")]
    [InlineData("burn-multiple")]
    public void Result_AllMoneyScaled_StaysTheSame(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Money);

    [Theory]
    [InlineData("churn-rate")]
    [InlineData("churn-rate-on-average-base")]
    [InlineData("retention-rate")]
    [InlineData("customer-growth-rate")]
    [InlineData("stickiness")]
    [InlineData("net-promoter-score")]
    [InlineData("customer-satisfaction")]
    [InlineData("resolution-rate")]
    [InlineData("backlog-rate")]
    [InlineData("employee-turnover")]
    [InlineData("offer-acceptance-rate")]
    public void Result_AllCountsScaled_StaysTheSame(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Count);
}
