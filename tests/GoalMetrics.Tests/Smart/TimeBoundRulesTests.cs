using GoalMetrics.Smart;
using NodaTime;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class TimeBoundRulesTests
{
    private static readonly ReportingPeriod Quarter = Copenhagen.Quarter(2027, 1);

    [Fact]
    public void Period_Missing_IsFound() => FoundBy(new PeriodRule(), new("g")).ShouldBe(
        FindingSeverity.Error,
        "SMART-T-PERIOD",
        "goals/g/period",
        ("The goal has no period: no deadline is stated.", "State the deadline, such as Period = calendar.Quarter(2027, 1)."),
        ("Målet har ingen periode: der er ikke angivet en frist.", "Angiv, hvornår det skal nås, f.eks. Period ="
            + " calendar.Quarter(2027, 1)."));

    [Fact]
    public void Period_There_IsFine() => FoundBy(new PeriodRule(), new("g") { Period = Quarter }).Should().BeEmpty();

    [Fact]
    public void OpenPeriod_AtItsEnd_IsFound() => FoundBy(new OpenPeriodRule(), new("g") { Period = Quarter }, asOf: Quarter.End).ShouldBe(
        FindingSeverity.Error,
        "SMART-T-ENDED",
        "goals/g/period",
        (
            "The goal's period 2027-Q1 ended with 2027-03-31.",
            "Set the goal for a period to come, such as the next quarter; or judge it as of the day it was set."),
        (
            "Målets periode 2027-Q1 sluttede den 2027-03-31.",
            "Sæt målet for en kommende periode, f.eks. næste kvartal, eller vurdér det pr. den dag, det blev sat."));

    [Fact]
    public void OpenPeriod_NotYetOrNoPeriod_IsFine()
    {
        FoundBy(new OpenPeriodRule(), new("g") { Period = Quarter }, asOf: Quarter.End - Duration.Epsilon).Should().BeEmpty();
        FoundBy(new OpenPeriodRule(), new("g"), asOf: Instant.MaxValue).Should().BeEmpty();
    }

    [Fact]
    public void PeriodLength_TwoYearsAndADay_IsFound() =>
        FoundBy(new PeriodLengthRule(), Lasting(new(2027, 1, 1), new(2029, 1, 2))).ShouldBe(
        FindingSeverity.Warning,
        "SMART-T-LONG",
        "goals/g/period",
        (
            "The goal's period 2027-01-01/2029-01-02 is longer than 2 years: nothing is urgent so far ahead.",
            "Cut it into shorter goals, such as one a year, and make the long aim a business goal."),
        (
            "Målets periode 2027-01-01/2029-01-02 er længere end 2 år: så langt ude i fremtiden haster intet.",
            "Del det op i kortere mål, f.eks. ét om året, og gør det langsigtede mål til et virksomhedsmål."));

    [Fact]
    public void Path_ThatExpectsTooMuchAtTheEnd_IsFound() =>
        FoundBy(new PathRule(), new("g") { Period = Quarter, Path = new Doubling() }).ShouldBe(
        FindingSeverity.Error,
        "SMART-T-PATH",
        "goals/g/path",
        (
            "The goal's path cannot be followed through 2027-Q1: Goal 'g': its path Doubling expects a share of 2 at"
            + " 2027-03-31T22:00:00Z. Expected one from 0 to 1.",
            "Give the goal a path that is made for its period, or leave it out: the goal is then expected steadily."),
        (
            "Målets forventede forløb kan ikke følges gennem 2027-Q1: Goal 'g': its path Doubling expects a share of 2 at"
            + " 2027-03-31T22:00:00Z. Expected one from 0 to 1.",
            "Giv målet et forløb, der passer til perioden, eller udelad det: så forventes målet nået i jævnt tempo."));

    [Fact]
    public void Path_OfMilestones_IsFine() => FoundBy(
        new PathRule(),
        new("g") { Period = Quarter, Path = MilestonePath.Of(new Milestone("launch", new(2027, 3, 1))) }).Should().BeEmpty();

    // As expected up to the end, where it expects all of it twice.
    private sealed class Doubling : IProgressPath
    {
        public decimal ShareAt(ReportingPeriod period, Instant moment) => moment < period.End ? period.ElapsedShare(moment) : 2m;
    }

    [Fact]
    public void PeriodLength_UpToTwoYears_IsFine()
    {
        FoundBy(new PeriodLengthRule(), Lasting(new(2027, 1, 1), new(2029, 1, 1))).Should().BeEmpty();
        FoundBy(new PeriodLengthRule(), Lasting(new(9998, 1, 1), new(9999, 1, 1))).Should().BeEmpty(); // There is no day two years on.
        FoundBy(new PeriodLengthRule(), new("g")).Should().BeEmpty();
    }

    [Fact]
    public void PeriodLength_LimitOfOnesOwn_IsKeptAndSaid()
    {
        FoundBy(new PeriodLengthRule(longestYears: 1), Lasting(new(2027, 1, 1), new(2028, 1, 2)))[0].Message()
            .Should().Contain("is longer than 1 year:");
        FoundBy(new PeriodLengthRule(longestYears: 5), Lasting(new(2027, 1, 1), new(2032, 1, 1))).Should().BeEmpty();
        new PeriodLengthRule().LongestYears.Should().Be(2);
        FluentActions.Invoking(() => new PeriodLengthRule(longestYears: 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new PeriodLengthRule(longestYears: 101)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Milestone_AfterThePeriod_IsFound() => FoundBy(new MilestoneRule(), Due(new LocalDate(2027, 4, 1))).ShouldBe(
        FindingSeverity.Warning,
        "SMART-T-MILESTONE",
        "goals/g/target/milestones",
        (
            "The milestone 'Launch' is due on 2027-04-01, outside the goal's period 2027-Q1.",
            "Move it into the period, such as to 2027-03-31, or change the period."),
        (
            "Milepælen 'Launch' skal nås 2027-04-01, og det er uden for målets periode 2027-Q1.",
            "Flyt den ind i perioden, f.eks. til 2027-03-31, eller ret perioden."));

    [Fact]
    public void Milestone_WithinThePeriodOrUnbound_IsFine()
    {
        FoundBy(new MilestoneRule(), Due(new LocalDate(2027, 1, 1), new LocalDate(2027, 3, 31))).Should().BeEmpty();
        FoundBy(new MilestoneRule(), Due(new LocalDate(2027, 2, 1).WithCalendar(CalendarSystem.Julian))).Should().BeEmpty();
        FoundBy(new MilestoneRule(), Due(new LocalDate(2026, 12, 31), new LocalDate(2027, 4, 1))).Should().HaveCount(2);
        FoundBy(new MilestoneRule(), new("g") { Target = Target.Complete(new Milestone("Launch", new(2027, 4, 1))) }).Should().BeEmpty();
        FoundBy(new MilestoneRule(), new("g") { Period = Quarter, Target = Target.Reach(1) }).Should().BeEmpty();
        FoundBy(new MilestoneRule(), new("g") { Period = Quarter }).Should().BeEmpty();
    }

    private static SmartGoal Lasting(LocalDate start, LocalDate end) => new("g") { Period = Copenhagen.Range(start, end) };

    private static SmartGoal Due(params LocalDate[] days) => new("g")
    {
        Period = Quarter,
        Target = Target.Complete([.. days.Select((day, i) => new Milestone(i == 0 ? "Launch" : $"Step {i}", day))]),
    };
}
