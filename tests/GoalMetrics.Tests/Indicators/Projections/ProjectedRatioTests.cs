using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

// Ratios are projected by their parts.
public class ProjectedRatioTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // Five of a hundred on every day, however many visits: numerator and denominator stray together, so the ratio does not.
    public void Landing_PartsThatMoveTogether_KeepTheirRatio()
    {
        var random = new Random(3);
        var projection = Project(120, _ => random.Next(50, 150) * 100, visits => visits / 20);

        projection.Landing().Estimate.Should().BeApproximately(0.05, 1e-9);
        (projection.Landing().Upper - projection.Landing().Lower).Should().BeLessThan(1e-7);
        projection.Landing().Estimate.Should().BeApproximately(0.05, 1e-9);
    }

    [Fact] // Shops closed on Sundays: no visits, no rate; the other days have 5 of 100.
    public void Landing_DaysWithoutDenominator_AreNeitherZeroNorForgotten()
    {
        var projection = Project(105, day => day.DayOfWeek == IsoDayOfWeek.Sunday ? 0 : 100, visits => visits / 20);
        var sunday = projection.Points.First(point => point.Period.StartDate.DayOfWeek == IsoDayOfWeek.Sunday);

        projection.Landing().Estimate.Should().BeApproximately(0.05, 1e-6);
        projection.Points.Where(point => point.Period.StartDate.DayOfWeek != IsoDayOfWeek.Sunday)
            .Should().OnlyContain(point => Math.Abs((double)point.Value.Amount - 0.05) < 1e-6);
        sunday.Value.ShouldBeUndefined(UndefinedReason.ZeroDenominator, null);
    }

    [Fact] // 97 to 100 of a hundred: no future has more orders than visits.
    public void Landing_ShareNearOne_StaysBelowOne()
    {
        var random = new Random(3);
        var projection = Project(120, _ => 100, visits => visits - random.Next(4));

        projection.Points.Should().OnlyContain(point => point.Interval(0.99).Upper <= 1d && point.Interval(0.99).Lower >= 0d);
        projection.ChanceOfAtMost(Quantity.Ratio(1)).Should().Be(Quantity.Ratio(1));
    }

    [Fact] // Twice as many orders as visits on every day is no share, and stays 200 %.
    public void Landing_RatioAboveOne_IsNotCut()
    {
        var projection = Project(60, _ => 100, visits => visits * 2);

        projection.Landing().Estimate.Should().BeApproximately(2d, 1e-9);
    }

    [Fact] // 31 days of March: 24 of 5 of 100 are known, and 7 lie ahead.
    public void Landing_OfARatio_IsTheRatioOfTheTotals()
    {
        var projection = Project(83, _ => 100, visits => visits / 20);

        projection.Landing().ToString(null).Should().Be("5 % [5 %; 5 %]");
        projection.SoFar.Should().Be(5.Percent());
    }

    [Fact] // Orders since 1 February, visits until 10 March, asked on the 20th.
    public void Landing_TwoTablesThatCoverOtherTimes_LearnsFromWhatBothCover()
    {
        var (orders, visits) = (Table("orders", new(2026, 2, 1), 47, _ => 5), Table("visits", new(2026, 1, 1), 69, _ => 100));
        var rate = Measure.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", orders, "n"), Metric.Sum("visits", visits, "n"));
        var asOf = Calendar.StartOfDay(new LocalDate(2026, 3, 20));
        var projection = new InMemorySource(Calendar, orders, visits).Project(rate, Grain.Day, asOf, Calendar.Month(2026, 3));

        projection.History.Settled.Should().HaveCount(38);
        projection.Points[0].Period.Should().Be(Calendar.Day(new LocalDate(2026, 3, 11)));
        projection.Points.Should().HaveCount(21);
        projection.Landing().ToString(null).Should().Be("5 % [5 %; 5 %]");
    }

    [Fact] // Two of ten visitors buy, on the day after. The last visits have not had their seven days yet: they are not learnt from.
    public void Landing_ConversionsWhoseWindowsAreOpen_AreNotTakenForFailures()
    {
        var first = new LocalDate(2026, 1, 1);
        var visits = Events("visits", Enumerable.Range(0, 60).SelectMany(day => Of(day, 10).Select(who => (first.PlusDays(day), who))));
        var orders = Events("orders", Enumerable.Range(1, 59).SelectMany(day => Of(day - 1, 2).Select(who => (first.PlusDays(day), who))));
        var conversions = Conversions.Of(visits, orders, "customer", Duration.FromDays(7));
        var source = new InMemorySource(Calendar, visits, orders);
        var asOf = Calendar.StartOfDay(first.PlusDays(60));
        var rate = source.Project(conversions.Rate("rate"), Grain.Day, asOf, Calendar.Month(2026, 3));
        var converted = source.Project(conversions.Converted("converted"), Grain.Day, asOf, Calendar.Month(2026, 3));

        rate.History.Settled.Should().HaveCount(53);
        rate.Points.Should().HaveCount(37);
        rate.Landing().ToString(null).Should().Be("20 % [20 %; 20 %]");
        rate.Landing().ToString(null).Should().Be("20 % [20 %; 20 %]");
        converted.Landing().ToString(null).Should().Be("62 [62; 62]");
    }

    [Fact] // A cost of 20 a thousand.
    public void Landing_CostPerThousand_KeepsItsFactor()
    {
        var table = FactTable.From("ads", Enumerable.Range(0, 60).Select(new LocalDate(2026, 1, 1).PlusDays))
            .At(day => day)
            .Value("cost", _ => 40m, Unit.Money("DKK"))
            .Value("views", _ => 2_000m, Unit.Count("view"))
            .Build();
        var cost = Measure.Of("cpm", Marketing.CostPerMille, Metric.Sum("cost", table, "cost"), Metric.Sum("views", table, "views"));
        var asOf = Calendar.StartOfDay(new LocalDate(2026, 3, 2));
        var projection = new InMemorySource(Calendar, table).Project(cost, Grain.Day, asOf, Calendar.Month(2026, 3));

        projection.Landing().Estimate.Should().BeApproximately(20d, 1e-9);
        projection.Landing().Unit.Should().Be(cost.Unit);
    }

    // Days from January on, landing in the month of the moment after the last of them.
    private static Projection Project(int days, Func<LocalDate, int> visits, Func<int, int> orders)
    {
        var first = new LocalDate(2026, 1, 1);
        var table = FactTable.From("days", Enumerable.Range(0, days).Select(first.PlusDays).Select(day => (Day: day, Visits: visits(day))))
            .At(row => row.Day)
            .Value("visits", row => row.Visits, Unit.Count("visit"))
            .Value("orders", row => orders(row.Visits), Unit.Count("order"))
            .Build();
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", table, "orders"), Metric.Sum("visits", table, "visits"));
        var end = first.PlusDays(days);
        return new InMemorySource(Calendar, table).Project(
            rate, Grain.Day, Calendar.StartOfDay(end), Calendar.Month(end.Year, end.Month));
    }

    private static IEnumerable<string> Of(int day, int count) => Enumerable.Range(0, count).Select(number => $"{day}-{number}");

    private static FactTable Events(string name, IEnumerable<(LocalDate Day, string Customer)> rows) => FactTable.From(name, rows)
        .At(row => row.Day)
        .Dimension("customer", row => row.Customer)
        .Covering(new(2026, 1, 1), new(2026, 3, 2))
        .Build();

    private static FactTable Table(string name, LocalDate first, int days, Func<LocalDate, int> number) => FactTable
        .From(name, Enumerable.Range(0, days).Select(first.PlusDays))
        .At(day => day)
        .Value("n", day => number(day), Unit.Count(name.TrimEnd('s')))
        .Build();
}
