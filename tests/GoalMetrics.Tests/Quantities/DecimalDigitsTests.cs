using CsCheck;

namespace GoalMetrics.Tests.Quantities;

/// <summary>What is computed on the words of decimals is, to the bit, what the operators of decimal give: sign of zero and scale included.</summary>
public sealed class DecimalDigitsTests
{
    private const int Times = 20_000;

    private static readonly Gen<ulong> Digits = Gen.OneOf(
        Gen.ULong, Gen.ULong[0, 100], Gen.UInt.Select(n => (ulong)n), Gen.OneOfConst(0UL, 1UL, 10UL, uint.MaxValue, uint.MaxValue + 1UL, ulong.MaxValue - 1, ulong.MaxValue));

    private static readonly Gen<decimal> AnyDecimal = Gen.Select(
        Digits, Gen.OneOf(Gen.Const(0U), Gen.UInt[0, 2], Gen.UInt), Gen.Bool, Gen.OneOf(Gen.Byte[0, 3], Gen.Byte[0, 28]),
        (low, high, negative, scale) => unchecked(new decimal((int)low, (int)(low >> 32), (int)high, negative, scale)));

    [Fact]
    public void Amount_AnyDecimal_IsTheSameBits() =>
        AnyDecimal.Sample(amount => decimal.GetBits(new DecimalDigits(amount).Amount).Should().Equal(decimal.GetBits(amount)), iter: Times);

    [Fact]
    public void SignAndComparison_AnyDecimals_AreThoseOfDecimal() =>
        Gen.Select(AnyDecimal, AnyDecimal).Sample(
            (a, b) =>
            {
                var (one, other) = (new DecimalDigits(a), new DecimalDigits(b));
                one.IsZero.Should().Be(a == 0m);
                one.IsNegative.Should().Be(a < 0m);
                DecimalDigits.Compare(one, other).Should().Be(a.CompareTo(b));
                DecimalDigits.Compare(one, one).Should().Be(0);
                if (DecimalDigits.AtMostOne(one))
                {
                    Math.Abs(a).Should().BeLessThanOrEqualTo(1m);
                }
            },
            iter: Times);

    [Fact]
    public void Sum_AnyDecimals_HasTheBitsOfTheOperator() => Same((a, b) => a + b, (a, b) => a + b);

    [Fact]
    public void Difference_AnyDecimals_HasTheBitsOfTheOperator() => Same((a, b) => a - b, (a, b) => a - b);

    [Fact]
    public void Product_AnyDecimals_HasTheBitsOfTheOperator() => Same((a, b) => a * b, (a, b) => a * b);

    [Fact]
    public void Quotient_AnyDecimals_HasTheBitsOfTheOperator() =>
        Same((a, b) => a / b, (a, b) => b == 0m ? throw new OverflowException() : a / b);

    // Ratios, so that a product and a quotient are ratios too. Of every two, once with the scale of the first for both.
    private static void Same(Func<Quantity, Quantity, Quantity> ours, Func<decimal, decimal, decimal> bare) =>
        Gen.Select(AnyDecimal, AnyDecimal, Gen.Bool).Sample(
            (a, any, alike) =>
            {
                var b = alike ? Rescaled(any, a.Scale) : any;
                int[]? expected;
                try
                {
                    expected = decimal.GetBits(bare(a, b));
                }
                catch (OverflowException)
                {
                    expected = null;
                }

                var found = ours(Quantity.Ratio(a), Quantity.Ratio(b));
                (found.IsDefined ? decimal.GetBits(found.Amount) : null).Should().Equal(expected);
            },
            iter: Times);

    private static decimal Rescaled(decimal amount, byte scale)
    {
        var bits = decimal.GetBits(amount);
        return new(bits[0], bits[1], bits[2], bits[3] < 0, scale);
    }
}
