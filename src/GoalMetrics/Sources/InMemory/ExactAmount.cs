using System.Numerics;

namespace GoalMetrics;

// A decimal number of any size, which adds without rounding: what a sum is where a decimal has no room for it, or not for all its digits.
internal readonly record struct ExactAmount(BigInteger Mantissa, int Scale)
{
    public static ExactAmount operator +(ExactAmount left, ExactAmount right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new(left.At(scale) + right.At(scale), scale);
    }

    // False where a decimal has no room for the sum, or not for all its digits.
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

    // Rounded to as many digits as find room; null where it is too large.
    public decimal? Rounded(out bool isExact) => ExactDecimal.From(Mantissa, Scale, out isExact);

    private BigInteger At(int scale) => scale == Scale ? Mantissa : Mantissa * TenTo.LargePower[scale - Scale];
}
