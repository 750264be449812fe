namespace GoalMetrics.Tests.Formulas.Families;

// What holds of formulas whatever the numbers; tried on the example of each.
public sealed partial class OperationsTests
{
    public static TheoryData<string> Known =>
    [
        "on-time-delivery", "on-time-in-full", "order-accuracy",
        "first-pass-yield", "rolled-throughput-yield", "defect-rate", "defects-per-million",
        "availability", "performance", "quality", "overall-equipment-effectiveness", "utilization", "cycle-time",
        "schedule-variance", "cost-variance", "cost-performance-index", "schedule-performance-index",
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public void Family_Known_IsOperations(string id) => FormulaCatalog.Default.Find(id).Description.Family.Should().Be("Operations");

    [Theory]
    [MemberData(nameof(Known))]
    public void Direction_OfOperations_SaysWhichWayIsBetter(string id) =>
        FormulaCatalog.Default.Find(id).Description.Direction.Should().Be(
            id is "defect-rate" or "defects-per-million" or "cycle-time" ? Direction.LowerIsBetter : Direction.HigherIsBetter);

    // The same in twice the time, at three times the size: shares of counts stay.
    [Theory]
    [InlineData("on-time-delivery")]
    [InlineData("on-time-in-full")]
    [InlineData("order-accuracy")]
    [InlineData("first-pass-yield")]
    [InlineData("defect-rate")]
    [InlineData("quality")]
    [InlineData("cycle-time")]
    public void Result_AllCountsScaled_StaysTheSame(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        var inputs = formula.Description.Example!.Inputs;
        var result = formula.Evaluate([.. inputs]);
        var scaled = formula.Evaluate([.. inputs.Select(input => input.Unit!.Kind == UnitKind.Count ? input * 3m : input)]);
        scaled.Should().Be(result);
    }

    // Times in other units and prices in another currency: ratios stay, money follows.
    [Theory]
    [InlineData("availability")]
    [InlineData("performance")]
    [InlineData("utilization")]
    [InlineData("schedule-variance")]
    [InlineData("cost-variance")]
    [InlineData("cost-performance-index")]
    [InlineData("schedule-performance-index")]
    public void Result_AllTimesOrMoneyScaled_FollowsOnlyWhereItIsMoney(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        var inputs = formula.Description.Example!.Inputs;
        var result = formula.Evaluate([.. inputs]);
        var scaled = formula.Evaluate([.. inputs.Select(input => input.Unit!.Kind == UnitKind.Count ? input : input * 7.3m)]);
        scaled.Unit.Should().Be(result.Unit);
        scaled.Amount.Should().BeApproximately(result.Unit!.Kind == UnitKind.Money ? 7.3m * result.Amount : result.Amount, 1e-20m);
    }

    [Theory]
    [InlineData("on-time-delivery", "+-")]
    [InlineData("on-time-in-full", "+-")]
    [InlineData("order-accuracy", "+-")]
    [InlineData("first-pass-yield", "+-")]
    [InlineData("rolled-throughput-yield", "+++")]
    [InlineData("defect-rate", "+-")]
    [InlineData("defects-per-million", "+--")]
    [InlineData("availability", "+-")]
    [InlineData("performance", "++-")]
    [InlineData("quality", "+-")]
    [InlineData("overall-equipment-effectiveness", "+++")]
    [InlineData("utilization", "+-")]
    [InlineData("cycle-time", "+-+")]
    [InlineData("schedule-variance", "+-")]
    [InlineData("cost-variance", "+-")]
    [InlineData("cost-performance-index", "+-")]
    [InlineData("schedule-performance-index", "+-")]
    public void Result_OneInputRaised_MovesItsWay(string id, string ways) => CommercialLaws.ShouldMove(id, ways);
}
