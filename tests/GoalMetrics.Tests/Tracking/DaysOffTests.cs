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
            "The goal is judged as of the end of 2026-11-13, the last day with data in table 'orders'; days missing: 2.");
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
