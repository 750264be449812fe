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
        var (june, conversion) = June();

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

        #region evidence-row
        // The rows of a query, by month and compared with the month before
        Console.WriteLine(june.Interval(conversion));               // 3.46 % [3.03 %; 3.94 %], of 6,250 visits
        ShareComparison change = june.Evidence(conversion, PeriodComparison.PreviousPeriod);

        Console.WriteLine(change);                                  // 0.26 pp [-0.38 pp; 0.89 pp]: within the noise
        Console.WriteLine(change.IsMoreThanNoise);                  // False
        #endregion

        june.Interval(conversion).ToString("G2", null).Should().Be("3.46 % [3.03 %; 3.94 %]");
        change.ToString().Should().Be("0.26 pp [-0.38 pp; 0.89 pp]: within the noise");

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

    [Fact]
    public void Charts_Snippets_GiveWhatTheirCommentsSay()
    {
        #region evidence-xmr
        double[] daily = [49, 52, 50, 51, 48, 50, 52, 49, 51, 50, 50, 62];

        XmrChart chart = XmrChart.Of(daily, baseline: 10);
        Console.WriteLine(chart.Signals[0]);                        // BeyondLimit Above 11-11
        #endregion

        chart.Signals[0].ToString().Should().Be("BeyondLimit Above 11-11");

        #region evidence-laney
        ProportionChart rates = ProportionChart.LaneyP(
            successes: [50, 51, 49, 50, 1, 50], trials: [1_000, 1_000, 1_000, 1_000, 12, 1_000]);

        Console.WriteLine(rates.Points[4].Share);                   // 0.0833333: twelve visitors, one order
        Console.WriteLine(rates.Signals.Count);                     // 0
        #endregion

        rates.Signals.Should().BeEmpty();

        #region evidence-changes
        IReadOnlyList<ChangePoint> changes = ChangePoint.Propose([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8]);

        Console.WriteLine(changes[0].Index);                        // 6: look at what happened then
        #endregion

        changes.Should().ContainSingle().Which.Index.Should().Be(6);
    }

    [Fact]
    public void Forecasts_Snippets_GiveWhatTheirCommentsSay()
    {
        double[] visits = [.. Enumerable.Range(0, 70).Select(day => 200d + (day % 7 == 5 ? -60d : 10d) + (day * 13 % 7))];

        #region evidence-decomposition
        Decomposition parts = Decomposition.Stl(visits, period: 7);

        Console.WriteLine(parts.SeasonalStrength(7).Value > 0.64);  // True: judge parts.SeasonallyAdjusted, not visits
        #endregion

        (parts.SeasonalStrength(7).Value > 0.64).Should().BeTrue();

        #region evidence-forecast
        Forecast forecast = Forecast.Of(visits, horizon: 28, period: 7);

        Interval tomorrow = forecast.PointInterval(step: 1);
        Interval fourWeeks = forecast.SumInterval(level: 0.8);      // never the daily bounds added up
        double chance = forecast.Paths.Count(path => path.Sum() >= 5_700) / (double)forecast.Paths.Count;
        #endregion

        tomorrow.IsDefined.Should().BeTrue();
        fourWeeks.Estimate.Should().BeInRange(5_500, 5_900);
        chance.Should().BeInRange(0d, 1d);

        #region evidence-certainty
        Forecast noOrdersYet = Forecast.Of([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], horizon: 10);

        Console.WriteLine(noOrdersYet.SumInterval());               // 0 [0; 3]: ten days without an order do not promise ten more
        #endregion

        noOrdersYet.SumInterval().ToString().Should().Be("0 [0; 3]");
    }

    private static (MetricRow June, Kpi Conversion) June()
    {
        var site = FactTable.From<(NodaTime.LocalDate Day, long Orders, long Visits)>(
                "site", [(new(2026, 5, 12), 192, 6_000), (new(2026, 6, 12), 216, 6_250)])
            .At(row => row.Day)
            .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit"))
            .Covering(new(2026, 5, 1), new(2026, 7, 1)).Build();
        var conversion = Kpi.Of(
            "conversion", Marketing.ConversionRate, Metric.Sum("orders", site, "orders"), Metric.Sum("visits", site, "visits"));
        var table = new InMemorySource(ReportingCalendar.Utc, site)
            .Query(Query.For(conversion).By(Grain.Month).ComparedWith(PeriodComparison.PreviousPeriod));
        return (table.Rows[^1], conversion);
    }
}
