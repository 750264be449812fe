using NodaTime;

namespace GoalMetrics.Tests.Analysis.Signals;

// Which periods are late: those that are over, of which something is usually known, and of which nothing is, or not all.
public sealed class LateDataTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // The shop is closed at weekends, and Tuesday is running.
    public void Of_AShopClosedAtWeekends_NamesTheMondayThatIsLate()
    {
        var (source, sales) = Shop(new(2026, 9, 7), new(2026, 11, 27), date => date.DayOfWeek <= IsoDayOfWeek.Friday);

        Texts(source, sales, new(2026, 12, 1, 9, 0)).Should().Equal("sales 2026-11-30: data are late");
        Texts(source, sales, new(2026, 11, 30, 9, 0)).Should().BeEmpty();
        Texts(source, sales, new(2026, 12, 9, 9, 0)).Should().Equal(
            "sales 2026-12-07 to 2026-12-08: data are late", "sales 2026-11-30 to 2026-12-04: data are late");
    }

    [Fact] // Open every day: the running one is not late, and neither is yesterday in the first hours of a day.
    public void Of_ADayThatIsRunning_IsNotLate()
    {
        var (source, sales) = Shop(new(2026, 9, 7), new(2026, 11, 27), _ => true);

        Texts(source, sales, new(2026, 11, 28, 9, 0)).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 29, 9, 0)).Should().Equal("sales 2026-11-28: data are late");
        Texts(source, sales, new(2026, 12, 1, 9, 0)).Should().Equal("sales 2026-11-28 to 2026-11-30: data are late");
    }

    [Fact] // Six weeks late: what is usual is seen in the weeks that are known.
    public void Of_DataThatAreManyWeeksLate_NamesAllTheirDays()
    {
        var (source, sales) = Shop(new(2026, 7, 6), new(2026, 10, 16), date => date.DayOfWeek <= IsoDayOfWeek.Friday);

        Texts(source, sales, new(2026, 11, 24, 9, 0)).Should().HaveCount(6)
            .And.StartWith(["sales 2026-11-23: data are late", "sales 2026-11-16 to 2026-11-20: data are late"]);
    }

    [Fact] // Until 27 October: in November, October is late, and November once a day of it is over.
    public void Of_Months_AreLateOnceADayOfThemIs()
    {
        var (source, sales) = Shop(new(2025, 1, 1), new(2026, 10, 27), _ => true);

        Texts(source, sales, new(2026, 10, 28, 9, 0), Grain.Month).Should().BeEmpty();
        Texts(source, sales, new(2026, 10, 30, 9, 0), Grain.Month).Should().Equal("sales 2026-10: data are late");
        Texts(source, sales, new(2026, 11, 1, 9, 0), Grain.Month).Should().Equal("sales 2026-10: data are late");
        Texts(source, sales, new(2026, 11, 2, 9, 0), Grain.Month).Should().Equal("sales 2026-10 to 2026-11: data are late");
    }

    [Fact] // Totals of months: that of October is late from November on, and that of November is not to be had yet.
    public void Of_TotalsOfMonths_AreLateWhenTheyAreOver()
    {
        var months = Enumerable.Range(0, 21).Select(month => (Day: new LocalDate(2025, 1, 1).PlusMonths(month), Value: 100m + (month % 5)));
        var table = FactTable.From("months", months).At(row => row.Day).Value("x", row => row.Value, Unit.Count())
            .EachFactCovers(Grain.Month).Build();
        var source = new InMemorySource(Copenhagen, table);
        var sales = Metric.Sum("sales", table, "x");

        Texts(source, sales, new(2026, 10, 20, 9, 0), Grain.Month).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 20, 9, 0), Grain.Month).Should().Equal("sales 2026-10: data are late");
    }

    [Fact] // Open from 9 to 17, also before clocks changed: the hours that are over and in which something usually happens.
    public void Of_Hours_NamesThoseInWhichSomethingUsuallyHappens()
    {
        var first = new LocalDate(2026, 9, 7);
        var hours = Enumerable.Range(0, 60).SelectMany(day => Enumerable.Range(9, 8).Select(hour =>
            (Time: Copenhagen.At(first.PlusDays(day).At(new LocalTime(hour, 30))), Value: 10m + (((day * 3) + hour) % 7))));
        var table = FactTable.From("hours", hours).At(row => row.Time).Value("x", row => row.Value, Unit.Count()).Build();
        var sales = Metric.Sum("sales", table, "x");
        var late = Texts(new InMemorySource(Copenhagen, table), sales, new(2026, 11, 7, 11, 15), Grain.Hour);

        late.Should().Equal(
            "sales 2026-11-07T09+01 to 2026-11-07T10+01: data are late", "sales 2026-11-06T09+01 to 2026-11-06T16+01: data are late");
    }

    private static (InMemorySource Source, Metric Sales) Shop(LocalDate first, LocalDate last, Func<LocalDate, bool> isOpen)
    {
        var days = Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Where(isOpen)
            .Select(day => (Day: day, Value: 100m + (day.DayOfYear * 7 % 11)));
        var table = FactTable.From("shop", days).At(row => row.Day).Value("x", row => row.Value, Unit.Count()).Build();
        return (new InMemorySource(Copenhagen, table), Metric.Sum("sales", table, "x"));
    }

    private static string[] Texts(InMemorySource source, Metric sales, LocalDateTime asOf, Grain grain = Grain.Day) =>
    [
        .. SignalReport.Of(sales, source, Copenhagen.At(asOf), new SignalOptions { Grain = grain }).Signals
            .Where(signal => signal.Kind == SignalKind.LateData).Select(signal => signal.ToText()),
    ];
}
