using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Proportions;

public sealed class SampleRatioTests
{
    // Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments, chapter 3: 821,588 users against 815,482, p = 1.8e-6.
    [Fact]
    public void MismatchTest_KohavisExample_IsAsPrinted()
    {
        var test = SampleRatio.MismatchTest([821_588, 815_482], [1, 1]);

        test.PValue.Value.ShouldRoundTo(1.8e-6, 7);
        (test.Method, test.DegreesOfFreedom, test.N).Should().Be((TestMethod.ChiSquare, 1d, 1_637_070L));
        test.IsSignificant(0.001).Should().BeTrue();
    }

    // Mendel's peas, 315 : 108 : 101 : 32 against 9 : 3 : 3 : 1, chi-square 0.470 with 3 degrees of freedom, p = 0.925 (R's chisq.test).
    [Fact]
    public void MismatchTest_MendelsPeas_IsAsPrinted()
    {
        var test = SampleRatio.MismatchTest([315, 108, 101, 32], [9, 3, 3, 1]);

        test.TestStatistic!.Value.ShouldRoundTo(0.470, 3);
        test.PValue.Value.ShouldRoundTo(0.925, 3);
    }

    [Fact]
    public void MismatchTest_NothingOrTooFew_IsUndefined()
    {
        SampleRatio.MismatchTest([0, 0], [1, 1]).PValue.ShouldBeUndefined(UndefinedReason.NoData, "counts");
        SampleRatio.MismatchTest([5, 4], [1, 1]).PValue.ShouldBeUndefined(UndefinedReason.InsufficientData, "counts");
        SampleRatio.MismatchTest([6, 4], [1, 1]).PValue.IsDefined.Should().BeTrue();
    }

    [Fact]
    public void MismatchTest_OneGroup_IsRefused() =>
        Messages.Of<ArgumentException>(() => SampleRatio.MismatchTest([1], [1]))
            .Should().Be("Expected two groups or more; found 1. (Parameter 'counts')");

    [Fact]
    public void MismatchTest_MoreWeightsThanCounts_AreRefused() =>
        Messages.Of<ArgumentException>(() => SampleRatio.MismatchTest([1, 2], [1, 1, 1]))
            .Should().Be("Expected a weight for each of the 2 counts; found 3. (Parameter 'intended')");

    [Fact]
    public void MismatchTest_NegativeCount_IsRefused() =>
        Messages.Of<ArgumentException>(() => SampleRatio.MismatchTest([1, -2], [1, 1]))
            .Should().Be("Expected counts of at least 0; found -2 at index 1. (Parameter 'counts')");

    [Fact]
    public void MismatchTest_WeightOfZero_IsRefused() =>
        Messages.Of<ArgumentException>(() => SampleRatio.MismatchTest([1, 2], [0, 1]))
            .Should().Be("Expected weights above 0; found 0 at index 0. (Parameter 'intended')");

    [Fact]
    public void MismatchTest_WeightThatIsNoNumber_IsRefused() =>
        Messages.Of<ArgumentException>(() => SampleRatio.MismatchTest([1, 2], [double.NaN, 1]))
            .Should().Be("Expected finite numbers; found NaN at index 0. (Parameter 'intended')");

    [Fact]
    public void MismatchTest_CountsBeyondALong_AreRefused() =>
        Messages.Of<ArgumentException>(() => SampleRatio.MismatchTest([long.MaxValue, 1], [1, 1])).Should().Be(
            "Expected counts of 9223372036854775807 together at most; found 1 at index 1. (Parameter 'counts')");
}
