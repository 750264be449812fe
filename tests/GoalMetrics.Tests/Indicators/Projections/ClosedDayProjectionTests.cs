using NodaTime;
using static GoalMetrics.Tests.PoissonNoise;

namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>
/// A day of nothing, on a weekday that usually has something, counts for what it is and is no example of those ahead; as many of them are
/// expected.
/// </summary>
public sealed class ClosedDayProjectionTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly LocalDate Today = new(2026, 5, 26);

    [Theory] // 100 working days of 190, 200 or 210 are behind, of which one was closed: so will be one of 100, and 20 bring 3,960.
    [InlineData(5, 18)]
    [InlineData(5, 14)]
    [InlineData(5, 25)]
    public void Landing_OneDayHadNothing_IsThatOfUsualDays(int month, int day)
    {
        var landing = Working(FourWeeks, new LocalDate(2026, month, day)).Landing();

        landing.Estimate.Should().BeApproximately(3_960d, 80d);
        landing.Lower.Should().BeGreaterThan(3_500d);
        landing.Upper.Should().BeLessThan(4_300d);
    }

    [Fact] // Four of 100 were closed: 3,840.
    public void Landing_FourDaysHadNothing_ExpectsAsManyAhead()
    {
        var landing = Working(FourWeeks, new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 14), new(2026, 5, 18)).Landing();

        landing.Estimate.Should().BeApproximately(3_840d, 80d);
        landing.Lower.Should().BeGreaterThan(3_200d);
        landing.Upper.Should().BeLessThan(4_300d);
    }

    [Fact] // What came in until yesterday, without the day that had nothing, and four working days at 200.
    public void SoFar_ADayThatHadNothing_CountsAsNothing()
    {
        var projection = Working(Calendar.Month(2026, 5), new LocalDate(2026, 5, 18));

        var days = Enumerable.Range(0, 25).Select(day => new LocalDate(2026, 5, 1).PlusDays(day));
        var known = days.Where(IsWorkingDay).Except([new(2026, 5, 18)]).Sum(Orders);
        projection.SoFar.Should().Be(Quantity.Count(known, "order"));
        projection.Landing().Estimate.Should().BeApproximately((double)known + 800d, 30d);
    }

    [Fact] // The same past, of which the table knows the month that followed.
    public void Landing_FactsThatCameLater_ChangeNothing()
    {
        LocalDate[] closed = [new(2026, 5, 18)];

        WorkingUntil(Today.PlusDays(30), FourWeeks, closed).Landing().Should().Be(Working(FourWeeks, closed).Landing());
    }

    [Theory] // Open every day at 40 by chance; on Sundays no longer, for so many weeks. 24 days are open ahead: 960.
    [InlineData(2, 0.10)]
    [InlineData(3, 0.05)]
    [InlineData(6, 0.05)]
    [InlineData(12, 0.05)]
    public void Landing_AWeekdayThatHasClosed_StaysClosed(int weeks, double tolerance) =>
        Bias((day, noise) => IsSunday(day) && day >= Year - (7 * weeks) ? 0 : Drawn(40d, noise)).Should().BeLessThan(tolerance);

    [Theory] // Poisson's distribution has no orders on e to the negative mean of the days: 22, 3 and 0.7 %.
    [InlineData(1.5)]
    [InlineData(3.5)]
    [InlineData(5)]
    public void Landing_DaysThatHaveNothingByChance_AreExamples(double mean) =>
        Bias((_, noise) => Drawn(mean, noise)).Should().BeInRange(-0.03, 0.06);

    [Fact] // 11 days a year on which no one comes, whenever that is.
    public void Landing_RandomClosures_LieInTheInterval()
    {
        var landings = Landings((_, noise) => noise.Next(Year) < 11 ? 0 : Drawn(40d, noise));

        landings.Count(each => each.Truth < each.Landing.Lower || each.Truth > each.Landing.Upper).Should().BeLessThan(5);
        landings.Average(each => (each.Landing.Upper - each.Landing.Lower) / each.Truth).Should().BeLessThan(0.3);
    }

    private const int Year = 364;
    private const int Ahead = 28;

    private static readonly ReportingPeriod FourWeeks = Calendar.Range(Today, Today.PlusDays(Ahead));

    // How much more is forecast than comes, over all.
    private static double Bias(Func<int, Random, int> ordersOf)
    {
        var landings = Landings(ordersOf);
        return (landings.Sum(each => each.Landing.Estimate) / landings.Sum(each => each.Truth)) - 1d;
    }

    private static List<(GoalMetrics.Statistics.Interval Landing, double Truth)> Landings(Func<int, Random, int> ordersOf) =>
        [.. Enumerable.Range(0, 40).Select(seed => Landing(ordersOf, new Random(seed)))];

    private static (GoalMetrics.Statistics.Interval Landing, double Truth) Landing(Func<int, Random, int> ordersOf, Random noise)
    {
        int[] orders = [.. Enumerable.Range(0, Year + Ahead).Select(day => ordersOf(day, noise))];
        var table = FactTable.From("shop", Enumerable.Range(0, Year))
            .At(day => First.PlusDays(day)).Value("orders", day => orders[day], Unit.Count("order")).Build();
        var today = First.PlusDays(Year);
        var projection = new InMemorySource(Calendar, table).Project(
            Metric.Sum("orders", table, "orders"),
            Grain.Day,
            Calendar.StartOfDay(today),
            Calendar.Range(today, today.PlusDays(Ahead)),
            options: new() { Paths = 200 });
        return (projection.Landing(), orders[Year..].Sum());
    }

    private static bool IsSunday(int day) => day % 7 == 6;

    private static Projection Working(ReportingPeriod period, params LocalDate[] closed) =>
        WorkingUntil(Today, period, closed);

    private static Projection WorkingUntil(LocalDate until, ReportingPeriod period, LocalDate[] closed)
    {
        var days = Enumerable.Range(0, Period.DaysBetween(First, until)).Select(day => First.PlusDays(day)).Where(IsWorkingDay);
        var table = FactTable.From("shop", days.Except(closed))
            .At(day => day).Value("orders", Orders, Unit.Count("order")).Covering(First, until).Build();
        var source = new InMemorySource(Calendar, table);
        return source.Project(Metric.Sum("orders", table, "orders"), Grain.Day, Calendar.StartOfDay(Today), period);
    }

    private static bool IsWorkingDay(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static decimal Orders(LocalDate day) => 200m + (10m * ((Period.DaysBetween(First, day) % 3) - 1));
}
