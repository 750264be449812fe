namespace GoalMetrics.Tests.Formulas.Families;

// What holds of formulas whatever the numbers; tried on the example of each.
public sealed partial class FinanceTests
{
    public static TheoryData<string> Known =>
    [
        "return-on-investment", "return-on-investment-from-gain", "annualized-return", "return-on-equity", "return-on-assets",
        "return-on-capital-employed",
        "payback-period", "discounted-payback-period",
        "gross-margin", "markup", "contribution-margin", "operating-margin", "net-margin", "ebitda-margin", "break-even-units",
        "growth-rate", "compound-growth-rate", "market-share", "relative-market-share", "revenue-per-employee",
        "budget-variance", "budget-variance-rate",
        "current-ratio", "acid-test-ratio", "debt-to-equity", "interest-coverage",
        "days-sales-outstanding", "days-payable-outstanding", "cash-conversion-cycle", "burn-rate", "runway",
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public void Family_Known_IsFinance(string id) => FormulaCatalog.Default.Find(id).Description.Family.Should().Be("Finance");

    [Theory]
    [InlineData(Direction.Neutral, "budget-variance", "budget-variance-rate", "days-payable-outstanding")]
    [InlineData(
        Direction.LowerIsBetter, "payback-period", "discounted-payback-period", "break-even-units", "debt-to-equity",
        "days-sales-outstanding", "cash-conversion-cycle", "burn-rate")]
    [InlineData(
        Direction.HigherIsBetter, "return-on-investment-from-gain", "annualized-return", "return-on-equity", "return-on-assets",
        "return-on-capital-employed")]
    [InlineData(Direction.HigherIsBetter, "markup", "contribution-margin", "operating-margin", "net-margin", "ebitda-margin")]
    [InlineData(
        Direction.HigherIsBetter, "market-share", "relative-market-share", "revenue-per-employee", "current-ratio", "acid-test-ratio",
        "interest-coverage", "runway")]
    public void Direction_OfFinance_SaysWhichWayIsBetter(Direction direction, params string[] ids) =>
        ids.Select(id => FormulaCatalog.Default.Find(id).Description.Direction).Should().OnlyContain(found => found == direction);

    // Prices in another currency, at 7.3: what is not money stays, what is money follows.
    [Theory]
    [MemberData(nameof(Known))]
    public void Result_AllMoneyScaled_FollowsOnlyWhereItIsMoney(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        var inputs = formula.Description.Example!.Inputs;
        var result = formula.Evaluate([.. inputs]);
        var scaled = formula.Evaluate([.. inputs.Select(input => IsMoney(input.Unit!) ? input * 7.3m : input)]);
        scaled.Unit.Should().Be(result.Unit);
        scaled.Amount.Should().BeApproximately(IsMoney(result.Unit!) ? 7.3m * result.Amount : result.Amount, 1e-12m);
    }

    [Theory]
    [InlineData("return-on-investment", "+-")]
    [InlineData("return-on-investment-from-gain", "+-")]
    [InlineData("annualized-return", "+-")]
    [InlineData("return-on-equity", "+-")]
    [InlineData("return-on-assets", "+-")]
    [InlineData("return-on-capital-employed", "+-")]
    [InlineData("payback-period", "+-")]
    [InlineData("discounted-payback-period", "+-+")]
    [InlineData("gross-margin", "+-")]
    [InlineData("markup", "+-")]
    [InlineData("contribution-margin", "+-")]
    [InlineData("operating-margin", "+-")]
    [InlineData("net-margin", "+-")]
    [InlineData("ebitda-margin", "+-")]
    [InlineData("break-even-units", "+-+")]
    [InlineData("growth-rate", "+-")]
    [InlineData("compound-growth-rate", "-+-")]
    [InlineData("market-share", "+-")]
    [InlineData("relative-market-share", "+-")]
    [InlineData("revenue-per-employee", "+-")]
    [InlineData("budget-variance", "+-")]
    [InlineData("budget-variance-rate", "+-")]
    [InlineData("current-ratio", "+-")]
    [InlineData("acid-test-ratio", "+--")]
    [InlineData("debt-to-equity", "+-")]
    [InlineData("interest-coverage", "+-")]
    [InlineData("days-sales-outstanding", "+-+")]
    [InlineData("days-payable-outstanding", "+-+")]
    [InlineData("cash-conversion-cycle", "++-")]
    [InlineData("burn-rate", "+--")]
    [InlineData("runway", "+-+")]
    public void Result_OneInputRaised_MovesItsWay(string id, string ways) => CommercialLaws.ShouldMove(id, ways);

    private static bool IsMoney(Unit unit) =>
        unit.Kind == UnitKind.Money || unit.ToString().StartsWith("USD per", StringComparison.Ordinal);
}
