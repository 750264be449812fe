using System.Numerics;
using System.Runtime.CompilerServices;

namespace GoalMetrics;

// Converts decimals to whole numbers at a scale, which add without rounding, and back.
internal static class ExactDecimal
{
    // The most decimals that a decimal can have.
    public const int FinestScale = 28;

    private static readonly BigInteger Largest = new(decimal.MaxValue);

    // At the value's own scale: 96 bits and a sign.
    public static Int128 Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = unchecked((Int128)new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
        return bits[3] < 0 ? -size : size;
    }

    // At the value's own scale, if it fits a long.
    public static bool TryMantissa(in decimal value, out long mantissa)
    {
        FourInts bits = default;
        decimal.GetBits(value, bits);
        var size = unchecked(((long)bits[1] << 32) | (uint)bits[0]);
        mantissa = bits[3] < 0 ? unchecked(-size) : size;
        return bits[2] == 0 && bits[1] >= 0;
    }

    public static decimal From(long mantissa, int scale)
    {
        var size = unchecked((ulong)(mantissa < 0 ? -mantissa : mantissa));
        return unchecked(new decimal((int)size, (int)(size >> 32), 0, mantissa < 0, (byte)scale));
    }

    // Null if it is too large.
    public static decimal? From(BigInteger mantissa, int scale, out bool isExact)
    {
        if (scale > FinestScale)
        {
            return Fitting(mantissa, BigInteger.Pow(10, scale - FinestScale), FinestScale, out isExact);
        }

        return Fitting(mantissa, 1, scale, out isExact);
    }

    // To at least 28 significant digits; null if it is too large.
    public static decimal? Quotient(BigInteger mantissa, int scale, long divisor)
    {
        if (Fitting(mantissa * PowersOfTen.Wide[FinestScale - scale], divisor, FinestScale, out _) is { } quotient)
        {
            return ShortestDecimal.Of(quotient);
        }

        return null;
    }

    // To at least 28 significant digits; null if it is too large. The divisor is above 0.
    public static decimal? Quotient(ExactAmount dividend, ExactAmount divisor)
    {
        var numerator = dividend.Mantissa * PowersOfTen.Big(FinestScale + divisor.Scale);
        var quotient = Fitting(numerator, divisor.Mantissa * PowersOfTen.Big(dividend.Scale), FinestScale, out _);
        if (quotient is { } fits)
        {
            return ShortestDecimal.Of(fits);
        }

        return null;
    }

    // With as many decimals as fit, rounded once, half to even.
    private static decimal? Fitting(BigInteger numerator, BigInteger divisor, int scale, out bool isExact)
    {
        for (; scale >= 0; scale--, divisor *= 10)
        {
            var (quotient, remainder) = BigInteger.DivRem(numerator, divisor);
            var half = (BigInteger.Abs(remainder) * 2).CompareTo(divisor);
            isExact = remainder.IsZero;
            if (half > 0 || (half == 0 && !quotient.IsEven))
            {
                quotient += numerator.Sign;
            }

            if (BigInteger.Abs(quotient) <= Largest)
            {
                var size = (UInt128)BigInteger.Abs(quotient);
                var (low, middle, high) = unchecked(((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64)));
                return new decimal(low, middle, high, quotient.Sign < 0, (byte)scale);
            }
        }

        isExact = false;
        return null;
    }

    // As quick as four variables, where memory set aside on the stack is not.
    [InlineArray(4)]
    private struct FourInts
    {
        private int _first;
    }
}
