using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>Days that the calendar declares to be off are neither learnt from as others are, nor forecast like them.</summary>
public sealed class DaysOffProjectionTests
{
    private static readonly LocalDate[] Holidays =
    [
        new(2025, 12, 24), new(2025, 12, 25), new(2025, 12, 26), new(2025, 12, 31), new(2026, 1, 1), new(2026, 4, 2), new(2026, 4, 3),
        new(2026, 4, 6), new(2026, 5, 14), new(2026, 5, 25), new(2026, 6, 5), new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 31),
    ];

    private static readonly ReportingCalendar Plain = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingCalendar Working = Plain.WithHolidays(Holidays).WithDayWeights(DayWeights.WorkingDays);

    private static readonly LocalDate First = new(2025, 9, 1);
    private static readonly LocalDate Today = new(2026, 12, 15);

    [Fact] // Ten working days of December are over, at 200 on average, and ten are left: 15 to 18, 21 to 23 and 28 to 30.
    public void Landing_HolidaysThatWereClosed_AreForecastAtNothing()
    {
        var projection = December(Working, day => IsOpen(day) ? Usual(day) : 0m);

        Ahead(projection, 24).Should().Be(0m);
        Ahead(projection, 25).Should().Be(0m);
        Ahead(projection, 31).Should().Be(0m);
        Ahead(projection, 28).Should().BeInRange(185m, 215m);
        projection.Landing().Estimate.Should().BeApproximately((double)projection.SoFar.Amount + 2_000d, 60d);
        projection.ChanceOfAtLeast(Quantity.Count(4_300)).Amount.Should().BeLessThan(0.01m);
        projection.Findings.Should().BeEmpty();
    }

    [Fact] // The 13 working days that are left and no days off, at 200, and a holiday as any other day.
    public void Landing_HolidaysThatWereOpen_AreForecastAsTheirWeekday()
    {
        var projection = December(Working, day => IsWeekday(day) ? Usual(day) : 0m);

        Ahead(projection, 24).Should().BeInRange(185m, 215m);
        projection.Landing().Estimate.Should().BeApproximately((double)projection.SoFar.Amount + 2_600d, 80d);
    }

    [Fact] // 60 of 200 on each of the holidays before.
    public void Landing_HolidaysThatHadAThird_AreForecastAtAThird()
    {
        var projection = December(Working, day => IsOpen(day) ? Usual(day) : OnHoliday(day));

        Ahead(projection, 24).Should().BeInRange(55m, 65m);
        projection.Landing().Estimate.Should().BeApproximately((double)projection.SoFar.Amount + 2_180d, 70d);

        static decimal OnHoliday(LocalDate day) => IsWeekday(day) ? 60m : 0m;
    }

    [Fact] // Nothing is known of days off but what they weigh; where holidays weigh as their weekday, that is all.
    public void Landing_NoDayOffBefore_GoesByTheWeights()
    {
        var ofThisYear = Plain.WithHolidays(Holidays[^3..]);
        var closed = December(ofThisYear.WithDayWeights(DayWeights.WorkingDays), day => IsWeekday(day) ? Usual(day) : 0m);
        var alike = December(ofThisYear, day => IsWeekday(day) ? Usual(day) : 0m);
        var half = December(
            ofThisYear.WithDayWeights(DayWeights.WorkingDays.WithHolidays(0.5m)), day => IsWeekday(day) ? Usual(day) : 0m);

        Ahead(closed, 24).Should().Be(0m);
        Ahead(alike, 24).Should().BeInRange(185m, 215m);
        Ahead(half, 24).Should().BeInRange(92m, 108m);
    }

    [Fact] // Christmas Eve of 2025 had 80 of 200 and is declared at a half, as that of 2026 is.
    public void Landing_ADateThatWeighsLess_IsForecastByWhatItsLikeHad()
    {
        var weights = DayWeights.WorkingDays.With(new(2025, 12, 24), 0.5m).With(new(2026, 12, 24), 0.5m);
        var projection = December(
            Plain.WithDayWeights(weights), day => day == new LocalDate(2025, 12, 24) ? 80m : OnOthers(day));

        Ahead(projection, 24).Should().BeInRange(72m, 88m);
        Ahead(projection, 25).Should().BeInRange(185m, 215m);

        static decimal OnOthers(LocalDate day) => IsWeekday(day) ? Usual(day) : 0m;
    }

    [Fact] // Half a year of about 1,000 a day; the three closed days are the last that are known, and say nothing about January.
    public void Landing_ClosedDaysAtTheEnd_DoNotBecomeTheLevel()
    {
        LocalDate[] closed = [new(2025, 12, 24), new(2025, 12, 25), new(2025, 12, 26)];
        var (start, end) = (new LocalDate(2025, 6, 30), new LocalDate(2025, 12, 27));
        var calendar = Plain.WithHolidays(closed);
        var days = Enumerable.Range(0, 180).Select(i => start.PlusDays(i)).Where(day => !closed.Contains(day));
        var sales = FactTable.From("sales", days)
            .At(day => day)
            .Value("amount", day => 950m + (day.DayOfYear * 37 % 101), Unit.Money("DKK"))
            .Covering(start, end)
            .Build();
        var source = new InMemorySource(calendar, sales);
        var revenue = Metric.Sum("sales", sales, "amount");

        var landing = source.Project(revenue, Grain.Day, calendar.StartOfDay(end), calendar.Month(2026, 1)).Landing();
        var december = source.Project(revenue, Grain.Day, calendar.StartOfDay(end), calendar.Month(2025, 12));

        landing.Estimate.Should().BeApproximately(31_000d, 400d);
        (landing.Upper - landing.Lower).Should().BeLessThan(1_500d);
        december.Landing().Estimate.Should().BeApproximately((double)december.SoFar.Amount + 5_000d, 200d);
        december.Findings.Should().BeEmpty();
    }

    [Fact] // 24 × 10 an hour, and none on the holidays before: 24 December has none either, its hours known or not.
    public void Landing_ByTheHour_KnowsDaysOffToo()
    {
        LocalDate[] off = [new(2025, 12, 5), new(2025, 12, 16), new(2025, 12, 24)];
        var calendar = Plain.WithHolidays(off);
        var hours = Enumerable.Range(0, 23 * 24).Select(hour => calendar.StartOfDay(new(2025, 12, 1)) + Duration.FromHours(hour));
        var sales = FactTable.From("sales", hours.Where(hour => !off.Contains(calendar.DateOf(hour))))
            .At(hour => hour)
            .Value("amount", _ => 10m, Unit.Count("sale"))
            .Covering(new(2025, 12, 1), new(2025, 12, 24))
            .Build();
        var source = new InMemorySource(calendar, sales);
        var asOf = calendar.StartOfDay(new(2025, 12, 24));

        var eve = source.Project(Metric.Sum("sales", sales, "amount"), Grain.Hour, asOf, calendar.Day(new LocalDate(2025, 12, 24)));
        var after = source.Project(Metric.Sum("sales", sales, "amount"), Grain.Hour, asOf, calendar.Day(new LocalDate(2025, 12, 25)));

        eve.Landing().Estimate.Should().Be(0d);
        after.Landing().Estimate.Should().BeApproximately(240d, 0.001d);
    }

    [Fact] // One sale in ten visits, also over a month with days off, which have neither.
    public void Landing_ARatioOverDaysOff_IsThatOfTheOpenDays()
    {
        var shop = Table(day => IsOpen(day) ? Usual(day) : 0m);
        var (sales, visits) = (Metric.Sum("sales", shop, "amount"), Metric.Sum("visits", shop, "visits"));
        var rate = Kpi.Of("rate", (Quantity some, Quantity all) => some / all, sales, visits);
        var projection = new InMemorySource(Working, shop).Project(
            rate, Grain.Day, Working.StartOfDay(Today), Working.Month(2026, 12));

        projection.Landing().Estimate.Should().BeApproximately(0.1d, 0.001d);
        Ahead(projection, 23).Should().BeApproximately(0.1m, 0.001m);
        projection.Points.Single(point => point.Period.StartDate == new LocalDate(2026, 12, 24)).Value.IsDefined.Should().BeFalse();
    }

    [Fact] // A balance stays over a holiday, whatever that weighs.
    public void Landing_ABalanceOverDaysOff_Stays()
    {
        var stock = FactTable.From("stock", Days())
            .At(day => day)
            .Balance("amount", _ => 500m, Unit.Count("piece"))
            .Covering(First, Today)
            .Build();
        var projection = new InMemorySource(Working, stock).Project(
            Metric.Balance("stock", stock, "amount"), Grain.Day, Working.StartOfDay(Today), Working.Month(2026, 12));

        Ahead(projection, 24).Should().Be(500m);
    }

    private static bool IsWeekday(LocalDate day) => day.DayOfWeek < IsoDayOfWeek.Saturday;

    private static bool IsOpen(LocalDate day) => IsWeekday(day) && !Holidays.Contains(day);

    // From 190 to 210.
    private static decimal Usual(LocalDate day) => 190m + (day.DayOfYear * 37 % 21);

    private static decimal Ahead(Projection projection, int day) =>
        projection.Points.Single(point => point.Period.StartDate == new LocalDate(2026, 12, day)).Value.Amount;

    private static IEnumerable<LocalDate> Days() =>
        Enumerable.Range(0, Period.DaysBetween(First, Today)).Select(day => First.PlusDays(day));

    private static FactTable Table(Func<LocalDate, decimal> amount) => FactTable
        .From("sales", Days())
        .At(day => day)
        .Value("amount", amount, Unit.Count("sale"))
        .Value("visits", day => 10m * amount(day), Unit.Count("visit"))
        .Covering(First, Today)
        .Build();

    private static Projection December(ReportingCalendar calendar, Func<LocalDate, decimal> amount)
    {
        var sales = Table(amount);
        return new InMemorySource(calendar, sales).Project(
            Metric.Sum("sales", sales, "amount"), Grain.Day, calendar.StartOfDay(Today), calendar.Month(2026, 12));
    }
}
