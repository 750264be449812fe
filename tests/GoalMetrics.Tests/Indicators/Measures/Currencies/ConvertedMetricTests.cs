using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

// The figures are worked out by hand from the quoted rates: an inverse or cross rate is rounded to 15 digits, half to even, and amounts
// times rates are added exactly (Python 3 decimal, 50 digits).
public sealed class ConvertedMetricTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;
    private static readonly ReportingPeriod March = Calendar.Month(2024, 3);
    private static readonly ReportingPeriod April = Calendar.Month(2024, 4);

    private static readonly FactTable Sales = FactTable.From<(LocalDate Day, string Market, decimal Amount, string Currency)>(
        "sales",
        [
            (new(2024, 3, 14), "DK", 100.10m, "EUR"),
            (new(2024, 3, 14), "US", 200.00m, "USD"),
            (new(2024, 3, 15), "UK", 50.00m, "GBP"),
            (new(2024, 3, 15), "DK", 80m, "DKK"),
            (new(2024, 3, 16), "US", 10.00m, "USD"),
            (new(2024, 3, 18), "DK", 40.00m, "EUR"),
            (new(2024, 4, 25), "US", 300.00m, "USD"),
            (new(2024, 4, 26), "UK", 70.00m, "GBP"),
        ])
        .At(sale => sale.Day).Dimension("market", sale => sale.Market)
        .Value("amount", sale => sale.Amount, currency: sale => sale.Currency)
        .Covering(new(2024, 3, 1), new(2024, 5, 1)).Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    private static readonly Metric InKroner = Revenue.ConvertedTo("DKK", Ecb.Rates);
    private static readonly InMemorySource Source = new(Calendar, Sales);

    // Saturday the 16th has the rate of Friday. In DKK: 100.10 × 7.4566 + 200 × 6.82526315789474 + 50 × 8.72592384563177 + 80
    // + 10 × 6.84756657483930 + 40 × 7.4564, and 300 × 6.95774253731343 + 70 × 8.70742500846537.
    [Fact]
    public void Query_AtTheFactsDay_ConvertsEachDayAtItsRate()
    {
        var answer = Source.Query(Query.For(InKroner).Between(new(2024, 3, 1), new(2024, 5, 1)).By(Grain.Month).By("market"));
        answer[March, InKroner].Should().Be(Money.Dkk(2994.4861496089295m));
        answer[April, InKroner].Should().Be(Money.Dkk(2696.8425117866049m));
        answer.Total[InKroner].Should().Be(Money.Dkk(5691.3286613955344m));
        answer[March, "DK", InKroner].Should().Be(Money.Dkk(1124.66166m));
        answer[March, "UK", InKroner].Should().Be(Money.Dkk(436.2961922815885m));
        answer[March, "US", InKroner].Should().Be(Money.Dkk(1433.528297327341m));
        answer[April, "DK", InKroner].Should().Be(Money.Dkk(0m), "no facts, no rate needed");
        answer.Rows.Sum(row => row[InKroner].Amount).Should().Be(answer.Total[InKroner].Amount);
    }

    // 100.10 + 200 × 0.915331807780320 + 50 × 1.17016546139624 + 80 × 0.134102185865630 + 10 × 0.918273645546373 + 40.
    [Fact]
    public void Query_IntoTheBase_UsesInverseRates()
    {
        var inEuros = Revenue.ConvertedTo("EUR", Ecb.Rates);
        Of(inEuros, March).Should().Be(Money.Eur(401.58554595059013m));
        Of(inEuros, April).Should().Be(Money.Eur(361.5853889131226m));
    }

    // March: USD 7.45666… / 1.08956… = 6.84369933000887 and so on; the mean of the figures quoted in the month.
    [Fact]
    public void Query_AtTheAverageOfTheMonth_ConvertsEachMonthAtItsAverage()
    {
        var averaged = Revenue.ConvertedTo("DKK", Ecb.Rates, at: CurrencyRate.PeriodAverage(Grain.Month));
        var answer = Source.Query(Query.For(averaged).Between(new(2024, 3, 1), new(2024, 5, 1)).By(Grain.Week));
        Of(averaged, March).Should().Be(Money.Dkk(2998.108726050697167m));
        Of(averaged, April).Should().Be(Money.Dkk(2697.1742168865484m));
        answer.Total[averaged].Should().Be(Money.Dkk(5695.282942937245567m));
        answer.Rows.Sum(row => row[averaged].Amount).Should().Be(5695.282942937245567m, "weeks use the rates of their months");
    }

    // 14 March for all: USD 6.82526315789474, GBP 7.4566 / 0.85485 = 8.72269989846, EUR 7.4566.
    [Fact]
    public void Query_AtAFixedDay_ConvertsAllAtOneRate()
    {
        var constant = Revenue.ConvertedTo("DKK", Ecb.Rates, at: CurrencyRate.FixedDay(new(2024, 3, 14)));
        Of(constant, March).Should().Be(Money.Dkk(2994.1099176013649m));
        Of(constant, April).Should().Be(Money.Dkk(2658.1679395892793m));
    }

    [Fact]
    public async Task Query_SeveralConversions_AreOneCallOfTheSource()
    {
        var probe = new ProbedSource(Source);
        var answer = await probe.QueryAsync(
            Query.For(
                InKroner,
                Revenue.ConvertedTo("EUR", Ecb.Rates).As("in-euros"),
                Revenue.ConvertedTo("DKK", Ecb.Rates, CurrencyRate.FixedDay(new(2024, 3, 14))).As("constant"),
                Metric.Count("orders", Sales)).During(March),
            TestContext.Current.CancellationToken);
        answer.Measures.Select(measure => answer.Total[measure].ToString("N4", null))
            .Should().Equal("2,994.4861", "401.5855", "2,994.1099", "6.0000");
        probe.AggregateCount.Should().Be(1);
    }

    [Fact]
    public void Query_AMissingRate_IsUndefinedAndNamesTheDay()
    {
        var strict = Revenue.ConvertedTo("DKK", Ecb.Rates.LastKnownWithin(0));
        var answer = Source.Query(Query.For(strict).Between(new(2024, 3, 14), new(2024, 3, 18)).By(Grain.Day));
        answer.Total[strict].ShouldBeUndefined(UndefinedReason.InsufficientData, "USD/DKK 2024-03-16");
        answer[Calendar.Day(new(2024, 3, 14)), strict].Should().Be(Money.Dkk(2111.458291578948m));
        answer[Calendar.Day(new(2024, 3, 17)), strict].Should().Be(Money.Dkk(0m), "nothing was sold");
        answer.Total[strict].ToString(null).Should().Be("undefined: insufficient data (USD/DKK 2024-03-16)");
    }

    [Fact]
    public void Query_AFilterOnOneCurrency_NeedsNoConversion()
    {
        var dollars = Revenue.Where(Filter.Equal("currency", "USD"));
        dollars.Unit.Should().Be(Unit.Money("USD"));
        Of(dollars, March).Should().Be(Money.Usd(210m));
        Source.Query(Query.For(Revenue).During(March).Where(Filter.Equal("currency", "GBP"))).Total[Revenue].Should().Be(Money.Gbp(50m));
        Of(dollars.ConvertedTo("EUR", Ecb.Rates), March).Should().Be(Money.Eur(192.24909801152773m));
    }

    [Fact]
    public void Query_ByCurrency_ShowsEachAndNoTotal()
    {
        var answer = Source.Query(Query.For(Revenue, InKroner.As("in-kroner")).During(March).By("currency"));
        answer.Rows.Select(row => $"{row["currency"]} {row[Revenue]}")
            .Should().Equal("DKK DKK 80.00", "EUR EUR 140.10", "GBP GBP 50.00", "USD USD 210.00");
        answer.Total[Revenue].ShouldBeUndefined(UndefinedReason.NotAdditive, "currency");
        answer.Total[InKroner.As("in-kroner")].Should().Be(Money.Dkk(2994.4861496089295m));
        answer.Rows.Sum(row => row[InKroner.As("in-kroner")].Amount).Should().Be(2994.4861496089295m);
    }

    [Fact]
    public void Query_SeveralCurrencies_IsRefusedWithTheRemedy()
    {
        const string remedy =
            "'revenue' is of money in several currencies: each value of 'amount' in table 'sales' is in the currency of its 'currency'."
            + " Convert it: revenue.ConvertedTo(\"EUR\", rates); or look at one currency: Where(Filter.Equal(\"currency\", \"EUR\"));"
            + " or ask by 'currency'.";
        Messages.Of<NotAdditiveException>(() => Source.Query(Query.For(Revenue).During(March))).Should().Be(remedy);
        Messages.Of<NotAdditiveException>(() => Source.Query(Query.For(Revenue).During(March).By("market"))).Should().Be(remedy);
        Messages.Of<NotAdditiveException>(
                () => Source.Query(Query.For(Revenue).During(March).Where(Filter.In("currency", "EUR", "USD"))))
            .Should().Be(remedy);
        Messages.Of<NotAdditiveException>(() => Source.Query(Query.For(Metric.Average("mean", Sales, "amount")).During(March)))
            .Should().StartWith("'mean' is of money in several currencies:");
    }

    [Fact]
    public void Query_AverageSmallestAndLargest_AreOfConvertedValues()
    {
        var mean = Metric.Average("mean", Sales, "amount").ConvertedTo("DKK", Ecb.Rates);
        var least = Metric.Min("least", Sales, "amount").ConvertedTo("DKK", Ecb.Rates);
        var most = Metric.Max("most", Sales, "amount").ConvertedTo("DKK", Ecb.Rates);
        var answer = Source.Query(Query.For(mean, least, most).During(March).By("market"));
        answer.Total[mean].ShouldRoundTo(499.08102493m, Unit.Money("DKK")); // 2994.4861496089295 / 6
        answer.Total[least].Should().Be(Money.Dkk(68.475665748393m), "10 USD, though 80 DKK is the smaller value of two");
        answer.Total[most].Should().Be(Money.Dkk(1365.052631578948m));
        answer["DK", least].Should().Be(Money.Dkk(80m));
        answer["DK", most].Should().Be(Money.Dkk(746.40566m));
    }

    [Fact]
    public void Query_OverTime_ConvertsEachWindow()
    {
        var answer = Source.Query(Query
            .For(
                InKroner,
                InKroner.Cumulative("cumulative"),
                InKroner.Rolling(2, Grain.Day, "rolling"),
                InKroner.Previous(Grain.Day, "previous"),
                InKroner.ToDate(Grain.Month, "to-date"))
            .Between(new(2024, 3, 14), new(2024, 3, 17)).By(Grain.Day));
        answer.Rows.Select(row => string.Join(" ", answer.Measures.Select(measure => row[measure].ToString("N2", null))))
            .Should().Equal(
                "2,111.46 2,111.46 2,111.46 0.00 2,111.46",
                "516.30 2,627.75 2,627.75 2,111.46 2,627.75",
                "68.48 2,696.23 584.77 516.30 2,696.23");
    }

    [Fact]
    public void Query_AnOpenPeriod_AveragesWhatWasQuotedSoFar()
    {
        var averaged = Revenue.ConvertedTo("DKK", Ecb.Rates, at: CurrencyRate.PeriodAverage(Grain.Month));
        var answer = Source.Query(Query.For(averaged).During(March).AsOf(Instant.FromUtc(2024, 3, 15, 0, 0)));

        // 100.10 × 7.4566 + 200 × 6.82526315789474: only the rates of the 14th were known.
        answer.Total[averaged].Should().Be(Money.Dkk(2111.458291578948m));
    }

    [Fact] // No moment is stated, so the mean of the month does not end with the range.
    public void Query_APartOfAnAveragedPeriod_HasTheRateOfTheWhole()
    {
        var averaged = Revenue.ConvertedTo("DKK", Ecb.Rates, at: CurrencyRate.PeriodAverage(Grain.Month));
        var whole = Source.Query(Query.For(averaged).During(March).By(Grain.Day));

        foreach (var day in whole.Rows)
        {
            Source.Query(Query.For(averaged).During(day.Period)).Total[averaged].Should().Be(day[averaged]);
        }
    }

    [Fact]
    public void Query_InstantsAtMidnight_HaveTheRateOfTheCalendarsDay()
    {
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var table = FactTable.From<(Instant At, decimal Amount)>("clicks",
            [
                (Instant.FromUtc(2024, 3, 14, 22, 59), 1m), (Instant.FromUtc(2024, 3, 14, 23, 0), 10m),
            ])
            .At(click => click.At).Value("amount", click => click.Amount, currency: _ => "USD").Build();
        var cost = Metric.Sum("cost", table, "amount").ConvertedTo("DKK", Ecb.Rates);

        // 1 × 6.82526315789474 on the 14th, 10 × 6.84756657483930 on the 15th, which begins in Copenhagen at 23:00 UTC.
        new InMemorySource(calendar, table).Query(Query.For(cost).During(calendar.Month(2024, 3)).AsOf(Instant.FromUtc(2024, 4, 1, 0, 0)))
            .Total[cost].Should().Be(Money.Dkk(75.30092890628774m));
    }

    [Fact]
    public void Query_AColumnInOneCurrency_IsConvertedToo()
    {
        var table = FactTable.From<(LocalDate Day, decimal Amount)>("ads", [(new(2024, 3, 14), 100m), (new(2024, 3, 18), 100m)])
            .At(ad => ad.Day).Value("cost", ad => ad.Amount, Unit.Money("EUR")).Build();
        var cost = Metric.Sum("cost", table, "cost").ConvertedTo("DKK", Ecb.Rates);
        new InMemorySource(Calendar, table).Query(Query.For(cost).During(March)).Total[cost].Should().Be(Money.Dkk(1491.30m));
    }

    [Fact]
    public void Query_AFormulaOverConvertedMetrics_IsInTheCurrency()
    {
        var orderValue = Measure.Of("order-value", Commerce.AverageOrderValue, InKroner, Metric.Count("orders", Sales, "order"));
        Of(orderValue, March).ShouldRoundTo(499.08102493m, Unit.Money("DKK").Per("order"));
    }

    // The visits of the 15th and 16th are missing, so revenue is that of the other days: 2409.714291578948 over 30 visits.
    [Fact]
    public void Query_AFormulaOverTablesWithGaps_ConvertsBetweenTheGaps()
    {
        var visits = FactTable.From("visits", Enumerable.Range(14, 5).Where(day => day is not (15 or 16)))
            .At(day => (LocalDate?)new LocalDate(2024, 3, day)).Value("visits", _ => 10, Unit.Count("visit"))
            .Covering(new(2024, 3, 14), new(2024, 3, 19), [new(new(2024, 3, 15), new(2024, 3, 16))]).Build();
        var perVisit = Measure.Of("per-visit", (revenue, visit) => revenue.Per(visit), InKroner, Metric.Sum("visits", visits, "visits"));
        var source = new InMemorySource(Calendar, Sales, visits);
        source.Query(Query.For(perVisit).Between(new(2024, 3, 14), new(2024, 3, 19))).Total[perVisit]
            .ShouldRoundTo(80.323809719298m, Unit.Money("DKK").Per("visit"));
    }

    // US 1,433.53, DK 1,124.66 and UK 436.30, though the UK sold fewest and DK the most pieces of money.
    [Fact]
    public void Query_TopMembers_AreRankedByConvertedAmounts()
    {
        var answer = Source.Query(Query.For(InKroner).During(March).By("market").Top(1, "market", InKroner, restAs: "others"));
        answer.Rows.Select(row => $"{row["market"]} {row[InKroner]}").Should().Equal("US DKK 1,433.53", "others DKK 1,560.96");
        answer.Total[InKroner].Should().Be(Money.Dkk(2994.4861496089295m));
    }

    [Fact]
    public void Query_WithDataQuality_CountsTheFactsThatWereConverted()
    {
        var answer = Source.Query(Query.For(InKroner).During(March).WithDataQuality());
        answer.QualityOf(InKroner).Single().Rows.Should().Be(6);
    }

    [Fact]
    public void Json_ByCurrency_HasTheUnitOfEachRow()
    {
        var answer = Source.Query(Query.For(Revenue, InKroner.As("in-kroner")).During(March).By("currency"));
        var json = JsonSerializer.Serialize(answer);
        json.Should().Contain("\"DKK\"").And.Contain("\"USD\"").And.Contain("\"GBP\"").And.Contain("notAdditive");
    }

    // 7 × 10²⁸ × 7.4566 is too large for a decimal, and what remains of it less 7 × 10²⁸ × 7.4564 is not: 7 × 10²⁸ × 0.0002.
    [Fact]
    public void Query_AmountsBeyondADecimal_AreAddedExactly()
    {
        const decimal huge = 70_000_000_000_000_000_000_000_000_000m;
        var table = FactTable.From<(int Day, decimal Amount)>("sales", [(14, huge), (18, -huge)])
            .At(sale => (LocalDate?)new LocalDate(2024, 3, sale.Day)).Value("amount", sale => sale.Amount, currency: _ => "EUR").Build();
        var revenue = Metric.Sum("revenue", table, "amount").ConvertedTo("DKK", Ecb.Rates);
        var mean = Metric.Average("mean", table, "amount").ConvertedTo("DKK", Ecb.Rates);
        var answer = new InMemorySource(Calendar, table).Query(
            Query.For(revenue, mean).Between(new(2024, 3, 14), new(2024, 3, 19)).By(Grain.Day));
        answer.Total[revenue].Should().Be(Money.Dkk(14_000_000_000_000_000_000_000_000m));
        answer.Total[mean].Should().Be(Money.Dkk(7_000_000_000_000_000_000_000_000m));
        answer.Rows[0][revenue].ShouldBeUndefined(UndefinedReason.Overflow, "revenue");
    }

    [Fact]
    public void Query_Evidence_IsTheAmountInEachCurrency()
    {
        var answer = Source.Query(Query.For(InKroner).During(March));
        answer.Total.Evidence(InKroner).Select(each => each.Value.ToString(null))
            .Should().Equal("DKK 80.00", "EUR 140.10", "GBP 50.00", "USD 210.00");
    }

    [Fact]
    public void ConvertedTo_ACount_IsRefused() =>
        Messages.Of<InvalidOperationException>(() => Metric.Count("orders", Sales, "order").ConvertedTo("EUR", Ecb.Rates))
            .Should().Be("'orders' is in count of order, not in money, and cannot be converted into a currency.");

    [Fact]
    public void ConvertedTo_AMedian_IsRefusedWithTheRemedy() =>
        Messages.Of<InvalidOperationException>(() => Metric.Median("median", Sales, "amount").ConvertedTo("EUR", Ecb.Rates))
            .Should().Be(
                "'median' cannot be converted: OrderStatistic of (amount, 0.5, Below) depends on every single value, and what is read are"
                + " totals by day and currency. Convert the values when they are loaded, with ExchangeRates.Convert.");

    [Fact]
    public void ConvertedTo_AConvertedMetric_IsRefused() =>
        Messages.Of<InvalidOperationException>(() => InKroner.ConvertedTo("EUR", Ecb.Rates))
            .Should().Be("'revenue' is converted already, into DKK at the fact's day. Convert the metric that it was made from.");

    [Fact]
    public void ConvertedTo_ACurrencyWithoutRates_NamesThoseThatThereAre() =>
        Messages.Of<ArgumentException>(() => Revenue.ConvertedTo("JPY", Ecb.Rates))
            .Should().Be("There are no rates of JPY; there are rates of EUR, DKK, GBP, USD. (Parameter 'currency')");

    [Fact]
    public void ConvertedTo_AnUnknownCurrency_IsRefused() =>
        Messages.Of<ArgumentException>(() => Revenue.ConvertedTo("dkk", Ecb.Rates))
            .Should().StartWith("Unknown currency 'dkk'");

    [Fact]
    public void PeriodAverage_OfHours_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => CurrencyRate.PeriodAverage(Grain.Hour))
            .Should().StartWith("Expected a day or a longer grain, such as Grain.Month.");

    [Fact]
    public void Query_NoFacts_IsZeroAndOneRowIsItself()
    {
        var empty = FactTable.From("sales", Array.Empty<(LocalDate Day, decimal? Amount, string? Currency)>())
            .At(sale => sale.Day).Value("amount", sale => sale.Amount, currency: sale => sale.Currency)
            .Covering(new(2024, 3, 1), new(2024, 4, 1)).Build();
        var revenue = Metric.Sum("revenue", empty, "amount").ConvertedTo("DKK", Ecb.Rates);
        new InMemorySource(Calendar, empty).Query(Query.For(revenue).During(March)).Total[revenue].Should().Be(Money.Dkk(0m));

        // A fact without a value needs no currency, and a sum of nothing known is not known.
        var unknown = FactTable.From<(LocalDate Day, decimal? Amount, string? Currency)>("sales", [(new(2024, 3, 14), null, null)])
            .At(sale => sale.Day).Value("amount", sale => sale.Amount, currency: sale => sale.Currency).Build();
        new InMemorySource(Calendar, unknown).Query(Query.For(revenue).During(Calendar.Day(new(2024, 3, 14))))
            .Total[revenue].ShouldBeUndefined(UndefinedReason.NoData, "revenue");
    }

    private static Quantity Of(Measure measure, ReportingPeriod period) => Source.Query(Query.For(measure).During(period)).Total[measure];
}
