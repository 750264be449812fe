using System.Globalization;

namespace GoalMetrics.Tests.Engines.Sketches;

public class ErtlEstimatorTests
{
    private const int Registers = 16_384;

    // The equations of section 2.4 of arXiv:1702.01284 to 60 digits, the infinite sums and products as such, outside this library.
    [Theory]
    [InlineData(1.00002416666283455, "0:16383 1:1")]
    [InlineData(10360.3665036188967, "0:8192 1:8192")]
    [InlineData(39838.8202927944993, "0:1000 1:4000 2:5000 3:3384 4:2000 10:1000")]
    [InlineData(21724938638.7117419, "20:5000 21:6000 22:5384")]
    [InlineData(19896653190742783680.0, "49:2000 50:4000 51:10384")]
    public void Estimate_Registers_IsThePublishedEquation(double expected, string registers)
    {
        var counts = new int[52];
        foreach (var register in registers.Split(' ').Select(register => register.Split(':')))
        {
            counts[int.Parse(register[0], CultureInfo.InvariantCulture)] = int.Parse(register[1], CultureInfo.InvariantCulture);
        }

        ErtlEstimator.Estimate(counts).Should().BeApproximately(expected, expected * 1e-12);
    }

    [Fact]
    public void Estimate_NothingOrEverythingSeen_IsNoneOrInfinite()
    {
        var counts = new int[52];
        counts[0] = Registers;
        ErtlEstimator.Estimate(counts).Should().Be(0);

        (counts[0], counts[51]) = (0, Registers);
        ErtlEstimator.Estimate(counts).Should().BeGreaterThan(1e300);
    }

    [Theory] // Where the registers are spread as n hashes spread them on average, the estimate is n: P(register ≤ k) = exp(−n / (m · 2ᵏ)).
    [InlineData(1e4)]
    [InlineData(4e4)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    [InlineData(1e12)]
    [InlineData(1e15)]
    [InlineData(1e18)]
    [InlineData(1e19)]
    public void Estimate_RegistersAsExpected_HasNoBias(double hashes)
    {
        var counts = new int[52];
        var before = 0;
        for (var value = 0; value <= 51; value++)
        {
            var atMost = value == 51 ? Registers : (int)Math.Round(Registers * Math.Exp(-hashes / Registers / Math.ScaleB(1, value)));
            (counts[value], before) = (atMost - before, atMost);
        }

        ErtlEstimator.Estimate(counts).Should().BeApproximately(hashes, hashes * 0.001);
    }
}
