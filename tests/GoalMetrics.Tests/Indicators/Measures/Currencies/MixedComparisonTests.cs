namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

/// <summary>An amount is compared with a number only within one currency.</summary>
public sealed class MixedComparisonTests
{
    private static readonly FactTable Sales = FactTable
        .From<(decimal Amount, string Currency)>("sales", [(50m, "EUR"), (150m, "EUR"), (150m, "JPY"), (20_000m, "JPY"), (-5m, "EUR")])
        .AllAt(new(2026, 1, 5)).Dimension("currency", sale => sale.Currency)
        .Value("amount", sale => sale.Amount, currency: "currency").Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales);
    private static readonly Filter Large = Filter.Compare("amount", Comparison.Greater, 100m);
    private static readonly Filter Euros = Filter.Equal("currency", "EUR");
    private static readonly Filter Yen = Filter.Equal("currency", "JPY");

    [Fact]
    public void Query_AmountsOfSeveralCurrenciesCompared_IsRefused()
    {
        const string Message = "A filter of 'orders' compares 'amount' with one number, but its amounts are in the currencies of"
            + " 'currency'. Compare those of one currency: Filter.Equal(\"currency\", \"EUR\") & …, and add others with |.";
        foreach (var filter in (Filter[])[Large, !Large, Large | Euros, Large & Filter.In("currency", "EUR", "JPY"), Large & !Euros])
        {
            Messages.Of<InvalidOperationException>(() => Count(Query.For(Orders).Where(filter))).Should().Be(Message);
            Messages.Of<InvalidOperationException>(() => Count(Query.For(Orders.Where(filter)))).Should().Be(Message);
        }
    }

    [Fact]
    public void Query_AmountsOfOneCurrencyCompared_AreCounted()
    {
        Count(Query.For(Orders).Where(Large & Euros)).Should().Be(1);
        Count(Query.For(Orders.Where(Large)).Where(Euros)).Should().Be(1);
        Count(Query.For(Orders.Where(Large).Where(Yen))).Should().Be(2);
        Count(Query.For(Orders).Where((Large & Euros) | (Filter.Compare("amount", Comparison.Greater, 15_000m) & Yen))).Should().Be(2);
    }

    [Fact] // Zero is zero in any currency.
    public void Query_AmountsComparedWithZero_AreCounted() =>
        Count(Query.For(Orders).Where(Filter.Compare("amount", Comparison.Less, 0m))).Should().Be(1);

    private static decimal Count(Query query) =>
        new InMemorySource(ReportingCalendar.Utc, Sales).Query(query).Total[query.Measures[0]].Amount;
}
