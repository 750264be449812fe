using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>How much of a day that runs is left is known from the days before, and is not certain.</summary>
public sealed class RunningDayTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 8, 31);
    private static readonly LocalDate Today = new(2026, 11, 25);

    // 140 a day from 8 to 22, one every six minutes; known until 08:54, which is 0.9 of an hour in which ten come.
    [Fact]
    public void Landing_AWebShopInTheMorning_HasTheDayBeforeIt()
    {
        var orders = Table(Days().SelectMany(day => Orders(day, 140)).Concat(Orders(Today, 10)));
        var projection = Project(orders, Grain.Day, Calendar.Day(Today));

        projection.SoFar.Amount.Should().Be(10m);
        projection.Landing().Estimate.Should().BeApproximately(10d + 131d, 1e-6);
        projection.Landing().Upper.Should().BeApproximately(141d, 0.5d);
    }

    // On Wednesday at 09:00 two days are over, and of the third 10 of 140 are known: the rest of it, and four days, are left.
    [Fact]
    public void Landing_AWeekThatRuns_HasTheRestOfItsDay()
    {
        var orders = Table(Days().SelectMany(day => Orders(day, 140)).Concat(Orders(Today, 10)));

        var landing = Project(orders, Grain.Week, Calendar.Week(2026, 48)).Landing();

        landing.Estimate.Should().BeApproximately(290d + 131d + (4d * 140d), 1e-6);
    }

    // The last day of a simulated shop is cut at 13:00, in 100 series of 85 days: about 100 orders a day at random times from 8 to 22, on a
    // level that is another each day. Of 95 % intervals 95 are to hold it.
    [Fact]
    public void Landing_NoisyDays_IsAsUncertainAsItIs()
    {
        const int series = 100;
        var noise = new Random(20);
        var held = 0;
        for (var each = 0; each < series; each++)
        {
            var days = Days().Append(Today).ToDictionary(day => day, _ => Times(noise));
            var orders = days.SelectMany(day => day.Value.Select(hour => (Day: day.Key, Hour: hour)));
            var known = Table(orders.Where(order => order.Day < Today || order.Hour < 13d));
            var landing = Project(known, Grain.Day, Calendar.Day(Today), hour: 13).Landing();
            held += days[Today].Length >= landing.Lower && days[Today].Length <= landing.Upper ? 1 : 0;
            landing.Lower.Should().BeGreaterThanOrEqualTo(days[Today].Count(hour => hour < 13d));
        }

        held.Should().BeInRange(88, 100);

        static double[] Times(Random noise)
        {
            var count = 70 + noise.Next(60);
            return [.. Enumerable.Range(0, count).Select(_ => 8d + (14d * noise.NextDouble())).Order()];
        }
    }

    [Fact] // A table of dates does not say when on a day: half of it is left at noon, and what is known stays.
    public void Landing_HoursThatAreNotKnown_IsUncertainToo()
    {
        var noise = new Random(4);
        var rows = Days().Select(day => (Day: day, Value: (decimal)noise.Next(60, 141))).Append((Day: Today, Value: 90m));
        var table = FactTable.From("orders", rows).At(row => row.Day).Value("n", row => row.Value, Unit.Count("order"))
            .Covering(First, Today.PlusDays(1)).Build();
        var source = new InMemorySource(Calendar, table);
        var asOf = Calendar.At(Today.At(new LocalTime(12, 0)));

        var landing = source.Project(Metric.Sum("orders", table, "n"), Grain.Day, asOf, Calendar.Day(Today)).Landing();

        landing.Estimate.Should().BeApproximately(90d + 50d, 10d);
        landing.Lower.Should().BeInRange(90d, 115d);
        landing.Upper.Should().BeInRange(170d, 195d);
    }

    [Fact] // One order in ten visits, and both as they usually go.
    public void Landing_ARatioOfARunningDay_IsThatOfAllOfIt()
    {
        var orders = Table(Days().SelectMany(day => Orders(day, 14)).Concat(Orders(Today, 4)), "orders");
        var visits = Table(Days().SelectMany(day => Orders(day, 140)).Concat(Orders(Today, 10)), "visits");
        var rate = Kpi.Of("rate", (Quantity some, Quantity all) => some / all, Metric.Count("o", orders), Metric.Count("v", visits));
        var source = new InMemorySource(Calendar, orders, visits);

        var landing = source.Project(rate, Grain.Day, Calendar.At(Today.At(new LocalTime(9, 0))), Calendar.Day(Today)).Landing();

        landing.Estimate.Should().BeInRange(0.09d, 0.13d);
    }

    [Fact]
    public async Task ProjectAsync_ADayThatRuns_IsReadInOneCall()
    {
        var orders = Table(Days().SelectMany(day => Orders(day, 140)).Concat(Orders(Today, 10)));
        var probed = new ProbedSource(new InMemorySource(Calendar, orders));
        var asOf = Calendar.At(Today.At(new LocalTime(9, 0)));

        var projection = await probed.ProjectAsync(Metric.Count("orders", orders), Grain.Day, asOf, Calendar.Day(Today));

        probed.AggregateCount.Should().Be(1);
        projection.Landing().Estimate.Should().BeApproximately(141d, 1e-6);
    }

    [Fact] // Two days known before, each with 140, are enough for the share of a third; the history has too few for a forecast.
    public void Landing_AYoungTable_IsUndefinedAsBefore()
    {
        var orders = Table(Days().TakeLast(3).SelectMany(day => Orders(day, 140)).Concat(Orders(Today, 10)));

        Project(orders, Grain.Day, Calendar.Day(Today)).IsDefined.Should().BeFalse();
    }

    private static IEnumerable<LocalDate> Days() =>
        Enumerable.Range(0, Period.DaysBetween(First, Today)).Select(day => First.PlusDays(day));

    // One every six minutes from eight o'clock, or as much farther apart as there are fewer.
    private static IEnumerable<(LocalDate Day, double Hour)> Orders(LocalDate day, int count) =>
        Enumerable.Range(0, count).Select(order => (day, 8d + (order / (count == 14 ? 1d : 10d))));

    private static FactTable Table(IEnumerable<(LocalDate Day, double Hour)> orders, string name = "orders") => FactTable
        .From(name, orders)
        .At(order => Calendar.At(order.Day.AtMidnight()) + Duration.FromHours(order.Hour))
        .Build();

    private static Projection Project(FactTable orders, Grain grain, ReportingPeriod period, int hour = 9) =>
        new InMemorySource(Calendar, orders).Project(
            Metric.Count("orders", orders), grain, Calendar.At(Today.At(new LocalTime(hour, 0))), period);
}
