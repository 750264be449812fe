using System.Globalization;

namespace GoalMetrics;

// The bucket of a value in a QuantileSketch: its sign, the power of two below it and which 128th between that and the next power it
// falls in. It is the log-linear scale of IEEE 754, applied to the exact value: 1.5 and 1.50 share a bucket, and there is no logarithm
// that could differ between platforms. Bucket numbers are ordered as their values; bucket 0 holds 0 alone.
internal static class ValueBucket
{
    // Bounds of all decimals: 10⁻²⁸ and 2⁹⁶ − 1.
    public const int Last = (LargestPower - SmallestPower + 1) * Steps;

    private const int Steps = 128;
    private const int SmallestPower = -94;
    private const int LargestPower = 95;

    // In a double the mantissa follows the exponent: the first 7 of its 52 bits choose the bucket.
    private const int BitsBelow = 52 - 7;
    private const int ExponentOfOne = 1_023;
    private const long DoubleBeforeFirst = ((ExponentOfOne + SmallestPower) * Steps) - 1;

    private const long LargestExact = 1L << 53;

    public static int Of(in decimal value)
    {
        var scale = value.Scale;
        if (!ExactDecimal.TryMantissa(value, out var mantissa)
            || mantissa is < -LargestExact or > LargestExact
            || scale >= PowersOfTen.Longs.Length)
        {
            return OfLong(value);
        }

        if (mantissa == 0)
        {
            return 0;
        }

        // Rounded once, and never up to the edge a · 2⁻ᵏ of the next bucket: below it, the decimal is at least 10⁻ˢ away where k ≤ s,
        // which is no less than its 2⁵³th part; and otherwise 5⁻ˢ · 2⁻ᵏ, more than the 2⁻⁴⁶ · 2⁻ᵏ that are half a step of the double.
        // The powers of ten that a long holds are exact as doubles.
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(mantissa) / (double)PowersOfTen.Longs[scale]);
        var bucket = (int)((bits >> BitsBelow) - DoubleBeforeFirst);
        if (mantissa < 0)
        {
            return -bucket;
        }

        return bucket;
    }

    // The value with the least greatest relative error, 2 · low · high / (low + high), to 6 digits.
    public static decimal Middle(int bucket)
    {
        if (bucket == 0)
        {
            return 0;
        }

        var (power, step) = Math.DivRem(Math.Abs(bucket) - 1, Steps);
        double low = Steps + step;
        var middle = Math.ScaleB(2 * low * (low + 1) / (low + low + 1), power + SmallestPower - 7);
        var rounded = decimal.Parse(middle.ToString("E5", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (bucket < 0)
        {
            return -rounded;
        }

        return rounded;
    }

    // In whole numbers: the first 8 bits of the mantissa divided by the power of ten.
    private static int OfLong(in decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        var mantissa = ExactDecimal.Mantissa(value);
        var size = (UInt128)Int128.Abs(mantissa);
        var divisor = (UInt128)PowersOfTen.Wide[value.Scale];

        // The quotient has as many bits as the lengths suggest, or one less.
        var shift = 7 + BitLength(divisor) - BitLength(size);
        var first = Quotient(size, divisor, shift);
        if (first < Steps)
        {
            first = Quotient(size, divisor, ++shift);
        }

        var bucket = ((7 - shift - SmallestPower) * Steps) + (first - Steps) + 1;
        if (mantissa < 0)
        {
            return -bucket;
        }

        return bucket;
    }

    private static int Quotient(UInt128 size, UInt128 divisor, int shift) =>
        (int)(shift >= 0 ? (size << shift) / divisor : size / (divisor << -shift));

    private static int BitLength(UInt128 value) => 128 - (int)UInt128.LeadingZeroCount(value);
}
