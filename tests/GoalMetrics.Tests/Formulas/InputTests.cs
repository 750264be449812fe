namespace GoalMetrics.Tests.Formulas;

public sealed class InputTests
{
    [Fact]
    public void Count_PlainCount_TakesTheNoun()
    {
        Input.Count(5, Unit.Count("order")).Should().Be(Quantity.Count(5, "order"));
        Input.Count(Quantity.Count(5, "parcel"), Unit.Count("order")).Should().Be(Quantity.Count(5, "parcel"));
        Input.Count(5).Should().Be(Quantity.Count(5));
    }

    [Fact]
    public void Count_Undefined_TakesNameAndUnit()
    {
        Quantity visits = default;
        Input.Count(visits).Should().Be(Quantity.Undefined(UndefinedReason.NoData, "visits", Unit.Count()));
        Input.Count(visits, Unit.Count("visit")).Should().Be(Quantity.Undefined(UndefinedReason.NoData, "visits", Unit.Count("visit")));
        Input.Count(Quantity.Undefined(UndefinedReason.Immature, "sales", Unit.Count("order")), Unit.Count("visit"))
            .Should().Be(Quantity.Undefined(UndefinedReason.Immature, "sales", Unit.Count("order")));
    }

    [Fact]
    public void Count_UndefinedOfAnotherKind_Throws()
    {
        var visits = Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Money("DKK"));
        Messages.Of<ArgumentException>(() => Input.Count(visits))
            .Should().Be("Expected a count, such as 42 or Quantity.Count(42, \"order\"); found an undefined DKK. (Parameter 'visits')");
    }

    [Fact]
    public void Count_MinusZero_IsZero() => Input.Count(-Quantity.Count(0)).Amount.Should().Be(0m);

    [Fact]
    public void Money_PerSomething_Passes()
    {
        Input.Money(Money.Dkk(5).Per("user")).Should().Be(Money.Dkk(5).Per("user"));
        Input.Money(Money.Dkk(-5)).Should().Be(Money.Dkk(-5));
    }

    [Fact]
    public void Money_NotMoneyAboveTheLine_Throws()
    {
        var perKrone = Quantity.Count(5, "order") / Money.Dkk(1);
        Messages.Of<ArgumentException>(() => Input.Money(perKrone)).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found order per DKK 5. (Parameter 'perKrone')");
        var twoCurrencies = Money.Dkk(2) * Money.Eur(3);
        Messages.Of<ArgumentException>(() => Input.Money(twoCurrencies)).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found DKK × EUR 6. (Parameter 'twoCurrencies')");
        var squared = Money.Dkk(2) * Money.Dkk(3);
        Messages.Of<ArgumentException>(() => Input.Money(squared)).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found DKK × DKK 6. (Parameter 'squared')");
    }

    [Fact]
    public void Ratio_RightKind_PassesAndUndefinedTakesTheUnit()
    {
        Input.Ratio(0.5m).Should().Be(Quantity.Ratio(0.5m));
        Input.Ratio(-0.5m).Should().Be(Quantity.Ratio(-0.5m));
        Quantity margin = default;
        Input.Ratio(margin).Should().Be(Quantity.Undefined(UndefinedReason.NoData, "margin", Unit.Ratio));
    }

    [Fact]
    public void Ratio_PercentagePoints_Throws()
    {
        var step = 2.PercentagePoints();
        Messages.Of<ArgumentException>(() => Input.Ratio(step))
            .Should().Be("Expected a ratio, such as 0.05m or 5.Percent(); found percentage points 0.02. (Parameter 'step')");
    }

    [Fact]
    public void Duration_RightKind_PassesAndUndefinedTakesTheName()
    {
        var time = Quantity.Duration(2, DurationUnit.Day);
        Input.Duration(time).Should().Be(time);
        Quantity none = default;
        Input.Duration(none).ShouldBeUndefined(UndefinedReason.NoData, "none");
        Messages.Of<ArgumentException>(() => Input.Duration(2)).Should().Be(
            "Expected a duration, such as Quantity.Duration(30, DurationUnit.Day); found count 2. (Parameter '2')");
    }

    [Fact]
    public void Any_Anything_Passes()
    {
        Input.Any(Money.Dkk(-5)).Should().Be(Money.Dkk(-5));
        Quantity thing = default;
        Input.Any(thing).ShouldBeUndefined(UndefinedReason.NoData, "thing");
    }

    [Fact]
    public void FormulaInput_Factories_SayWhatTheyTake()
    {
        FormulaInput.Count("a").Kind.Should().Be(InputKind.Count);
        FormulaInput.Money("a").Kind.Should().Be(InputKind.Money);
        FormulaInput.Ratio("a").Kind.Should().Be(InputKind.Ratio);
        FormulaInput.Duration("a").Kind.Should().Be(InputKind.Duration);
        FormulaInput.Any("a").Should().Be((FormulaInput)"a");
        FormulaInput.Any("a").Should().NotBe(FormulaInput.Count("a"));
        Assert.Throws<ArgumentException>(() => FormulaInput.Any(" "));
    }
}
