using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Distributions;

/// <summary>Figures of 18 digits from mpmath 1.3 with 40 digits; printed tables where named.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.1, 0.460172162722971019)]
    [InlineData(0.5, 0.308537538725986896)]
    [InlineData(1, 0.158655253931457051)]
    [InlineData(1.96, 0.0249978951482204341)]
    [InlineData(3, 0.00134989803163009453)]
    [InlineData(5, 2.86651571879193912e-7)]
    [InlineData(10, 7.61985302416052607e-24)]
    [InlineData(37, 5.72557122252457682e-300)]
    public void Normal_Shares_AreThoseOfMpmath(double z, double above)
    {
        Normal.Survival(z).ShouldBeNear(above);
        Normal.Cumulative(-z).ShouldBeNear(above);
        Normal.TwoSided(-z).ShouldBeNear(2d * above);
        Normal.Survival(-z).ShouldBeNear(1d - above, 1e-15);
    }

    [Theory]
    [InlineData(0.001, -3.09023230616781354)]
    [InlineData(0.025, -1.95996398454005424)]
    [InlineData(0.1, -1.28155156554460047)]
    [InlineData(0.4, -0.253347103135799799)]
    [InlineData(0.5, 0)]
    [InlineData(1e-10, -6.3613409024040562)]
    [InlineData(1e-100, -21.2734535609653243)]
    public void NormalQuantile_Share_IsThatOfMpmath(double p, double z) => Normal.Quantile(p).ShouldBeNear(z, 1e-14);

    [Theory]
    [InlineData(0.95, 1.95996398454005424)]
    [InlineData(0.998, 3.09023230616781354)]
    [InlineData(0.8, 1.28155156554460047)]
    public void NormalForLevel_Level_IsThatOfMpmath(double level, double z) => Normal.ForLevel(level).ShouldBeNear(z, 1e-13);

    [Theory]
    [InlineData(0.1, 1, 0.936548965138892861)]
    [InlineData(2, 3, 0.139325968558843177)]
    [InlineData(2.5, 10, 0.0314468442366088042)]
    [InlineData(1.96, 1000, 0.0502731849557487143)]
    [InlineData(5, 30, 0.0000232966854670077951)]
    [InlineData(1.5, 0.7, 0.44036509701924026)]
    [InlineData(3, 1000000, 0.00269986254142179706)]
    [InlineData(40, 5, 1.84119621717729544e-7)]
    public void StudentT_Shares_AreThoseOfMpmath(double t, double freedom, double beyond)
    {
        StudentT.TwoSided(t, freedom).ShouldBeNear(beyond);
    }

    [Theory]
    [InlineData(0.95, 1, 12.7062047361747046)]
    [InlineData(0.95, 5, 2.57058183563631551)]
    [InlineData(0.99, 30, 2.74999565356722533)]
    [InlineData(0.9, 2.5, 2.55821861413593662)]
    [InlineData(0.95, 1000000, 1.95996635681410704)]
    [InlineData(0.999, 10, 4.5868938587026359)]
    [InlineData(0.5, 3, 0.764892328404345281)]
    public void StudentTForLevel_Level_IsThatOfMpmath(double level, double freedom, double t) =>
        StudentT.ForLevel(level, freedom).ShouldBeNear(t);

    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, upper critical values of Student's t, column 0.975.
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(10, 2.228)]
    [InlineData(30, 2.042)]
    [InlineData(100, 1.984)]
    public void StudentTForLevel_95Percent_IsThatOfThePrintedTable(double freedom, double t) =>
        StudentT.ForLevel(0.95, freedom).ShouldRoundTo(t, 3);

    [Theory]
    [InlineData(3.841458820694124, 1, 0.0500000000000000584)]
    [InlineData(0.5, 2, 0.778800783071404868)]
    [InlineData(20, 10, 0.0292526880769610727)]
    [InlineData(120, 100, 0.0844066810936918296)]
    [InlineData(1000100, 1000000, 0.471627360047493527)]
    [InlineData(200, 3, 4.21854110719204234e-43)]
    public void ChiSquareSurvival_Shares_AreThoseOfMpmath(double x, double freedom, double above) =>
        ChiSquare.Survival(x, freedom).ShouldBeNear(above);

    [Theory]
    [InlineData(2, 10, 1, 0.192388437469624738)]
    [InlineData(2.0243941645751361, 38, 3.1622776601683795, 0.86895280155167626)]
    [InlineData(4, 3, 2.5, 0.271993015761584557)]
    [InlineData(1.98, 200, 0.5, 0.0707325531505891186)]
    public void StudentTNoncentralSurvival_Shift_IsThatOfMpmath(double t, double freedom, double shift, double above) =>
        StudentT.NoncentralSurvival(t, freedom, shift).ShouldBeNear(above, 1e-11);

    [Fact]
    public void StudentTNoncentralSurvival_NoShift_IsTheCentralShare() =>
        StudentT.NoncentralSurvival(2.5, 10, 0).ShouldBeNear(0.0314468442366088042 / 2, 1e-11);

    [Fact]
    public void StudentTNoncentralSurvival_ManyDegreesOfFreedom_IsThatOfTheNormal() =>
        StudentT.NoncentralSurvival(1.96, 1e9, 0.96).ShouldBeNear(0.158655253931457051, 1e-8);
}
