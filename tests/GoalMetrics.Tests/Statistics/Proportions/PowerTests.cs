using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Proportions;

public sealed class PowerTests
{
    // The help pages of R's power.prop.test (0.740 and n = 76.7) and power.t.test (0.8689528 and n = 22.02110); digits from R 4.2.2 and
    // mpmath 1.3.
    [Fact]
    public void Published_ExamplesOfR_AreAsPrinted()
    {
        Power.OfProportions(n: 50, baseline: 0.5, expected: 0.75).ShouldBeNear(0.740165901331387823);
        SampleSize.ForProportions(baseline: 0.5, expected: 0.75, power: 0.9).Exact.ShouldBeNear(76.7069301141077, 1e-6);
        Power.OfMeans(n: 20, difference: 1, deviation: 1).ShouldBeNear(0.868952801692127008, 1e-10);
        SampleSize.ForMeans(difference: 1, deviation: 1, power: 0.9).Exact.Value.ShouldRoundTo(22.02110, 5);
    }

    [Fact]
    public void SampleSize_PerGroup_IsRoundedUp()
    {
        var size = SampleSize.ForProportions(0.5, 0.75, power: 0.9);

        (size.PerGroup, size.Power, size.Significance).Should().Be((77, 0.9, 0.05));
    }

    [Fact]
    public void SampleSize_SignOfTheDifference_DoesNotMatter()
    {
        SampleSize.ForMeans(-1, 1, 0.9).Exact.Should().Be(SampleSize.ForMeans(1, 1, 0.9).Exact);
        SampleSize.ForProportions(0.75, 0.5).Exact.Value.ShouldBeNear(SampleSize.ForProportions(0.5, 0.75).Exact.Value, 1e-14);
    }

    [Fact]
    public void SampleSize_SmallDifference_HasThePowerAsked()
    {
        var size = SampleSize.ForMeans(difference: 0.002, deviation: 1);

        Power.OfMeans(size.Exact.Value, 0.002, 1).ShouldBeNear(0.8, 1e-8);
        size.Exact.ShouldBeNear(2 * 7.8488797343 / 0.002 / 0.002, 1e-6); // (1.9599640 + 0.8416212)² of the normal approximation
    }

    [Fact]
    public void SampleSize_LargeDifference_IsAtLeastTwoOrOne()
    {
        SampleSize.ForMeans(1000, 1).Exact.Value.Should().Be(2);
        SampleSize.ForProportions(1e-9, 1 - 1e-9, power: 0.1, significance: 0.5).PerGroup.Should().Be(1);
    }

    [Fact]
    public void SampleSize_NoDifference_IsUndefined()
    {
        SampleSize.ForMeans(0, 1).Exact.ShouldBeUndefined(UndefinedReason.OutOfDomain, "difference");
        SampleSize.ForMeans(0, 1).PerGroup.Should().BeNull();
        SampleSize.ForProportions(0.5, 0.5).Exact.ShouldBeUndefined(UndefinedReason.OutOfDomain, "expected");
        SampleSize.ForMeans(1e-9, 1).Exact.ShouldBeUndefined(UndefinedReason.Overflow, "difference");
        SampleSize.ForProportions(0.1, 0.1 + 1e-15).Exact.ShouldBeUndefined(UndefinedReason.Overflow, "expected");
        SampleSize.ForProportions(0.1, 0.1 + 1e-15).PerGroup.Should().BeNull();
    }

    [Fact]
    public void Ratio_OfTwoSums_UsesItsUnitDeviation()
    {
        double[] revenue = [10, 0, 25, 0, 5, 60, 0, 15, 30, 5], visits = [2, 1, 3, 1, 1, 5, 2, 2, 4, 1];

        var deviation = RatioOfSums.UnitDeviation(revenue, visits);

        deviation.ShouldBeNear(4.791329788133906753); // mpmath 1.3
        SampleSize.ForMeans(difference: 0.7, deviation.Value).PerGroup.Should().Be(737);
    }

    [Fact]
    public void OfMeans_SampleOfOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Power.OfMeans(1, 1, 1)).Should().StartWith("Expected a number from 2 to ");

    [Fact]
    public void OfMeans_NoDeviation_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Power.OfMeans(10, 1, 0))
            .Should().Be("Expected a finite number above 0; found 0. (Parameter 'deviation')");

    [Fact]
    public void ForMeans_DifferenceThatIsNoNumber_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => SampleSize.ForMeans(double.NaN, 1))
            .Should().Be("Expected a finite number; found NaN. (Parameter 'difference')");

    [Fact]
    public void ForProportions_BaselineOfZero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => SampleSize.ForProportions(0, 0.1))
            .Should().Be("Expected a number between 0 and 1, both excluded; found 0. (Parameter 'baseline')");

    [Fact]
    public void OfProportions_InfiniteSample_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Power.OfProportions(double.PositiveInfinity, 0.1, 0.2))
            .Should().Be("Expected a finite number; found Infinity. (Parameter 'n')");
}
