using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Distributions;

/// <summary>Figures of 18 digits from mpmath 1.3 with 40 digits.</summary>
public sealed class SpecialFunctionTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.3, 0.369010119565545383)]
    [InlineData(2, 3, 0.4, 0.5248)]
    [InlineData(100, 200, 0.3, 0.108843065644909837)]
    [InlineData(10000, 20000, 0.33, 0.110205519127418637)]
    [InlineData(0.001, 5, 0.2, 0.999783445646427658)]
    [InlineData(50, 0.5, 0.99, 0.317304397874197589)]
    public void BetaCumulative_Parameters_IsThatOfMpmath(double a, double b, double x, double share)
    {
        BetaFunction.Cumulative(a, b, x, 1d - x).ShouldBeNear(share);
        BetaFunction.Cumulative(b, a, 1d - x, x).ShouldBeNear(1d - share, 1e-9);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    public void BetaCumulative_Ends_AreZeroAndOne(double x, double y, double share) =>
        BetaFunction.Cumulative(2, 3, x, y).Should().Be(share);

    [Theory]
    [InlineData(0.5, 0.02, 0.158519418878206046)]
    [InlineData(3, 2, 0.323323583816936541)]
    [InlineData(1000, 900, 0.000549902265711782923)]
    [InlineData(1000, 1100, 0.998940676746070023)]
    [InlineData(0.01, 0.001, 0.938570652526128986)]
    public void GammaLower_Shape_IsThatOfMpmath(double shape, double x, double share)
    {
        GammaFunction.Lower(shape, x).ShouldBeNear(share);
        GammaFunction.Upper(shape, x).ShouldBeNear(1d - share, 1e-10);
    }

    [Fact]
    public void Gamma_AtZero_IsNothingBelowAndAllAbove() =>
        (GammaFunction.Lower(2, 0), GammaFunction.Upper(2, 0)).Should().Be((0d, 1d));

    [Theory]
    [InlineData(0.1, 0.512740081331914944)]
    [InlineData(0.5, 0.153426409720027345)]
    [InlineData(1, 0.0810614667953272582)]
    [InlineData(3, 0.0276779256849983391)]
    [InlineData(15.9, 0.00524039988075610829)]
    [InlineData(16, 0.00520765591960964044)]
    [InlineData(100, 0.000833330555634914683)]
    public void StirlingCorrection_Number_IsWhatMpmathsLogGammaHasBeyondStirling(double x, double correction) =>
        GammaFunction.StirlingCorrection(x).ShouldBeNear(correction, 1e-13);

    [Fact]
    public void RootBetween_ACubic_IsItsRoot() => Root.Between(x => (x * x * x) - 2d, 0d, 5d).ShouldBeNear(1.2599210498948732, 1e-15);

    [Fact]
    public void RootBetween_ARootAtAnEnd_IsThatEnd() => Root.Between(x => x - 3d, 3d, 5d).Should().Be(3d);
}
