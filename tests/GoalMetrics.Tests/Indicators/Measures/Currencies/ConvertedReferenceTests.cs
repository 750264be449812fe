using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

// Random tables in several currencies, against plain sums over their facts with rates of two digits, which need no rounding.
public sealed class ConvertedReferenceTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2024, 3, 1);
    private static readonly string[] Codes = ["EUR", "USD", "GBP", "DKK"];

    // What one of each costs in EUR on each of 90 days, so that no rate has to be computed.
    private static readonly Gen<decimal[]> Figures = Gen.Int[1, 999].Select(figure => figure / 100m).Array[90];

    private static readonly Gen<Sale[]> Sales = Gen.Select(
        Gen.Int[0, 89 * 24], Gen.OneOfConst(Codes), Gen.Int[-100_000, 1_000_000], Gen.OneOfConst("a", "b", null!),
        (hour, code, cents, market) => new Sale(hour, code, cents / 100m, market)).Array[0, 60];

    [Fact]
    public void Query_RandomTables_AgreeWithPlainSums() => Gen.Select(Sales, Figures, Figures, Figures).Sample((sales, usd, gbp, dkk) =>
    {
        var rates = RatesOf(("USD", usd), ("GBP", gbp), ("DKK", dkk));
        var table = TableOf(sales);
        var revenue = Metric.Sum("revenue", table, "amount").ConvertedTo("EUR", rates);
        var answer = new InMemorySource(Calendar, table).Query(
            Query.For(revenue).Between(First, First.PlusDays(90)).By(Grain.Week).By("market"));
        foreach (var row in answer.Rows)
        {
            var expected = sales
                .Where(sale => sale.Market == row["market"] && sale.Day >= row.Period.StartDate && sale.Day < row.Period.EndDate)
                .Sum(sale => sale.Amount * Rate(sale));
            row[revenue].Should().Be(Money.Eur(expected));
        }

        answer.Total[revenue].Should().Be(Money.Eur(sales.Sum(sale => sale.Amount * Rate(sale))));
        answer.Rows.Sum(row => row[revenue].Amount).Should().Be(answer.Total[revenue].Amount);

        decimal Rate(Sale sale)
        {
            var day = Period.DaysBetween(First, sale.Day);
            return sale.Currency switch { "USD" => usd[day], "GBP" => gbp[day], "DKK" => dkk[day], _ => 1m };
        }
    });

    // With rates that have to be computed, parts still sum to the total, whatever the order of the rows and however they are split.
    [Fact]
    public void Query_CrossRates_AddUpExactlyInAnyOrder() => Gen.Select(Sales, Figures, Figures, Figures).Sample((sales, usd, gbp, dkk) =>
    {
        var rates = RatesOf(("USD", usd), ("GBP", gbp), ("DKK", dkk));
        var whole = Total(sales, rates);
        Total([.. sales.AsEnumerable().Reverse()], rates).Should().Be(whole);
        var half = sales.Length / 2;
        var parts = Total(sales[..half], rates) + Total(sales[half..], rates);
        parts.Should().Be(whole);
    });

    private static Quantity Total(Sale[] sales, ExchangeRates rates)
    {
        var table = TableOf(sales);
        var revenue = Metric.Sum("revenue", table, "amount").ConvertedTo("USD", rates);
        var answer = new InMemorySource(Calendar, table).Query(
            Query.For(revenue).Between(First, First.PlusDays(90)).By(Grain.Month).By("market"));
        answer.Rows.Sum(row => row[revenue].Amount).Should().Be(answer.Total[revenue].Amount);
        return answer.Total[revenue];
    }

    private static ExchangeRates RatesOf(params (string Code, decimal[] Figures)[] all) => ExchangeRates.From(all.SelectMany(
        quoted => quoted.Figures.Select((figure, day) => new ExchangeRate(quoted.Code, "EUR", figure, First.PlusDays(day)))));

    private static FactTable TableOf(Sale[] sales) => FactTable.From("sales", sales)
        .At(sale => sale.At).Dimension("market", sale => sale.Market)
        .Value("amount", sale => sale.Amount, currency: sale => sale.Currency)
        .Covering(First, First.PlusDays(90)).Build();

    private sealed record Sale(int Hour, string Currency, decimal Amount, string? Market)
    {
        public Instant At { get; } = Calendar.StartOfDay(First) + Duration.FromHours(Hour);

        public LocalDate Day => At.InZone(Calendar.Zone).Date;
    }
}
