using System.Numerics;
using CsCheck;
using GoalMetrics.Tests.Quantities.Exact;

namespace GoalMetrics.Tests.Engines.Sketches;

public class ValueBucketTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.00", 0)]
    [InlineData("0.0000000000000000000000000000", 0)]
    [InlineData("1", 12_033)] // 94 powers of two below, 128 buckets each
    [InlineData("1.0078125", 12_034)] // 129 / 128
    [InlineData("1.0078124999999999999999999999", 12_033)]
    [InlineData("0.9999999999999999999999999999", 12_032)]
    [InlineData("1.5", 12_097)]
    [InlineData("1.5000000000000000000000000000", 12_097)]
    [InlineData("-1.5", -12_097)]
    [InlineData("2", 12_161)]
    [InlineData("9007199254740992", 18_817)] // 2⁵³
    [InlineData("9007199254740993", 18_817)]
    [InlineData("9007199254740991", 18_816)]
    [InlineData("900719925474.0991", 17_106)]
    [InlineData("0.0000000000000000000000000001", 126)] // 2⁻⁹⁴ · 1.98
    [InlineData("79228162514264337593543950335", 24_320)]
    [InlineData("-79228162514264337593543950335", -24_320)]
    public void Of_Value_IsItsPowerOfTwoAnd128th(string value, int bucket) =>
        ValueBucket.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(bucket);

    [Fact]
    public void Of_AnyValue_IsTheBucketThatHoldsIt() => Decimals.All.Sample(IsHeld, iter: 200_000);

    // Mantissas of 53 bits just beside an edge: the double next to them is the edge itself.
    [Fact]
    public void Of_ValueWhoseDoubleIsAnEdge_IsTheBucketThatHoldsIt()
    {
        var (beside, below) = (0, 0);
        for (var power = -60; power < 20; power++)
        {
            for (var step = 128; step < 256; step++)
            {
                var edge = Math.ScaleB(step, power - 7);
                for (var scale = 0; scale <= 28; scale++)
                {
                    var scaled = BigInteger.Pow(10, scale) * step;
                    var mantissa = power >= 7 ? scaled << (power - 7) : scaled >> (7 - power);
                    if (mantissa > 1L << 50 && mantissa < 1L << 53)
                    {
                        var value = ExactDecimal.From(mantissa, scale, out _)!.Value;
                        IsHeld(value).Should().BeTrue("{0} is held", value);
                        IsHeld(value + new decimal(1, 0, 0, false, (byte)scale)).Should().BeTrue();
                        beside++;
                        below += ValueBucket.Of(value) < ValueBucket.Of((decimal)edge) && (double)mantissa / Math.Pow(10, scale) == edge
                            ? 1
                            : 0;
                    }
                }
            }
        }

        beside.Should().BeGreaterThan(5_000);
        below.Should().BeGreaterThan(100, "of these, some of more than 19 decimals are below an edge that is their double");
    }

    [Fact]
    public void Of_AnyValue_IsTheSameAtEveryScale() => Gen.Select(Decimals.All, Gen.Int[1, 28]).Sample((value, zeros) =>
    {
        var longer = value;
        for (var i = 0; i < zeros && longer.Scale < 28; i++)
        {
            longer = ExactDecimal.From((BigInteger)ExactDecimal.Mantissa(longer) * 10, longer.Scale + 1, out _)!.Value;
        }

        longer.Should().Be(value);

        return ValueBucket.Of(longer) == ValueBucket.Of(value) && ValueBucket.Of(-value) == -ValueBucket.Of(value);
    });

    [Fact]
    public void Of_LargerValue_IsNoLowerBucket() => Gen.Select(Decimals.All, Decimals.All).Sample((one, other) =>
        one.CompareTo(other) * ValueBucket.Of(one).CompareTo(ValueBucket.Of(other)) >= 0);

    [Fact] // lo ≤ v < hi, so the worst of the bucket are its two edges.
    public void Middle_EveryBucket_IsWithinTheBoundOfBothEdges()
    {
        for (var bucket = 1; bucket <= ValueBucket.Last; bucket++)
        {
            // All in units of 10⁻²⁸ · 2⁻¹⁰⁸ · 1/512.
            var (low, width) = Edges(bucket);
            var middle = Decimals.Whole(ValueBucket.Middle(bucket)) << 108;
            var half = BigInteger.One << 107;
            (BigInteger.Abs(middle - low) * 256).Should().BeLessThanOrEqualTo(low + (half * 256), "of bucket {0}", bucket);
            (BigInteger.Abs(middle - low - width) * 256).Should().BeLessThanOrEqualTo(low + width + (half * 256), "of bucket {0}", bucket);
            ValueBucket.Middle(-bucket).Should().Be(-ValueBucket.Middle(bucket));
        }

        ValueBucket.Middle(0).Should().Be(0);
    }

    [Theory] // 2 · lo · hi / (lo + hi), by hand.
    [InlineData("1", "1.00389")] // 1, 129/128
    [InlineData("100", "100.249")] // 100, 100.5
    [InlineData("123456.78", "123647")] // 123,392, 123,904
    [InlineData("-0.05", "-0.0499265")] // 204/4096, 205/4096
    public void Middle_Bucket_HasTheLeastWorstErrorIn6Digits(string value, string middle) =>
        ValueBucket.Middle(ValueBucket.Of(Parse(value))).Should().Be(Parse(middle));

    private static decimal Parse(string value) => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsHeld(decimal value)
    {
        var bucket = ValueBucket.Of(value);
        if (value == 0 || bucket == 0)
        {
            return value == 0 && bucket == 0;
        }

        var (low, width) = Edges(Math.Abs(bucket));
        var size = Decimals.Whole(Math.Abs(value)) << 108;
        return Math.Sign(bucket) == Math.Sign(value) && low <= size && size < low + width;
    }

    // Lower edge and width, in units of 10⁻²⁸ · 2⁻¹⁰⁸.
    private static (BigInteger Low, BigInteger Width) Edges(int bucket)
    {
        var (power, step) = Math.DivRem(bucket - 1, 128);
        var width = BigInteger.Pow(10, 28) << (power - 94 - 7 + 108);
        return (width * (128 + step), width);
    }
}
