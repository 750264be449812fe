using System.Numerics;
using CsCheck;

namespace GoalMetrics.Tests.Quantities.Exact;

/// <summary>Decimals of all sizes and signs, and those at which a bucket could be mistaken.</summary>
internal static class Decimals
{
    private const int LastDecimal = 28;

    public static readonly decimal Smallest = new(1, 0, 0, false, LastDecimal);

    /// <summary>Every mantissa of up to 96 bits at every scale.</summary>
    public static readonly Gen<decimal> Any = Gen.Select(
        Gen.UInt, Gen.UInt, Gen.UInt, Gen.Int[0, 96], Gen.Bool, Gen.Byte[0, LastDecimal],
        (low, middle, high, bits, negative, scale) =>
        {
            var mantissa = (((UInt128)high << 64) | ((UInt128)middle << 32) | low) & ((UInt128.One << bits) - 1);
            return new decimal(Word(mantissa), Word(mantissa >> 32), Word(mantissa >> 64), negative, scale);
        });

    /// <summary>As amounts are.</summary>
    public static readonly Gen<decimal> Amounts = Gen.Int[-2_000_000, 2_000_000].Select(hundredths => hundredths / 100m);

    /// <summary>The largest number of decimals of a scale that is not above an edge between buckets, and the next one.</summary>
    public static readonly Gen<decimal> AtEdges = Gen.Select(
        Gen.Int[128, 255], Gen.Int[-93, 88], Gen.Int[0, LastDecimal], Gen.Int[-1, 1], Gen.Bool,
        (step, power, scale, beside, negative) =>
        {
            var scaled = BigInteger.Pow(10, scale) * step;
            var mantissa = (power >= 7 ? scaled << (power - 7) : scaled >> (7 - power)) + beside;
            for (; mantissa >= BigInteger.One << 96; scale--)
            {
                mantissa /= 10;
            }

            var signed = negative ? -mantissa : mantissa;
            return scale < 0 ? 0 : ExactDecimal.From(signed, scale, out _)!.Value;
        });

    public static readonly Gen<decimal> All = Gen.OneOf(
        Any, Amounts, AtEdges, Gen.OneOfConst(0m, -0.00m, 1m, decimal.MaxValue, decimal.MinValue, Smallest, -Smallest));

    /// <summary>Whether a quantile is as near to the true one as is promised.</summary>
    public static bool IsNear(decimal? quantile, decimal truth)
    {
        // In 10⁻²⁸ twice, so that all are whole numbers: a 256th of the truth, and half a unit of the last decimal.
        var (found, wanted) = (Whole(quantile!.Value), Whole(truth));
        return BigInteger.Abs(found - wanted) * 512 <= (BigInteger.Abs(wanted) * 2) + 256;
    }

    private static int Word(UInt128 mantissa) => unchecked((int)(uint)mantissa);

    /// <summary>In units of 10⁻²⁸.</summary>
    public static BigInteger Whole(decimal value) =>
        (BigInteger)ExactDecimal.Mantissa(value) * BigInteger.Pow(10, LastDecimal - value.Scale);
}
