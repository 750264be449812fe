using GoalMetrics.Smart;
using NodaTime;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class AchievableRulesTests
{
    private static readonly ReportingPeriod Quarter = Copenhagen.Quarter(2027, 1);

    [Fact]
    public void Limit_OffTheScale_IsFound() =>
        FoundBy(
            new LimitRule(),
            new("g") { Measure = Rating, Target = Target.Reach(new Quantity(5.5m, Unit.Score(1m, 5m)), from: Quantity.Score(4m, 1m, 5m)) })
            .ShouldBe(
            FindingSeverity.Error,
            "SMART-A-SCALE",
            "goals/g/target",
            ("The target 5.5 is off the scale of 1 to 5.", "Choose a value on the scale, such as 5 at most."),
            ("Måltallet 5,5 ligger uden for skalaen fra 1 til 5.", "Vælg en værdi på skalaen, f.eks. højst 5."));

    [Fact]
    public void Limit_CountBelowZero_IsFound() =>
        FoundBy(new LimitRule(), new("g") { Measure = Visits, Target = Target.DecreaseBy(150, from: 100) }).ShouldBe(
        FindingSeverity.Warning,
        "SMART-A-BELOW-ZERO",
        "goals/g/target",
        ("The target -50 is below zero, where no count, no share of one and no time can be.", "Aim at zero or above, such as 0."),
        (
            "Måltallet -50 er under nul, og det kan hverken et antal, en andel eller en varighed være.",
            "Vælg nul eller derover, f.eks. 0."));

    [Fact]
    public void Limit_ShareAboveAll_IsFound() =>
        FoundBy(new LimitRule(), new("g") { Measure = Conversion, Target = Target.Reach(4m) }).ShouldBe(
        FindingSeverity.Warning,
        "SMART-A-SHARE",
        "goals/g/target",
        ("The target 400% is above 100 %, more 'orders' than 'visits'.", "Check the figure: 4 % is written 4.Percent() or 0.04m, not 4m."),
        (
            "Måltallet 400 % er over 100 %, altså flere 'orders' end 'visits'.",
            "Kontrollér tallet: 4 % skrives 4.Percent() eller 0.04m, ikke 4m."));

    public static TheoryData<Measure?, Target?, string?> Limits
    {
        get
        {
            var score = Unit.Score(-100m, 100m);
            var margin = Measure.Of(
                "margin", (profit, revenue) => profit.RatioTo(revenue), Revenue, Metric.Sum("turnover", Sales, "amount"));
            return new()
            {
                { null, null, null },
                { null, Target.StayAtLeast(new Quantity(-101m, score)), "SMART-A-SCALE" },
                { null, Target.StayAtLeast(new Quantity(-100m, score)), null },
                { null, Target.Reach(new Quantity(100m, score)), null },
                { null, Target.StayWithin(new Quantity(50m, score), new Quantity(100.1m, score)), "SMART-A-SCALE" },
                { null, Target.IncreaseBy(new Quantity(30m, score), from: new Quantity(80m, score)), "SMART-A-SCALE" },
                { null, Target.IncreaseBy(new Quantity(30m, score), over: Copenhagen.Year(2026)), null },
                { Visits, Target.StayAtMost(0), null },
                { Visits, Target.StayAtLeast(-1), "SMART-A-BELOW-ZERO" },
                { Visits, Target.DecreaseBy(100.Percent(), from: 100), null },
                { null, Target.Reach(Quantity.Duration(-1m, DurationUnit.Day)), "SMART-A-BELOW-ZERO" },
                { Revenue, Target.Reach(Money.Dkk(-1)), null },
                { Conversion, Target.Reach(1m), null },
                { Conversion, Target.StayAtLeast(1.01m), "SMART-A-SHARE" },
                { Conversion, Target.Reach(0m), null },
                { Conversion, Target.Reach(-0.01m), "SMART-A-BELOW-ZERO" },
                { Conversion, Target.IncreaseBy(60.PercentagePoints(), from: 50.Percent()), "SMART-A-SHARE" },
                { margin, Target.Reach(4m), null }, // What is no share of things counted may exceed 100 %, or be a loss.
                { margin, Target.Reach(-4m), null },
                { null, Target.Reach(4m), null },
                { Visits, Target.IncreaseBy(1m, from: new Quantity(decimal.MaxValue, Unit.Count())), null }, // Too large to tell.
            };
        }
    }

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void Limit_OfTheUnit_IsKept(Measure? measure, Target? target, string? code) =>
        FoundBy(new LimitRule(), new("g") { Measure = measure, Target = target }).Select(finding => finding.Code)
            .Should().Equal(code is null ? [] : [code]);

    [Fact]
    public void Step_MoreThanDouble_IsFound() =>
        FoundBy(new StepRule(), new("g") { Target = Target.IncreaseBy(20m, over: Copenhagen.Year(2026)) }).ShouldBe(
        FindingSeverity.Warning,
        "SMART-A-STEP",
        "goals/g/target",
        (
            "The target lies 2,000% above the baseline: it more than doubles.",
            "Cut it into steps, such as 25 % a quarter, or check the figure: 20 % is written 20.Percent() or 0.2m, not 20m."),
        (
            "Måltallet ligger 2.000 % over udgangspunktet: mere end en fordobling.",
            "Del det op i trin, f.eks. 25 % pr. kvartal, eller kontrollér tallet: 20 % skrives 20.Percent() eller 0.2m, ikke 20m."));

    [Fact]
    public void Step_MoreThanHalf_IsWorthKnowing() =>
        FoundBy(new StepRule(), new("g") { Target = Target.DecreaseBy(50.1m.Percent(), under: Copenhagen.Year(2026)) }).ShouldBe(
        FindingSeverity.Info,
        "SMART-A-AMBITIOUS",
        "goals/g/target",
        (
            "The target lies 50.1% from the baseline: an ambitious step.",
            "Make sure of the means, such as a budget and people named, and look at it again halfway."),
        (
            "Måltallet ligger 50,1 % fra udgangspunktet: et ambitiøst spring.",
            "Sørg for ressourcerne, f.eks. budget og navngivne medarbejdere, og tag målet op igen halvvejs."));

    public static TheoryData<Target?, string?> Steps => new()
    {
        { null, null },
        { Target.IncreaseBy(50.Percent(), over: Copenhagen.Year(2026)), null },
        { Target.IncreaseBy(51.Percent(), over: Copenhagen.Year(2026)), "SMART-A-AMBITIOUS" },
        { Target.IncreaseBy(100.Percent(), over: Copenhagen.Year(2026)), "SMART-A-AMBITIOUS" },
        { Target.IncreaseBy(101.Percent(), over: Copenhagen.Year(2026)), "SMART-A-STEP" },
        { Target.DecreaseBy(50.Percent(), under: Copenhagen.Year(2026)), null },
        { Target.DecreaseBy(100.Percent(), under: Copenhagen.Year(2026)), "SMART-A-AMBITIOUS" },
        { Target.IncreaseBy(51, from: 100), "SMART-A-AMBITIOUS" },
        { Target.IncreaseBy(51, over: Copenhagen.Year(2026)), null }, // Of what is not known without data.
        { Target.IncreaseBy(2.PercentagePoints(), from: 3.Percent()), "SMART-A-AMBITIOUS" },
        { Target.IncreaseBy(1.PercentagePoints(), from: 3.Percent()), null },
        { Target.DecreaseBy(2.PercentagePoints(), from: 3.Percent()), "SMART-A-AMBITIOUS" },
        { Target.Reach(Money.Dkk(201), from: Money.Dkk(100)), "SMART-A-STEP" },
        { Target.Reach(Money.Dkk(49), from: Money.Dkk(100)), "SMART-A-AMBITIOUS" },
        { Target.Reach(Money.Dkk(150), from: Money.Dkk(100)), null },
        { Target.Reach(Money.Dkk(-50), from: Money.Dkk(100)), "SMART-A-AMBITIOUS" }, // Below zero is a fall too.
        { Target.Reach(Money.Dkk(150), over: Copenhagen.Year(2026)), null },
        { Target.Reach(Money.Dkk(5), from: Money.Dkk(-100)), null }, // A loss has no share to rise by.
        { Target.Reach(5, from: 0), null },
        { Target.Reach(Quantity.Score(9m, -100m, 100m), from: Quantity.Score(1m, -100m, 100m)), null },
        { Target.Reach(Quantity.Duration(2m, DurationUnit.Hour), from: Quantity.Duration(30m, DurationUnit.Minute)), "SMART-A-STEP" },
        { Target.StayAtLeast(5), null },
    };

    [Theory]
    [MemberData(nameof(Steps), DisableDiscoveryEnumeration = true)]
    public void Step_FromTheBaseline_IsJudged(Target? target, string? code) =>
        FoundBy(new StepRule(), new("g") { Target = target }).Select(finding => finding.Code).Should().Equal(code is null ? [] : [code]);

    [Fact]
    public void Step_FromAnyBaseline_IsThatOfTheShare()
    {
        var random = new Random(20261215);
        for (var i = 0; i < 2_000; i++)
        {
            var (from, to) = (random.Next(1, 40) / 10m, random.Next(-10, 120) / 10m);
            if (from == to)
            {
                continue;
            }

            FoundBy(
                new StepRule(), new("g") { Target = Target.Reach(Money.Dkk(to), from: Money.Dkk(from)) }).Select(finding => finding.Code)
                .Should().Equal(CodeOf((to - from) / from), "the step is from {0} to {1}", from, to);
        }

        static string[] CodeOf(decimal share)
        {
            if (share > 1m)
            {
                return ["SMART-A-STEP"];
            }

            return Math.Abs(share) > 0.5m ? ["SMART-A-AMBITIOUS"] : [];
        }
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "1", "SMART-A-STEP")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950334", null)]
    [InlineData("1", "79228162514264337593543950335", "SMART-A-AMBITIOUS")]
    public void Step_OfTheLargestAmounts_IsJudged(string to, string from, string? code)
    {
        var goal = new SmartGoal("g") { Target = Target.Reach(Money.Dkk(Amount(to)), from: Money.Dkk(Amount(from))) };

        FoundBy(new StepRule(), goal).Select(finding => finding.Code).Should().Equal(code is null ? [] : [code]);

        static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Step_LargestShare_IsJudged() =>
        FoundBy(new StepRule(), new("g") { Target = Target.IncreaseBy(decimal.MaxValue, over: Copenhagen.Year(2026)) })
        .Should().ContainSingle().Which.Code.Should().Be("SMART-A-STEP");

    [Fact]
    public void TimeLeft_OneDayIn30_IsFound() =>
        FoundBy(
            new TimeLeftRule(), new("g") { Period = Copenhagen.Month(2026, 11) }, asOf: Copenhagen.Day(new(2026, 11, 30)).Start).ShouldBe(
            FindingSeverity.Warning,
            "SMART-A-TIME",
            "goals/g/period",
            ("Only 3.33% of 2026-11 is left.", "Move the goal to a period that has not begun, such as the next quarter."),
            ("Der er kun 3,33 % af 2026-11 tilbage.", "Flyt målet til en periode, der ikke er begyndt, f.eks. næste kvartal."));

    [Fact]
    public void TimeLeft_ATenthOrOverOrNotBegun_IsFine()
    {
        var goal = new SmartGoal("g") { Period = Copenhagen.Month(2026, 11) };
        var tenth = Copenhagen.Day(new(2026, 11, 28)).Start;

        FoundBy(new TimeLeftRule(), goal, asOf: tenth).Should().BeEmpty();
        FoundBy(new TimeLeftRule(), goal, asOf: tenth + Duration.FromMinutes(1)).Should().ContainSingle();
        FoundBy(new TimeLeftRule(), goal, asOf: goal.Period!.End - Duration.Epsilon).Should().ContainSingle();
        FoundBy(new TimeLeftRule(), goal, asOf: goal.Period!.End).Should().BeEmpty(); // Another rule says so.
        FoundBy(new TimeLeftRule(), goal, asOf: Instant.MaxValue).Should().BeEmpty();
        FoundBy(new TimeLeftRule(), goal, asOf: Instant.MinValue).Should().BeEmpty();
        FoundBy(new TimeLeftRule(), new("g")).Should().BeEmpty();
    }

    [Fact]
    public void Load_SixGoalsAtATime_IsFound() => FoundBy(new LoadRule(), Owned("g", "Anna "), StrategyOf(Goals(5, "anna"))).ShouldBe(
        FindingSeverity.Warning,
        "SMART-A-LOAD",
        "goals/g/owner",
        (
            "Anna has 6 goals that fall in 2027-Q1.",
            "Agree on what comes first, such as the 5 goals that matter most, and move the others or hand them over."),
        (
            "Anna har 6 mål på én gang i 2027-Q1.",
            "Aftal, hvad der kommer først, f.eks. de 5 vigtigste mål, og flyt eller overdrag resten."));

    [Fact]
    public void Load_OthersAndOtherTimes_DoNotCount()
    {
        var goal = Owned("g", "Anna");
        var elsewhere = new[]
        {
            Owned("before", "Anna", Copenhagen.Quarter(2026, 4)),
            Owned("after", "Anna", Copenhagen.Quarter(2027, 2)),
            Owned("other", "Bo"),
            Owned("nobody", null),
            new SmartGoal("undated") { Owner = "Anna" },
        };

        FoundBy(new LoadRule(), goal, StrategyOf([goal, .. Goals(4, "Anna"), .. elsewhere])).Should().BeEmpty();
        FoundBy(
            new LoadRule(),
            goal,
            StrategyOf([goal, .. Goals(4, "Anna"), .. elsewhere, Owned("overlapping", "Anna", Copenhagen.Year(2027))]))
            .Should().ContainSingle();
        FoundBy(new LoadRule(), goal).Should().BeEmpty();
        FoundBy(new LoadRule(), Owned("g", null), StrategyOf([.. Enumerable.Range(1, 9).Select(i => Owned($"g{i}", null))]))
            .Should().BeEmpty();
        FoundBy(new LoadRule(), Owned("g", " "), StrategyOf([.. Enumerable.Range(1, 9).Select(i => Owned($"g{i}", null))]))
            .Should().BeEmpty();
        FoundBy(new LoadRule(), new("g") { Owner = "Anna" }, StrategyOf(Goals(9, "Anna"))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    public void Load_AroundTheLimit_CountsTheOthers(int others, int found) =>
        FoundBy(new LoadRule(), Owned("g", "Anna"), StrategyOf(Goals(others, "Anna"))).Should().HaveCount(found);

    [Fact]
    public void Load_LimitOfOnesOwn_IsKept()
    {
        FoundBy(new LoadRule(mostGoals: 1), Owned("g", "Anna"), StrategyOf(Goals(1, "Anna"))).Should().ContainSingle();
        FoundBy(new LoadRule(mostGoals: 2), Owned("g", "Anna"), StrategyOf(Goals(1, "Anna"))).Should().BeEmpty();
        new LoadRule().MostGoals.Should().Be(5);
        FluentActions.Invoking(() => new LoadRule(mostGoals: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static SmartGoal Owned(string id, string? owner, ReportingPeriod? period = null) =>
        new(id) { Owner = owner, Period = period ?? Quarter };

    private static SmartGoal[] Goals(int count, string owner) => [.. Enumerable.Range(1, count).Select(i => Owned($"goal-{i}", owner))];

    private static Strategy StrategyOf(SmartGoal[] goals) => new() { Goals = goals };
}
