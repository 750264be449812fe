using GoalMetrics.Tests.Quantities.Exact;

namespace GoalMetrics.Tests.Engines.Sketches;

public class QuantileSketchTests
{
    [Theory] // Nearest rank: the worked example of en.wikipedia.org/wiki/Percentile, 15 20 35 40 50.
    [InlineData(0, 15)]
    [InlineData(5, 15)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 35)]
    [InlineData(100, 50)]
    public void Quantile_WorkedExample_IsNearTheRankedValue(int percent, int expected) =>
        Decimals.IsNear(Of(15, 20, 35, 40, 50).Quantile(percent / 100m), expected).Should().BeTrue();

    [Fact] // The middle of a bucket, to 6 digits: 2 · 100 · 100.5 / 200.5; but no further than the values go.
    public void Quantile_Value_IsTheMiddleOfItsBucketInsideTheRange()
    {
        Of(1, 100, 1_000).Quantile(0.5m).Should().Be(100.249m);
        Of(1, 100.1m, 100.2m, 100.2m).Quantile(0.75m).Should().Be(100.2m);
        Of(100.3m, 100.4m, 100.45m).Quantile(0.5m).Should().Be(100.3m);
        Of(-5, 0, 5).Quantile(0.5m).Should().Be(0);
        Of(-1_000, -100, -1).Quantile(0.5m).Should().Be(-100.249m);
    }

    [Fact]
    public void Quantile_FirstAndLast_AreExact()
    {
        var sketch = Of(3.1415926535897932384626433832m, 1.50m, -2.7182818284590452353602874713m, 1.5m);

        sketch.Quantile(0).Should().Be(-2.7182818284590452353602874713m).And.Be(sketch.Minimum);
        sketch.Quantile(0.25m).Should().Be(-2.7182818284590452353602874713m);
        sketch.Quantile(0.7500000000000000000000000001m).Should().Be(3.1415926535897932384626433832m).And.Be(sketch.Maximum);
        sketch.Quantile(1).Should().Be(3.1415926535897932384626433832m);
        sketch.Count.Should().Be(4);
    }

    [Fact]
    public void Quantile_OfNothing_IsNull()
    {
        var sketch = new QuantileSketch();
        (sketch.Quantile(0.5m), sketch.Minimum, sketch.Maximum, sketch.Count)
            .Should().Be(((decimal?)null, (decimal?)null, (decimal?)null, 0L));
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("1.01")]
    public void Quantile_ShareOutside0To1_Throws(string share) =>
        Messages.Of<ArgumentOutOfRangeException>(
            () => Of(1).Quantile(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)))
            .Should().Be($"Expected a share from 0 to 1; found {share}. (Parameter 'share')");

    [Theory]
    [InlineData("uniform")]
    [InlineData("exponential")]
    [InlineData("normal")]
    [InlineData("heavy tail")]
    [InlineData("whole numbers")]
    [InlineData("edges of buckets")]
    [InlineData("all sizes")]
    public void Quantile_AMillionValues_IsWithinTheBoundOfTheSortedOnes(string distribution)
    {
        var random = new Random(20_260_901);
        var values = new decimal[1_000_000];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Draw(distribution, random, i);
        }

        var sketch = Of(values);
        Array.Sort(values);
        for (var rank = 1; rank <= values.Length; rank += rank is < 30 or > 999_970 ? 1 : 4_999)
        {
            Decimals.IsNear(sketch.Quantile(rank / 1_000_000m), values[rank - 1])
                .Should().BeTrue("rank {0} is {1}", rank, values[rank - 1]);
        }
    }

    [Fact] // ln(1 / (1 − p)) is the quantile of the exponential distribution; at p = 0.5, 0.9 and 0.99: 0.693147, 2.302585, 4.605170.
    public void Quantile_ExponentialAtItsOwnQuantiles_IsTheKnownOne()
    {
        var sketch = new QuantileSketch();
        for (var i = 0; i < 2_000_000; i++)
        {
            sketch.Add((decimal)-Math.Log(1 - ((i + 0.5) / 2_000_000)));
        }

        sketch.Quantile(0.5m).Should().BeApproximately(0.693147m, 0.693147m * QuantileSketch.RelativeError);
        sketch.Quantile(0.9m).Should().BeApproximately(2.302585m, 2.302585m * QuantileSketch.RelativeError);
        sketch.Quantile(0.99m).Should().BeApproximately(4.605170m, 4.605170m * QuantileSketch.RelativeError);
    }

    [Fact]
    public void Add_AfterwardsOfAnySize_AllocatesNothing()
    {
        decimal[] values = [0, 1.5m, -1.5m, 12_345.67m, decimal.MaxValue, Decimals.Smallest, 0.1234567890123456789012345678m];
        var sketch = Of(values);
        WrittenBytes.AllocatedBy(() =>
        {
            foreach (var value in values)
            {
                sketch.Add(value);
            }
        }).Should().Be(0);
    }

    [Fact] // A page of 32 counts is 280 bytes.
    public void New_WithFewValues_TakesFewBytes()
    {
        WrittenBytes.AllocatedBy(() => Of(10)).Should().BeLessThan(600);
        WrittenBytes.AllocatedBy(() => Of(10, 12, 1_000_000, -5, Decimals.Smallest)).Should().BeLessThan(25_000);
    }

    private static decimal Draw(string distribution, Random random, int i) => distribution switch
    {
        "uniform" => random.Next(1, 10_000_000) / 100m,
        "exponential" => (decimal)(-Math.Log(1 - random.NextDouble()) * 1_000),
        "normal" => Math.Round((decimal)(Normal(random) * 100), 4),
        "heavy tail" => Math.Round((decimal)Math.Pow(1 - random.NextDouble(), -2), 2),
        "whole numbers" => random.Next(0, 1_000),
        "edges of buckets" => BesideAnEdge(random) * (i % 2 == 0 ? 1 : -1),
        _ => new decimal(random.Next(), random.Next(), random.Next(), i % 2 == 0, (byte)random.Next(29)),
    };

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static decimal BesideAnEdge(Random random)
    {
        var edge = (decimal)Math.ScaleB(128 + random.Next(128), random.Next(-20, 20));
        return edge + (random.Next(-1, 2) * 0.000000000001m);
    }

    private static QuantileSketch Of(params decimal[] values)
    {
        var sketch = new QuantileSketch();
        foreach (var value in values)
        {
            sketch.Add(value);
        }

        return sketch;
    }
}
