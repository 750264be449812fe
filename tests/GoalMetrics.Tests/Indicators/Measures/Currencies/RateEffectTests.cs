using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

public sealed class RateEffectTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    private static readonly FactTable Sales = FactTable.From<(LocalDate Day, decimal Amount, string Currency)>(
        "sales",
        [
            (new(2024, 3, 14), 200m, "USD"), (new(2024, 3, 18), 50m, "GBP"), (new(2024, 3, 18), 10m, "EUR"),
            (new(2024, 4, 25), 300m, "USD"), (new(2024, 4, 26), 70m, "GBP"),
        ])
        .At(sale => sale.Day).Value("amount", sale => sale.Amount, currency: sale => sale.Currency)
        .Covering(new(2024, 3, 1), new(2024, 5, 1)).Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    private static readonly Metric InKroner = Revenue.ConvertedTo("DKK", Ecb.Rates.LastKnownWithin(10));
    private static readonly InMemorySource Source = new(Calendar, Sales);

    // March: 200 × 6.82526315789474 + 50 × 8.72654924220259 + 10 × 7.4564 = 1875.9440936890775. April: 300 × 6.95774253731343
    // + 70 × 8.70742500846537 = 2696.8425117866049; at the rates of 25 and 26 March, last known on the 18th, 300 × 6.85835172921266
    // + 70 × 8.72654924220259 = 2668.3639657179793 (Python 3 decimal).
    [Fact]
    public void EffectOfRates_AMonth_IsToldApartFromTheChangeAtConstantRates()
    {
        var answer = Source.Query(Query.For(InKroner).During(Calendar.Month(2024, 4)).ComparedWith(PeriodComparison.PreviousPeriod));
        var effect = answer.Total.EffectOfRates(InKroner, PeriodComparison.PreviousPeriod);
        effect.Change.Absolute.Should().Be(Money.Dkk(820.8984180975274m));
        effect.AtConstantRates.Absolute.Should().Be(Money.Dkk(792.4198720289018m));
        effect.OfRates.Should().Be(Money.Dkk(28.4785460686256m));
        (effect.AtConstantRates.Absolute + effect.OfRates).Should().Be(effect.Change.Absolute);
        effect.AtConstantRates.Relative.ShouldRoundTo(0.4224m, Unit.Ratio); // 792.4198720289018 / 1875.9440936890775
        effect.ToString().Should().Be("DKK 820.90, of which at constant rates DKK 792.42 and of rates DKK 28.48");
    }

    [Fact]
    public void EffectOfRates_AtAverages_UsesTheAverageOfTheEarlierMonth()
    {
        var averaged = Revenue.ConvertedTo("DKK", Ecb.Rates, CurrencyRate.PeriodAverage(Grain.Month));
        var answer = Source.Query(Query.For(averaged).During(Calendar.Month(2024, 4)).ComparedWith(PeriodComparison.PreviousPeriod));
        var effect = answer.Total.EffectOfRates(averaged, PeriodComparison.PreviousPeriod);

        // April's amounts at the means of March: 300 × 6.84369933000887 + 70 × 8.72505733497668 (Python 3 decimal).
        effect.AtConstantRates.To.Should().Be(Money.Dkk(2663.8638124510286m));
        (effect.AtConstantRates.Absolute + effect.OfRates).Should().Be(effect.Change.Absolute);
    }

    [Fact]
    public void EffectOfRates_AtAFixedDay_IsNone()
    {
        var constant = Revenue.ConvertedTo("DKK", Ecb.Rates, CurrencyRate.FixedDay(new(2024, 3, 14)));
        var answer = Source.Query(Query.For(constant).During(Calendar.Month(2024, 4)).ComparedWith(PeriodComparison.PreviousPeriod));
        var effect = answer.Total.EffectOfRates(constant, PeriodComparison.PreviousPeriod);
        effect.OfRates.Should().Be(Money.Dkk(0m));
        effect.AtConstantRates.Should().Be(effect.Change);
    }

    [Fact]
    public void EffectOfRates_AFormula_IsToldApartToo()
    {
        var perOrder = Measure.Of("order-value", Commerce.AverageOrderValue, InKroner, Metric.Count("orders", Sales, "order"));
        var kpi = Kpi.Of("value", Commerce.AverageOrderValue, InKroner, Metric.Count("orders", Sales, "order"));
        var answer = Source.Query(Query.For(perOrder, kpi).During(Calendar.Month(2024, 4)).ComparedWith(PeriodComparison.PreviousPeriod));
        var effect = answer.Total.EffectOfRates(perOrder, PeriodComparison.PreviousPeriod);
        effect.OfRates.ShouldRoundTo(14.23927m, Unit.Money("DKK").Per("order")); // 28.4785460686256 / 2
        answer.Total.EffectOfRates(kpi, PeriodComparison.PreviousPeriod).OfRates.Should().Be(effect.OfRates);
    }

    [Fact]
    public void EffectOfRates_NothingEarlierKnown_IsUndefined()
    {
        var answer = Source.Query(Query.For(InKroner).During(Calendar.Month(2024, 3)).ComparedWith(PeriodComparison.PreviousPeriod));
        var effect = answer.Total.EffectOfRates(InKroner, PeriodComparison.PreviousPeriod);
        effect.Change.Absolute.IsDefined.Should().BeFalse();
        effect.AtConstantRates.Absolute.IsDefined.Should().BeFalse();
        effect.OfRates.ShouldBeUndefined(UndefinedReason.InsufficientData, "EUR/DKK 2024-02-18");
    }

    [Fact]
    public void EffectOfRates_NothingConverted_IsRefused()
    {
        var orders = Metric.Count("orders", Sales, "order");
        var answer = Source.Query(Query.For(orders).During(Calendar.Month(2024, 4)).ComparedWith(PeriodComparison.PreviousPeriod));
        Messages.Of<InvalidOperationException>(() => answer.Total.EffectOfRates(orders, PeriodComparison.PreviousPeriod))
            .Should().Be(
                "'orders' is not computed from converted money, so rates have no effect on it. Convert a metric with ConvertedTo.");
    }

    [Fact]
    public void Json_AnEffect_HasAllThree()
    {
        var answer = Source.Query(Query.For(InKroner).During(Calendar.Month(2024, 4)).ComparedWith(PeriodComparison.PreviousPeriod));
        using var json = JsonDocument.Parse(
            JsonSerializer.Serialize(answer.Total.EffectOfRates(InKroner, PeriodComparison.PreviousPeriod)));
        json.RootElement.EnumerateObject().Select(property => property.Name).Should().Equal("change", "atConstantRates", "ofRates");
    }
}
