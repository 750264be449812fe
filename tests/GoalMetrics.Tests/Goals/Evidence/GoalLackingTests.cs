using GoalMetrics.Tests.Tracking;
using NodaTime;
using static GoalMetrics.Tests.Goals.Evidence.LookedBackOn;

namespace GoalMetrics.Tests.Goals.Evidence;

/// <summary>What a goal says of days that are missing: which of which table, and whether they are its own or looked back on.</summary>
public sealed class GoalLackingTests
{
    private static readonly Target Enough = Target.Reach(Quantity.Count(100_000));

    [Fact] // No day of the third quarter is missing; the year to date looks back on 10 February.
    public void Track_LooksBackOverAGap_NamesTheGapAndNotThePeriod()
    {
        var table = Days(D(1, 1), 273, Gap(D(2, 10), D(2, 10)));
        var progress = Track(table, X(table).ToDate(Grain.Year), Enough, Calendar.Quarter(2026, 3), At(10, 1));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.OfData().Where(IsOfDays).Should().Equal("DATA-GAP t 2026-02-10 2026-02-10", "TRACK-LOOKS-BACK");
        Line(progress, "TRACK-LOOKS-BACK").Should().Be(
            "'x-year-to-date' looks back on days without data, so its value for 2026-Q3 is not known:"
            + " table 't' has no data on 2026-02-10."
            + " | 'x-year-to-date' ser tilbage på dage uden data, så værdien for 2026-Q3 kendes ikke:"
            + " tabellen 't' har ingen data den 2026-02-10.");
    }

    [Fact]
    public void Track_LooksBackBeyondTheFirstDay_NamesTheDay()
    {
        var table = Days(D(1, 20), 254);
        var progress = Track(table, X(table).ToDate(Grain.Year), Enough, Calendar.Quarter(2026, 3), At(10, 1));

        progress.Findings.OfData().Where(IsOfDays).Should().Equal("DATA-BEGIN t 2026-01-20", "TRACK-LOOKS-BACK");
        progress.Findings.Single(finding => finding.Code == "TRACK-LOOKS-BACK").Message().Should().EndWith(
            "its value for 2026-Q3 is not known: the data of table 't' begin with 2026-01-20.");
    }

    [Fact] // Of a gap in the quarter itself, days of the quarter are missing.
    public void Track_LooksBackOverAGapOfThePeriod_SaysSo()
    {
        var table = Days(D(1, 1), 273, Gap(D(8, 10), D(8, 12)));
        var progress = Track(table, X(table).ToDate(Grain.Year), Enough, Calendar.Quarter(2026, 3), At(10, 1));

        progress.Findings.OfData().Where(IsOfDays).Should().Equal("DATA-GAP t 2026-08-10 2026-08-12", "TRACK-DATA-GAP");
    }

    [Fact] // The goal's own data begin late, which one finding says.
    public void Track_DataBeginWithinThePeriod_SaysSoOnce()
    {
        var table = Days(D(7, 20), 73);
        var progress = Track(table, X(table).ToDate(Grain.Quarter), Enough, Calendar.Quarter(2026, 3), At(10, 1));

        progress.Findings.OfData().Where(IsOfDays).Should().Equal("TRACK-DATA-BEGIN t 2026-07-20", "TRACK-DATA-GAP");
    }

    [Fact] // Balances of an account, a row each day but for 10 February, which lies long before the third quarter.
    public void Track_BalanceCarriedForwardOverAGap_NamesTheGapAndNotThePeriod()
    {
        var table = Days(D(1, 1), 273, Gap(D(2, 10), D(2, 10)));
        var progress = Track(table, Metric.Balance("stock", table, "x").CarriedForward(), Enough, Calendar.Quarter(2026, 3), At(10, 1));

        progress.Findings.OfData().Should().Contain("DATA-GAP t 2026-02-10 2026-02-10").And.NotContain("TRACK-DATA-GAP");
    }

    [Fact] // The advice is not to load August, which is there.
    public void Track_StayLooksBackOverAGap_AdvisesToLoadTheGap()
    {
        var table = Days(D(1, 1), 273, Gap(D(2, 10), D(2, 12)));
        var progress = Track(
            table, X(table).ToDate(Grain.Year), Target.StayAtLeast(Quantity.Count(100_000)), Calendar.Quarter(2026, 3), At(9, 1));

        progress.Findings.OfData().Should().Contain("DATA-GAP t 2026-02-10 2026-02-12");
        var unknown = progress.Findings.Single(finding => finding.Code == "TRACK-NO-VALUE");
        unknown.Message().Should().Be(
            "The measure 'x-year-to-date' has no value to judge by: the measure looks back on days without data (table 't' has no data"
            + " from 2026-02-10 to 2026-02-12).");
        unknown.Suggestion().Should().Be("See that its facts are loaded for the days that it looks back on.");
    }

    [Fact] // The 60 days before the end of February begin on 31 December, those before the end of March on 30 January.
    public void Track_StayLooksBackInSomeMonths_SaysSoOfThese()
    {
        var table = Days(D(1, 20), 100);
        var progress = Track(
            table, X(table).Rolling(60, Grain.Day), Target.StayAtLeast(Quantity.Count(600)), Calendar.Quarter(2026, 1), At(4, 1),
            Grain.Month);

        progress.Findings.Where(finding => finding.Code == "TRACK-READING-UNKNOWN")
            .Select(finding => $"{finding.Message()} {finding.Suggestion()}").Should().Contain(
                "Whether 'x-rolling-60-days' kept its limits in 2026-02 is not known: the measure looks back on days without data (the data"
                + " of table 't' begin with 2026-01-20). See that its facts are loaded for the days that it looks back on.");
    }

    [Fact] // A baseline of February, which looks back on January.
    public void Track_BaselineLooksBack_NamesTableAndDay()
    {
        var table = Days(D(1, 20), 100);
        var progress = Track(
            table,
            X(table).Rolling(60, Grain.Day),
            Target.IncreaseBy(10.Percent(), over: Calendar.Month(2026, 2)),
            Calendar.Month(2026, 4),
            At(4, 20));

        progress.Findings.OfData().Should().Equal("DATA-BEGIN t 2026-01-20", "TRACK-BASELINE-PARTIAL");
        progress.Findings[1].Message().Should().Be(
            "The data do not cover the whole baseline period 2026-02: the measure looks back on days without data (the data of"
            + " table 't' begin with 2026-01-20).");
    }

    [Theory] // June is over, and what is missing of July is no matter of it.
    [InlineData(7, 11)]
    [InlineData(7, 13)]
    [InlineData(8, 1)]
    public void Track_GapAfterTheGoal_IsNotFound(int month, int day)
    {
        var table = Days(D(1, 1), 243, Gap(D(7, 10), D(7, 12)));
        var progress = Track(table, X(table), Target.Reach(Quantity.Count(400)), Calendar.Month(2026, 6), At(month, day));

        (progress.Status, progress.Actual.Amount).Should().Be((GoalStatus.Missed, 300m));
        progress.Findings.Should().BeEmpty();
    }

    [Fact] // Seen from July all the same where it lies in June.
    public void Track_GapWithinTheGoal_IsFoundAfterwards()
    {
        var table = Days(D(1, 1), 243, Gap(D(6, 28), D(7, 2)));
        var progress = Track(table, X(table), Target.Reach(Quantity.Count(400)), Calendar.Month(2026, 6), At(8, 1));

        progress.Findings.OfData().Should().Contain("DATA-GAP t 2026-06-28 2026-07-02");
    }

    [Fact] // From 30 March to 2 April: one gap of the baseline and of the goal.
    public void Track_GapAcrossBaselineAndGoal_IsFoundOnce()
    {
        var table = Days(D(1, 1), 181, Gap(D(3, 30), D(4, 2)));
        var progress = Track(
            table, X(table), Target.IncreaseBy(10.Percent(), over: Calendar.Quarter(2026, 1)), Calendar.Quarter(2026, 2), At(6, 1));

        progress.Findings.Count(finding => finding.Code == "DATA-GAP").Should().Be(1);
        progress.Findings.OfData().First().Should().Be("DATA-GAP t 2026-03-30 2026-04-02");
    }

    [Fact] // Of a table without facts there are no days to name.
    public void Track_LooksBackInAnEmptyTable_SaysThatThereAreNoData()
    {
        var table = FactTable.From("t", Array.Empty<LocalDate>()).At(day => day).Value("x", _ => 1m, Unit.Count("order")).Build();
        var progress = Track(table, X(table).ToDate(Grain.Year), Enough, Calendar.Quarter(2026, 1), At(4, 1));

        progress.Findings.Single(finding => finding.Code == "TRACK-NO-VALUE").Message().Should().Be(
            "The measure 'x-year-to-date' has no value to judge by: no data (x-year-to-date).");
    }

    [Fact] // A mean over whole months reads no other days.
    public void Track_DoesNotLookBack_SaysNothingOfEarlierDays()
    {
        var table = Days(D(1, 1), 273, Gap(D(2, 10), D(2, 12)));
        var progress = Track(table, X(table), Enough, Calendar.Quarter(2026, 3), At(9, 1));

        progress.Findings.Should().BeEmpty();
    }

    private static bool IsOfDays(string finding) => !finding.StartsWith("TRACK-NO-BASELINE", StringComparison.Ordinal);

    private static string Line(GoalProgress progress, string code) => progress.Findings.Where(finding => finding.Code == code)
        .Select(finding => $"{finding.Message()} | {finding.Message(Facts.Danish)}").Single();

    private static GoalProgress Track(
        FactTable table, Measure measure, Target target, ReportingPeriod period, Instant asOf, Grain? readEvery = null) =>
        GoalTracker.Default.Track(
            new("goal")
            {
                Measure = measure,
                Target = target,
                Period = period,
                ReadEvery = readEvery,
            },
            Source(table),
            asOf);
}
