using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

public sealed class GoalTrackerTests
{
    private static readonly FactTable Table = Orders(new(2026, 1, 1), new(2027, 4, 1), (new(2027, 1, 1), 10m));

    private static readonly InMemorySource Source = new(Utc, Table);

    public static TheoryData<SmartGoal, string> Unfinished => new()
    {
        { new("goal") { Measure = Sum(Table), Period = January },
            "Error TRACK-INCOMPLETE goals/goal/target | The goal has no target, and cannot be tracked. | Målet mangler et måltal og kan"
            + " ikke følges." },
        { new("goal") { Measure = Sum(Table), Target = Target.Reach(9) },
            "Error TRACK-INCOMPLETE goals/goal/period | The goal has no period, and cannot be tracked. | Målet mangler en periode og kan"
            + " ikke følges." },
        { new("goal") { Period = January, Target = Target.Reach(9) },
            "Error TRACK-INCOMPLETE goals/goal/measure | The goal has no measure, and cannot be tracked. | Målet mangler en KPI, PI eller"
            + " metrik og kan ikke følges." },
    };

    [Theory]
    [MemberData(nameof(Unfinished))]
    public void Track_UnfinishedGoal_IsUnknownWithTheReason(SmartGoal goal, string line)
    {
        var progress = GoalTracker.Default.Track(goal, Source, Utc2027(1, 11));
        (progress.Status, progress.AsOf, progress.JudgedAt).Should().Be((GoalStatus.Unknown, Utc2027(1, 11), Utc2027(1, 11)));
        progress.Lines().Should().Equal(line);
        progress.ToText().Should().Be($"Unknown: {progress.Findings[0].Message()}");
    }

    [Fact] // What stopped the judgement, and not what was found before it.
    public void ToText_SeveralFindings_IsTheLast()
    {
        var december = Orders(new(2026, 12, 1), new(2027, 1, 1), (new(2026, 12, 5), 10m));

        var progress = december.Track(Sum(december), Target.IncreaseBy(20.Percent(), over: LastQuarter), January, Utc2027(1, 11));

        progress.Findings.Select(finding => finding.Code)
            .Should().Equal("TRACK-BASELINE-PARTIAL", "TRACK-NO-VALUE");
        progress.ToText().Should().Be($"Unknown: {progress.Findings[1].Message()}");
    }

    [Fact]
    public void Track_PeriodOfAnotherCalendar_Throws() =>
        Messages.Of<ArgumentException>(() => GoalTracker.Default.Track(
            new("goal")
            {
                Measure = Sum(Table),
                Target = Target.Reach(9),
                Period = ReportingCalendar.Iso("Europe/Copenhagen").Month(2027, 1),
            }, Source, Utc2027(1, 11)))
            .Should().Be(
                $"Goal 'goal': its period 2027-01 is of the calendar {ReportingCalendar.Iso("Europe/Copenhagen")}; the source has {Utc}."
                + " Take periods from the source's calendar. (Parameter 'goal')");

    [Fact]
    public void Track_BaselineOfAnotherCalendar_Throws() =>
        Messages.Of<ArgumentException>(() => GoalTracker.Default.Track(
            new("goal")
            {
                Measure = Sum(Table),
                Target = Target.Reach(9, over: ReportingCalendar.Iso("Europe/Copenhagen").Month(2026, 12)),
                Period = January,
            }, Source, Utc2027(1, 11)))
            .Should().Be(
                $"Goal 'goal': its baseline period 2026-12 is of the calendar {ReportingCalendar.Iso("Europe/Copenhagen")}; the source"
                + $" has {Utc}. Take periods from the source's calendar. (Parameter 'goal')");

    [Fact]
    public void Track_UnknownTable_Throws() =>
        Messages.Of<ArgumentException>(() => GoalTracker.Default.Track(
            new("goal") { Measure = Sum(Table), Target = Target.Reach(9), Period = January }, new InMemorySource(Utc), Utc2027(1, 11)))
            .Should().Be("The source has no table 'orders'; it has none. (Parameter 'tables')");

    [Fact]
    public void New_NoPolicy_Throws() =>
        Messages.Of<ArgumentNullException>(() => new GoalTracker(null!)).Should().Contain("'policy'");

    [Fact]
    public void Track_NoGoal_Throws() =>
        Messages.Of<ArgumentNullException>(() => GoalTracker.Default.Track(null!, Source, Utc2027(1, 11))).Should().Contain("'goal'");

    [Fact]
    public void Track_NoSource_Throws() =>
        Messages.Of<ArgumentNullException>(() => GoalTracker.Default.Track(new("goal"), null!, Utc2027(1, 11)))
            .Should().Contain("'source'");

    [Fact]
    public void ShareAt_NoPeriod_Throws() =>
        Messages.Of<ArgumentNullException>(() => LinearPath.Instance.ShareAt(null!, Utc2027(1, 11))).Should().Contain("'period'");

    [Fact] // 10 of 31.5 orders after 10 of 31 days: pace 31 / 31.5 = 0.984.
    public void Track_PreviousStatus_KeepsItFromWavering()
    {
        var target = Target.Reach(Quantity.Count(31.5m, "order"));
        Table.Track(Sum(Table), target, January, Utc2027(1, 11)).Status.Should().Be(GoalStatus.AtRisk);
        Table.Track(Sum(Table), target, January, Utc2027(1, 11), GoalStatus.OnTrack).Status.Should().Be(GoalStatus.OnTrack);
    }

    [Fact]
    public void Track_PolicyOfOnesOwn_Decides() =>
        new GoalTracker(new StatusPolicy { OnTrackFrom = 2m, AtRiskFrom = 1.5m }).Track(
            new("goal")
            {
                Measure = Sum(Table),
                Target = Target.Reach(31),
                Period = January,
            }, Source, Utc2027(1, 11)).Status.Should().Be(GoalStatus.OffTrack);

    [Fact]
    public void Title_EveryStatus_HasWordsInBothLanguages()
    {
        Enum.GetValues<GoalStatus>().Select(status => $"{status.Title()} | {status.Title().In(Danish)}").Should().Equal(
            "Unknown | Ukendt", "Not started | Ikke begyndt", "On track | På rette spor", "At risk | I farezonen", "Off track | Bagud",
                "Achieved | Nået", "Missed | Ikke nået");
        Messages.Of<ArgumentOutOfRangeException>(() => ((GoalStatus)7).Title())
            .Should().StartWith("Expected one of Unknown, NotStarted, OnTrack, AtRisk, OffTrack, Achieved, Missed. (Parameter 'status')");
    }
}
