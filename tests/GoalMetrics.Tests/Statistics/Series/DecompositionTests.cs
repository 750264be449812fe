using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Series;

public sealed class DecompositionTests
{
    // R's decompose(AirPassengers)$figure.
    [Fact]
    public void Classical_AirPassengers_IsThatOfR()
    {
        var parts = Decomposition.Classical(PublishedSeries.AirPassengers, 12);

        parts.Seasonals[0].Take(12).Select(part => Math.Round(part, 6)).Should().Equal(
            -24.748737, -36.188131, -2.241162, -8.036616, -4.506313, 35.402778, 63.830808, 62.823232, 16.520202, -20.642677, -53.593434,
            -28.619949);
        parts.Trend[5].Should().BeNull();
        parts.Trend[6]!.Value.ShouldBeNear(126.7916666666666667, 1e-14);
        parts.Remainder[137].Should().NotBeNull();
        parts.Remainder[138].Should().BeNull();
    }

    // R's decompose(AirPassengers, "multiplicative")$figure.
    [Fact]
    public void Classical_AirPassengersAsFactors_IsThatOfR()
    {
        var parts = Decomposition.Classical(PublishedSeries.AirPassengers, 12, SeasonalForm.Multiplicative);

        parts.Seasonals[0].Take(12).Select(part => Math.Round(part, 7)).Should().Equal(
            0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758, 1.2265555, 1.2199110, 1.0604919, 0.9217572, 0.8011781,
            0.8988244);
        parts.SeasonallyAdjusted[0].ShouldBeNear(112 / parts.Seasonals[0][0], 1e-14);
    }

    // The authors' Fortran program on their own data, by the reference figures of statsmodels (stl_test_results.csv, baseline).
    [Theory]
    [InlineData(0, -0.13125464336066284, 315.55193972532356)]
    [InlineData(1, 0.51706942811097434, 315.64448157233920)]
    [InlineData(50, 1.1484866981133734, 319.00427425353377)]
    [InlineData(93, -3.0192920742255533, 321.38591076938843)]
    [InlineData(148, 2.8471538320689866, 326.39746173975539)]
    public void Stl_CarbonDioxide_IsThatOfItsAuthors(int month, double season, double trend)
    {
        var options = new StlOptions { SeasonalWindow = 35, TrendWindow = 19, RobustIterations = 2 };

        var parts = Decomposition.Stl(PublishedSeries.CarbonDioxide, [12], options);

        parts.Seasonals[0][month].ShouldBeNear(season, 1e-10);
        parts.Trend[month]!.Value.ShouldBeNear(trend, 1e-10);
    }

    // statsmodels 0.13.5, a translation of the authors' program, with its robust defaults, and the windows and jumps of R's stl:
    // STL(period 12, seasonal 7, trend 23, low_pass 13, jumps 1, 3 and 2).fit(inner_iter 1, outer_iter 15).
    [Theory]
    [InlineData(0, -11.120588699276482, 122.5136505876095)]
    [InlineData(1, -4.369383893483256, 123.24382577819854)]
    [InlineData(71, -27.85108246273127, 258.7553887421812)]
    [InlineData(120, -39.282627919833395, 402.5893952459443)]
    [InlineData(143, -62.755430272432754, 498.5793315743066)]
    public void Stl_AirPassengersRobustly_IsThatOfStatsmodels(int month, double season, double trend)
    {
        var parts = Decomposition.Stl(PublishedSeries.AirPassengers, [12], new StlOptions { SeasonalWindow = 7 });

        parts.Seasonals[0][month].ShouldBeNear(season, 1e-12);
        parts.Trend[month]!.Value.ShouldBeNear(trend, 1e-12);
    }

    // By hand, from (1 − (r / 6 median)²)²; the authors' program weighs 1 up to 0.001 of six medians, and 0 beyond 0.999.
    [Fact]
    public void RobustWeights_AtTheirEnds_AreThoseOfTheAuthors()
    {
        StlSmoother.RobustWeights([1, -1, 1, 0.005, -3, 5.4, 6]).Select(weight => Math.Round(weight, 12)).Should().Equal(
            Math.Round(1225d / 1296d, 12), Math.Round(1225d / 1296d, 12), Math.Round(1225d / 1296d, 12), 1d, 0.5625, 0.0361, 0d);
        StlSmoother.RobustWeights([1, 1, 1, 5.995])[3].Should().Be(0d);
        StlSmoother.RobustWeights([0, 0, 0, 5, -1e-9]).Should().Equal(1, 1, 1, 0, 0);
    }

    [Fact]
    public void Stl_AWeekOnALine_IsFoundExactly()
    {
        double[] week = [5, 1, 0, -1, -2, -4, 1];
        var values = Enumerable.Range(0, 70).Select(day => 100 + (0.5 * day) + week[day % 7]).ToList();

        var parts = Decomposition.Stl(values, 7);

        parts.Remainder.Should().OnlyContain(rest => Math.Abs(rest!.Value) < 0.02);
        parts.SeasonalStrength(7).Value.Should().BeGreaterThan(0.999);
        parts.Seasonals[0].Take(7).Select(part => Math.Round(part)).Should().Equal(5, 1, 0, -1, -2, -4, 1);
    }

    [Fact]
    public void Stl_AnOutlier_StaysInTheRemainder()
    {
        double[] week = [5, 1, 0, -1, -2, -4, 1];
        var values = Enumerable.Range(0, 70).Select(day => 100 + (0.1 * (day * 37 % 11)) + week[day % 7]).ToList();
        var clean = Decomposition.Stl(values, 7);
        values[33] += 50;

        var robust = Decomposition.Stl(values, 7);
        var plain = Decomposition.Stl(values, [7], new StlOptions { RobustIterations = 0 });

        Math.Abs(robust.Seasonals[0][33] - clean.Seasonals[0][33]).Should().BeLessThan(0.1);
        Math.Abs(plain.Seasonals[0][33] - clean.Seasonals[0][33]).Should().BeGreaterThan(2);
        robust.Remainder[33]!.Value.Should().BeInRange(49, 51);
    }

    [Fact]
    public void Stl_TwoSeasons_AreToldApart()
    {
        var values = Enumerable.Range(0, 730)
            .Select(day => 200 + (day % 7 == 6 ? -30d : 5d) + (20d * Math.Sin(2d * Math.PI * day / 365d))).ToList();

        var parts = Decomposition.Stl(values, [365, 7], null);

        parts.Periods.Should().Equal(7, 365);
        (parts.Seasonals[0][6] - parts.Seasonals[0][0]).Should().BeApproximately(-35, 0.5);
        (parts.Seasonals[1][91] - parts.Seasonals[1][274]).Should().BeApproximately(40, 2);
        for (var i = 0; i < values.Count; i++)
        {
            var sum = parts.Trend[i]!.Value + parts.Seasonals[0][i] + parts.Seasonals[1][i] + parts.Remainder[i]!.Value;
            sum.ShouldBeNear(values[i], 1e-12);
        }
    }

    // MSTL by its definition (Bandara, Hyndman and Bergmeir 2021, algorithm 1), from decompositions with one season, which agree with the
    // authors' program: each season in turn from what is left without the other, twice over. R's mstl gives its seasons other windows.
    [Fact]
    public void Stl_TwoSeasons_AreOneAfterTheOtherTwiceOver()
    {
        var random = new Random(7);
        double[] values = [.. Enumerable.Range(0, 24 * 7 * 4).Select(Load)];
        double[] ofDay = new double[values.Length], ofWeek = new double[values.Length];
        IReadOnlyList<double?> trend = [];
        for (var round = 0; round < 2; round++)
        {
            ofDay = [.. Decomposition.Stl([.. values.Zip(ofWeek, (value, other) => value - other)], 24).Seasonals[0]];
            var last = Decomposition.Stl([.. values.Zip(ofDay, (value, other) => value - other)], 168);
            (ofWeek, trend) = ([.. last.Seasonals[0]], last.Trend);
        }

        var parts = Decomposition.Stl(values, [24, 168], null);

        for (var hour = 0; hour < values.Length; hour++)
        {
            parts.Seasonals[0][hour].ShouldBeNear(ofDay[hour], 1e-12);
            parts.Seasonals[1][hour].ShouldBeNear(ofWeek[hour], 1e-12);
            parts.Trend[hour]!.Value.ShouldBeNear(trend[hour]!.Value, 1e-12);
        }

        double Load(int hour)
        {
            var weekend = hour / 24 % 7 >= 5 ? -60d : 0d;
            return 500d + (0.1 * hour) + (80d * Math.Sin(2d * Math.PI * hour / 24d)) + weekend + (20d * random.NextDouble());
        }
    }

    [Fact]
    public void Decompositions_ShortConstantOrNegative_HaveStatedAnswers()
    {
        var shortOne = Decomposition.Classical(new double[23], 12);
        (shortOne.IsDefined, shortOne.Reason, shortOne.Trend.Count).Should().Be((false, UndefinedReason.InsufficientData, 0));
        shortOne.SeasonalStrength(12).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Decomposition.Stl([], 7).Reason.Should().Be(UndefinedReason.InsufficientData);
        Decomposition.Classical([1, 2, 0, 2], 2, SeasonalForm.Multiplicative).Reason.Should().Be(UndefinedReason.OutOfDomain);

        var constant = Decomposition.Stl(Enumerable.Repeat(3d, 28).ToList(), 7);
        constant.Seasonals[0].Should().OnlyContain(part => Math.Abs(part) < 1e-12);
        Decomposition.Classical(new double[28], 7).SeasonalStrength(7).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "values");
    }

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void Decompositions_AHugePeriod_AreTooShort(int period)
    {
        double[] values = [1, 2, 3, 4];

        Decomposition.Classical(values, period).Reason.Should().Be(UndefinedReason.InsufficientData);
        Decomposition.Stl(values, period).Reason.Should().Be(UndefinedReason.InsufficientData);
        Decomposition.Stl(values, [period, 2], null).Reason.Should().Be(UndefinedReason.InsufficientData);
        Stationarity.SeasonalDifferencesNeeded(values, period).Should().Be(0);
    }

    [Fact]
    public void Classical_NotANumber_NamesItsPlace() =>
        Messages.Of<ArgumentException>(() => Decomposition.Classical([1, double.NaN], 2))
            .Should().Be("Expected finite numbers; found NaN at index 1. (Parameter 'values')");

    [Fact]
    public void Stl_PeriodOfOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Decomposition.Stl([1, 2], 1))
            .Should().Be("Expected at least 2; found 1. (Parameter 'period')");

    [Fact]
    public void SeasonalDifferencesNeeded_PeriodOfOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Stationarity.SeasonalDifferencesNeeded([1, 2], 1))
            .Should().Be("Expected at least 2; found 1. (Parameter 'period')");

    [Fact]
    public void Stl_ThreeSeasons_AreRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Decomposition.Stl([1, 2], [2, 3, 4], null))
            .Should().Be("Expected the lengths of one or two seasons; found 3. (Parameter 'periods')");

    [Fact]
    public void Stl_SeasonOfOne_IsRefused() =>
        Messages.Of<ArgumentException>(() => Decomposition.Stl([1, 2], [1], null))
            .Should().Be("Expected lengths of at least 2; found 1 at index 0. (Parameter 'periods')");

    [Fact]
    public void Stl_OneLengthTwice_IsRefused() =>
        Messages.Of<ArgumentException>(() => Decomposition.Stl([1, 2], [24, 24], null))
            .Should().Be("Expected two seasons of different lengths; found 24 at index 1. (Parameter 'periods')");

    [Fact]
    public void Stl_EvenWindow_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Decomposition.Stl([1, 2], [2], new StlOptions { SeasonalWindow = 8 }))
            .Should().Be("Expected an odd number of at least 7; found 8. (Parameter 'SeasonalWindow')");

    [Fact]
    public void SeasonalStrength_AnotherPeriod_IsRefused() =>
        Messages.Of<ArgumentException>(() => Decomposition.Classical(new double[14], 7).SeasonalStrength(12))
            .Should().Be("Expected one of the periods 7; found 12. (Parameter 'period')");
}
