using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Means;

public sealed class TrendTests
{
    private const string ArbitraryData =
        """
        32 20 25 189 240 193 379 278 301 0 0 82 0 4 121 234 360 262 120 30 11 1 7 3 31 31 355 102 248 274 308 5 26 11 16 6 48
        388 539 431 272 404 186 0 2 0 4 1 54 272 459 235 164 365 135 2 4 0 128 210 163 446 225 462 467 19 13 0 3 17 132 178
        338 525 623 145 31 19 3 0 29 25 87 259 756 486 180 292 43 92 1 0 16 2 0 130 253 594 111 273 30 0 4 0 27 24 41 292 378
        499 265 320 227 4 0 4 14 8 48 416 240 404 207 733 105 0 112 0 14 0 30 140 202 289 159 424 106 3 0 65 3 14 58 268 466
        432 266 240 95 1 0 10 26 4 114 94 289 173 208 263 156 5 0 16 16 14 0 111 475 534 432 471 117 70 1 3 28 7 401 184 283
        338 171 335 176 0 0 10 11 9 140 102 208 298 245 220 29 2 27 10 13 26 84 143 367 749 563 283 353 10 0 0 0 0 9 246 265
        343 429 168 133 17 0 18 35 76 158 272 250 190 289 466 84 0 0 0 0 0 22 217 299 185 115 344 203 8 0 5 284 123 254 476
        496 326 27 20 0 4 53 72 113 214 364 219 220 156 264 0 13 0 0 45 90 137 638 529 261 206 251 0 0 5 9 58 72 138 130 471
        328 356 523 0 1 0 0 12 143 193 184 192 138 174 69 1 0 0 18 25 28 92 732 320 256 302 131 15 0 27 0 22 20 213 393 474
        374 109 159 0 0 0 3 3 49 205 128 194 570 169 89 0 0 0 0 0 26 185 286 92 225 244 190 3 20
        """;

    // All pairs counted in Python with mpmath 1.3, by the formulas of Gilbert 1987, chapter 16.
    [Fact]
    public void MannKendall_SeriesWithTies_IsByGilbertsFormulas()
    {
        var trend = Trend.MannKendall([12, 14, 11, 15, 15, 18, 13, 20, 19, 22, 15, 24]);

        trend.Concordance.Should().Be(41);
        trend.Tau.ShouldBeNear(0.635830877105621759);
        trend.Test.TestStatistic!.Value.ShouldBeNear(2.76685785546429862);
        trend.Test.PValue.ShouldBeNear(0.00565994276710605679);
        trend.Slope.Estimate.ShouldBeNear(1);
        trend.Slope.ShouldBeNear(0.333333333333333333, 1.34449568761151409);
        (trend.Slope.N, trend.Slope.Method).Should().Be((12L, IntervalMethod.SenSlope));
    }

    // The tests of pymannkendall 1.4, which were compared with the R packages modifiedmk, fume, rkt and trend; its arbitrary_1d_data
    // without the gaps. The slope: the median of all pairs, counted in Python.
    [Fact]
    public void MannKendall_ArbitraryData_IsThatOfPyMannKendall()
    {
        var trend = Trend.MannKendall([.. ArbitraryData.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)]);

        (trend.Slope.N, trend.Concordance).Should().Be((353L, -1959L));
        trend.Test.TestStatistic!.Value.ShouldBeNear(-0.8854562842589916);
        trend.Test.PValue.ShouldBeNear(0.37591058740506833);
        trend.Slope.Estimate.ShouldBeNear(-0.0064516129032258064);
        trend.Slope.Contains(0).Should().BeTrue();
    }

    [Fact]
    public void MannKendall_RisingAllTheWay_HasTauOne()
    {
        var trend = Trend.MannKendall([1, 3, 5, 7, 9]);

        (trend.Concordance, trend.Tau.Value, trend.Slope.Estimate).Should().Be((10L, 1d, 2d));
        Trend.MannKendall([9, 7, 5, 3, 1]).Tau.Value.Should().Be(-1);
    }

    [Fact]
    public void MannKendall_TooShortOrConstant_IsUndefined()
    {
        Trend.MannKendall([]).Test.PValue.ShouldBeUndefined(UndefinedReason.NoData, "values");
        Trend.MannKendall([1, 2]).Slope.ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Trend.MannKendall([4, 4, 4, 4]).Tau.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "standard error");
    }

    [Fact]
    public void MannKendall_WrongInput_Throws()
    {
        Messages.Of<ArgumentException>(() => Trend.MannKendall([1, 2, double.NaN]))
            .Should().Be("Expected finite numbers; found NaN at index 2. (Parameter 'values')");
        Messages.Of<ArgumentException>(() => Trend.MannKendall(new double[5_001]))
            .Should().Be("Expected at most 5000 values; found 5001. Take means of longer steps. (Parameter 'values')");
    }
}
