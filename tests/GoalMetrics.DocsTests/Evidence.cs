using GoalMetrics;
#region evidence-proportion
using GoalMetrics.Statistics;

#endregion

namespace DocsTests;

/// <summary>The guide to evidence: the regions are its snippets.</summary>
public sealed class Evidence
{
    [Fact]
    public void Proportions_Snippets_GiveWhatTheirCommentsSay()
    {
        #region evidence-proportion
        Interval rate = Proportion.Interval(successes: 42, trials: 1_200);
        Interval lift = Proportion.Difference(successes: 42, trials: 1_200, baseSuccesses: 27, baseTrials: 1_180);

        Console.WriteLine(rate);                                    // 3.5 % [2.6 %; 4.7 %]
        Console.WriteLine(lift.Contains(0));                        // True: could be noise
        Console.WriteLine(Proportion.Interval(0, 0));               // undefined: zero denominator (trials)
        #endregion

        rate.ToString().Should().Be("3.5 % [2.6 %; 4.7 %]");
        lift.Contains(0).Should().BeTrue();
        Proportion.Interval(0, 0).ToString().Should().Be("undefined: zero denominator (trials)");

        #region evidence-size
        SampleSize size = SampleSize.ForProportions(baseline: 0.035, expected: 0.04, power: 0.8);

        Console.WriteLine(size.PerGroup);                           // 22663 visitors for each variant
        #endregion

        size.PerGroup.Should().Be(22_663);
    }

    [Fact]
    public void Means_Snippets_GiveWhatTheirCommentsSay()
    {
        #region evidence-mean
        double[] october = [310, 95, 120, 480, 75, 210], september = [180, 240, 90, 110, 65, 150];

        Interval orderValue = Mean.Interval(october).WithUnit(Unit.Money("DKK"));
        HypothesisTest welch = Mean.WelchTest(october, september);

        Console.WriteLine(orderValue);                              // DKK 215.00 [DKK 50.87; DKK 379.13]
        Console.WriteLine(welch.IsSignificant());                   // False
        #endregion

        orderValue.ToString().Should().Be("DKK 215.00 [DKK 50.87; DKK 379.13]");
        welch.IsSignificant().Should().BeFalse();

        #region evidence-trend
        Trend trend = Trend.MannKendall([12, 14, 11, 15, 15, 18, 13, 20, 19, 22, 15, 24]);

        Console.WriteLine(trend.Slope);                             // 1 [0.33; 1.34] a step
        Console.WriteLine(trend.Test.IsSignificant());              // True
        #endregion

        trend.Slope.ToString().Should().Be("1 [0.33; 1.34]");
        trend.Test.IsSignificant().Should().BeTrue();
    }

    [Fact]
    public void Looks_Snippets_GiveWhatTheirCommentsSay()
    {
        #region evidence-daily
        Interval today = ConfidenceSequence.OfProportionDifference(
            successes: 340, trials: 6_000, baseSuccesses: 270, baseTrials: 6_000);

        Console.WriteLine(today.Contains(0));                       // True: 1.17 percentage points more, and not sure yet
        #endregion

        today.Contains(0).Should().BeTrue();
        Proportion.Difference(340, 6_000, 270, 6_000).Contains(0).Should().BeFalse();

        #region evidence-many
        IReadOnlyList<double> adjusted = AdjustedPValues.BenjaminiHochberg([0.01, 0.04, 0.03, 0.6]);

        Console.WriteLine(adjusted.Count(p => p <= 0.05));          // 1: of the three below 0.05
        #endregion

        adjusted.Count(p => p <= 0.05).Should().Be(1);
    }
}
