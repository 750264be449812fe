using CsCheck;

namespace GoalMetrics.Tests.Engines.Sketches;

/// <summary>A sketch is a function of the set of hashes: compared by its bytes, which are all it holds.</summary>
public class HyperLogLogLawsTests
{
    // Few, many, and about as many as are kept one by one.
    private static readonly Gen<ulong[]> Hashes = Gen.OneOf(
        Gen.ULong.Array[0, 40], Gen.ULong.Array[1_000, 1_050], Gen.ULong.Array[1_500, 3_000], Gen.ULong[0, 1_500].Array[0, 3_000],
        Gen.ULong[0, 3].Array[0, 9]);

    [Fact]
    public void Add_AnyOrderAndAnySplit_IsTheSameSketch() => Gen.Select(Hashes, Gen.Int[1, 6], Gen.Int).Sample(
        (hashes, parts, seed) =>
        {
            var random = new Random(seed);
            var sketches = Enumerable.Range(0, parts).Select(_ => new HyperLogLog()).ToList();
            var shuffled = hashes.ToArray();
            random.Shuffle(shuffled);
            foreach (var hash in shuffled)
            {
                sketches[random.Next(parts)].Add(hash);
                sketches[random.Next(parts)].Add(hash);
            }

            while (sketches.Count > 1)
            {
                sketches[random.Next(sketches.Count - 1)].Merge(sketches[^1]);
                sketches.RemoveAt(sketches.Count - 1);
            }

            AssertSame(sketches[0], Of(hashes));
            sketches[0].Estimate().Should().Be(Of(hashes).Estimate());
            sketches[0].IsExact.Should().Be(hashes.Select(hash => Math.Max(hash, 1)).Distinct().Count() <= 1_024);
        },
        iter: 200);

    [Fact]
    public void Merge_Any_IsCommutativeAndAssociative() => Gen.Select(Hashes, Hashes, Hashes).Sample(
        (a, b, c) =>
        {
            AssertSame(Merged(Of(a), Of(b)), Merged(Of(b), Of(a)));
            AssertSame(Merged(Merged(Of(a), Of(b)), Of(c)), Merged(Of(a), Merged(Of(b), Of(c))));
        },
        iter: 100);

    [Fact]
    public void Merge_WithItselfOrNothing_ChangesNothing() => Hashes.Sample(
        hashes =>
        {
            var sketch = Of(hashes);
            AssertSame(Merged(sketch, sketch), Of(hashes));
            AssertSame(Merged(sketch, Of(hashes)), Of(hashes));
            AssertSame(Merged(sketch, new()), Of(hashes));
            AssertSame(Merged(new(), sketch), Of(hashes));
        },
        iter: 100);

    [Fact]
    public void Merge_Any_LeavesTheOtherAsItWas() => Gen.Select(Hashes, Hashes).Sample(
        (a, b) =>
        {
            var other = Of(b);
            var merged = Merged(Of(a), other);
            AssertSame(other, Of(b));
            merged.Add(0xF00D);
            AssertSame(other, Of(b));
        },
        iter: 100);

    [Fact]
    public void Read_WhatWasWritten_IsTheSameSketch() => Gen.Select(Hashes, Hashes).Sample(
        (hashes, more) =>
        {
            var read = WrittenBytes.Read(WrittenBytes.Of(Of(hashes).Write), HyperLogLog.Read);
            AssertSame(read, Of(hashes));
            read.Estimate().Should().Be(Of(hashes).Estimate());
            AssertSame(Merged(read, Of(more)), Of([.. hashes, .. more]));
        },
        iter: 100);

    private static void AssertSame(HyperLogLog actual, HyperLogLog expected) =>
        WrittenBytes.Of(actual.Write).AsSpan().SequenceEqual(WrittenBytes.Of(expected.Write)).Should().BeTrue();

    private static HyperLogLog Merged(HyperLogLog one, HyperLogLog other)
    {
        one.Merge(other);
        return one;
    }

    private static HyperLogLog Of(ulong[] hashes)
    {
        var sketch = new HyperLogLog();
        foreach (var hash in hashes)
        {
            sketch.Add(hash);
        }

        return sketch;
    }
}
