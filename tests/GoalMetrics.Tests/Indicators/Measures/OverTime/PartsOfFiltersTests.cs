using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

/// <summary>"A balance on Mondays is the average, or the last, over Mondays": figures worked out by hand.</summary>
public sealed class PartsOfFiltersTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // January 2026 begins on a Thursday; 5, 12, 19 and 26 are Mondays, and it ends on a Saturday.
    private static readonly ReportingPeriod January = Copenhagen.Month(2026, 1);

    // The day of the month, every day, in two shops: the second has ten times as much.
    private static readonly FactTable Daily = FactTable.From("daily", Enumerable.Range(0, 62))
        .At(i => new LocalDate(2026, 1, 1).PlusDays(i / 2))
        .Dimension("shop", i => i % 2 == 0 ? "a" : "b")
        .Value("sold", i => ((i / 2) + 1) * (i % 2 == 0 ? 1 : 10), Unit.Count("item"))
        .Balance("stock", i => ((i / 2) + 1) * (i % 2 == 0 ? 1 : 10), Unit.Count("item"))
        .Build();

    // Recorded when it changes only: on Thursday 1 and Saturday 10, and of b on Tuesday 20.
    private static readonly FactTable Seldom = FactTable.From("seldom", new[] { (1, "a", 80m), (10, "a", 20m), (20, "b", 7m) })
        .At(row => new LocalDate(2026, 1, row.Item1))
        .Dimension("shop", row => row.Item2)
        .Balance("stock", row => row.Item3, Unit.Count("item"))
        .Covering(new(2026, 1, 1), new(2026, 2, 1))
        .Build();

    private static readonly Metric Sold = Metric.Sum("sold", Daily, "sold");
    private static readonly Metric Stock = Metric.Balance("stock", Daily, "stock", entity: "shop");
    private static readonly Metric Kept = Metric.Balance("kept", Seldom, "stock", entity: "shop");
    private static readonly InMemorySource Source = new(Copenhagen, Daily, Seldom);
    private static readonly Filter Mondays = TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Monday);

    [Fact] // 11 · (5 + 12 + 19 + 26) / 4 = 170.5, on the last Monday 11 · 26 = 286, on the first 55.
    public void Flow_WhereMondays_IsReadOnMondaysAlone()
    {
        foreach (var (measure, where) in ((Metric, Filter?)[])[(Sold, Mondays), (Sold.Where(Mondays), null)])
        {
            Total(measure.AverageOver(Grain.Day), where).Should().Be(170.5m);
            Total(measure.AtLast(Grain.Day), where).Should().Be(286m);
            Total(measure.AtFirst(Grain.Day), where).Should().Be(55m);
        }

        Total(Sold.AverageOver(Grain.Day), !Mondays).Should().Be(11m * (496m - 62m) / 27m);
        Total(Sold.AverageOver(Grain.Day), Mondays & Filter.Equal("shop", "b")).Should().Be(155m);
        Total(Sold.AverageOver(Grain.Day), Mondays | Filter.Equal("shop", "b")).Should().BeApproximately((4960m + 62m) / 31m, 1e-20m);
        Total(Sold.Where(Mondays & Filter.Equal("shop", "a")).AverageOver(Grain.Day), null).Should().Be(15.5m);
    }

    [Fact]
    public void Balance_OfEveryDay_OnMondays_IsThatOfMondays()
    {
        foreach (var (measure, where) in ((Metric, Filter?)[])[(Stock, Mondays), (Stock.Where(Mondays), null)])
        {
            Total(measure.AverageOver(Grain.Day), where).Should().Be(170.5m);
            Total(measure.AtLast(Grain.Day), where).Should().Be(286m);
            Total(measure.AtFirst(Grain.Day), where).Should().Be(55m);
            Total(Kpi.Of("kpi", measure).AtLast(Grain.Day), where).Should().Be(286m);
        }

        Total(Stock.AverageOver(Grain.Day), Mondays & Filter.Equal("shop", "b")).Should().Be(155m);
        Total(Stock.AtLast(Grain.Day), !Mondays & Filter.Equal("shop", "a")).Should().Be(31m);
        Total(Stock.AtLast(Grain.Day), TimeGrouping.DayOfMonth.Is(Copenhagen, 9, 10)).Should().Be(110m);
    }

    [Fact] // No Monday has a fact. At their ends: 80, 20, 20, and 20 + 7.
    public void Balance_RecordedWhenItChanges_OnMondays_IsWhatHoldsThen()
    {
        Total(Kept.AverageOver(Grain.Day), Mondays).Should().Be(147m / 4m);
        Total(Kept.AtLast(Grain.Day), Mondays).Should().Be(27m);
        Total(Kept.AtFirst(Grain.Day), Mondays).Should().Be(80m);
        Total(Kept.AtLast(Grain.Day), Mondays & Filter.Equal("shop", "b")).Should().Be(7m);
        Total(Kept.CarriedForward().AverageOver(Grain.Day), Mondays).Should().Be(147m / 4m);
        Total(Kept.AtLast(Grain.Day), null).Should().Be(27m);
    }

    [Fact]
    public void Balance_ByWeekday_IsThatOfSuchDays()
    {
        var (mean, last, first) = (Stock.AverageOver(Grain.Day), Stock.AtLast(Grain.Day), Stock.AtFirst(Grain.Day));
        var table = Source.Query(Query.For(mean, last, first).During(January).By(TimeGrouping.Weekday).By("shop").WithSubtotals());

        RowOf(table, "Monday", "b")[mean].Amount.Should().Be(155m);
        RowOf(table, "Monday", "b")[last].Amount.Should().Be(260m);
        RowOf(table, "Monday", "a")[first].Amount.Should().Be(5m);
        RowOf(table, "Saturday", "a")[last].Amount.Should().Be(31m);
        table.MemberTotal("Monday")[mean].Amount.Should().Be(170.5m);
        table.Total[last].Amount.Should().Be(341m);
        table.Total[mean].Amount.Should().Be(11m * 16m);
    }

    [Fact] // The rows are those of days with facts; what holds on such days is read whenever it was recorded.
    public void Balance_RecordedWhenItChanges_ByWeekday_IsWhatHoldsThen()
    {
        var (mean, last) = (Kept.AverageOver(Grain.Day), Kept.AtLast(Grain.Day));
        var table = Source.Query(Query.For(mean, last).During(January).By(TimeGrouping.Weekday));

        table["Saturday", last].Amount.Should().Be(27m);
        table["Tuesday", last].Amount.Should().Be(27m);
        table["Thursday", mean].Amount.Should().Be((80m + 80m + 20m + 27m + 27m) / 5m);
    }

    [Fact] // A formula: stock per item sold on Mondays is 1, as both are the same figures.
    public void FormulaOverBalances_OnMondays_IsReadThen()
    {
        var cover = Measure.Of("cover", (stock, sold) => stock / sold, Stock, Sold);

        Total(cover.AverageOver(Grain.Day), Mondays).Should().Be(1m);
        var byWeekday = Source.Query(Query.For(cover.AtLast(Grain.Day)).During(January).By(TimeGrouping.Weekday));
        byWeekday["Monday", cover.AtLast(Grain.Day)].Amount.Should().Be(1m);
    }

    [Fact] // Weeks have all weekdays, and hours divide a day: neither is chosen by.
    public void OtherGrains_AreReadAsBefore()
    {
        // The whole weeks begin on the 5th, 12th and 19th.
        Total(Sold.AverageOver(Grain.Week), Mondays).Should().Be(11m * (5m + 12m + 19m) / 3m);
        Total(Stock.AtLast(Grain.Month), Mondays).Should().Be(0m);
        Total(Stock.AtLast(Grain.Month), TimeGrouping.MonthOfYear.Is(Copenhagen, 1)).Should().Be(341m);
    }

    [Fact]
    public void NoSuchDay_HasNoValue()
    {
        var tuesday = Query.For(Sold.AverageOver(Grain.Day), Stock.AtLast(Grain.Day), Sold).During(Copenhagen.Day(new(2026, 1, 6)))
            .Where(Mondays);
        var row = Source.Query(tuesday).Total;

        row[Sold.AverageOver(Grain.Day)].Reason.Should().Be(UndefinedReason.NoData);
        row[Stock.AtLast(Grain.Day)].Reason.Should().Be(UndefinedReason.NoData);
        row[Sold].Amount.Should().Be(0m);
    }

    [Fact] // What is read over other days has a value on every day: the last Monday's sales, of seven days up to each.
    public void OwnFilterInsideOfAWindow_DoesNotChooseDays()
    {
        var week = Copenhagen.Range(new(2026, 1, 12), new(2026, 1, 19));
        Source.Query(Query.For(Sold.Where(Mondays).Rolling(7, Grain.Day).AverageOver(Grain.Day)).During(week)).Total
            [Sold.Where(Mondays).Rolling(7, Grain.Day).AverageOver(Grain.Day)].Amount.Should().Be(132m);
    }

    [Fact]
    public void FilterThatAsksForOtherFactsOnOtherDays_OfBalances_IsRefused() =>
        FluentActions.Invoking(() => Total(Stock.AtLast(Grain.Day), Mondays | Filter.Equal("shop", "b"))).Should()
            .Throw<ArgumentException>().WithMessage(
                "'stock-last-day' reads balances by day, and the filter '(* or *)' asks for other facts in some of them than in others."
                + " Ask once for each.");

    [Fact] // Days from 04:00: a count at 02:00 on Tuesday 6 is of Monday 5.
    public void DaysThatEndAtNight_AreTheDaysOfTheCalendar()
    {
        var night = Copenhagen.WithDayStartingAt(4);
        var counted = FactTable.From("counted", new[] { (5, 12, 3m), (6, 2, 4m), (6, 12, 9m), (10, 12, 5m) })
            .At(row => new LocalDateTime(2026, 1, row.Item1, row.Item2, 0).InZoneStrictly(night.Zone).ToInstant())
            .Balance("guests", row => row.Item3, Unit.Count("guest")).Build();
        var guests = Metric.Balance("guests", counted, "guests").AtLast(Grain.Day);
        var mondays = TimeGrouping.Weekday.Is(night, IsoDayOfWeek.Monday);

        new InMemorySource(night, counted).Query(Query.For(guests).Where(mondays)).Total[guests].Amount.Should().Be(4m);
    }

    private static MetricRow RowOf(MetricTable table, params string[] members) =>
        table.Single(row => row.Members.SequenceEqual(members));

    private static decimal Total(Measure measure, Filter? where)
    {
        var query = Query.For(measure).During(January);
        return Source.Query(where is null ? query : query.Where(where)).Total[measure].Amount;
    }
}
