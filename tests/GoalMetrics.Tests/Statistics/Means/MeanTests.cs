using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Means;

public sealed class MeanTests
{
    // Student's sleep data, by which R's t.test is shown: t = -1.8608, df = 17.776, p = 0.07939, interval -3.3654832 to 0.2054832.
    private static readonly double[] Drug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] OtherDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Welch_SleepData_IsAsPrintedByR()
    {
        var test = Mean.WelchTest(Drug, OtherDrug);
        var interval = Mean.Difference(Drug, OtherDrug);

        test.TestStatistic!.Value.ShouldRoundTo(-1.8608, 4);
        test.DegreesOfFreedom!.Value.ShouldRoundTo(17.776, 3);
        test.PValue.Value.ShouldRoundTo(0.07939, 5);
        interval.Lower.ShouldRoundTo(-3.3654832, 7);
        interval.Upper.ShouldRoundTo(0.2054832, 7);
        (interval.N, interval.Method, test.N).Should().Be((20L, IntervalMethod.Welch, 20L));
    }

    // NIST/SEMATECH e-Handbook, 1.3.5.2: ZARR13.DAT, 195 values, mean 9.261460, deviation 0.022789, interval 9.258242 to 9.264679.
    [Fact]
    public void Interval_NistHeatFlow_IsAsPrinted()
    {
        var interval = Mean.IntervalFrom(new SampleMoments(195, 9.261460, 0.022789));

        interval.Lower.Should().BeApproximately(9.258242, 1.1e-6);
        interval.Upper.Should().BeApproximately(9.264679, 1.1e-6);
        interval.Estimate.Should().Be(9.261460);
    }

    [Fact]
    public void Interval_OfValues_IsThatOfTheirFigures() =>
        Mean.Interval(Drug, 0.9).Should().Be(Mean.IntervalFrom(SampleMoments.Of(Drug), 0.9));

    [Fact]
    public void Interval_ShownInMoney_IsLikeMoney() =>
        Mean.Interval([100, 110, 120]).WithUnit(Unit.Money("DKK")).ToString(CultureInfo.InvariantCulture)
            .Should().Be("DKK 110.00 [DKK 85.16; DKK 134.84]");

    [Fact]
    public void Means_TooFewValues_AreUndefined()
    {
        Mean.Interval([]).ShouldBeUndefined(UndefinedReason.NoData, "values");
        Mean.Interval([1d]).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Mean.Difference([1d], [1d, 2d]).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Mean.Difference([1d, 2d], [1d]).ShouldBeUndefined(UndefinedReason.InsufficientData, "baseValues");
        Mean.WelchTest([1d, 2d], []).PValue.ShouldBeUndefined(UndefinedReason.NoData, "baseValues");
    }

    [Fact]
    public void Means_AllEqual_HaveNoWidthAndNoTest()
    {
        Mean.Interval([3d, 3d, 3d]).ShouldBeNear(3, 3);
        Mean.Difference([3d, 3d], [1d, 1d]).ShouldBeNear(2, 2);
        Mean.WelchTest([3d, 3d], [1d, 1d]).PValue.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "standard error");
    }

    [Fact]
    public void Means_WrongInput_Throws()
    {
        Messages.Of<ArgumentException>(() => Mean.WelchTest([1d, 2d], [double.NaN, 2d]))
            .Should().Be("Expected finite numbers; found NaN at index 0. (Parameter 'baseValues')");
        Messages.Of<ArgumentOutOfRangeException>(() => Mean.Interval([1d, 2d], 95))
            .Should().Be("Expected a number between 0 and 1, both excluded; found 95. (Parameter 'level')");
    }
}
