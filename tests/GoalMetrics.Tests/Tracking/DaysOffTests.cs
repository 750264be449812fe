using NodaTime;

namespace GoalMetrics.Tests.Tracking;

// 10 orders on each working day from Monday, 2 November 2026, to Friday the 13th. The month begins on a Sunday, and has 21 working days.
public class DaysOffTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc.WithDayWeights(DayWeights.WorkingDays);
    private static readonly FactTable ByDay = Worked(new(2026, 11, 2), new(2026, 11, 13));
    private static readonly FactTable ByTime = FactTable
        .From("orders", WorkingDays(new(2026, 11, 2), new(2026, 11, 13)))
        .At(day => Calendar.StartOfDay(day) + Duration.FromHours(15))
        .Value("orders", _ => 10m, Unit.Count("order"))
        .Build();

    public static TheoryData<int, int> Moments => new() { { 14, 0 }, { 14, 12 }, { 15, 10 }, { 16, 0 }, { 16, 10 } };

    [Theory] // 100 of 210 after 10 of 21 working days, from Saturday's first moment to Monday morning.
    [MemberData(nameof(Moments))]
    public void Track_BesideDaysOff_MissesNothing(int day, int hour)
    {
        foreach (var table in new[] { ByDay, ByTime })
        {
            var progress = Track(table, day, hour);

            progress.Findings.Should().BeEmpty();
            progress.Actual.Amount.Should().Be(100m);
            progress.Pace.Amount.Should().Be(1m);
            progress.Status.Should().Be(GoalStatus.OnTrack);
        }
    }

    [Fact] // Monday and Tuesday are missing on Wednesday; the weekend is not.
    public void Track_WithWorkingDaysMissing_SaysWhichDayWasTheLastWithData()
    {
        var progress = Track(ByTime, 18, 10);

        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.JudgedAt.Should().Be(Instant.FromUtc(2026, 11, 16, 0, 0));
        progress.Findings.Select(finding => finding.Message()).Should().Equal(
            "The goal is judged as of the end of 2026-11-15, as far as the data of table 'orders' go; days missing: 2.");
    }

    [Fact] // On the last working day itself the facts count up to the latest one.
    public void Track_OnALastDayWithTimes_GoesAsFarAsItsFacts() =>
        Track(ByTime, 13, 18).JudgedAt.Should().Be(Instant.FromUtc(2026, 11, 13, 15, 0) + Duration.Epsilon);

    [Fact] // The second is a working day.
    public void Track_WithAWorkingDayMissingAtTheStart_IsUnknown()
    {
        var progress = Track(Worked(new(2026, 11, 3), new(2026, 11, 13)), 16, 10);

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings[0].Message().Should().Be(
            "The goal's data begin late: those of table 'orders' on 2026-11-03; days missing: 2.");
    }

    [Fact] // A Friday that is a holiday makes the weekend longer.
    public void Track_AfterAHoliday_MissesNothing()
    {
        var calendar = Calendar.WithHolidays([new(2026, 11, 13)]);
        var table = Worked(new(2026, 11, 2), new(2026, 11, 12));
        var progress = GoalTracker.Default.Track(
            Goal(table, calendar), new InMemorySource(calendar, table), calendar.StartOfDay(new(2026, 11, 16)));

        progress.Findings.Should().BeEmpty();
        progress.Pace.Amount.Should().Be(20m / 21m); // 90 of 210, and 9 of 20 days
    }

    [Fact] // What is stated is stated: a table that covers the weekdays alone lacks the Sunday.
    public void Track_WithStatedCoverage_KeepsToIt()
    {
        var table = FactTable.From("orders", WorkingDays(new(2026, 11, 2), new(2026, 11, 13))).At(day => day)
            .Value("orders", _ => 10m, Unit.Count("order")).Covering(new(2026, 11, 2), new(2026, 11, 14)).Build();

        Track(table, 16, 10).Findings.Select(finding => finding.Code).Should().Contain("TRACK-DATA-BEGIN");
    }

    [Fact] // 1 to 15 November beside 1 to 15 October: ten working days each after the first, which was a Thursday, and eleven with it.
    public void Query_OnMonday_ComparesTheDaysOffToo()
    {
        var table = Worked(new(2026, 10, 1), new(2026, 11, 13));
        var orders = Metric.Sum("orders", table, "orders");
        var asOf = Calendar.StartOfDay(new(2026, 11, 16)) + Duration.FromHours(10);
        var result = new InMemorySource(Calendar, table).Query(
            Query.For(orders).During(Calendar.Month(2026, 11)).AsOf(asOf).ComparedWith(PeriodComparison.PreviousPeriod));
        var change = result.Total.Change(orders, PeriodComparison.PreviousPeriod);

        result.Findings.Should().BeEmpty();
        change.From.Amount.Should().Be(110m);
        change.To.Amount.Should().Be(100m);
    }

    [Fact] // A month before the first fact, or after the last one, has no row and no point: days off are not missed, and nothing more.
    public void Query_WithoutARange_IsOfTheDaysWithFacts()
    {
        var table = Worked(new(2026, 11, 2), new(2026, 11, 27)); // Saturday and Sunday end November, and begin it
        var source = new InMemorySource(Calendar, table);
        var orders = Metric.Sum("orders", table, "orders");

        source.Query(Query.For(orders).By(Grain.Month)).Rows.Select(row => row.Period.StartDate).Should().Equal(new LocalDate(2026, 11, 2));
        source.Query(Query.For(orders).By(Grain.Day)).Rows.Should().HaveCount(26);
        source.History(orders, Grain.Week, Calendar.StartOfDay(new(2026, 11, 29))).Points
            .Select(point => point.Period.ToString()).Should().Equal("2026-W45", "2026-W46", "2026-W47", "2026-W48");
    }

    [Fact] // Closed on a Wednesday that is a holiday.
    public void Query_OverAHoliday_MissesNoDay()
    {
        var calendar = Calendar.WithHolidays([new(2026, 11, 11)]);
        var days = WorkingDays(new(2026, 11, 2), new(2026, 11, 20)).Where(day => day != new LocalDate(2026, 11, 11));
        var table = FactTable.From("orders", days).At(day => day).Value("orders", _ => 10m, Unit.Count("order")).Build();

        string[] Codes(ReportingCalendar of) =>
            [.. new InMemorySource(of, table).Query(Query.For(Metric.Count("n", table))).Findings.Select(finding => finding.Code)];

        Codes(calendar).Should().BeEmpty();
        Codes(Calendar).Should().Equal("DATA-DAYS-MISSING");
    }

    [Theory] // On a Sunday nothing happens: conversions within three days of the 10th are all known since Friday, at every hour.
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(18)]
    public void Track_ConversionsOnADayOff_DoNotMoveByTheHour(int hour)
    {
        var days = WorkingDays(new(2026, 11, 2), new(2026, 11, 13));
        FactTable Events(string name, int at) => FactTable.From(name, days)
            .At(day => Calendar.StartOfDay(day) + Duration.FromHours(at)).Dimension("who", day => day.ToString("R", null)).Build();
        var (visits, orders) = (Events("visits", 9), Events("orders", 12));
        var conversions = Conversions.Of(visits, orders, "who", Duration.FromDays(3));
        var goal = new SmartGoal("convert")
        {
            Measure = conversions.Converted("converted").BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(21),
            Period = Calendar.Month(2026, 11),
            Path = WeightedDaysPath.Instance,
        };
        var source = new InMemorySource(Calendar, visits, orders);
        var progress = GoalTracker.Default.Track(goal, source, Instant.FromUtc(2026, 11, 15, hour, 0));

        progress.JudgedAt.Should().Be(Instant.FromUtc(2026, 11, 11, 0, 0));
        progress.Actual.Amount.Should().Be(7m);
        progress.Pace.Amount.Should().Be(1m);
    }

    private static GoalProgress Track(FactTable table, int day, int hour) => GoalTracker.Default.Track(
        Goal(table, Calendar), new InMemorySource(Calendar, table), Instant.FromUtc(2026, 11, day, hour, 0));

    private static SmartGoal Goal(FactTable table, ReportingCalendar calendar) => new("orders")
    {
        Measure = Metric.Sum("orders", table, "orders").BetterWhen(Direction.HigherIsBetter),
        Target = Target.Reach(Quantity.Count(210, "order")),
        Period = calendar.Month(2026, 11),
        Path = WeightedDaysPath.Instance,
    };

    private static FactTable Worked(LocalDate first, LocalDate last) => FactTable.From("orders", WorkingDays(first, last))
        .At(day => day).Value("orders", _ => 10m, Unit.Count("order")).Build();

    private static List<LocalDate> WorkingDays(LocalDate first, LocalDate last) =>
        [.. Enumerable.Range(0, NodaTime.Period.DaysBetween(first, last) + 1).Select(first.PlusDays)
            .Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday)];
}
