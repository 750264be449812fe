namespace GoalMetrics.Tests.Engines.InMemory.Kernels;

/// <summary>Kernels over plain numbers, against the loops that stand beside them, at lengths around those of the vectors.</summary>
public sealed class NumberKernelsTests
{
    private static readonly int[] Lengths = [0, 1, 3, 4, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 100, 1_000, 4_096];

    public static TheoryData<int> Counts => [.. Lengths];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Extremes_OfAnyLength_AreThoseOfTheLoop(int length)
    {
        var numbers = Numbers(length, long.MinValue / 2, long.MaxValue / 2);
        Extremes.Of(numbers, 0, 0).Should().Be(Extremes.OfPlain(numbers, 0, 0));
        Extremes.Of(numbers, long.MaxValue, long.MinValue).Should().Be(Extremes.OfPlain(numbers, long.MaxValue, long.MinValue));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Narrowing_ToAnyWidth_CopiesAsTheLoop(int length)
    {
        Narrowed<sbyte>(Numbers(length, sbyte.MinValue, sbyte.MaxValue));
        Narrowed<short>(Numbers(length, short.MinValue, short.MaxValue));
        Narrowed<int>(Numbers(length, int.MinValue, int.MaxValue));
        Narrowed<long>(Numbers(length, long.MinValue, long.MaxValue - 1));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void MaskedCounts_OfAnyGroups_AreThoseOfTheLoop(int length)
    {
        for (var groups = 2; groups <= Chunk.MostFew; groups++)
        {
            var groupOf = Groups(length, groups);
            var (found, expected) = (new long[groups], new long[groups]);
            MaskedSums.Count(groupOf, length, found);
            MaskedSums.CountPlain(groupOf, expected);
            found.Should().Equal(expected);
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void MaskedSums_OfAnyWidth_AreThoseOfTheLoop(int length)
    {
        Summed<sbyte>(length, 7);
        Summed<sbyte>(length, sbyte.MaxValue);
        Summed<short>(length, short.MaxValue);
        Summed<int>(length, (1 << 24) - 1);
        Summed<int>(length, int.MaxValue);
        Summed<long>(length, long.MaxValue / 4_096);
    }

    private static void Narrowed<T>(long[] numbers)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        var (found, expected) = (new T[numbers.Length], new T[numbers.Length]);
        Narrowing.Copy<T>(numbers, found);
        Narrowing.CopyPlain<T>(numbers, expected);
        found.Should().Equal(expected);
    }

    // As one group without places, and as several.
    private static void Summed<T>(int length, long largest)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        T[] numbers = [.. Numbers(length, -largest, largest).Select(T.CreateTruncating)];
        foreach (var groups in (int[])[1, 2, 3, 5, 8, Chunk.MostFew])
        {
            byte[] groupOf = groups == 1 ? [] : Groups(length, groups);
            var (found, expected) = (new long[groups], new long[groups]);
            MaskedSums.Sum<T>(groupOf, numbers, (ulong)largest, found);
            MaskedSums.SumPlain<T>(groupOf, numbers, expected);
            found.Should().Equal(expected);
        }
    }

    private static long[] Numbers(int length, long lowest, long highest)
    {
        var random = new Random(20_261_129);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextInt64(lowest, highest + 1))];
    }

    private static byte[] Groups(int length, int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(count))];
    }
}
