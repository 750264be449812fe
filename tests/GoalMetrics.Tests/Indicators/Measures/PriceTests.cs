namespace GoalMetrics.Tests.Indicators.Measures;

// Prices do not add up, and sums are not multiplied by each other.
public sealed class PriceTests
{
    private static readonly TableSchema Orders = TableSchema.Named("orders", FactTime.Date)
        .Value("quantity", Unit.Count("piece"))
        .Value("price", Unit.Money("EUR"))
        .Value("unit-price", Unit.Money("EUR").Per("piece"))
        .Value("fee", Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Month)))
        .Value("hours", Unit.Duration(DurationUnit.Hour));

    private static readonly Metric Quantity = Metric.Sum("quantity", Orders, "quantity");

    [Fact]
    public void Sum_OfPricesPerThing_IsRefused()
    {
        Messages.Of<ArgumentException>(() => Metric.Sum("price", Orders, "unit-price"))
            .Should().Be(
                "Column 'unit-price' of table 'orders' is in EUR per piece, which does not add up: the sum of two prices is not a price."
                + " Load amounts, such as a quantity times its price, or use Metric.Average for a mean of the values."
                + " (Parameter 'column')");
        Metric.Average("price", Orders, "unit-price").Unit.Should().Be(Unit.Money("EUR").Per("piece"));
    }

    // Recurring revenue is the sum of what customers pay per month.
    [Fact]
    public void Sum_OfMoneyPerMonth_IsTaken() =>
        Metric.Sum("mrr", Orders, "fee").Unit.Should().Be(Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Month)));

    [Fact]
    public void Of_ASumTimesASum_IsRefused()
    {
        var prices = Metric.Sum("price", Orders, "price");
        Messages.Of<ArgumentException>(() => Measure.Of("value", (quantity, price) => quantity * price, Quantity, prices))
            .Should().Be(
                "Measure 'value' over quantity (count of piece), price (EUR) would be in EUR × piece: the product of two sums is not the"
                + " sum of the products. Multiply fact by fact when the facts are loaded, such as Value(\"amount\", order =>"
                + " order.Quantity * order.Price, …), or state what a price is of: Unit.Money(\"EUR\").Per(\"piece\").");
    }

    [Fact]
    public void Of_ProductsThatMeanSomething_AreTaken()
    {
        var price = Metric.Average("price", Orders, "unit-price");
        Measure.Of("value", (quantity, each) => quantity * each, Quantity, price).Unit.Should().Be(Unit.Money("EUR"));
        Measure.Of("at-list-price", (quantity, list) => quantity * list, Quantity, Measure.Constant("list", Money.Eur(5))).Unit!.ToString()
            .Should().Be("EUR × piece");
        Measure.Of("half", (quantity, share) => quantity * share, Quantity, Measure.Constant("share", 0.5m)).Unit
            .Should().Be(Unit.Count("piece"));
        Measure.Of("person-hours", (people, hours) => people * hours, Quantity, Metric.Sum("hours", Orders, "hours")).Unit!.ToString()
            .Should().Be("piece × hour");
    }
}
