using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Means;

public sealed class SampleTests
{
    private static readonly double[] OneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    // NIST StRD, univariate summary statistics: certified values. The first and the last sets lose digits as they are written in binary.
    [Theory]
    [InlineData("Lottery.dat", 518.958715596330, 291.699727470969, 1e-14, 1e-14)]
    [InlineData("Michelso.dat", 299.852400000000, 0.0790105478190518, 1e-15, 1e-13)]
    [InlineData("NumAcc1.dat", 10_000_002, 1, 0, 0)]
    [InlineData("NumAcc3.dat", 1_000_000.2, 0.1, 1e-15, 1e-9)]
    public void Moments_NistFiles_AreAsCertified(string file, double mean, double deviation, double ofMean, double ofDeviation)
    {
        var values = File.ReadLines(DataFiles.Reference($"nist/{file}"))
            .SkipWhile(line => !line.StartsWith("Data: Y", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => double.Parse(line, NumberStyles.Float, CultureInfo.InvariantCulture))
            .ToList();

        Sample.Mean(values).ShouldBeNear(mean, ofMean);
        Sample.StandardDeviation(values).ShouldBeNear(deviation, ofDeviation);
    }

    // The constructed sets of the same collection: a middle value, then 500 pairs on either side of it.
    [Theory]
    [InlineData(1.2, 1.1, 1.3, 1e-15, 1e-14)]
    [InlineData(1_000_000.2, 1_000_000.1, 1_000_000.3, 1e-15, 1e-9)]
    [InlineData(10_000_000.2, 10_000_000.1, 10_000_000.3, 1e-15, 1e-7)]
    public void Moments_NistConstructedSets_AreAsCertified(double mean, double low, double high, double ofMean, double ofDeviation)
    {
        double[] values = [mean, .. Enumerable.Repeat<double[]>([low, high], 500).SelectMany(pair => pair)];

        Sample.Mean(values).ShouldBeNear(mean, ofMean);
        Sample.StandardDeviation(values).ShouldBeNear(0.1, ofDeviation);
        Sample.Variance(values).ShouldBeNear(0.01, 2d * ofDeviation);
    }

    [Fact]
    public void Mean_ALargeTermThatGoesAgain_DoesNotTakeTheSmallWithIt() => Sample.Mean([1, 1e100, 1, -1e100]).Value.Should().Be(0.5);

    // By hand from the definitions of Hyndman and Fan: the quartile of the numbers 1 to 10.
    [Theory]
    [InlineData(QuantileType.Type1, 3)]
    [InlineData(QuantileType.Type2, 3)]
    [InlineData(QuantileType.Type3, 2)]
    [InlineData(QuantileType.Type4, 2.5)]
    [InlineData(QuantileType.Type5, 3)]
    [InlineData(QuantileType.Type6, 2.75)]
    [InlineData(QuantileType.Type7, 3.25)]
    [InlineData(QuantileType.Type8, 2.9166666666666667)]
    [InlineData(QuantileType.Type9, 2.9375)]
    public void Quantile_EachType_IsByItsDefinition(QuantileType type, double quartile)
    {
        Sample.Quantile(OneToTen, 0.25, type).ShouldBeNear(quartile, 1e-15);
        Sample.Quantile(OneToTen, 0, type).Value.Should().Be(1);
        Sample.Quantile(OneToTen, 1, type).Value.Should().Be(10);
        Sample.Quantile([7], 0.3, type).Value.Should().Be(7);
    }

    [Theory]
    [InlineData(QuantileType.Type1, 2)]
    [InlineData(QuantileType.Type2, 2.5)]
    [InlineData(QuantileType.Type3, 2)]
    [InlineData(QuantileType.Type4, 2)]
    [InlineData(QuantileType.Type6, 2.5)]
    public void Quantile_OnAStep_IsByItsDefinition(QuantileType type, double median) =>
        Sample.Quantile([4, 1, 3, 2], 0.5, type).Value.Should().Be(median);

    [Fact]
    public void Quantile_RankWholeButForRounding_IsTakenAsWhole() =>
        Sample.Quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.7, QuantileType.Type1).Value.Should().Be(7); // 10 · 0.7 is below 7 in binary

    [Fact]
    public void Median_EvenAndOdd_IsInTheMiddle()
    {
        Sample.Median([3, 1, 2]).Value.Should().Be(2);
        Sample.Median([3, 1, 2, 10]).Value.Should().Be(2.5);
    }

    [Fact]
    public void Samples_EmptyOrOfOne_AreUndefinedWhereTheyCannotAnswer()
    {
        Sample.Mean([]).ShouldBeUndefined(UndefinedReason.NoData, "values");
        Sample.Median([]).ShouldBeUndefined(UndefinedReason.NoData, "values");
        Sample.StandardDeviation([]).ShouldBeUndefined(UndefinedReason.NoData, "values");
        Sample.Mean([5]).Value.Should().Be(5);
        Sample.StandardDeviation([5]).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Sample.StandardDeviation([0.1, 0.1, 0.1]).Value.Should().Be(0);
        Sample.Mean([double.MaxValue, double.MaxValue]).Value.Should().Be(double.MaxValue);
        Sample.StandardDeviation([double.MaxValue, -double.MaxValue]).ShouldBeUndefined(UndefinedReason.Overflow);
    }

    [Fact]
    public void Mean_NotANumber_NamesItsPlace() =>
        Messages.Of<ArgumentException>(() => Sample.Mean([1, double.NaN]))
            .Should().Be("Expected finite numbers; found NaN at index 1. (Parameter 'values')");

    [Fact]
    public void StandardDeviation_InfiniteValue_NamesItsPlace() =>
        Messages.Of<ArgumentException>(() => Sample.StandardDeviation([double.PositiveInfinity]))
            .Should().Be("Expected finite numbers; found Infinity at index 0. (Parameter 'values')");

    [Fact]
    public void Quantile_ShareAboveOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Sample.Quantile([1], 1.01))
            .Should().Be("Expected a number from 0 to 1; found 1.01. (Parameter 'share')");

    [Fact]
    public void Quantile_UnknownType_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Sample.Quantile([1], 0.5, (QuantileType)10))
            .Should().Be(
                "Expected one of Type1, Type2, Type3, Type4, Type5, Type6, Type7, Type8, Type9; found 10. (Parameter 'type')");

    [Fact]
    public void Mean_NoValues_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => Sample.Mean(null!)).Should().EndWith("(Parameter 'values')");

    [Fact]
    public void SampleMoments_FromFigures_AreKept()
    {
        var moments = new SampleMoments(n: 195, mean: 9.26146, standardDeviation: 0.022789);

        (moments.N, moments.Mean.Value).Should().Be((195L, 9.26146));
        moments.StandardDeviation.ShouldBeNear(0.022789, 1e-15);
        new SampleMoments(1, 5, 0).StandardDeviation.ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Messages.Of<ArgumentOutOfRangeException>(() => new SampleMoments(0, 5, 0))
            .Should().Be("Expected at least 1; found 0. (Parameter 'n')");
        Messages.Of<ArgumentOutOfRangeException>(() => new SampleMoments(5, 5, -1))
            .Should().Be("Expected a finite number, at least 0; found -1. (Parameter 'standardDeviation')");
        Messages.Of<ArgumentOutOfRangeException>(() => new SampleMoments(1, 5, 2))
            .Should().Be("Expected a number from 0 to 0; found 2. (Parameter 'standardDeviation')");
    }
}
