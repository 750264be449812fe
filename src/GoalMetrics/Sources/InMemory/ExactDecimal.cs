using System.Numerics;

namespace GoalMetrics;

// Decimals as whole numbers at a scale, which add without rounding, and back.
internal static class ExactDecimal
{
    private static readonly BigInteger Largest = new(decimal.MaxValue);

    public static BigInteger Mantissa(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = (BigInteger)new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]) * BigInteger.Pow(10, scale - value.Scale);
        return bits[3] < 0 ? -size : size;
    }

    // The mantissa at the value's own scale, where it fits a long.
    public static bool TryMantissa(decimal value, out long mantissa)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0 || bits[1] < 0)
        {
            mantissa = 0;
            return false;
        }

        mantissa = ((long)bits[1] << 32) | (uint)bits[0];
        mantissa = bits[3] < 0 ? -mantissa : mantissa;
        return true;
    }

    // Null where it is too large. Digits beyond the 28 or 29 of a decimal are rounded, half to even.
    public static decimal? From(BigInteger mantissa, int scale)
    {
        while (scale > 0 && BigInteger.Abs(mantissa) > Largest)
        {
            // One rounding only: drop all the digits that must go at once.
            var excess = Math.Min(scale, Math.Max(1, (int)Math.Ceiling(BigInteger.Log10(BigInteger.Abs(mantissa) / Largest))));
            var divisor = BigInteger.Pow(10, excess);
            var (quotient, remainder) = BigInteger.DivRem(mantissa, divisor);
            var twice = BigInteger.Abs(remainder) * 2;
            if (twice > divisor || (twice == divisor && !quotient.IsEven))
            {
                quotient += mantissa.Sign;
            }

            (mantissa, scale) = (quotient, scale - excess);
        }

        if (BigInteger.Abs(mantissa) > Largest)
        {
            return null;
        }

        return Compose((UInt128)BigInteger.Abs(mantissa), mantissa.Sign < 0, scale);
    }

    public static decimal From(long mantissa, int scale) => Compose((UInt128)Int128.Abs(mantissa), mantissa < 0, scale);

    private static decimal Compose(UInt128 size, bool isNegative, int scale) => unchecked(
        new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), isNegative, (byte)scale));
}
