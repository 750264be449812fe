namespace GoalMetrics.Tests.Quantities;

/// <summary>The amounts of sums, products and quotients against bare decimals, and units that are equal though made twice.</summary>
public sealed class QuantityArithmeticTests
{
    private const int Times = 5_000;
    private static readonly Unit Money = Unit.Money("DKK");

    [Fact]
    public void Operators_RandomAmounts_AreThoseOfDecimalToTheLastZero()
    {
        var random = new Random(21);
        for (var i = 0; i < Times; i++)
        {
            var (left, right) = (Amount(random), Amount(random));
            var (one, other, factor) = (new Quantity(left, Money), new Quantity(right, Money), Quantity.Ratio(right));
            ShouldBe(one + other, left + right, Money);
            ShouldBe(one - other, left + -right, Money);
            ShouldBe(one * factor, left * right, Money);
            ShouldBe(Quantity.Times(right, one), left * right, Money);
            if (right != 0m)
            {
                ShouldBe(one / factor, left / right, Money);
                ShouldBe(one.RatioTo(other), left / right, Unit.Ratio);
                ShouldBe(one.Per(Quantity.Count(right, "order")), left / right, Money.Per("order"));
            }
        }
    }

    [Fact]
    public void Operators_UnitMadeTwice_AreThoseOfOneUnit()
    {
        var random = new Random(22);
        for (var i = 0; i < Times; i++)
        {
            var (left, right) = (Amount(random), Amount(random));
            var (one, alike, made) = (Quantity.Count(left, "order"), new Quantity(right, Unit.Count("order")), Unit.Count("order"));
            var same = new Quantity(right, one.Unit!);
            alike.Unit.Should().NotBeSameAs(one.Unit);
            (one + alike).Should().Be(one + same);
            (one - alike).Should().Be(one - same);
            one.RatioTo(alike, "").Should().Be(one.RatioTo(same, ""));
            (one + alike).Unit.Should().BeSameAs(one.Unit);
            made.Over(made).Should().BeSameAs(made.Over(Unit.Count("order"))).And.BeSameAs(Unit.Ratio);
        }
    }

    [Fact]
    public void Operators_UnitMadeTwiceAndTooLarge_AreOverflow()
    {
        var (largest, one) = (Quantity.Count(decimal.MaxValue, "order"), Quantity.Count(1m, "order"));
        var tooLarge = Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Count("order"));
        (largest + one).Should().Be(tooLarge);
        (-largest - one).Should().Be(tooLarge);
        largest.RatioTo(new(0.1m, Unit.Count("order")), "tenth").Should().Be(
            Quantity.Undefined(UndefinedReason.Overflow, "tenth", Unit.Ratio));
        Quantity.Times(2m, largest).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, "largest", Unit.Count("order")));
    }

    [Fact]
    public void Times_Undefined_StaysSo()
    {
        var none = Quantity.Undefined(UndefinedReason.Immature, "revenue", Money);
        Quantity.Times(12m, none).Should().Be(none);
        Quantity.Times(12m, default, "price").ShouldBeUndefined(UndefinedReason.NoData, "price");
    }

    [Fact]
    public void WithUnit_Undefined_KeepsReasonAndCause()
    {
        var none = Quantity.Undefined(UndefinedReason.Immature, "revenue").WithUnit(Money);
        none.ShouldBeUndefined(UndefinedReason.Immature, "revenue");
        none.Unit.Should().Be(Money);

        var unknown = default(Quantity).WithUnit(Money);
        unknown.Should().Be(Quantity.Undefined(UndefinedReason.NoData, unit: Money));
        unknown.IsDefined.Should().BeFalse();
        (default(Quantity) + unknown).Should().Be(unknown);
    }

    private static void ShouldBe(Quantity found, decimal amount, Unit unit)
    {
        decimal.GetBits(found.Amount).Should().Equal(decimal.GetBits(amount));
        found.Unit.Should().Be(unit);
    }

    // Small enough for products and quotients to fit.
    private static decimal Amount(Random random) => new(random.Next(), 0, 0, random.Next(2) == 0, (byte)random.Next(10));
}
