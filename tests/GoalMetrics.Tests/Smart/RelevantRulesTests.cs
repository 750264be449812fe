using GoalMetrics.Smart;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class RelevantRulesTests
{
    [Fact]
    public void Serves_Nothing_IsFound() => FoundBy(new ServesRule(), new("g")).ShouldBe(
        FindingSeverity.Error,
        "SMART-R-SERVES",
        "goals/g/serves",
        ("The goal serves no business goal.", "State which one it serves, such as Serves = [\"grow-market-share\"]."),
        ("Målet understøtter ikke noget virksomhedsmål.", "Angiv, hvilket det bidrager til, f.eks. Serves = [\"grow-market-share\"]."));

    [Fact]
    public void Serves_NothingButThereIsOneAtHand_IsTheExample()
    {
        FoundBy(new ServesRule(), new("g"), new() { BusinessGoals = [new("be-green")] })[0].Suggestion()
            .Should().Be("State which one it serves, such as Serves = [\"be-green\"].");
        FoundBy(new ServesRule(), new("g") { Measure = Satisfaction }, Shop)[0].Suggestion()
            .Should().Be("State which one it serves, such as Serves = [\"delight-customers\"].");
    }

    [Fact]
    public void Serves_Something_IsFine() => FoundBy(new ServesRule(), new("g") { Serves = ["anything"] }).Should().BeEmpty();

    [Fact]
    public void Known_MisspeltBusinessGoal_IsFoundWithTheNearest() =>
        FoundBy(new KnownBusinessGoalRule(), new("g") { Serves = ["grow-marketshare"] }, Shop).ShouldBe(
        FindingSeverity.Error,
        "SMART-R-UNKNOWN",
        "goals/g/serves",
        (
            "The goal serves 'grow-marketshare', which is not among the strategy's business goals.",
            "Refer to one that is (grow-market-share), or add 'grow-marketshare' to them."),
        (
            "Målet understøtter 'grow-marketshare', som ikke er blandt strategiens virksomhedsmål.",
            "Henvis til et, der findes (grow-market-share), eller tilføj 'grow-marketshare'."));

    [Fact]
    public void Known_NothingLikeIt_NamesAllOrNone()
    {
        FoundBy(new KnownBusinessGoalRule(), new("g") { Serves = ["x"] }, Shop)[0].Suggestion()
            .Should().Be("Refer to one that is (grow-market-share, delight-customers), or add 'x' to them.");
        var found = FoundBy(new KnownBusinessGoalRule(), new("g") { Serves = ["x"] }, new());
        found[0].Suggestion().Should().Be("Refer to one that is (there is none yet), or add 'x' to them.");
        found[0].Suggestion(Danish).Should().Be("Henvis til et, der findes (der er ingen endnu), eller tilføj 'x'.");
    }

    [Fact]
    public void Known_ManyAndEndless_AreAllFoundAndShownShort()
    {
        var found = FoundBy(new KnownBusinessGoalRule(), new("g") { Serves = ["grow-market-share", "x", new string('a', 10_000)] }, Shop);

        found.Should().HaveCount(2);
        found[1].Message().Should().Be(
            $"The goal serves '{new string('a', 60)}… (10000 characters)', which is not among the strategy's business goals.");
    }

    [Fact]
    public void Known_OrNoStrategyToLookIn_IsFine()
    {
        FoundBy(new KnownBusinessGoalRule(), new("g") { Serves = [new BusinessGoal("grow-market-share"), "delight-customers"] }, Shop)
            .Should().BeEmpty();
        FoundBy(new KnownBusinessGoalRule(), new("g") { Serves = ["x"] }).Should().BeEmpty();
    }

    [Fact]
    public void Measure_KpiForAnother_IsFound() =>
        FoundBy(new RelevantMeasureRule(), Serving(Satisfaction, "grow-market-share"), Shop).ShouldBe(
        FindingSeverity.Warning,
        "SMART-R-MEASURE",
        "goals/g/measure",
        (
            "'satisfaction' does not show progress towards grow-market-share: it is not a KPI for that, and drives none.",
            "Measure by a KPI for it (conversion-rate), or let 'satisfaction' drive one with DrivenBy."),
        (
            "'satisfaction' viser ikke fremdrift mod grow-market-share: den er ikke en KPI for det og driver heller ikke en.",
            "Mål med en KPI for det (conversion-rate), eller lad 'satisfaction' drive en KPI med DrivenBy."));

    [Fact]
    public void Measure_KpiForAnotherAlone_IsFoundToo() => FoundBy(new RelevantMeasureRule(), Serving(Satisfaction, "grow-market-share"))[0]
        .Suggestion().Should().Be("Measure by a KPI for it (there is none yet), or let 'satisfaction' drive one with DrivenBy.");

    public static TheoryData<SmartGoal, Strategy?, bool> Measures => new()
    {
        { Serving(Conversion, "grow-market-share"), Shop, true },
        { Serving(Conversion, "delight-customers", "grow-market-share"), Shop, true }, // One of two will do.
        { Serving(Visits, "grow-market-share"), Shop, true }, // Drives the KPI.
        { Serving(Visits.Where(Filter.Equal("channel", "email")), "grow-market-share"), Shop, true },
        { Serving(PerformanceIndicator.Weekly(Visits), "grow-market-share"), Shop, true },
        { Serving(Kpi.Of("reach", Visits).Serving("delight-customers"), "grow-market-share"), Shop, true }, // A KPI that drives another.
        { Serving(Kpi.Of("conversion-rate", Revenue), "grow-market-share"), Shop, true }, // The same KPI, by its id.
        {
            Serving(Visits, "keep-customers"),
            new() { Kpis = [Kpi.Of("loyalty", Orders).Serving("keep-customers").DrivenBy(PerformanceIndicator.Daily(Visits))] },
            true
        },
        { Serving(Visits, "keep-customers"), new() { Kpis = [Kpi.Of("loyalty", Orders).Serving("keep-customers")] }, false },
        { Serving(Visits, "delight-customers"), Shop, false },
        { Serving(Revenue, "grow-market-share"), Shop, false },
        { Serving(Revenue, "be-green"), Shop, true }, // No KPI measures it: the strategy's check says so.
        { Serving(Revenue, "grow-market-share"), null, true },
        { Serving(Kpi.Of("reach", Revenue), "grow-market-share"), null, true },
        { Serving(Satisfaction), Shop, true },
        { Serving(null, "grow-market-share"), Shop, true },
    };

    [Theory]
    [MemberData(nameof(Measures), DisableDiscoveryEnumeration = true)]
    public void Measure_OfTheBusinessGoal_IsAKpiForItOrDrivesOne(SmartGoal goal, Strategy? strategy, bool isFine) =>
        FoundBy(new RelevantMeasureRule(), goal, strategy).Should().HaveCount(isFine ? 0 : 1);

    [Fact]
    public void Measure_AfterKpisThatSayNothing_NamesThemAll()
    {
        var strategy = new Strategy { Kpis = [Satisfaction, Conversion, Kpi.Of("reach", Visits).Serving("grow-market-share")] };

        FoundBy(new RelevantMeasureRule(), Serving(Revenue, "grow-market-share"), strategy)[0].Suggestion()
            .Should().Be("Measure by a KPI for it (conversion-rate, reach), or let 'revenue' drive one with DrivenBy.");
    }

    private static SmartGoal Serving(Measure? measure, params string[] businessGoals) =>
        new("g") { Measure = measure, Serves = businessGoals };
}
