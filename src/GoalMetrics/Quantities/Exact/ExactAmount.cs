using System.Numerics;

namespace GoalMetrics;

// A decimal number of any size, which adds without rounding: a sum that is too large or has too many digits for a decimal.
internal readonly record struct ExactAmount(BigInteger Mantissa, int Scale)
{
    // The most decimals that a product of two decimals can have.
    public const int FinestScale = 2 * ExactDecimal.FinestScale;

    public static ExactAmount operator +(ExactAmount left, ExactAmount right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new(left.At(scale) + right.At(scale), scale);
    }

    // False if the sum is too large or has too many digits for a decimal.
    public static bool TryAdd(decimal left, decimal right, out decimal sum)
    {
        try
        {
            sum = left + right;
        }
        catch (OverflowException)
        {
            sum = 0m;
            return false;
        }

        return sum.Scale >= Math.Max(left.Scale, right.Scale);
    }

    public static ExactAmount Of(decimal value) => new(ExactDecimal.Mantissa(value), value.Scale);

    // Rounded to as many digits as fit a decimal; null if it is too large.
    public decimal? Rounded(out bool isExact) => ExactDecimal.From(Mantissa, Scale, out isExact);

    // Without trailing zeros among its decimals, so that equal values are the same however they were computed.
    public ExactAmount Shortest()
    {
        var (mantissa, scale) = (Mantissa, Scale);
        while (scale > 0 && BigInteger.DivRem(mantissa, 10, out var digit) is var shorter && digit.IsZero)
        {
            (mantissa, scale) = (shorter, scale - 1);
        }

        return new(mantissa, scale);
    }

    private BigInteger At(int scale)
    {
        if (scale == Scale)
        {
            return Mantissa;
        }

        return Mantissa * PowersOfTen.Big(scale - Scale);
    }
}
