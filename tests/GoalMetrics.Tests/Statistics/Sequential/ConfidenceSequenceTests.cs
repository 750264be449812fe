using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Sequential;

public sealed class ConfidenceSequenceTests
{
    // mpmath 1.3: the shares at which the density of the beta distribution with 43 and 1,159 (3 and 9) is 0.05; the formula of Waudby-Smith
    // and others 2024 with a deviation of 2 and ρ² = (-2 ln 0.05 + ln(1 - 2 ln 0.05)) / 10,000.
    [Fact]
    public void Bounds_AreThoseOfTheSources()
    {
        ConfidenceSequence.OfProportion(42, 1_200).ShouldBeNear(0.0183462950649446755, 0.0591586456627467116, 1e-10);
        ConfidenceSequence.OfProportion(2, 10).ShouldBeNear(0.010483095218914571, 0.646957807924306824, 1e-10);
        ConfidenceSequence.OfMean(new SampleMoments(400, 10, 2)).Upper.ShouldBeNear(10.5099959969897444);
    }

    [Fact]
    public void OfProportion_NoneOrAll_ReachesTheEnd()
    {
        ConfidenceSequence.OfProportion(0, 10).Lower.Should().Be(0);
        ConfidenceSequence.OfProportion(10, 10).Upper.Should().Be(1);
        ConfidenceSequence.OfProportion(10, 10).Lower.ShouldBeNear(1 - ConfidenceSequence.OfProportion(0, 10).Upper, 1e-10);
    }

    [Fact]
    public void OfProportionDifference_Counts_AreOnesAndZeros()
    {
        double[] outcomes = [1, 1, 0, 0, 0], baseOutcomes = [1, 0, 0, 0];

        var difference = ConfidenceSequence.OfProportionDifference(2, 5, 1, 4);

        difference.Estimate.ShouldBeNear(0.15, 1e-14);
        difference.Upper.ShouldBeNear(
            ConfidenceSequence.OfDifference(SampleMoments.Of(outcomes), SampleMoments.Of(baseOutcomes)).Upper, 1e-14);
        (difference.N, difference.Unit, difference.Method).Should()
            .Be((9L, Unit.PercentagePoint, IntervalMethod.AsymptoticSequence));
    }

    // As the level goes to 0, half the width goes to s/√n · √(1 + narrowestAt / (2 n)): here √(1/3) · √(1 + 10000 / 6).
    [Fact]
    public void OfMean_AVerySmallLevel_HasItsLimit()
    {
        var interval = ConfidenceSequence.OfMean(SampleMoments.Of([1, 2, 3]), level: 1e-300);

        ((interval.Upper - interval.Lower) / 2d).ShouldBeNear(Math.Sqrt(1d / 3d) * Math.Sqrt(1d + (10_000d / 6d)), 1e-12);
    }

    [Fact]
    public void Sequences_TooLittle_AreUndefined()
    {
        ConfidenceSequence.OfProportion(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
        ConfidenceSequence.OfMean(default).ShouldBeUndefined(UndefinedReason.NoData, "sample");
        ConfidenceSequence.OfMean(SampleMoments.Of([1])).ShouldBeUndefined(UndefinedReason.InsufficientData, "sample");
        ConfidenceSequence.OfMean(SampleMoments.Of([1, 1, 1])).ShouldBeUndefined(UndefinedReason.InsufficientData, "sample");
        ConfidenceSequence.OfProportionDifference(0, 50, 0, 60).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        ConfidenceSequence.OfProportionDifference(0, 0, 1, 2).ShouldBeUndefined(UndefinedReason.NoData, "values");
        ConfidenceSequence.OfProportionDifference(1, 2, 0, 1).ShouldBeUndefined(UndefinedReason.InsufficientData, "baseValues");
    }

    [Fact]
    public void OfProportion_MoreSuccessesThanTrials_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => ConfidenceSequence.OfProportion(2, 1))
            .Should().Be("Expected at most the 1 of trials; found 2. (Parameter 'successes')");

    [Fact]
    public void OfMean_LevelAboveOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => ConfidenceSequence.OfMean(default, 1.5))
            .Should().Be("Expected a number between 0 and 1, both excluded; found 1.5. (Parameter 'level')");

    [Fact]
    public void OfMean_NarrowestAtOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => ConfidenceSequence.OfMean(default, narrowestAt: 1))
            .Should().Be("Expected at least 2; found 1. (Parameter 'narrowestAt')");
}
