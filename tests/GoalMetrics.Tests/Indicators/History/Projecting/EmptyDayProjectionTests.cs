using NodaTime;

namespace GoalMetrics.Tests.Indicators.History.Projecting;

/// <summary>A day of which nothing came in counts for what it is, and is no example of those ahead: 190, 200 and 210 in turn.</summary>
public sealed class EmptyDayProjectionTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly LocalDate Today = new(2026, 5, 26);
    private static readonly ReportingPeriod FourWeeks = Calendar.Range(Today, Today.PlusDays(28));

    [Fact] // A Monday off, which no calendar declares: the 20 working days ahead bring 4,000 all the same.
    public void Landing_ADayOfLastWeekHadNothing_IsThatOfUsualDays()
    {
        var projection = Project(FourWeeks, new LocalDate(2026, 5, 18));

        projection.Landing().Estimate.Should().BeApproximately(4_000d, 80d);
        projection.Landing().Lower.Should().BeGreaterThan(3_700d);
        projection.Landing().Upper.Should().BeLessThan(4_300d);
    }

    [Fact] // As above, with three holidays before it.
    public void Landing_DaysBeforeHadNothing_IsThatOfUsualDays()
    {
        var projection = Project(FourWeeks, new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 14), new(2026, 5, 18));

        projection.Landing().Estimate.Should().BeApproximately(4_000d, 80d);
        projection.Landing().Lower.Should().BeGreaterThan(3_700d);
        projection.Landing().Upper.Should().BeLessThan(4_300d);
    }

    [Fact] // What came in until yesterday, without the day that had nothing, and four working days at 200.
    public void Landing_PeriodWithADayThatHadNothing_CountsItAsNothing()
    {
        var projection = Project(Calendar.Month(2026, 5), new LocalDate(2026, 5, 18));

        var days = Enumerable.Range(0, 25).Select(day => new LocalDate(2026, 5, 1).PlusDays(day));
        var known = days.Where(IsOpen).Except([new(2026, 5, 18)]).Sum(Orders);
        projection.SoFar.Should().Be(Quantity.Count(known, "order"));
        projection.Landing().Estimate.Should().BeApproximately((double)known + 800d, 30d);
    }

    private static Projection Project(ReportingPeriod period, params LocalDate[] closed)
    {
        var days = Enumerable.Range(0, Period.DaysBetween(First, Today)).Select(day => First.PlusDays(day)).Where(IsOpen);
        var table = FactTable.From("shop", days.Except(closed))
            .At(day => day).Value("orders", Orders, Unit.Count("order")).Covering(First, Today).Build();
        var source = new InMemorySource(Calendar, table);
        return source.Project(Metric.Sum("orders", table, "orders"), Grain.Day, Calendar.StartOfDay(Today), period);
    }

    private static bool IsOpen(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static decimal Orders(LocalDate day) => 200m + (10m * ((Period.DaysBetween(First, day) % 3) - 1));
}
