using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

// Live tables keep money by currency as by any other dimension.
public sealed class ConvertedLiveTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;
    private static readonly TableSchema Schema = TableSchema.Named("sales", FactTime.Date)
        .Dimension("market").Dimension("currency").Value("amount", currency: "currency");

    private static readonly Metric Revenue = Metric.Sum("revenue", Schema, "amount");
    private static readonly Metric InKroner = Revenue.ConvertedTo("DKK", Ecb.Rates);
    private static readonly LocalDate Thursday = new(2024, 3, 14);

    [Fact]
    public void Query_KeptByDayAndCurrency_IsConverted()
    {
        var live = LiveTable.Of(Schema, Calendar).By(Grain.Day, "market", "currency").Keeping(InKroner).Build();
        live.Add(Thursday, ["DK", "EUR"], [100.10m]);
        live.Add(Thursday, ["US", "usd"], [200m]);
        live.Add(new LocalDate(2024, 3, 15), ["DK", "DKK"], [80m]);
        var answer = new InMemorySource(Calendar, live).Query(Query.For(InKroner).By("market"));
        answer.Total[InKroner].Should().Be(Money.Dkk(2191.458291578948m)); // 746.40566 + 1365.052631578948 + 80
        answer["DK", InKroner].Should().Be(Money.Dkk(826.40566m));
    }

    [Fact]
    public void Query_MeansAndConstantRates_AreKeptToo()
    {
        var mean = Metric.Average("mean", Schema, "amount").ConvertedTo("DKK", Ecb.Rates, CurrencyRate.FixedDay(Thursday));
        var live = LiveTable.Of(Schema, Calendar).By(Grain.Month, "currency").Keeping(mean).Build();
        live.Add(Thursday, ["DK", "EUR"], [100.10m]);
        live.Add(new LocalDate(2024, 3, 20), ["DK", "EUR"], [99.90m]);
        new InMemorySource(Calendar, live).Query(Query.For(mean).During(Calendar.Month(2024, 3)).AsOf(Instant.FromUtc(2024, 4, 1, 0, 0)))
            .Total[mean].Should().Be(Money.Dkk(745.66m));
    }

    [Fact]
    public void Query_NotKeptByCurrencyOrDay_IsRefused()
    {
        var market = LiveTable.Of(Schema, Calendar).By(Grain.Day, "market").Keeping(InKroner).Build();
        market.Add(Thursday, ["DK", "EUR"], [100m]);
        Messages.Of<NotSupportedException>(() => new InMemorySource(Calendar, market).Query(Query.For(InKroner)))
            .Should().Be(
                "'revenue' is converted from the currencies of 'currency', and table 'sales' was kept by market only. Keep it by 'currency'"
                + " too.");
        var months = LiveTable.Of(Schema, Calendar).By(Grain.Month, "currency").Keeping(InKroner).Build();
        months.Add(Thursday, ["DK", "EUR"], [100m]);
        var ofMarch = Query.For(InKroner).During(Calendar.Month(2024, 3));
        Messages.Of<NotSupportedException>(() => new InMemorySource(Calendar, months).Query(ofMarch))
            .Should().Be(
                "'revenue' is converted at the rate of the fact's day, and table 'sales' has totals of each month, which cannot be"
                + " split by day. Convert at CurrencyRate.PeriodAverage(Grain.Month) or at a fixed day, or keep finer facts.");
    }

    [Fact]
    public void Add_ABadCurrency_IsRefused()
    {
        var live = LiveTable.Of(Schema, Calendar).By(Grain.Day, "currency").Keeping(InKroner).Build();
        Messages.Of<ArgumentException>(() => { live.Add(Thursday, ["DK", "EURO"], [1m]); return null; })
            .Should().Be(
                "Live table 'sales', column 'currency': found 'EURO'; expected a currency code of ISO 4217, such as EUR; perhaps EUR."
                + " The fact was not added.");
        Messages.Of<ArgumentException>(() => { live.Add(Thursday, ["DK", null], [1m]); return null; })
            .Should().Be(
                "Live table 'sales', column 'currency': found no currency; expected a currency code such as EUR, as 'amount' has a"
                + " value here. The fact was not added.");
        live.Add(Thursday, ["DK", null], [null]);
        live.FactCount.Should().Be(1);
    }

    // Facts that are totals of months have no day of their own.
    [Fact]
    public void Query_FactsThatAreTotalsOfMonths_NeedTheAverageOfTheMonth()
    {
        var table = FactTable.From<(LocalDate Month, decimal Amount)>("ledger", [(new(2024, 3, 1), 100m), (new(2024, 4, 1), 10m)])
            .At(row => row.Month).Value("amount", row => row.Amount, currency: _ => "EUR").EachFactCovers(Grain.Month).Build();
        var source = new InMemorySource(Calendar, table);
        var revenue = Metric.Sum("revenue", table, "amount");
        Messages.Of<NotSupportedException>(
                () => source.Query(Query.For(revenue.ConvertedTo("DKK", Ecb.Rates)).During(Calendar.Month(2024, 3))))
            .Should().StartWith("'revenue' is converted at the rate of the fact's day, and table 'ledger' has totals of each month,");
        var averaged = revenue.ConvertedTo("DKK", Ecb.Rates, CurrencyRate.PeriodAverage(Grain.Month));

        // 100 × 7.45666666666667 + 10 × 7.458, the means of the quoted figures.
        source.Query(Query.For(averaged).Between(new(2024, 3, 1), new(2024, 5, 1))).Total[averaged]
            .Should().Be(Money.Dkk(820.246666666667m));
    }
}
