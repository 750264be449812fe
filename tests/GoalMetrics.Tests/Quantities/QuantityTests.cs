using System.Globalization;

namespace GoalMetrics.Tests.Quantities;

public sealed class QuantityTests
{
    [Fact]
    public void Default_Quantity_IsUndefinedNoData()
    {
        Quantity none = default;
        none.ShouldBeUndefined(UndefinedReason.NoData, null);
        none.Unit.Should().BeNull();
        none.Should().Be(Quantity.Undefined(UndefinedReason.NoData));
        none.GetHashCode().Should().Be(Quantity.Undefined(UndefinedReason.NoData).GetHashCode());
    }

    [Fact]
    public void Amount_Undefined_ThrowsAndSaysWhy() =>
        Messages.Of<UndefinedQuantityException>(() => Marketing.ConversionRate(0, 0).Amount)
            .Should().Be("There is no amount: undefined: zero denominator (visitors). Check IsDefined first, or use AmountOrNull.");

    [Fact]
    public void Literals_Converted_AreCountsAndRatios()
    {
        Quantity fromInt = 5, fromUint = 5u, fromLong = 5L, fromUlong = ulong.MaxValue, fromDecimal = 0.05m;
        fromInt.Should().Be(Quantity.Count(5));
        fromUint.Should().Be(Quantity.Count(5));
        fromLong.Should().Be(Quantity.Count(5));
        fromUlong.Should().Be(Quantity.Count(18_446_744_073_709_551_615m));
        fromDecimal.Should().Be(Quantity.Ratio(0.05m));
        5.Percent().Should().Be(Quantity.Ratio(0.05m));
        2.5m.Percent().Should().Be(Quantity.Ratio(0.025m));
        2.PercentagePoints().Should().Be(new Quantity(0.02m, Unit.PercentagePoint));
        0.5m.PercentagePoints().Should().Be(new Quantity(0.005m, Unit.PercentagePoint));
    }

    [Fact]
    public void Equals_SameValueOfAnotherScale_IsEqualWithTheSameHash()
    {
        Money.Dkk(1.0m).Should().Be(Money.Dkk(1.00m));
        Money.Dkk(1.0m).GetHashCode().Should().Be(Money.Dkk(1.00m).GetHashCode());
        (Money.Dkk(1.0m) == Money.Dkk(1.00m)).Should().BeTrue();
        (Money.Dkk(1.0m) != Money.Dkk(1.00m)).Should().BeFalse();
        (-Money.Dkk(0m)).Should().Be(Money.Dkk(0m));
        (-Money.Dkk(0m)).GetHashCode().Should().Be(Money.Dkk(0m).GetHashCode());
    }

    [Fact]
    public void Equals_UnitsMadeApart_IsEqualWithTheSameHash()
    {
        Quantity.Count(5, "order").Should().Be(Quantity.Count(5, "order"));
        Quantity.Count(5, "order").GetHashCode().Should().Be(Quantity.Count(5, "order").GetHashCode());
        Money.Dkk(5).Per("order").GetHashCode().Should().Be(Money.Of(5, "DKK").Per("order").GetHashCode());
        Quantity.Score(45, -100, 100).Should().Be(Quantity.Score(45, -100m, 100.0m));
    }

    [Fact]
    public void Equals_AnythingElse_DiffersAndNeverThrows()
    {
        Money.Dkk(5).Should().NotBe(Money.Eur(5));
        Money.Dkk(5).Should().NotBe(Money.Dkk(6));
        Quantity.Count(5, "order").Should().NotBe(Quantity.Count(5));
        Quantity.Score(5, 0, 10).Should().NotBe(Quantity.Score(5, 1, 10));
        Quantity.Score(5, 0, 10).Should().NotBe(Quantity.Score(5, 0, 11));
        Quantity.Undefined(UndefinedReason.NoData).Should().NotBe(Quantity.Undefined(UndefinedReason.Immature));
        Quantity.Undefined(UndefinedReason.NoData, "a").Should().NotBe(Quantity.Undefined(UndefinedReason.NoData, "b"));

        // The reason's number must not be taken for an amount.
        Quantity.Undefined(UndefinedReason.ZeroDenominator, unit: Unit.Ratio).Should().NotBe(Quantity.Ratio(1m));
        Quantity.Ratio(1m).Equals("1").Should().BeFalse();
        Quantity.Ratio(1m).Equals((object)Quantity.Ratio(1m)).Should().BeTrue();
    }

    [Fact]
    public void CompareTo_SameUnit_OrdersByAmountUndefinedFirst()
    {
        var (no, low, high) = (Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Money("DKK")), Money.Dkk(-1), Money.Dkk(2));
        new[] { high, no, low }.Order().Should().Equal(no, low, high);
        low.CompareTo(high).Should().BeNegative();
        high.CompareTo(low).Should().BePositive();
        high.CompareTo(Money.Dkk(2.00m)).Should().Be(0);
        no.CompareTo(default).Should().BePositive();
        no.CompareTo(low).Should().BeNegative();
        low.CompareTo(no).Should().BePositive();
    }

    [Fact]
    public void CompareTo_Object_TakesQuantitiesOnly()
    {
        IComparable quantity = Money.Dkk(1);
        quantity.CompareTo(null).Should().BePositive();
        quantity.CompareTo(Money.Dkk(2)).Should().BeNegative();
        Messages.Of<ArgumentException>(() => quantity.CompareTo("1")).Should().Be("Expected a Quantity; found String. (Parameter 'obj')");
    }

    [Fact]
    public void Comparison_Operators_FollowTheAmounts()
    {
        var (one, same, two) = (Money.Dkk(1), Money.Dkk(1.0m), Money.Dkk(2));
        (one < two, two < one, one < same).Should().Be((true, false, false));
        (one > two, two > one, one > same).Should().Be((false, true, false));
        (one <= two, two <= one, one <= same).Should().Be((true, false, true));
        (one >= two, two >= one, one >= same).Should().Be((false, true, true));
    }

    [Fact]
    public void Comparison_Undefined_IsFalse()
    {
        Quantity none = default;
        (none < 1, none > 1, none <= 1, none >= 1).Should().Be((false, false, false, false));
        (1 < none, 1 > none, 1 <= none, 1 >= none).Should().Be((false, false, false, false));
    }

    [Fact]
    public void Comparison_UnlikeUnits_ThrowsAndNamesBoth()
    {
        const string currencies = "Cannot compare DKK and EUR: convert one of them first, with ExchangeRate.";
        Messages.Of<UnitMismatchException>(() => Money.Dkk(1) < Money.Eur(1)).Should().Be(currencies);
        Messages.Of<UnitMismatchException>(() => Money.Dkk(1) > Money.Eur(1)).Should().Be(currencies);
        Messages.Of<UnitMismatchException>(() => Money.Dkk(1) <= Money.Eur(1)).Should().Be(currencies);
        Messages.Of<UnitMismatchException>(() => Money.Dkk(1) >= Money.Eur(1)).Should().Be(currencies);
        Messages.Of<UnitMismatchException>(() => Money.Dkk(1).CompareTo(Money.Eur(1))).Should().Be(currencies);
        Messages.Of<UnitMismatchException>(() => 0.1m.Percent() < 1.PercentagePoints())
            .Should().Be("Cannot compare ratio and percentage points: both must have the same unit.");
    }

    [Fact]
    public void Score_OutsideTheScale_Throws()
    {
        Quantity.Score(-100, -100, 100).Amount.Should().Be(-100m);
        Quantity.Score(100, -100, 100).Amount.Should().Be(100m);
        using var _ = new CurrentCulture("sv-SE");
        Messages.Of<ArgumentOutOfRangeException>(() => Quantity.Score(-100.5m, -100, 100))
            .Should().Be("Expected a point from -100 to 100; found -100.5. (Parameter 'amount')");
        Messages.Of<ArgumentOutOfRangeException>(() => Quantity.Score(11, 0, 10))
            .Should().Be("Expected a point from 0 to 10; found 11. (Parameter 'amount')");
        Messages.Of<ArgumentException>(() => Quantity.Score(1, 1.5m, 1.5m))
            .Should().Be("A scale ends above its start; found 1.5 to 1.5. (Parameter 'maximum')");
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void FromDouble_NotFinite_Throws(double amount, string shown) =>
        Messages.Of<ArgumentException>(() => Quantity.FromDouble(amount, Unit.Ratio))
            .Should().Be($"Expected a finite number; found {shown}. Leave the value out (null) where there is none. (Parameter 'amount')");

    [Theory]
    [InlineData(7.9228162514264e28)]
    [InlineData(-7.9228162514264e28)]
    [InlineData(7.9228162514264337e28)]
    [InlineData(1e300)]
    [InlineData(double.MinValue)]
    public void FromDouble_BeyondDecimal_IsOverflowInItsUnit(double amount)
    {
        var quantity = Quantity.FromDouble(amount, Unit.Money("DKK"));
        quantity.ShouldBeUndefined(UndefinedReason.Overflow, null);
        quantity.Unit.Should().Be(Unit.Money("DKK"));
    }

    [Fact]
    public void FromDouble_Finite_KeepsFifteenDigits()
    {
        Quantity.FromDouble(0.1 + 0.2, Unit.Ratio).Should().Be(Quantity.Ratio(0.3m));
        Quantity.FromDouble(7.9228162514263e28, Unit.Ratio).Amount.Should().Be(79_228_162_514_263_000_000_000_000_000m);
        Quantity.FromDouble(-0.0, Unit.Ratio).Should().Be(Quantity.Ratio(0m));
        Quantity.FromDouble(double.Epsilon, Unit.Ratio).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void Undefined_UnknownReason_Throws() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Quantity.Undefined((UndefinedReason)77))
            .Should().StartWith("Expected one of NoData, ZeroDenominator, ")
            .And.EndWith($" (Parameter 'reason'){Environment.NewLine}Actual value was 77.");

    [Fact]
    public void WithUnit_AnotherUnit_ConvertsNothing()
    {
        Money.Dkk(5).WithUnit(Unit.Ratio).Should().Be(Quantity.Ratio(5m));
        Quantity.Undefined(UndefinedReason.Immature, "a").WithUnit(Unit.Ratio)
            .Should().Be(Quantity.Undefined(UndefinedReason.Immature, "a", Unit.Ratio));
        default(Quantity).WithUnit(Unit.Ratio).ShouldBeUndefined(UndefinedReason.NoData, null);
        Assert.Throws<ArgumentNullException>(() => Money.Dkk(5).WithUnit(null!));
        Assert.Throws<ArgumentNullException>(() => new Quantity(5, null!));
    }

    [Fact]
    public void Per_Noun_IsTheAmountPerOne()
    {
        Money.Gbp(600).Per("order").Should().Be(new Quantity(600, Unit.Money("GBP").Per("order")));
        default(Quantity).Per("order").Should().Be(default(Quantity));
    }

    [Fact]
    public void Money_Factories_HaveTheirCurrencies()
    {
        Money.Dkk(1).Should().Be(Money.Of(1, "DKK"));
        Money.Eur(1).Should().Be(Money.Of(1, "EUR"));
        Money.Gbp(1).Should().Be(Money.Of(1, "GBP"));
        Money.Nok(1).Should().Be(Money.Of(1, "NOK"));
        Money.Sek(1).Should().Be(Money.Of(1, "SEK"));
        Money.Usd(1).Should().Be(Money.Of(1, "USD"));
        Money.Dkk(1).Unit!.Currency!.Code.Should().Be("DKK");
    }

    [Fact]
    public void Currency_Iso4217_KnowsCodesAndDecimals()
    {
        // ISO 4217, list one: minor units.
        Currency.Of("DKK").MinorDigits.Should().Be(2);
        Currency.Of("JPY").MinorDigits.Should().Be(0);
        Currency.Of("ISK").MinorDigits.Should().Be(0);
        Currency.Of("KWD").MinorDigits.Should().Be(3);
        Currency.Of("CLF").MinorDigits.Should().Be(4);
        Currency.Of("DKK").Should().BeSameAs(Currency.Of("DKK"));
        Currency.Of("DKK").Unit.Should().BeSameAs(Unit.Money("DKK"));
        Currency.Of("DKK").ToString().Should().Be("DKK");
    }

    [Fact]
    public void Currency_UnknownCode_NamesTheNearest()
    {
        using var _ = new CurrentCulture("tr-TR");
        Messages.Of<ArgumentException>(() => Currency.Of("dkk"))
            .Should().Be(
                "Unknown currency 'dkk': expected an ISO 4217 code in capital letters, such as DKK or EUR."
                + " Did you mean 'DKK'? (Parameter 'code')");
        Messages.Of<ArgumentException>(() => Money.Of(1, "kroner"))
            .Should().Be("Unknown currency 'kroner': expected an ISO 4217 code in capital letters, such as DKK or EUR."
                + " (Parameter 'currencyCode')");
    }

    [Fact]
    public void ToString_None_IsInvariant() =>
        Money.Dkk(12_300.5m).ToString(null, null).Should().Be(Money.Dkk(12_300.5m).ToString(CultureInfo.InvariantCulture));
}
