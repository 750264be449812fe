namespace GoalMetrics.Tests.Formulas;

public sealed class QuantityChecksTests
{
    [Fact]
    public void Count_PlainCount_TakesTheNoun()
    {
        ((Quantity)5).AsCount(Unit.Count("order")).Should().Be(Quantity.Count(5, "order"));
        Quantity.Count(5, "parcel").AsCount(Unit.Count("order")).Should().Be(Quantity.Count(5, "parcel"));
        ((Quantity)5).AsCount().Should().Be(Quantity.Count(5));
    }

    [Fact]
    public void Count_Undefined_TakesNameAndUnit()
    {
        Quantity visits = default;
        visits.AsCount().Should().Be(Quantity.Undefined(UndefinedReason.NoData, "visits", Unit.Count()));
        visits.AsCount(Unit.Count("visit")).Should().Be(Quantity.Undefined(UndefinedReason.NoData, "visits", Unit.Count("visit")));
        Quantity.Undefined(UndefinedReason.Immature, "sales", Unit.Count("order")).AsCount(Unit.Count("visit"))
            .Should().Be(Quantity.Undefined(UndefinedReason.Immature, "sales", Unit.Count("order")));
    }

    [Fact]
    public void Count_UndefinedOfAnotherKind_Throws()
    {
        var visits = Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Money("DKK"));
        Messages.Of<ArgumentException>(() => visits.AsCount())
            .Should().Be("Expected a count, such as 42 or Quantity.Count(42, \"order\"); found an undefined DKK. (Parameter 'visits')");
    }

    [Fact]
    public void Count_MinusZero_IsZero() => (-Quantity.Count(0)).AsCount().Amount.Should().Be(0m);

    [Fact]
    public void Money_PerSomething_Passes()
    {
        Money.Dkk(5).Per("user").AsMoney().Should().Be(Money.Dkk(5).Per("user"));
        Money.Dkk(-5).AsMoney().Should().Be(Money.Dkk(-5));
    }

    [Fact]
    public void Money_NotMoneyAboveTheLine_Throws()
    {
        var perKrone = Quantity.Count(5, "order") / Money.Dkk(1);
        Messages.Of<ArgumentException>(() => perKrone.AsMoney()).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found order per DKK 5."
            + " (Parameter 'perKrone')");
        var twoCurrencies = Money.Dkk(2) * Money.Eur(3);
        Messages.Of<ArgumentException>(() => twoCurrencies.AsMoney()).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found DKK × EUR 6."
            + " (Parameter 'twoCurrencies')");
        var squared = Money.Dkk(2) * Money.Dkk(3);
        Messages.Of<ArgumentException>(() => squared.AsMoney()).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found DKK × DKK 6. (Parameter 'squared')");
    }

    [Fact]
    public void Ratio_RightKind_PassesAndUndefinedTakesTheUnit()
    {
        ((Quantity)0.5m).AsRatio().Should().Be(Quantity.Ratio(0.5m));
        ((Quantity)(-0.5m)).AsRatio().Should().Be(Quantity.Ratio(-0.5m));
        Quantity margin = default;
        margin.AsRatio().Should().Be(Quantity.Undefined(UndefinedReason.NoData, "margin", Unit.Ratio));
    }

    [Fact]
    public void Ratio_PercentagePoints_Throws()
    {
        var step = 2.PercentagePoints();
        Messages.Of<ArgumentException>(() => step.AsRatio())
            .Should().Be("Expected a ratio, such as 0.05m or 5.Percent(); found percentage points 0.02. (Parameter 'step')");
    }

    [Fact]
    public void Duration_RightKind_PassesAndUndefinedTakesTheName()
    {
        var time = Quantity.Duration(2, DurationUnit.Day);
        time.AsDuration().Should().Be(time);
        Quantity none = default;
        none.AsDuration().ShouldBeUndefined(UndefinedReason.NoData, "none");
        Messages.Of<ArgumentException>(() => ((Quantity)2).AsDuration()).Should().Be(
            "Expected a duration, such as Quantity.Duration(30, DurationUnit.Day); found count 2. (Parameter '(Quantity)2')");
    }

    [Fact]
    public void Any_Anything_Passes()
    {
        Money.Dkk(-5).AsInput().Should().Be(Money.Dkk(-5));
        Quantity thing = default;
        thing.AsInput().ShouldBeUndefined(UndefinedReason.NoData, "thing");
    }

    [Fact]
    public void FormulaInput_Factories_SayWhatTheyTake()
    {
        FormulaInput.Count("a").Kind.Should().Be(InputKind.Count);
        FormulaInput.Money("a").Kind.Should().Be(InputKind.Money);
        FormulaInput.Ratio("a").Kind.Should().Be(InputKind.Ratio);
        FormulaInput.Duration("a").Kind.Should().Be(InputKind.Duration);
        FormulaInput.Any("a").Should().NotBe(FormulaInput.Count("a"));
        Assert.Throws<ArgumentException>(() => FormulaInput.Any(" "));
    }
}
