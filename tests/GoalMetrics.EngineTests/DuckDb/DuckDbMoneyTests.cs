using EngineTests.Contract;
using EngineTests.InMemory;
using NodaTime;

namespace EngineTests.DuckDb;

// Converted money is the same from a database as from memory: a database only adds, by day and currency.
public sealed class DuckDbMoneyTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Instant)
        .Dimension("market").Dimension("currency").Value("amount", currency: "currency");

    // The second is on the 15th in Copenhagen. A code in small letters is a currency like any other.
    private static readonly EngineCase Facts = new(
        Calendar,
        [
            new(
                Sales,
                [
                    At(0, Instant.FromUtc(2024, 3, 14, 12, 0), "US", "USD", 200m),
                    At(1, Instant.FromUtc(2024, 3, 14, 23, 0), "US", "USD", 10m),
                    At(2, Instant.FromUtc(2024, 3, 15, 8, 0), "DK", "DKK", 80m),
                    At(3, Instant.FromUtc(2024, 3, 15, 9, 0), null, "USD", 0.335m),
                    At(4, Instant.FromUtc(2024, 3, 16, 9, 0), "DK", "EUR", null),
                ])
            {
                CoveredFrom = new(2024, 3, 14),
                CoveredUntil = new(2024, 4, 1),
            },
        ]);

    // Reference rates of the European Central Bank.
    private static readonly ExchangeRates Rates = ExchangeRates.From(
    [
        new("EUR", "USD", 1.0925m, new(2024, 3, 14)), new("EUR", "DKK", 7.4566m, new(2024, 3, 14)),
        new("EUR", "USD", 1.0890m, new(2024, 3, 15)), new("EUR", "DKK", 7.4570m, new(2024, 3, 15)),
    ]);

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    private static readonly Metric InKroner = Revenue.ConvertedTo("DKK", Rates);

    public static TheoryData<string> Names => [.. Queries.Keys];

    private static Dictionary<string, Query> Queries { get; } = new()
    {
        ["by market and day"] = March(InKroner, InKroner.Cumulative("so-far")).By(Grain.Day).By("market"),
        ["by currency"] = March(Revenue, InKroner.As("in-kroner")).By("currency"),
        ["one currency"] = March(Revenue).Where(Filter.Equal("currency", "USD")).By("market"),
        ["averages and extremes"] = March(
            Metric.Average("mean", Sales, "amount").ConvertedTo("EUR", Rates),
            Metric.Min("least", Sales, "amount").ConvertedTo("EUR", Rates, CurrencyRate.FixedDay(new(2024, 3, 14))),
            Metric.Max("most", Sales, "amount").ConvertedTo("EUR", Rates, CurrencyRate.PeriodAverage(Grain.Month))).By("market"),
        ["balances"] = March(Metric.Balance("cash", Sales, "amount", entity: "market").ConvertedTo(
            "DKK", Rates.LastKnownWithin(31))),
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

    [Fact] // 200 × 6.82526315789474 on the 14th; 10 and 0.335 × 6.84756657483930 on the 15th, and 80 in DKK.
    public async Task Query_OfADatabase_ConvertsAtTheDayInItsZone()
    {
        using var database = (IDisposable)new DuckDbEngine().Load(Facts);

        (await ((IMetricSource)database).QueryAsync(March(InKroner))).Total[InKroner].Should().Be(Money.Dkk(1515.8222321299121655m));
    }

    private static Query March(params Measure[] measures) => Query.For(measures).Between(new(2024, 3, 14), new(2024, 4, 1));

    private static Fact At(int row, Instant time, string? market, string currency, decimal? amount) =>
        new(row, time, default, [market, currency], [amount]);

    private static List<string> Lines(MetricTable table) => [.. table.Rows.Append(table.Total)
        .Select(row => $"{row.Period} {string.Join(' ', row.Members)}: "
            + string.Join(' ', table.Measures.Select(measure => row[measure].ToString("N12", null))))];
}
