using CsCheck;

namespace GoalMetrics.Tests.Quantities;

/// <summary>The laws of arithmetic with units. Exactness is checked against whole numbers of hundredths, not against decimals.</summary>
public sealed class QuantityLawsTests
{
    private const int Times = 300;

    private static readonly Unit[] SomeUnits =
    [
        Unit.Ratio, Unit.PercentagePoint, Unit.Count(), Unit.Count("order"), Unit.Count("visitor"), Unit.Money("DKK"), Unit.Money("EUR"),
        Unit.Duration(DurationUnit.Minute), Unit.Duration(DurationUnit.Day), Unit.Duration(DurationUnit.Month), Unit.Score(-100, 100),
        Unit.Score(0, 10),
        Unit.Money("DKK").Per("order"), Unit.Count("unit").Per("order"),
    ];

    private static readonly Gen<int> Hundredths = Gen.Int[-1_000_000_000, 1_000_000_000];
    private static readonly Gen<decimal> AnyDecimal = Gen.OneOf(
        Gen.Decimal,
        Hundredths.Select(n => n / 100m),
        Gen.OneOfConst(0m, 1m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m));
    private static readonly Gen<Unit> AnyUnit = Gen.OneOfConst(SomeUnits);
    private static readonly Gen<UndefinedReason> AnyReason = Gen.OneOfConst(Enum.GetValues<UndefinedReason>());
    private static readonly Gen<Quantity> Defined = Gen.Select(AnyDecimal, AnyUnit, (amount, unit) => new Quantity(amount, unit));

    [Fact]
    public void Sum_AnyAmounts_IsExactInAnyOrder() =>
        Gen.Select(Hundredths.Array[0, 20], AnyUnit).Sample(
            (hundredths, unit) =>
            {
                var sum = hundredths.Aggregate(new Quantity(0m, unit), (total, n) => total + new Quantity(n / 100m, unit));
                var backwards =
                    Enumerable.Reverse(hundredths).Aggregate(new Quantity(0m, unit), (total, n) => total + new Quantity(n / 100m, unit));
                var exact = hundredths.Sum(n => (long)n);
                sum.Unit.Should().Be(unit);
                (sum.Amount * 100m).Should().Be(exact);
                backwards.Should().Be(sum);
            },
            iter: Times);

    [Fact]
    public void Difference_AnyAmounts_IsTheSumWithTheNegative() =>
        Gen.Select(Hundredths, Hundredths, AnyUnit).Sample(
            (a, b, unit) =>
            {
                var (left, right) = (new Quantity(a / 100m, unit), new Quantity(b / 100m, unit));
                var difference = left - right;
                (difference.Amount * 100m).Should().Be((long)a - b);
                difference.Unit.Should().Be(unit);
                (left + -right).Should().Be(difference);
                (-(-left)).Should().Be(left);
                (difference + right).Should().Be(left);
            },
            iter: Times);

    [Fact]
    public void Product_AnyAmounts_IsExactAndCommutative() =>
        Gen.Select(Hundredths, Hundredths, AnyUnit).Sample(
            (a, b, unit) =>
            {
                var product = new Quantity(a / 100m, unit) * Quantity.Ratio(b / 100m);
                (product.Amount * 10_000m).Should().Be((long)a * b);
                (Quantity.Ratio(b / 100m) * new Quantity(a / 100m, unit)).Should().Be(product);
            },
            iter: Times);

    [Fact]
    public void Quotient_OfAProduct_GivesTheFactorBack() =>
        Gen.Select(Hundredths, Hundredths.Where(n => n != 0)).Sample(
            (a, b) =>
            {
                var (amount, divisor) = (Money.Dkk(a / 100m), Quantity.Count(b, "order"));
                (amount * divisor / divisor).Should().Be(amount);
                amount.RatioTo(Money.Dkk(b)).Should().Be(Quantity.Ratio(amount.Amount / b));
            },
            iter: Times);

    [Fact]
    public void Quotient_Long_HasTwentyEightDigits()
    {
        (Quantity.Count(1) / Quantity.Count(3)).Amount.Should().Be(0.3333333333333333333333333333m);
        (Quantity.Count(2) / Quantity.Count(3)).Amount.Should().Be(0.6666666666666666666666666667m);
    }

    [Fact]
    public void Operators_UndefinedOperand_CarryTheFirstReasonOn() =>
        Gen.Select(AnyReason, AnyReason, Defined).Sample(
            (first, second, defined) =>
            {
                var a = Quantity.Undefined(first, "a");
                var b = Quantity.Undefined(second, "b");
                Operator[] operators =
                [
                    (x, y) => x + y, (x, y) => x - y, (x, y) => x * y, (x, y) => x / y, (x, y) => x.DividedBy(y), (x, y) => x.Per(y),
                    (x, y) => x.RatioTo(y),
                ];
                foreach (var apply in operators)
                {
                    apply(a, b).ShouldBeUndefined(first, "a");
                    apply(b, a).ShouldBeUndefined(second, "b");
                    apply(a, defined).ShouldBeUndefined(first, "a");
                    apply(defined, b).ShouldBeUndefined(second, "b");
                }

                (-a).Should().Be(a);
            },
            iter: Times);

    [Fact]
    public void Operators_UndefinedOperandWithUnit_KnowTheUnitOfTheResult()
    {
        var none = Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Money("DKK"));
        (none + Money.Dkk(1)).Unit.Should().Be(Unit.Money("DKK"));
        (default(Quantity) + Money.Dkk(1)).Unit.Should().Be(Unit.Money("DKK"));
        (Money.Dkk(1) - default(Quantity)).Unit.Should().Be(Unit.Money("DKK"));
        (none * Quantity.Ratio(2m)).Unit.Should().Be(Unit.Money("DKK"));
        (none / Quantity.Count(2, "order")).Unit!.ToString().Should().Be("DKK per order");
        (default(Quantity) / Quantity.Count(2, "order")).Unit.Should().BeNull();
        none.RatioTo(default).Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Addition_UnitsLikeOrUnlike_ThrowsExactlyForTheUnlike() =>
        Gen.Select(Hundredths, AnyUnit, AnyUnit).Sample(
            (n, one, other) =>
            {
                var (left, right) = (new Quantity(n, one), new Quantity(1m, other));
                if (AddUp(one, other))
                {
                    (left + right).IsDefined.Should().BeTrue();
                    (left + right).Should().Be(right + left);
                    return;
                }

                (string, Operator)[] operators =
                    [("add", (x, y) => x + y), ("subtract", (x, y) => x - y), ("relate", (x, y) => x.RatioTo(y))];
                foreach (var (doing, apply) in operators)
                {
                    if (doing == "relate" && (one, other) is ({ Kind: UnitKind.Ratio }, { Kind: UnitKind.PercentagePoint }))
                    {
                        continue;
                    }

                    var refused = Assert.Throws<UnitMismatchException>(() => apply(left, right));
                    refused.Message.Should().StartWith($"Cannot {doing} {one} and {other}: ");
                    refused.Left.Should().Be(one);
                    refused.Right.Should().Be(other);
                }
            },
            iter: 1_000);

    [Fact]
    public void Addition_PlainCount_TakesTheNoun()
    {
        (Quantity.Count(2, "order") + 3).Should().Be(Quantity.Count(5, "order"));
        (3 + Quantity.Count(2, "order")).Should().Be(Quantity.Count(5, "order"));
        (3 - Quantity.Count(2, "order")).Should().Be(Quantity.Count(1, "order"));
    }

    [Fact]
    public void Addition_PercentagePoints_MoveARatio()
    {
        (10.Percent() + 2.PercentagePoints()).Should().Be(12.Percent());
        (2.PercentagePoints() + 10.Percent()).Should().Be(12.Percent());
        (10.Percent() - 2.PercentagePoints()).Should().Be(8.Percent());
        Messages.Of<UnitMismatchException>(() => 2.PercentagePoints() - 10.Percent())
            .Should().Be("Cannot subtract percentage points and ratio: both must have the same unit.");
    }

    [Fact]
    public void Addition_CountAndRatio_SaysHowToWriteARatio()
    {
        Messages.Of<UnitMismatchException>(() => 1 - Quantity.Ratio(0.2m)).Should().Be(
            "Cannot subtract count and ratio: a whole number is a count and a decimal is a ratio, so write 1m for 100 %.");
        Messages.Of<UnitMismatchException>(() => Quantity.Ratio(0.2m) + 1).Should().Be(
            "Cannot add ratio and count: a whole number is a count and a decimal is a ratio, so write 1m for 100 %.");
    }

    [Fact]
    public void Operators_AnyDefinedOperands_NeverThrowButForUnlikeUnits() =>
        Gen.Select(Defined, AnyDecimal).Sample(
            (left, amount) =>
            {
                var right = new Quantity(amount, left.Unit!);
                Quantity[] results = [left + right, left - right, left * right, left / right, left.Per(right), left.RatioTo(right)];
                foreach (var result in results)
                {
                    (result.IsDefined || result.Reason is UndefinedReason.Overflow or UndefinedReason.ZeroDenominator).Should().BeTrue();
                    result.ToString(null).Should().NotBeEmpty();
                }
            },
            iter: Times);

    [Fact]
    public void Operators_TooLarge_AreOverflow()
    {
        var (largest, small) = (Money.Dkk(decimal.MaxValue), Quantity.Ratio(0.1m));
        (largest + Money.Dkk(1)).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Money("DKK")));
        (-largest - Money.Dkk(1)).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Money("DKK")));
        (largest * Quantity.Ratio(2m)).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Money("DKK")));
        (largest / small).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Money("DKK")));
        largest.DividedBy(small).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, "small", Unit.Money("DKK")));
    }

    [Fact]
    public void Division_ByZero_IsUndefinedAndNamesTheDivisor()
    {
        var (orders, cost, spend) = (Quantity.Count(0, "order"), Money.Dkk(5), Money.Dkk(0));
        cost.DividedBy(orders).Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "orders", Unit.Money("DKK").Per("order")));
        cost.Per(orders).Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "orders", Unit.Money("DKK").Per("order")));
        cost.RatioTo(spend).Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "spend", Unit.Ratio));
        (cost / orders).Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, null, Unit.Money("DKK").Per("order")));
        cost.DividedBy(-orders).Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact]
    public void RatioTo_RealRevenue_IsThePublishedShare()
    {
        // Reference telco-churn, "rev_churn" (R 4.2.2).
        Money.Usd(139_130.85m).RatioTo(Money.Usd(456_116.6m)).ShouldRoundTo(0.305033515552821m, Unit.Ratio);

        // The same unit made twice.
        Quantity.Count(1, "order").RatioTo(Quantity.Count(4, "order")).Should().Be(Quantity.Ratio(0.25m));
        Money.Dkk(1).Per("order").RatioTo(Money.Dkk(4).Per("order")).Should().Be(Quantity.Ratio(0.25m));
    }

    [Fact]
    public void Ordering_AnyOfOneUnit_FollowsTheAmounts() =>
        Gen.Select(AnyDecimal, AnyDecimal, AnyUnit).Sample(
            (a, b, unit) =>
            {
                var (left, right) = (new Quantity(a, unit), new Quantity(b, unit));
                Math.Sign(left.CompareTo(right)).Should().Be(Math.Sign(a.CompareTo(b)));
                Math.Sign(right.CompareTo(left)).Should().Be(-Math.Sign(left.CompareTo(right)));
                (left == right).Should().Be(a == b);
                (left < right).Should().Be(a < b);
                (left >= right).Should().Be(a >= b);
            },
            iter: Times);

    [Fact]
    public void Equality_AnyScale_ComesWithTheSameHash() =>
        Gen.Select(Hundredths, AnyUnit).Sample(
            (n, unit) =>
            {
                var (short_, long_) = (new Quantity(n / 100m, unit), new Quantity(n / 100m * 1.0000m, unit));
                short_.Should().Be(long_);
                short_.GetHashCode().Should().Be(long_.GetHashCode());
            },
            iter: Times);

    private static bool AddUp(Unit one, Unit other) =>
        one == other
        || (one.Kind == UnitKind.Count && other.Kind == UnitKind.Count && (one.Noun is null || other.Noun is null))
        || (one.Kind == UnitKind.Ratio && other.Kind == UnitKind.PercentagePoint)
        || (one.Kind == UnitKind.PercentagePoint && other.Kind == UnitKind.Ratio)
        || (one.DurationUnit is <= DurationUnit.Week && other.DurationUnit is <= DurationUnit.Week);

    private delegate Quantity Operator(Quantity left, Quantity right);
}
