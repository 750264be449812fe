using GoalMetrics.Sources;
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
        Texts(source, sales, new(2026, 12, 9, 9, 0)).Should().Equal("sales 2026-11-30 to 2026-12-08: data are late");
        Texts(source, sales, new(2026, 12, 6, 9, 0)).Should().Equal("sales 2026-11-30 to 2026-12-04: data are late");
    }

    [Fact] // Open every day: the running one is not late, and neither is yesterday in the first hours of a day.
    public void Of_ADayThatIsRunning_IsNotLate()
    {
        var (source, sales) = Shop(new(2026, 9, 7), new(2026, 11, 27), _ => true);

        Texts(source, sales, new(2026, 11, 28, 9, 0)).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 29, 9, 0)).Should().Equal("sales 2026-11-28: data are late");
        Texts(source, sales, new(2026, 12, 1, 9, 0)).Should().Equal("sales 2026-11-28 to 2026-11-30: data are late");
    }

    [Fact] // Six weeks late: what is usual is seen in the weeks that are known, and weekends do not take the stretch apart.
    public void Of_DataThatAreManyWeeksLate_IsOneSignal()
    {
        var (source, sales) = Shop(new(2026, 7, 6), new(2026, 10, 16), date => date.DayOfWeek <= IsoDayOfWeek.Friday);

        Texts(source, sales, new(2026, 11, 24, 9, 0)).Should().Equal("sales 2026-10-19 to 2026-11-23: data are late");
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

    [Theory] // Data through yesterday: Friday's are the last until Tuesday morning.
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(30)]
    public void Of_WeeksAndMonthsOfAShopClosedAtWeekends_AreNotLateForTheWeekend(int day)
    {
        var (source, sales) = Shop(new(2026, 6, 1), new(2026, 11, 27), date => date.DayOfWeek <= IsoDayOfWeek.Friday);

        Texts(source, sales, new(2026, 11, day, 9, 0), Grain.Week).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, day, 9, 0), Grain.Month).Should().BeEmpty();
    }

    [Fact] // Monday 30 November has not come on Tuesday: it is in week 49, and in November.
    public void Of_WeeksAndMonthsOfAShopClosedAtWeekends_AreLateForAMonday()
    {
        var (source, sales) = Shop(new(2026, 6, 1), new(2026, 11, 27), date => date.DayOfWeek <= IsoDayOfWeek.Friday);

        Texts(source, sales, new(2026, 12, 1, 9, 0), Grain.Week).Should().Equal("sales 2026-W49: data are late");
        Texts(source, sales, new(2026, 12, 1, 9, 0), Grain.Month).Should().Equal("sales 2026-11: data are late");
    }

    [Fact] // Saturday 21 November is there; the 28th is not, and is over on the 29th.
    public void Of_WeeksOfAShopThatIsOpenOnSaturdays_AreLateForASaturday()
    {
        var (source, sales) = Shop(new(2026, 6, 1), new(2026, 11, 21), date => date.DayOfWeek == IsoDayOfWeek.Saturday);

        Texts(source, sales, new(2026, 11, 25, 9, 0), Grain.Week).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 28, 9, 0), Grain.Week).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 29, 9, 0), Grain.Week).Should().Equal("sales 2026-W48: data are late");
    }

    [Fact] // Stopped on Wednesday 31 December 2025, eleven months ago.
    public void Of_AShopThatStoppedLongAgo_IsOneSignal()
    {
        var (source, sales) = Shop(new(2025, 1, 1), new(2025, 12, 31), date => date.DayOfWeek <= IsoDayOfWeek.Friday);

        Texts(source, sales, new(2026, 11, 30, 9, 0)).Should().Equal("sales 2026-01-01 to 2026-11-27: data are late");
        Texts(source, sales, new(2026, 11, 30, 9, 0), Grain.Week).Should().Equal("sales 2026-W01 to 2026-W48: data are late");
    }

    [Fact] // The stock of Friday is that of Saturday too, though nothing was counted then.
    public void Of_ABalanceThatIsCarriedForward_IsNotLateOnDaysWithoutFacts()
    {
        var (source, stock) = Stock(new(2026, 11, 27));

        Texts(source, stock, new(2026, 11, 30, 9, 0)).Should().BeEmpty();
        Texts(source, stock, new(2026, 11, 30, 9, 0), Grain.Week).Should().BeEmpty();
        Texts(source, stock, new(2026, 12, 1, 9, 0)).Should().Equal("stock 2026-11-30: data are late");
    }

    [Fact] // The days of a week are counted in the call that reads the weeks.
    public async Task OfAsync_DataThatAreLate_TakesOneCallOfTheSource()
    {
        var (source, sales) = Shop(new(2026, 6, 1), new(2026, 11, 27), date => date.DayOfWeek <= IsoDayOfWeek.Friday);
        var options = new SignalOptions { Grain = Grain.Week };

        (await Calls(new(2026, 11, 30, 9, 0))).Should().Be((1, 1));
        (await Calls(new(2026, 11, 28, 9, 0))).Should().Be((1, 1));

        async Task<(int Describe, int Aggregate)> Calls(LocalDateTime asOf)
        {
            var counting = new ProbedSource(source);
            await SignalReport.OfAsync(sales, counting, Copenhagen.At(asOf), options, TestContext.Current.CancellationToken);
            return (counting.DescribeCount, counting.AggregateCount);
        }
    }

    [Fact] // An engine that does not count: days on which the sum is 0 are those without facts.
    public async Task OfAsync_ASourceThatDoesNotCount_GoesByValues()
    {
        var (source, sales) = Shop(new(2026, 6, 1), new(2026, 11, 27), date => date.DayOfWeek <= IsoDayOfWeek.Friday);
        var summing = new ProbedSource(source) { Capabilities = new() { Aggregates = new HashSet<AggregateKind> { AggregateKind.Sum } } };

        var report = await SignalReport.OfAsync(
            sales, summing, Copenhagen.At(new(2026, 12, 1, 9, 0)), cancellationToken: TestContext.Current.CancellationToken);

        report.Signals.Where(signal => signal.Kind == SignalKind.LateData).Select(signal => signal.ToText())
            .Should().Equal("sales 2026-11-30: data are late");
    }

    [Fact] // Refunds come on Fridays only. That of 27 November is not there on the Saturday.
    public void Of_AMetricThatIsFiltered_GoesByTheFactsThatCount()
    {
        var days = Enumerable.Range(0, 80).Select(new LocalDate(2026, 9, 7).PlusDays).Where(day => day <= new LocalDate(2026, 11, 25));
        var table = FactTable.From("rows", days).At(day => day).Value("x", _ => 5m, Unit.Count())
            .Dimension("kind", day => day.DayOfWeek == IsoDayOfWeek.Friday ? "refund" : "sale").Build();
        var refunds = Metric.Sum("refunds", table, "x").Where(Filter.Equal("kind", "refund"));
        var source = new InMemorySource(Copenhagen, table);

        Texts(source, refunds, new(2026, 11, 27, 9, 0)).Should().BeEmpty();
        Texts(source, refunds, new(2026, 11, 28, 9, 0)).Should().Equal("refunds 2026-11-27: data are late");
    }

    [Fact] // Totals of months: that of October is late from November on, and that of November is not to be had yet.
    public void Of_TotalsOfMonths_AreLateWhenTheyAreOver()
    {
        var (source, sales) = Months();

        Texts(source, sales, new(2026, 10, 20, 9, 0), Grain.Month).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 20, 9, 0), Grain.Month).Should().Equal("sales 2026-10: data are late");
        Texts(source, sales, new(2027, 1, 16, 9, 0), Grain.Month).Should().Equal("sales 2026-10 to 2026-12: data are late");
    }

    [Fact] // October is part of the quarter and of the year, which are not over.
    public void Of_TotalsOfMonths_MakeLongerPeriodsLate()
    {
        var (source, sales) = Months();

        Texts(source, sales, new(2026, 10, 20, 9, 0), Grain.Quarter).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 16, 9, 0), Grain.Quarter).Should().Equal("sales 2026-Q4: data are late");
        Texts(source, sales, new(2026, 11, 16, 9, 0), Grain.Year).Should().Equal("sales 2026: data are late");
        Texts(source, sales, new(2027, 1, 16, 9, 0), Grain.Quarter).Should().Equal("sales 2026-Q4: data are late");
    }

    [Fact] // Books are closed within 20 days: that of October is expected by 21 November.
    public void Of_TotalsOfMonthsThatMayStillCome_AreNotLate()
    {
        var (source, sales) = Months(settling: Duration.FromDays(20));

        Texts(source, sales, new(2026, 11, 20, 9, 0), Grain.Month).Should().BeEmpty();
        Texts(source, sales, new(2026, 11, 21, 9, 0), Grain.Month).Should().Equal("sales 2026-10: data are late");
    }

    [Fact] // Days are there until yesterday. October lacks only its total.
    public void Of_TotalsOfMonthsBesideDays_AreLateByThemselves()
    {
        var months = Totals(Duration.Zero);
        var days = FactTable.From("visits", Enumerable.Range(0, 323).Select(new LocalDate(2026, 1, 1).PlusDays)).At(day => day).Build();
        var each = Measure.Of("each", (sales, visit) => sales / visit, Metric.Sum("sales", months, "x"), Metric.Count("visits", days));
        var source = new InMemorySource(Copenhagen, months, days);

        Texts(source, each, new(2026, 11, 20, 9, 0), Grain.Month).Should().Equal("each 2026-10: data are late");
        Texts(source, each, new(2026, 11, 22, 9, 0), Grain.Month).Should().Equal("each 2026-10 to 2026-11: data are late");
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

        late.Should().Equal("sales 2026-11-06T09+01 to 2026-11-07T10+01: data are late");
    }

    private static (InMemorySource Source, Metric Sales) Shop(LocalDate first, LocalDate last, Func<LocalDate, bool> isOpen)
    {
        var days = Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Where(isOpen)
            .Select(day => (Day: day, Value: 100m + (day.DayOfYear * 7 % 11)));
        var table = FactTable.From("shop", days).At(row => row.Day).Value("x", row => row.Value, Unit.Count()).Build();
        return (new InMemorySource(Copenhagen, table), Metric.Sum("sales", table, "x"));
    }

    private static (InMemorySource Source, Metric Stock) Stock(LocalDate last)
    {
        var days = Enumerable.Range(0, 60).Select(back => last.PlusDays(-back)).Where(day => day.DayOfWeek <= IsoDayOfWeek.Friday);
        var table = FactTable.From("counts", days.Reverse()).At(day => day).Value("x", day => 40m + (day.DayOfYear % 5), Unit.Count())
            .Dimension("item", _ => "bolt").Build();
        return (new InMemorySource(Copenhagen, table), Metric.Balance("stock", table, "x", entity: "item"));
    }

    // Totals of months until September 2026.
    private static FactTable Totals(Duration settling)
    {
        var months = Enumerable.Range(0, 21).Select(month => (Day: new LocalDate(2025, 1, 1).PlusMonths(month), Value: 100m + (month % 5)));
        return FactTable.From("months", months).At(row => row.Day).Value("x", row => row.Value, Unit.Count())
            .EachFactCovers(Grain.Month).SettlesAfter(settling).Build();
    }

    private static (InMemorySource Source, Metric Sales) Months(Duration settling = default)
    {
        var table = Totals(settling);
        return (new InMemorySource(Copenhagen, table), Metric.Sum("sales", table, "x"));
    }

    private static string[] Texts(InMemorySource source, Measure sales, LocalDateTime asOf, Grain grain = Grain.Day) =>
    [
        .. SignalReport.Of(sales, source, Copenhagen.At(asOf), new SignalOptions { Grain = grain }).Signals
            .Where(signal => signal.Kind == SignalKind.LateData).Select(signal => signal.ToText()),
    ];
}
