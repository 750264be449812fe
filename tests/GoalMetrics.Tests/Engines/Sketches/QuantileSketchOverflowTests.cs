namespace GoalMetrics.Tests.Engines.Sketches;

public class QuantileSketchOverflowTests
{
    private static readonly byte[] TooMany = [255, 255, 255, 255];

    [Fact]
    public void Add_TheLastThatCanBeCounted_IsCounted_AndTheNextOneIsTooMany()
    {
        var sketch = Powers(62);
        sketch.Count.Should().Be(long.MaxValue);
        sketch.Quantile(0.5m).Should().Be(7);

        sketch.Add(7);
        AssertTooMany(sketch);
    }

    [Fact]
    public void Quantile_AsManyValuesAsCanBeCounted_RanksThemExactly()
    {
        // 2⁶² − 1 of 7, 2⁶² of 70: the last 7 is of rank 2⁶² − 1.
        var sketch = Powers(61);
        sketch.Merge(Power(62, 70));

        sketch.Count.Should().Be(long.MaxValue);
        sketch.Quantile(4_611_686_018_427_387_902.5m / long.MaxValue).Should().BeLessThan(8);
        sketch.Quantile(0.5m).Should().BeGreaterThan(8, "2⁶² is the first rank at or above a half");
    }

    [Fact]
    public void Merge_TooMany_IsRememberedWhateverComesAfterwards()
    {
        var sketch = Powers(62);
        sketch.Merge(Power(0, 3));
        AssertTooMany(sketch);

        sketch.Add(1);
        sketch.Merge(new());
        AssertTooMany(sketch);

        var fresh = Power(2, 1);
        fresh.Merge(sketch);
        AssertTooMany(fresh);
        AssertTooMany(WrittenBytes.Read(TooMany, QuantileSketch.Read));
    }

    private static void AssertTooMany(QuantileSketch sketch)
    {
        (sketch.Count, sketch.Minimum, sketch.Maximum, sketch.Quantile(0.5m))
            .Should().Be(((long?)null, (decimal?)null, (decimal?)null, (decimal?)null));
        WrittenBytes.Of(sketch.Write).Should().Equal(TooMany);
    }

    // 2ⁿ times the value.
    private static QuantileSketch Power(int n, decimal value)
    {
        var sketch = new QuantileSketch();
        sketch.Add(value);
        for (var i = 0; i < n; i++)
        {
            sketch.Merge(sketch);
        }

        return sketch;
    }

    // 2ⁿ⁺¹ − 1 times 7.
    private static QuantileSketch Powers(int n)
    {
        var sketch = new QuantileSketch();
        for (var i = 0; i <= n; i++)
        {
            sketch.Merge(Power(i, 7));
        }

        return sketch;
    }
}
