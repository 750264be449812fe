using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Proportions;

public sealed class ProportionTests
{
    // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_NewcombesCases_AreAsPrinted(long successes, long trials, double lower, double upper)
    {
        var interval = Proportion.Interval(successes, trials);

        interval.Lower.ShouldRoundTo(lower, 4);
        interval.Upper.ShouldRoundTo(upper, 4);
        (interval.Level, interval.N, interval.Method).Should().Be((0.95, trials, IntervalMethod.Wilson));
    }

    // mpmath 1.3, 40 digits, from the textbook's form of the bounds.
    [Theory]
    [InlineData(81, 263, 0.255288519878274226, 0.36620957698280007)]
    [InlineData(42, 1200, 0.0259967874294772174, 0.0469708431310662625)]
    [InlineData(0, 20, 0, 0.161125158052819387)]
    [InlineData(29, 29, 0.883030201500259233, 1)]
    [InlineData(1, 1_000_000_000, 1.76524554956963132e-10, 5.6649342432974394e-9)]
    public void Interval_AnyCounts_IsExactToTwelveDigits(long successes, long trials, double lower, double upper)
    {
        var interval = Proportion.Interval(successes, trials);

        interval.Lower.ShouldBeNear(lower);
        interval.Upper.ShouldBeNear(upper, trials > 1_000_000 ? 1e-7 : 1e-12);
        interval.Estimate.Should().Be((double)successes / trials);
    }

    // The same source, method 4.
    [Theory]
    [InlineData(81, 263, 0.2535, 0.3682)]
    [InlineData(15, 148, 0.0598, 0.1644)]
    [InlineData(0, 20, 0.0000, 0.2005)]
    [InlineData(1, 29, 0.0018, 0.1963)]
    public void ContinuityCorrectedInterval_NewcombesCases_AreAsPrinted(long successes, long trials, double lower, double upper)
    {
        var interval = Proportion.ContinuityCorrectedInterval(successes, trials);

        interval.Lower.ShouldRoundTo(lower, 4);
        interval.Upper.ShouldRoundTo(upper, 4);
        interval.Method.Should().Be(IntervalMethod.WilsonContinuityCorrected);
    }

    // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10; digits from R 4.2.2.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524314724023649, 0.333872654036906)]
    [InlineData(0, 10, 0, 20, -0.161125158052819, 0.277532799862889)]
    [InlineData(5, 83, 12, 99, -0.146882640978754, 0.0279099546652864)]
    [InlineData(17_489, 145_274, 17_264, 145_310, -0.000781423131649978, 0.00393792847237003)]
    public void Difference_PublishedCases_AreAsPrinted(long a, long n, long b, long m, double lower, double upper)
    {
        var interval = Proportion.Difference(successes: a, trials: n, baseSuccesses: b, baseTrials: m);

        interval.ShouldBeNear(lower, upper, 1e-9);
        (interval.N, interval.Unit).Should().Be((n + m, Unit.PercentagePoint));
    }

    // statsmodels, docstring of proportions_ztest; the Udacity course's data, printed widely; R 4.2.2.
    [Theory]
    [InlineData(5, 83, 12, 99, -1.4078304151258787, 0.15918129181156992)]
    [InlineData(17_489, 145_274, 17_264, 145_310, 1.31092419842344, 0.189883374481951)]
    public void PooledZTest_PublishedCases_AreAsPrinted(long a, long n, long b, long m, double z, double p)
    {
        var test = Proportion.PooledZTest(a, n, b, m);

        test.TestStatistic!.Value.ShouldBeNear(z, 1e-11);
        test.PValue.ShouldBeNear(p, 1e-11);
        (test.Method, test.N, test.IsSignificant()).Should().Be((TestMethod.PooledZ, n + m, false));
    }

    // Fisher's tea tasting and the convictions of twins, examples of R's fisher.test; the others by enumeration in mpmath 1.3.
    [Theory]
    [InlineData(3, 4, 1, 4, 0.485714285714285714)]
    [InlineData(2, 17, 10, 13, 0.000536724119143435801)]
    [InlineData(5, 83, 12, 99, 0.204103423291548645)]
    [InlineData(0, 10, 0, 20, 1)]
    [InlineData(10, 12, 5, 15, 0.0185369647477602788)]
    [InlineData(0, 50, 40, 60, 2.71312583063962356e-15)]
    public void FisherExactTest_KnownTables_AreAsPrinted(long a, long n, long b, long m, double p)
    {
        Proportion.FisherExactTest(a, n, b, m).PValue.ShouldBeNear(p);
        Proportion.FisherExactTest(b, m, a, n).PValue.ShouldBeNear(p);
    }

    [Fact]
    public void FisherExactTest_ManyTrials_IsNearTheZTest() =>
        Proportion.FisherExactTest(17_489, 145_274, 17_264, 145_310).PValue
            .ShouldBeNear(0.19182228096236, 0.01); // chi-square with Yates' correction, R 4.2.2

    [Fact]
    public void Interval_Shown_IsLikeItsQuantity()
    {
        var interval = Proportion.Interval(successes: 42, trials: 1_200);

        interval.ToString(CultureInfo.InvariantCulture).Should().Be("3.5 % [2.6 %; 4.7 %]");
        interval.ToString(CultureInfo.GetCultureInfo("da-DK")).Should().Be("3,5 % [2,6 %; 4,7 %]");
        interval.ToString("G2", null).Should().Be("3.50 % [2.60 %; 4.70 %]");
    }

    [Fact]
    public void Interval_NoTrials_IsUndefined()
    {
        var interval = Proportion.Interval(0, 0);

        interval.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
        interval.ToString(CultureInfo.InvariantCulture).Should().Be("undefined: zero denominator (trials)");
        interval.Contains(0).Should().BeFalse();
        Messages.Of<InvalidOperationException>(() => interval.Lower)
            .Should().Be("There is no interval: undefined: zero denominator (trials). Check IsDefined first.");
        Proportion.ContinuityCorrectedInterval(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
    }

    [Fact]
    public void Comparisons_ASideWithoutTrials_AreUndefined()
    {
        Proportion.Difference(0, 0, 1, 2).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
        Proportion.Difference(1, 2, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "baseTrials");
        Proportion.PooledZTest(1, 2, 0, 0).PValue.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "baseTrials");
        Proportion.FisherExactTest(0, 0, 1, 2).PValue.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 20)]
    public void PooledZTest_AllAlike_IsUndefined(long successes, long baseSuccesses)
    {
        var test = Proportion.PooledZTest(successes, 10, baseSuccesses, 20);

        test.PValue.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "standard error");
        test.TestStatistic.Should().BeNull();
        test.IsSignificant().Should().BeFalse();
    }

    // An interval that is narrower than a double can show has no width, and the share inside.
    [Theory]
    [InlineData(0, 5, 1e-300)]
    [InlineData(1, 5, 1e-300)]
    [InlineData(5, 5, 1e-300)]
    [InlineData(1, 3, 1e-15)]
    [InlineData(2, 3, 5e-324)]
    [InlineData(1, long.MaxValue, 0.95)]
    [InlineData(long.MaxValue - 1, long.MaxValue, 0.95)]
    [InlineData(long.MaxValue / 3, long.MaxValue, 0.95)]
    [InlineData(long.MaxValue / 3, long.MaxValue, 1e-9)]
    public void Intervals_OfNoWidth_HoldTheShare(long successes, long trials, double level)
    {
        var share = (double)successes / trials;
        Interval[] intervals =
        [
            Proportion.Interval(successes, trials, level),
            Proportion.ContinuityCorrectedInterval(successes, trials, level),
            ConfidenceSequence.OfProportion(successes, trials, level),
        ];

        foreach (var interval in intervals)
        {
            interval.Contains(share).Should().BeTrue();
            interval.Lower.Should().BeGreaterThanOrEqualTo(0d);
            interval.Upper.Should().BeLessThanOrEqualTo(1d);
        }
    }

    [Fact]
    public void Difference_OfNoWidth_HoldsTheDifference() =>
        Proportion.Difference(1, 5, 0, 3, 1e-300).Should().Be(
            new Interval(0.2, 0.2, 0.2, 1e-300, 8, IntervalMethod.NewcombeHybridScore, Unit.PercentagePoint));

    [Fact]
    public void Counts_TooManyTogether_ThrowAndNameTheSide()
    {
        const string expected = "Expected at most 1, since both sides are added up; found 2. (Parameter 'baseTrials')";
        const long almost = long.MaxValue - 1;

        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.Difference(1, almost, 1, 2)).Should().Be(expected);
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.PooledZTest(1, almost, 1, 2)).Should().Be(expected);
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.FisherExactTest(1, almost, 1, 2)).Should().Be(expected);
    }

    [Fact]
    public void Interval_NegativeSuccesses_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.Interval(-1, 10))
            .Should().Be("Expected at least 0; found -1. (Parameter 'successes')");

    [Fact]
    public void Interval_NegativeTrials_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.Interval(0, -10))
            .Should().Be("Expected at least 0; found -10. (Parameter 'trials')");

    [Fact]
    public void ContinuityCorrectedInterval_MoreSuccessesThanTrials_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.ContinuityCorrectedInterval(11, 10))
            .Should().Be("Expected at most the 10 of trials; found 11. (Parameter 'successes')");

    [Fact]
    public void Difference_MoreBaseSuccessesThanTrials_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.Difference(1, 10, 11, 10))
            .Should().Be("Expected at most the 10 of baseTrials; found 11. (Parameter 'baseSuccesses')");

    [Fact]
    public void PooledZTest_NegativeBaseSuccesses_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.PooledZTest(1, 10, -1, 10))
            .Should().Be("Expected at least 0; found -1. (Parameter 'baseSuccesses')");

    [Fact]
    public void FisherExactTest_MoreSuccessesThanTrials_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.FisherExactTest(3, 2, 1, 10))
            .Should().Be("Expected at most the 2 of trials; found 3. (Parameter 'successes')");

    [Theory]
    [InlineData(0d)]
    [InlineData(1d)]
    [InlineData(95d)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Level_OutsideZeroToOne_Throws(double level) =>
        Messages.Of<ArgumentOutOfRangeException>(() => Proportion.Interval(1, 10, level))
            .Should().Be(FormattableString.Invariant(
                $"Expected a number between 0 and 1, both excluded; found {level}. (Parameter 'level')"));
}
