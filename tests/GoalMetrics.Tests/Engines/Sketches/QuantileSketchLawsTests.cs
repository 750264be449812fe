using CsCheck;
using GoalMetrics.Tests.Quantities.Exact;

namespace GoalMetrics.Tests.Engines.Sketches;

/// <summary>A sketch is a function of the values: compared by its bytes, which are all it holds.</summary>
public class QuantileSketchLawsTests
{
    private static readonly Gen<decimal[]> Values =
        Gen.OneOf(Decimals.All.Array[0, 60], Decimals.Amounts.Array[0, 400], Gen.OneOfConst(1.5m, 1.50m, 0m, -0.0m).Array[0, 5]);

    private static readonly Gen<decimal> Shares = Gen.Int[0, 1_000_000].Select(millionths => millionths / 1_000_000m);

    [Fact]
    public void Add_AnyOrderAndAnySplit_IsTheSameSketch() => Gen.Select(Values, Gen.Int[1, 6], Gen.Int).Sample((values, parts, seed) =>
    {
        var random = new Random(seed);
        var sketches = Enumerable.Range(0, parts).Select(_ => new QuantileSketch()).ToList();
        var shuffled = values.ToArray();
        random.Shuffle(shuffled);
        foreach (var value in shuffled)
        {
            sketches[random.Next(parts)].Add(value);
        }

        while (sketches.Count > 1)
        {
            sketches[random.Next(sketches.Count - 1)].Merge(sketches[^1]);
            sketches.RemoveAt(sketches.Count - 1);
        }

        AssertSame(sketches[0], Of(values));
        sketches[0].Count.Should().Be(values.Length);
        sketches[0].Minimum.Should().Be(values.Length == 0 ? null : values.Min());
        sketches[0].Maximum.Should().Be(values.Length == 0 ? null : values.Max());
    });

    [Fact]
    public void Merge_Any_IsCommutativeAssociativeAndLeavesTheOther() => Gen.Select(Values, Values, Values).Sample((a, b, c) =>
    {
        var other = Of(b);
        AssertSame(Merged(Of(a), other), Merged(Of(b), Of(a)));
        AssertSame(other, Of(b));
        AssertSame(Merged(Merged(Of(a), Of(b)), Of(c)), Merged(Of(a), Merged(Of(b), Of(c))));
        AssertSame(Merged(new(), other), other);
        AssertSame(Merged(Of(a), new()), Of(a));
    });

    [Fact]
    public void Merge_WithItself_CountsTwice() => Values.Sample(values =>
    {
        var sketch = Of(values);
        AssertSame(Merged(sketch, sketch), Of([.. values, .. values]));
    });

    [Fact]
    public void Quantile_AnyValues_IsNearTheOneOfThatRank() => Gen.Select(Decimals.All.Array[1, 80], Shares).Sample((values, share) =>
    {
        var sketch = Of(values);
        Array.Sort(values);
        return Decimals.IsNear(sketch.Quantile(share), values[Math.Max((int)Math.Ceiling(share * values.Length) - 1, 0)]);
    });

    [Fact]
    public void Quantile_AnyValues_NeverFallsAsTheShareGrows() => Gen.Select(Decimals.All.Array[1, 60], Shares, Shares).Sample(
        (values, one, other) => Of(values).Quantile(Math.Min(one, other)) <= Of(values).Quantile(Math.Max(one, other)));

    [Fact]
    public void Read_WhatWasWritten_IsTheSameSketch() => Gen.Select(Values, Values).Sample((values, more) =>
    {
        var read = WrittenBytes.Read(WrittenBytes.Of(Of(values).Write), QuantileSketch.Read);
        AssertSame(read, Of(values));
        read.Quantile(0.3m).Should().Be(Of(values).Quantile(0.3m));
        AssertSame(Merged(read, Of(more)), Of([.. values, .. more]));
    });

    private static void AssertSame(QuantileSketch actual, QuantileSketch expected) =>
        WrittenBytes.Of(actual.Write).AsSpan().SequenceEqual(WrittenBytes.Of(expected.Write)).Should().BeTrue();

    private static QuantileSketch Merged(QuantileSketch one, QuantileSketch other)
    {
        one.Merge(other);
        return one;
    }

    private static QuantileSketch Of(decimal[] values)
    {
        var sketch = new QuantileSketch();
        foreach (var value in values)
        {
            sketch.Add(value);
        }

        return sketch;
    }
}
