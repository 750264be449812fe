using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>
/// Hours when clocks change. In Copenhagen they went from 02:00 to 03:00 on 29 March 2026, and back from 03:00 to 02:00 on 25 October (tz
/// database: the EU's rule, last Sunday at 01:00 UTC).
/// </summary>
public class HourProjectionTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Theory] // Ten times the hour of the day, every day: a series by index would know nine o'clock as eight, or as ten.
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void Points_DayOnWhichClocksChange_KeepTheirHours(string date, int hours)
    {
        var change = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var projection = Project(change.PlusDays(-14), change, Calendar.Range(change, change.PlusDays(2)));

        projection.Points.Should().HaveCount(hours + 24);
        projection.Points.Should().OnlyContain(point => Distance(point) < 1d);
    }

    [Theory] // Seven days before and seven after are known.
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    public void Points_AfterClocksHaveChanged_KeepTheirHours(string date)
    {
        var change = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var projection = Project(change.PlusDays(-7), change.PlusDays(7), Calendar.Day(change.PlusDays(7)));

        projection.Points.Should().HaveCount(24).And.OnlyContain(point => Distance(point) < 1d);
        projection.Chosen!.Season.Should().Be(24);
    }

    [Fact] // The second 02:00 of the day shares the place of the first, which is known: it is projected all the same.
    public void Points_FromBetweenTheTwoHoursOfTheSameName_AreThere()
    {
        var change = new LocalDate(2026, 10, 25);
        var second = Instant.FromUtc(2026, 10, 25, 1, 0);
        var projection = Project(Hours(change.PlusDays(-7), second + Duration.FromHours(1)), second, Calendar.Day(change));

        projection.Points[0].Period.Start.Should().Be(second);
        projection.Points.Should().HaveCount(22);
        projection.Landing().IsDefined.Should().BeTrue();
        projection.Points.Skip(1).Should().OnlyContain(point => Distance(point) < 1d);
    }

    [Fact] // Four weeks from Monday on; on weekends every hour has 100 more. With the day alone, Monday would be another Sunday.
    public void Points_HoursOfWeekdaysAndWeekends_KnowBoth()
    {
        var (first, utc) = (new LocalDate(2026, 6, 1), ReportingCalendar.Utc);
        var table = FactTable.From("site", Enumerable.Range(0, 24 * 28).Select(hour => hour))
            .At(hour => utc.StartOfDay(first) + Duration.FromHours(hour))
            .Value("visits", hour => (10m * (hour % 24)) + (hour / 24 % 7 < 5 ? 0m : 100m), Unit.Count("visit"))
            .Covering(first, first.PlusDays(28))
            .Build();
        var (source, asOf) = (new InMemorySource(utc, table), utc.StartOfDay(first.PlusDays(28)));
        var ahead = utc.Range(first.PlusDays(28), first.PlusDays(35));
        var week = source.Project(Metric.Sum("visits", table, "visits"), Grain.Hour, asOf, ahead);

        week.Points[9].Interval().Estimate.Should().BeApproximately(90d, 1e-6);
        week.Points[(24 * 5) + 9].Interval().Estimate.Should().BeApproximately(190d, 1e-6);
    }

    [Fact] // No clock changes: every hour is as it was.
    public void Points_InUtc_KeepTheirHours()
    {
        var first = new LocalDate(2026, 3, 20);
        var utc = ReportingCalendar.Utc;
        var table = Table(Enumerable.Range(0, 24 * 7).Select(hour => utc.StartOfDay(first) + Duration.FromHours(hour)), utc);
        var (source, asOf) = (new InMemorySource(utc, table), utc.StartOfDay(first.PlusDays(7)));
        var projection = source.Project(Metric.Sum("visits", table, "visits"), Grain.Hour, asOf, utc.Day(first.PlusDays(7)));

        projection.Points.Should().HaveCount(24).And.OnlyContain(point => Distance(point) < 1d);
    }

    private static double Distance(ProjectedPoint point) => Math.Abs((double)point.Value.Amount - Visits(point.Period));

    private static double Visits(ReportingPeriod hour) => 10d * hour.Start.InZone(hour.Calendar.Zone).Hour;

    private static Projection Project(LocalDate first, LocalDate until, ReportingPeriod period) =>
        Project(Hours(first, Calendar.StartOfDay(until)), Calendar.StartOfDay(until), period);

    private static Projection Project(IEnumerable<Instant> hours, Instant asOf, ReportingPeriod period)
    {
        var table = Table(hours, Calendar);
        return new InMemorySource(Calendar, table).Project(Metric.Sum("visits", table, "visits"), Grain.Hour, asOf, period);
    }

    private static IEnumerable<Instant> Hours(LocalDate first, Instant until)
    {
        for (var hour = Calendar.StartOfDay(first); hour < until; hour += Duration.FromHours(1))
        {
            yield return hour;
        }
    }

    private static FactTable Table(IEnumerable<Instant> hours, ReportingCalendar calendar) =>
        FactTable.From("site", hours)
            .At(hour => hour)
            .Value("visits", hour => 10m * hour.InZone(calendar.Zone).Hour, Unit.Count("visit"))
            .Build();
}
