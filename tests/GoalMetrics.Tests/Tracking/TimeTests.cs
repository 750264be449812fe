using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>When goals are judged: before, during and after their period, with late data, and on days of 23 and 25 hours.</summary>
public sealed class TimeTests
{
    private static readonly FactTable Table = Orders(new(2026, 1, 1), new(2027, 4, 1), (new(2026, 11, 5), 40m), (new(2027, 1, 1), 10m));

    [Fact]
    public void Track_BeforeThePeriodAndAtItsFirstInstant_IsNotStarted()
    {
        foreach (var asOf in new[] { Instant.FromUtc(2026, 12, 31, 12, 0), January.Start })
        {
            var progress = Table.Track(Sum(Table), Target.IncreaseBy(20.Percent(), over: LastQuarter), January, asOf);
            progress.Status.Should().Be(GoalStatus.NotStarted);
            progress.ToText(Danish).Should().Be("Ikke begyndt");
            (progress.Expected, progress.ElapsedDays, progress.RemainingDays).Should().Be((0.Percent(), 0m, 31m));
            progress.Pace.IsDefined.Should().BeFalse();
            progress.Attainment.IsDefined.Should().BeFalse();
        }
    }

    [Fact] // Dates are seen from the start of their day on.
    public void Track_JustAfterTheFirstInstant_HasStarted() =>
        Table.Track(Sum(Table), Target.Reach(310), January, January.Start + Duration.Epsilon).Actual
            .Should().Be(Quantity.Count(10, "order"));

    [Theory] // Settling for 3 days from 1 February.
    [InlineData(1, 31, PeriodState.Open, GoalStatus.OffTrack)]
    [InlineData(2, 1, PeriodState.Settling, GoalStatus.OffTrack)]
    [InlineData(2, 3, PeriodState.Settling, GoalStatus.OffTrack)]
    [InlineData(2, 4, PeriodState.Closed, GoalStatus.Missed)]
    public void Track_SettlingPeriod_IsNotMissedYet(int month, int day, PeriodState state, GoalStatus status)
    {
        var table = FactTable.From("orders", new[] { 10m }).At(_ => (LocalDate?)new LocalDate(2027, 1, 1))
            .Value("orders", value => value, Unit.Count("order"))
            .Covering(new(2027, 1, 1), new(2027, 4, 1)).SettlesAfter(Duration.FromDays(3)).Build();
        var progress = table.Track(Sum(table), Target.Reach(310), January, Utc2027(month, day));
        (progress.State, progress.Status).Should().Be((state, status));
    }

    [Theory] // At noon of the short or long day, by the wall clock; the hours before noon over 23 or 25.
    [InlineData("Europe/Copenhagen", 2027, 3, 28, 27 + (11 / 23.0))]
    [InlineData("Europe/Copenhagen", 2027, 10, 31, 30 + (13 / 25.0))]
    [InlineData("America/Sao_Paulo", 2018, 11, 4, 3 + (11 / 23.0))] // Began at 01:00.
    [InlineData("America/Sao_Paulo", 2018, 2, 17, 16 + (12 / 25.0))] // 23:00 came twice.
    public void Track_OnADayOf23Or25Hours_CountsItsElapsedPart(string zone, int year, int month, int day, double elapsed)
    {
        var calendar = ReportingCalendar.Iso(zone);
        var period = calendar.Month(year, month);
        var date = new LocalDate(year, month, day);
        var table = Orders(period.StartDate, period.EndDate, (period.StartDate, 10m));
        var progress = table.Track(Sum(table), Target.Reach(100), period, calendar.At(date.At(new LocalTime(12, 0))));
        ((double)progress.ElapsedDays).Should().BeApproximately(elapsed, 1e-12);
        (progress.ElapsedDays + progress.RemainingDays).Should().Be(period.Days);
        ((double)progress.Expected.Amount).Should().BeApproximately(elapsed / period.Days, 1e-12);
    }

    [Fact] // The data end with 5 January; 10 of 310 orders after 5 of 31 days.
    public void Track_LateData_IsJudgedAtTheEndOfTheData()
    {
        var table = Orders(new(2027, 1, 1), new(2027, 1, 6), (new(2027, 1, 1), 10m));
        var progress = table.Track(Sum(table), Target.Reach(62), January, Utc2027(1, 20, 12));
        (progress.AsOf, progress.JudgedAt).Should().Be((Utc2027(1, 20, 12), Utc2027(1, 6)));
        (progress.Expected.Amount, progress.Pace.Amount).Should().Be((5m / 31m, 1m));
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Lines().Should().Equal(
            "Warning TRACK-DATA-END goals/goal/data | The goal is judged as of the end of 2027-01-05, as far as the data of table"
            + " 'orders' go; days missing: 14. | Målet er opgjort ved udgangen af 2027-01-05, så langt data i tabellen 'orders' rækker;"
            + " manglende dage: 14.");
    }

    [Fact]
    public void Track_DataToTheEndOfThePeriod_HaveNoGapAfterIt()
    {
        var table = Orders(new(2027, 1, 1), new(2027, 2, 1), (new(2027, 1, 1), 10m));
        var progress = table.Track(Sum(table), Target.Reach(310), January, Utc2027(6, 1));
        (progress.Status, progress.JudgedAt).Should().Be((GoalStatus.Missed, progress.AsOf));
        progress.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Track_DataThatBeginLate_SaysSo()
    {
        var table = Orders(new(2027, 1, 11), new(2027, 4, 1), (new(2027, 1, 12), 10m));
        table.Track(Sum(table), Target.Reach(10), January, Utc2027(1, 21)).Lines().Should().Equal(
            "Warning TRACK-DATA-BEGIN goals/goal/data | The goal's data begin late: those of table 'orders' on 2027-01-11; days missing:"
            + " 10. | Målets data begynder for sent: tabellen 'orders' begynder 2027-01-11; manglende dage: 10.");
    }

    [Fact]
    public void Track_NoDataForThePeriod_IsUnknown()
    {
        var table = Orders(new(2026, 1, 1), new(2027, 1, 1), (new(2026, 5, 1), 5m));
        var progress = table.Track(Sum(table), Target.Reach(310), January, Utc2027(1, 20));
        (progress.Status, progress.JudgedAt).Should().Be((GoalStatus.Unknown, progress.AsOf));
        progress.Lines().Should().Equal(
            "Error TRACK-NO-VALUE goals/goal/measure | The measure 'orders' has no value to judge by: the data of table 'orders' end with"
            + " 2026-12-31. | 'orders' har ingen værdi, som målet kan vurderes ud fra: data i tabellen 'orders' slutter med 2026-12-31.");
        progress.Findings[0].Suggestion().Should().Be("See that its facts are loaded for 2027-01.");
    }

    [Fact]
    public void Track_EmptyTable_IsUnknown()
    {
        var table = EmptyTable();
        var progress = table.Track(Sum(table), Target.Reach(310), January, Utc2027(1, 20));
        (progress.Status, progress.JudgedAt).Should().Be((GoalStatus.Unknown, progress.AsOf));
        progress.Lines().Should().Equal(
            "Warning DATA-EMPTY tables/orders | Table 'orders' has no facts. | Tabellen 'orders' har ingen data.",
            "Error TRACK-NO-VALUE goals/goal/measure | The measure 'orders' has no value to judge by: no data (orders). |"
            + " 'orders' har ingen værdi, som målet kan vurderes ud fra: ingen data (orders).");
    }

    [Fact]
    public void Track_BaselinePartlyCovered_SaysSo()
    {
        var table = Orders(new(2026, 11, 1), new(2027, 4, 1), (new(2026, 11, 5), 40m), (new(2027, 1, 1), 10m));
        var progress = table.Track(Sum(table), Target.IncreaseBy(20.Percent(), over: LastQuarter), January, Utc2027(1, 20));
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Target.ShouldBeUndefined(UndefinedReason.InsufficientData, "baseline");
        progress.Lines().Should().Equal(
            "Error TRACK-BASELINE-PARTIAL goals/goal/target/baseline | The data do not cover the whole baseline period 2026-Q4: the"
            + " data of table 'orders' begin with 2026-11-01. | Data dækker ikke hele perioden for udgangspunktet, 2026-Q4: data i tabellen"
            + " 'orders' begynder 2026-11-01.");
    }

    [Fact]
    public void Track_BaselineNotOverYet_SaysSo()
    {
        var progress = Table.Track(
            Sum(Table), Target.IncreaseBy(20.Percent(), over: LastQuarter), January, Instant.FromUtc(2026, 12, 1, 0, 0));
        progress.Status.Should().Be(GoalStatus.NotStarted);
        progress.ToText().Should().Be("Not started");
        progress.Lines().Should().Equal(
            "Warning TRACK-BASELINE-OPEN goals/goal/target/baseline | The baseline period 2026-Q4 is not over yet. | Perioden for"
            + " udgangspunktet, 2026-Q4, er ikke slut endnu.");
    }

    [Fact]
    public void Track_BaselineWithoutData_HasNoTarget()
    {
        var table = Orders(new(2027, 1, 1), new(2027, 4, 1), (new(2027, 1, 1), 10m));
        var progress = table.Track(Sum(table), Target.IncreaseBy(20.Percent(), over: LastQuarter), January, Utc2027(1, 20));
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-BASELINE-PARTIAL");
        progress.Target.ShouldBeUndefined(UndefinedReason.NoData, "orders");
    }

    [Fact] // The path is the caller's: nothing expected until the 16th, then everything.
    public void Track_PathOfOnesOwn_SaysWhatIsExpected()
    {
        var goal = new SmartGoal("goal") { Measure = Sum(Table), Target = Target.Reach(20), Period = January, Path = new Late() };
        var source = new InMemorySource(Utc, Table);
        var early = GoalTracker.Default.Track(goal, source, Utc2027(1, 10));
        (early.Status, early.Expected, early.Attainment).Should().Be((GoalStatus.OnTrack, 0.Percent(), 50.Percent()));
        early.Pace.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "expected");
        early.ToText().Should().Be("On track: 50 % of the target, 0 % expected, target 20");
        var late = GoalTracker.Default.Track(goal, source, Utc2027(1, 20));
        (late.Status, late.Expected, late.Pace.Amount, late.Landing.Amount).Should().Be((GoalStatus.OffTrack, 80.Percent(), 0.625m, 12.5m));
    }

    [Fact]
    public void Track_PathOutsideZeroToOne_Throws() =>
        Messages.Of<InvalidOperationException>(() => GoalTracker.Default.Track(
            new("goal")
            {
                Measure = Sum(Table),
                Target = Target.Reach(20),
                Period = January,
                Path = new Wild(),
            }, new InMemorySource(Utc, Table), Utc2027(1, 10)))
            .Should().Be("Goal 'goal': its path Wild expects a share of 1.5 at 2027-01-10T00:00:00Z. Expected one from 0 to 1.");

    private static FactTable EmptyTable() =>
        FactTable.From("orders", Array.Empty<decimal>()).At(_ => (LocalDate?)null).Value("orders", value => value, Unit.Count("order"))
            .Build();

    private sealed class Late : IProgressPath
    {
        public decimal ShareAt(ReportingPeriod period, Instant moment) => moment < Utc2027(1, 16) ? 0m : 0.8m;
    }

    private sealed class Wild : IProgressPath
    {
        public decimal ShareAt(ReportingPeriod period, Instant moment) => 1.5m;
    }
}
