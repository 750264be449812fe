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
