using System.Globalization;
using static GoalMetrics.Tests.Goals.GoalExamples;

namespace GoalMetrics.Tests.Goals;

public sealed class StrategyTests
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    private static readonly Kpi DrivenConversion = Conversion.Serving("grow").DrivenBy(
        PerformanceIndicator.Daily(Visits), PerformanceIndicator.Daily(Orders));

    private static readonly Strategy Sound = new()
    {
        Vision = "A bicycle for everybody",
        Mission = "We sell good bicycles",
        BusinessGoals = [new("grow"), new("delight")],
        Goals =
        [
            new("more-visitors") { Measure = Visits, Serves = ["grow"] },
            new("quick-delivery") { Measure = Delivery, Serves = ["delight"] },
        ],
        Kpis = [DrivenConversion],
        PerformanceIndicators = [PerformanceIndicator.Daily(Visits)],
        Metrics = [Delivery],
    };

    [Fact]
    public void Check_SoundStrategy_FindsNothing() => Sound.Check().Should().BeEmpty();

    [Theory] // Without a direction more is better for a goal; a KPI of the same says otherwise, or says the same.
    [InlineData(Direction.Neutral, Direction.LowerIsBetter, true)]
    [InlineData(Direction.LowerIsBetter, Direction.HigherIsBetter, true)]
    [InlineData(Direction.LowerIsBetter, Direction.LowerIsBetter, false)]
    [InlineData(Direction.Neutral, Direction.HigherIsBetter, false)]
    [InlineData(Direction.LowerIsBetter, Direction.Neutral, false)]
    public void Check_GoalAndKpiThatContradict_IsFound(Direction ofGoal, Direction ofKpi, bool isFound)
    {
        var complaints = Metric.Count("complaints", FactTable.From("c", [1]).At(_ => new NodaTime.LocalDate(2026, 1, 1)).Build());
        Strategy strategy = new()
        {
            BusinessGoals = [new("delight")],
            Goals = [new("few") { Measure = complaints.BetterWhen(ofGoal), Target = Target.Reach(310), Serves = ["delight"] }],
            Kpis = [Kpi.Of("complaint-kpi", complaints).BetterWhen(ofKpi).Serving("delight")],
        };
        var better = ofGoal == Direction.LowerIsBetter ? "lower" : "higher";

        strategy.Check().Where(finding => finding.Code == "STRATEGY-GOAL-DIRECTION").Select(finding => finding.Message()).Should().Equal(
            isFound ? [$"For the goal {better} values of 'complaints' are better; for 'complaint-kpi' it is the other way round."] : []);
    }

    [Fact]
    public void Check_EmptyStrategy_FindsNothing() => new Strategy().Check().Should().BeEmpty();

    [Fact]
    public void Check_BrokenStrategy_ReportsEverythingAtOnce()
    {
        var weekly = PerformanceIndicator.Weekly(Revenue);
        Strategy broken = new()
        {
            BusinessGoals = [new("grow"), new("forgotten")],
            Goals = [new("g") { Serves = ["grwo"] }, new("h") { Measure = Kpi.Of("lost", Orders), Serves = ["grow"] }],
            Kpis = [Conversion.Serving("nowhere"), Kpi.Of("rate", Conversion)],
            PerformanceIndicators = [weekly, PerformanceIndicator.Daily(Revenue)],
            Metrics = [Metric.Count("visits", Sales, "order")],
        };

        var found = broken.Check();

        found.Select(finding => $"{finding.Severity} {finding.Path}: {finding.Message()} {finding.Suggestion()}").Should().Equal(
            "Error performance-indicators/revenue: 2 performance indicators have the id 'revenue'. Give each an id of its own.",
            "Error metrics/visits: 2 metrics have the id 'visits'. Give each an id of its own.",
            "Warning business-goals/forgotten: No KPI and no goal shows progress towards the business goal 'forgotten'."
            + " Let a KPI or a SMART goal serve it.",
            "Error goals/g/serves: 'g' serves the business goal 'grwo', which the strategy does not have."
            + " Add the business goal, or refer to one there is (grow, forgotten).",
            "Error goals/h/measure: The goal is measured by 'lost', which the strategy does not have."
            + " Add 'lost' to the KPIs, performance indicators or metrics of the strategy.",
            "Error kpis/conversion-rate/business-goals: 'conversion-rate' serves the business goal 'nowhere',"
            + " which the strategy does not have. Add the business goal, or refer to one there is (grow, forgotten).",
            "Info kpis/conversion-rate: The KPI 'conversion-rate' has no performance indicators that drive it."
            + " Name what can be acted on day by day, with DrivenBy.",
            "Warning kpis/rate: The KPI 'rate' serves no business goal."
            + " State which business goal it serves, with Serving, or remove it.",
            "Info kpis/rate: The KPI 'rate' has no performance indicators that drive it."
            + " Name what can be acted on day by day, with DrivenBy.",
            "Warning performance-indicators/revenue: The performance indicator 'revenue' drives no KPI."
            + " Let it drive a KPI, with DrivenBy, or remove it.",
            "Warning performance-indicators/revenue: The performance indicator 'revenue' drives no KPI."
            + " Let it drive a KPI, with DrivenBy, or remove it.");
        found.Select(finding => finding.Message(Danish)).Distinct().Should().Equal(
            "2 PI'er har id'et 'revenue'.",
            "2 metrikker har id'et 'visits'.",
            "Ingen KPI og intet mål viser, om I nærmer jer virksomhedsmålet 'forgotten'.",
            "'g' understøtter virksomhedsmålet 'grwo', som ikke findes i strategien.",
            "Målet måles med 'lost', som ikke findes i strategien.",
            "'conversion-rate' understøtter virksomhedsmålet 'nowhere', som ikke findes i strategien.",
            "KPI'en 'conversion-rate' har ingen PI'er, der driver den.",
            "KPI'en 'rate' understøtter ikke noget virksomhedsmål.",
            "KPI'en 'rate' har ingen PI'er, der driver den.",
            "PI'en 'revenue' driver ingen KPI.");
        found.Select(finding => finding.Suggestion(Danish)).Distinct().Should().Equal(
            "Giv dem hver sit id.",
            "Lad en KPI eller et SMART-mål understøtte det.",
            "Tilføj virksomhedsmålet, eller henvis til et, der findes (grow, forgotten).",
            "Tilføj 'lost' til strategiens KPI'er, PI'er eller metrikker.",
            "Angiv med DrivenBy, hvad der kan handles på fra dag til dag.",
            "Angiv med Serving, hvilket virksomhedsmål den siger noget om, eller lad den udgå.",
            "Lad den drive en KPI med DrivenBy, eller lad den udgå.");
    }

    [Fact]
    public void Check_NoBusinessGoalsToReferTo_ShowsADash() =>
        new Strategy { Goals = [new("g") { Serves = ["grow"] }] }.Check().Should().ContainSingle().Which.Suggestion()
            .Should().Be("Add the business goal, or refer to one there is (there is none yet).");

    [Fact]
    public void Check_IndicatorReadByTwoKpis_IsNoDuplicate()
    {
        var daily = PerformanceIndicator.Daily(Visits);
        Strategy strategy = new()
        {
            BusinessGoals = [new("grow")],
            Kpis =
            [
                Conversion.Serving("grow").DrivenBy(daily),
                Kpi.Of("reach", Visits).Serving("grow").DrivenBy(PerformanceIndicator.Daily(Visits)),
            ],
            PerformanceIndicators = [daily],
        };

        strategy.Check().Should().BeEmpty();
        strategy.AllPerformanceIndicators.Should().ContainSingle();
    }

    [Fact]
    public void Check_IndicatorReadByTheDayAndTheWeek_IsADuplicate()
    {
        Strategy strategy = new()
        {
            BusinessGoals = [new("grow")],
            Kpis = [Conversion.Serving("grow").DrivenBy(PerformanceIndicator.Daily(Visits), PerformanceIndicator.Weekly(Visits))],
        };

        strategy.Check().Should().ContainSingle().Which.Code.Should().Be("STRATEGY-DUPLICATE-ID");
    }

    [Fact] // A direction stated where the metric is used does not make another metric of it.
    public void Check_MetricWithADirectionBesideTheOneWithout_IsOneMetric()
    {
        Strategy strategy = new()
        {
            BusinessGoals = [new("grow")],
            Kpis = [OrderValue.Serving("grow").DrivenBy(PerformanceIndicator.Daily(Orders))],
            Goals =
            [
                new("sell") { Measure = Revenue.BetterWhen(Direction.HigherIsBetter), Serves = ["grow"] },
                new("more") { Measure = Revenue.BetterWhen(Direction.HigherIsBetter).Titled("Sales"), Serves = ["grow"] },
                new("daily") { Measure = PerformanceIndicator.Daily(Orders.BetterWhen(Direction.HigherIsBetter)), Serves = ["grow"] },
            ],
        };

        strategy.Check().Should().BeEmpty();
        strategy.AllMetrics.Where(metric => metric.Id == "revenue").Should().HaveCount(2);
    }

    [Fact]
    public void Check_MetricBetterHigherAndLower_IsOneFindingThatSaysSo()
    {
        Strategy strategy = new()
        {
            BusinessGoals = [new("grow")],
            Kpis = [OrderValue.Serving("grow").DrivenBy(PerformanceIndicator.Daily(Orders))],
            Goals =
            [
                new("more") { Measure = Revenue.BetterWhen(Direction.HigherIsBetter), Serves = ["grow"] },
                new("less") { Measure = Revenue.BetterWhen(Direction.LowerIsBetter), Serves = ["grow"] },
            ],
        };

        var found = strategy.Check().Should().ContainSingle().Which;

        $"{found.Severity} {found.Code} {found.Path}: {found.Message()} {found.Suggestion()}".Should().Be(
            "Error STRATEGY-DIRECTION metrics/revenue: 3 metrics with the id 'revenue' compute the same, and differ only in the direction"
            + " that is stated to be better. State the direction once, where 'revenue' is defined, and use that everywhere.");
        $"{found.Message(Danish)} {found.Suggestion(Danish)}".Should().Be(
            "3 metrikker med id'et 'revenue' beregner det samme og adskiller sig kun ved, om mere eller mindre er angivet som bedst."
            + " Angiv retningen én gang, dér hvor 'revenue' defineres, og brug den definition overalt.");
    }

    [Fact] // Made anew with the same direction they are one; with another they would be shown twice.
    public void Check_IndicatorsThatDifferInDirection_AreOneFindingThatSaysSo()
    {
        var better = PerformanceIndicator.Daily(Visits.BetterWhen(Direction.HigherIsBetter));
        Strategy With(PerformanceIndicator other) => new()
        {
            BusinessGoals = [new("grow")],
            Kpis = [Conversion.Serving("grow").DrivenBy(better), Kpi.Of("reach", Visits).Serving("grow").DrivenBy(other)],
        };

        With(PerformanceIndicator.Daily(Visits.BetterWhen(Direction.HigherIsBetter))).Check().Should().BeEmpty();
        With(PerformanceIndicator.Daily(Visits)).Check().Should().ContainSingle().Which.Message().Should().StartWith(
            "2 performance indicators with the id 'visits' compute the same, and differ only in");
    }

    public static TheoryData<Measure, bool> Held => new()
    {
        { Visits, true }, // What the KPI is computed from.
        { DrivenConversion, true },
        { Kpi.Of("conversion-rate", Revenue), true }, // By its id.
        { PerformanceIndicator.Daily(Visits), true },
        { PerformanceIndicator.Weekly(Visits), false },
        { Delivery, true }, // Listed.
        { Revenue, false },
    };

    [Theory]
    [MemberData(nameof(Held), DisableDiscoveryEnumeration = true)]
    public void Check_MeasureOfAGoal_IsListedOrReadByWhatIs(Measure measure, bool isHeld)
    {
        Strategy strategy = new()
        {
            BusinessGoals = [new("grow")],
            Kpis = [DrivenConversion],
            Metrics = [Delivery],
            Goals = [new("g") { Measure = measure, Serves = ["grow"] }],
        };

        strategy.Check().Select(finding => finding.Code).Should().Equal(isHeld ? [] : ["STRATEGY-UNLISTED-MEASURE"]);
    }

    [Fact]
    public void AllMetrics_OfAStrategy_AreEachOnce() =>
        Sound.AllMetrics.Should().BeEquivalentTo([Orders, Visits, Delivery]);

    [Fact]
    public void AllMetrics_OfAGoalOnly_AreThoseOfItsMeasure() =>
        new Strategy { Goals = [new("g") { Measure = OrderValue }, new("h")] }.AllMetrics.Should().BeEquivalentTo([Revenue, Orders]);

    [Fact]
    public void FindBusinessGoal_KnownOrNot_IsTheGoalOrNull()
    {
        Sound.FindBusinessGoal("grow").Should().BeSameAs(Sound.BusinessGoals[0]);
        Sound.FindBusinessGoal("shrink").Should().BeNull();
    }

    [Fact]
    public void BusinessGoals_OfOneId_AreRefusedAndBothNamed() => Messages.Of<ArgumentException>(() => new Strategy
    {
        BusinessGoals = [new("grow") { Title = "Grow the market share" }, new("delight"), new("grow") { Title = "Grow the shop" }],
    }).Should().Be(
        "Two business goals have the id 'grow': 'Grow the market share' at index 0 and 'Grow the shop' at index 2."
        + " Give each an id of its own. (Parameter 'BusinessGoals')");

    [Fact]
    public void Goals_OfOneId_AreRefusedAndBothNamed() => Messages.Of<ArgumentException>(() => new Strategy
    {
        Goals = [new("g") { Statement = "Sell more cars" }, new("g")],
    }).Should().Be(
        "Two goals have the id 'g': 'Sell more cars' at index 0 and 'g' at index 1. Give each an id of its own."
        + " (Parameter 'Goals')");

    [Fact]
    public void Kpis_OfOneId_AreRefusedAndBothNamed() =>
        Messages.Of<ArgumentException>(() => new Strategy { Kpis = [Conversion, Conversion] })
        .Should().Be(
            "Two KPIs have the id 'conversion-rate': 'Conversion rate' at index 0 and 'Conversion rate' at index 1."
            + " Give each an id of its own. (Parameter 'Kpis')");

    [Fact] // Ids are compared letter by letter.
    public void Goals_OfIdsThatDifferInCase_AreTwo() => new Strategy { Goals = [new("orders"), new("Orders")] }.Goals.Should().HaveCount(2);

    [Fact]
    public void Lists_ChangedAfterwards_Stay()
    {
        List<BusinessGoal> goals = [new("grow")];
        Strategy strategy = new() { BusinessGoals = goals };

        goals.Clear();

        strategy.BusinessGoals.Should().ContainSingle();
    }

    [Fact]
    public void Lists_Null_AreRefused() =>
        Messages.Of<ArgumentNullException>(() => new Strategy { Kpis = null! }).Should().Be("Value cannot be null. (Parameter 'Kpis')");

    [Fact]
    public void Lists_WithAGap_AreRefused() => Messages.Of<ArgumentException>(() => new Strategy { Goals = [new("g"), null!] })
        .Should().Be("Expected no nulls; found one at index 1. (Parameter 'Goals')");
}
