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

    // Rates of working days alone, known for so many days, averaged or of one day: what is missing leaves its week without a value.
    [Fact]
    public void Query_RatesOfSomeDays_AgreeWithPlainLookUps() => Gen.Select(
        Sales, Figures, Gen.OneOfConst(0, 1, 3), Gen.Int[0, 89], Gen.OneOfConst<Grain?>(null, Grain.Week, Grain.Month)).Sample(
        (sales, figures, known, fixedDay, averaged) =>
        {
            var quoted = Enumerable.Range(0, 90).Where(day => First.PlusDays(day).DayOfWeek <= IsoDayOfWeek.Friday).ToList();
            var rates = ExchangeRates.From(Codes[1..].SelectMany(
                code => quoted.Select(day => new ExchangeRate(code, "EUR", figures[day], First.PlusDays(day)))));
            rates = known == 0 ? rates : rates.LastKnownWithin(known);
            var table = TableOf(sales);
            var amount = Metric.Sum("amount", table, "amount");
            var ofDay = amount.ConvertedTo("EUR", rates);
            var ofOne = amount.ConvertedTo("EUR", rates, CurrencyRate.FixedDay(First.PlusDays(fixedDay))).As("fixed");
            var mean = amount.ConvertedTo("EUR", rates, CurrencyRate.PeriodAverage(averaged ?? Grain.Quarter)).As("mean");
            var answer = new InMemorySource(Calendar, table).Query(
                Query.For(ofDay, ofOne, mean).Between(First, First.PlusDays(90)).By(Grain.Week));
            foreach (var row in answer.Rows.Append(answer.Total))
            {
                var own = sales.Where(sale => row.Period.Contains(sale.Day)).ToList();
                Agree(row[ofDay], own, sale => On(Period.DaysBetween(First, sale.Day)));
                Agree(row[ofOne], own, _ => On(fixedDay));
                Agree(row[mean], own, Mean);
            }

            decimal? On(int day) => Enumerable.Range(0, known + 1).Select(back => day - back).Where(quoted.Contains)
                .Select(found => (decimal?)figures[found]).FirstOrDefault();

            decimal? Mean(Sale sale)
            {
                var period = Calendar.Period(averaged ?? Grain.Quarter, sale.Day);
                return quoted.Where(day => period.Contains(First.PlusDays(day))).Select(day => (decimal?)figures[day]).Average();
            }

            static void Agree(Quantity found, List<Sale> sales, Func<Sale, decimal?> rate)
            {
                var each = sales.Select(sale => sale.Currency == "EUR" ? sale.Amount : sale.Amount * rate(sale)).ToList();
                if (each.Contains(null))
                {
                    found.Reason.Should().Be(UndefinedReason.InsufficientData);
                    return;
                }

                // A mean of rates has 15 significant digits.
                found.Amount.Should().BeApproximately(each.Sum()!.Value, 1e-6m);
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
