using EngineTests.Contract;
using EngineTests.InMemory;
using NodaTime;

namespace EngineTests.DuckDb;

// Public queries give the same from a database as from memory.
public sealed class DuckDbQueriesTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // The shop of README, with customers.
    private static readonly TableSchema Shop = TableSchema.Named("shop", FactTime.Date)
        .Dimension("market").Dimension("customer")
        .Value("visits", Unit.Count("visit")).Value("orders", Unit.Count("order")).Value("revenue", Unit.Money("DKK"));

    private static readonly EngineCase Facts = new(
        Calendar,
        [
            new(
                Shop,
                [
                    At(0, new(2026, 9, 14), "DK", "ann", 900, 27, 13_500m),
                    At(1, new(2026, 9, 15), "SE", "bo", 300, 6, 2_400m),
                    At(2, new(2026, 10, 1), "DK", "ann", 800, 32, 16_800m),
                    At(3, new(2026, 10, 2), "SE", null, 400, 4, 1_900m),
                    At(4, new(2026, 10, 2), null, "bo", 7, 0, 0.335m),
                ]),
        ]);

    private static readonly Metric Visits = Metric.Sum("visits", Shop, "visits");
    private static readonly Metric Orders = Metric.Sum("orders", Shop, "orders");
    private static readonly Metric Revenue = Metric.Sum("revenue", Shop, "revenue");
    private static readonly Metric Customers = Metric.CountDistinct("customers", Shop, "customer");
    private static readonly Kpi Conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, Orders, Visits);

    public static TheoryData<string> Names => [.. Queries.Keys];

    private static Dictionary<string, Query> Queries { get; } = new()
    {
        ["README"] = Query.For(Conversion, Revenue).Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month).By("market")
            .ComparedWith(PeriodComparison.PreviousPeriod),
        ["distinct customers of 28 days, day by day"] =
            Query.For(Customers.Rolling(28, Grain.Day)).Between(new(2026, 10, 1), new(2026, 10, 8)).By(Grain.Day),
        ["median, mean and last value"] = Query.For(
            Metric.Median("median", Shop, "revenue"), Metric.Average("mean", Shop, "revenue"), Metric.Last("last", Shop, "revenue"))
            .Between(new(2026, 9, 1), new(2026, 11, 1)).By("market").Where(!Filter.IsNull("market")),
        ["time to convert, and a window that starts later"] = Query.For(
            Conversions.Of(Shop, Shop, "customer", Duration.FromDays(30)).AverageTimeToConvert("mean-time"),
            Conversions.Of(Shop, Shop, "customer", Duration.FromDays(30)).MedianTimeToConvert("median-time"),
            Conversions.Of(Shop, Shop, "customer", Duration.FromDays(7), Duration.FromDays(30)).Converted("later"))
            .Between(new(2026, 9, 1), new(2026, 10, 3)).By("market"),
        ["balances of an account, of complete snapshots, and at the opening"] = Query.For(
            Metric.Balance("account", Shop, "revenue").OfOneAccount(),
            Metric.Balance("snapshots", Shop, "revenue", entity: "customer").OfCompleteSnapshots(),
            Metric.Balance("mean", Shop, "revenue", BalanceValue.Average, "customer").OfCompleteSnapshots(),
            Metric.Balance("before", Shop, "revenue", entity: "customer").Opening())
            .Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month).By("market"),
        ["balances by weekday"] = Query.For(
            Metric.Balance("last", Shop, "revenue", entity: "customer"),
            Metric.Balance("mean", Shop, "revenue", BalanceValue.Average, "customer"),
            Metric.Balance("account", Shop, "revenue").OfOneAccount())
            .Between(new(2026, 9, 14), new(2026, 10, 12)).By(TimeGrouping.Weekday).By("market"),
        ["balances on Mondays and Fridays"] = Query.For(
            Metric.Balance("last", Shop, "revenue", entity: "customer"),
            Metric.Balance("snapshots", Shop, "revenue", entity: "customer").OfCompleteSnapshots())
            .Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month).By("market")
            .Where(TimeGrouping.Weekday.Is(Calendar, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday)),
        ["conversions"] = Query.For(Conversions.Of(Shop, Shop, "customer", Duration.FromDays(30)).Converted("repeat"), Orders)
            .Between(new(2026, 9, 1), new(2026, 10, 3)).By(Grain.Month),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Query_OfADatabase_IsThatInMemory(string name)
    {
        using var database = (IDisposable)new DuckDbEngine().Load(Facts);

        var found = Lines(await ((IMetricSource)database).QueryAsync(Queries[name]));

        found.Should().Equal(Lines(await new InMemoryEngine().Load(Facts).QueryAsync(Queries[name])));
        found.Should().NotBeEmpty();
    }

    // Each with an earlier value for some row.
    public static TheoryData<PeriodComparison> Comparisons => new(
        PeriodComparison.PreviousPeriod,
        PeriodComparison.YearEarlier,
        PeriodComparison.SameWeekdays,
        PeriodComparison.Earlier(2),
        PeriodComparison.Earlier(1, Grain.Week),
        PeriodComparison.With(Calendar.Range(new(2026, 9, 14), new(2026, 9, 16))),
        PeriodComparison.WithSame(new CalendarEvent("fair", [new(2026, 9, 15), new(2026, 10, 2)])));

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Query_ComparedWith_IsThatInMemory(PeriodComparison comparison)
    {
        var query = Query.For(Revenue, Conversion).Between(new(2026, 10, 1), new(2026, 10, 3)).By(Grain.Day).ComparedWith(comparison)
            .AsOf(Calendar.StartOfDay(new(2026, 10, 3)));
        await AreAlikeAsync(query, Facts, row => $"{row.Earlier(Revenue, comparison)} {row.Earlier(Conversion, comparison)}"
            + $" {row.Change(Revenue, comparison).Absolute} {row.Compared(Revenue, comparison)}");
    }

    [Theory] // Around the nights in which the clocks change, with facts by the half hour.
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Query_DaysThatEndAtNight_IsThatInMemory(int firstHour)
    {
        var calendar = Calendar.WithDayStartingAt(firstHour);
        var visits = TableSchema.Named("visits", FactTime.Instant);
        Fact[] facts =
        [
            .. Enumerable.Range(0, 200).Select(row => new Fact(
                row, Instant.FromUtc(2026, 10, 23, 20, 0) + Duration.FromMinutes(30 * row), default, [], [])),
            .. Enumerable.Range(200, 200).Select(row => new Fact(
                row, Instant.FromUtc(2026, 3, 27, 20, 0) + Duration.FromMinutes(30 * (row - 200)), default, [], [])),
        ];
        var count = Metric.Count("count", visits);
        var tables = new EngineCase(calendar, [new(visits, facts)]);
        foreach (var start in new LocalDate[] { new(2026, 3, 27), new(2026, 10, 23) })
        {
            var query = Query.For(count, count.ToDate(Grain.Week), count.Rolling(2, Grain.Day), count.Previous(Grain.Day))
                .Between(start, start.PlusDays(5)).By(Grain.Day).AsOf(calendar.StartOfDay(start.PlusDays(4)) + Duration.FromHours(3));
            await AreAlikeAsync(query, tables, row => $"{row.State}");
        }
    }

    private static async Task AreAlikeAsync(Query query, EngineCase tables, Func<MetricRow, string> more)
    {
        using var database = (IDisposable)new DuckDbEngine().Load(tables);
        var found = await ((IMetricSource)database).QueryAsync(query);
        var expected = await new InMemoryEngine().Load(tables).QueryAsync(query);
        Lines(found).Concat(found.Rows.Append(found.Total).Select(more))
            .Should().Equal(Lines(expected).Concat(expected.Rows.Append(expected.Total).Select(more)));
    }

    [Fact] // 36 orders of 1,207 visits.
    public async Task Query_OfADatabase_GivesTheRateOfTheTotals()
    {
        using var database = (IDisposable)new DuckDbEngine().Load(Facts);

        var october = Query.For(Conversion).Between(new(2026, 10, 1), new(2026, 11, 1));

        (await ((IMetricSource)database).QueryAsync(october)).Total[Conversion].Amount.Should().Be(36m / 1_207m);
    }

    private static Fact At(int row, LocalDate date, string? market, string? customer, int visits, int orders, decimal revenue) =>
        new(row, Calendar.StartOfDay(date), date, [market, customer], [visits, orders, revenue]);

    private static List<string> Lines(MetricTable table) => [.. table.Rows.Concat(table.Subtotals).Append(table.Total)
        .Select(row => $"{row.Period} {string.Join(' ', row.Members)}: "
            + string.Join(' ', table.Measures.Select(measure => row[measure])))];
}
