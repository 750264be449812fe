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

    [Theory]
    [MemberData(nameof(Counts))]
    public void MemberSteps_OfCells_NumberThemAsTheLoop(int length)
    {
        foreach (var members in (int[])[1, 2, 7, sbyte.MaxValue])
        {
            sbyte[] codes = [.. Numbers(length, 0, members - 1).Select(sbyte.CreateTruncating)];
            int[] found = [.. Numbers(length, 0, (int.MaxValue / members) - 1).Select(int.CreateTruncating)];
            int[] expected = [.. found];
            MemberSteps.Step(found, codes, members);
            MemberSteps.StepPlain<sbyte>(expected, codes, members);
            found.Should().Equal(expected);
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void MemberSteps_OfFewCells_NumberThemAsTheLoop(int length)
    {
        sbyte[] channels = [.. Numbers(length, 0, 4).Select(sbyte.CreateTruncating)];
        sbyte[] markets = [.. Numbers(length, 0, 2).Select(sbyte.CreateTruncating).Reverse()];
        var (found, expected) = (new byte[length], new int[length]);
        MemberSteps.First(found, channels);
        MemberSteps.Step(found, markets, 3);
        MemberSteps.StepPlain<sbyte>(expected, channels, 5);
        MemberSteps.StepPlain<sbyte>(expected, markets, 3);
        found.Select(cell => (int)cell).Should().Equal(expected);
    }

    [Fact] // Two markets beside two channels: 0 and 1 are those of the first channel, 2 and 3 those of the second.
    public void MemberSteps_Plain_CountsMembersWithinEachCell()
    {
        int[] cells = [0, 0, 1, 1];
        MemberSteps.StepPlain<short>(cells, [0, 1, 0, 1], 2);
        cells.Should().Equal(0, 1, 2, 3);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void PackedWords_OfAnyWidth_PackAsTheLoop(int length)
    {
        Packed(Numbers(length + 3, -100, sbyte.MaxValue), shift: 13);
        Packed(Numbers(length + 3, -30_000, short.MaxValue), shift: 13);
        Packed(Numbers(length + 3, int.MinValue, int.MaxValue), shift: 30);
        Packed(Numbers(length + 3, 0, long.MaxValue / 4), shift: 1);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void PackedWords_OfAnyCells_AddUpAsTheLoop(int length)
    {
        ulong[] words = [.. Numbers(length, 0, 1L << 50).Select(number => (ulong)number)];
        foreach (var cellCount in (int[])[1, 2, 17, 512])
        {
            int[] cells = [.. Numbers(length, 0, cellCount - 1).Select(int.CreateTruncating)];
            var (found, expected) = (new ulong[cellCount], new ulong[cellCount]);
            PackedWords.Add(words, cells, found);
            PackedWords.AddPlain(words, cells, expected);
            found.Should().Equal(expected);
        }
    }

    [Theory] // Cuts at least 256 apart, so that a bucket of 8 bits holds at most one; times on the cuts, beside them and anywhere.
    [MemberData(nameof(Counts))]
    public void SegmentLookup_OfAnyTimes_FindsAsTheLoop(int length)
    {
        const int Shift = 8;
        long[] cuts = [-700, -400, -144, 112, 1_000, 1_500, 30_000];
        int[] segmentOf =
        [
            .. Enumerable.Range(0, (int)((cuts[^1] - cuts[0]) >> Shift) + 1)
                .Select(bucket => SegmentOf(cuts[0] + ((long)bucket << Shift))),
        ];
        long[] times =
        [
            .. Numbers(length, 0, 3 * (cuts.Length - 1) - 1).Select(place => Math.Max(cuts[0], cuts[place / 3] + (place % 3) - 1)),
            .. Numbers(length, cuts[0], cuts[^1] - 1),
        ];
        var (found, plain) = (new int[times.Length], new int[times.Length]);
        SegmentLookup.Find(times, cuts, segmentOf, Shift, found);
        SegmentLookup.FindPlain(times, cuts, segmentOf, Shift, plain);
        found.Should().Equal(plain);
        plain.Should().Equal(times.Select(SegmentOf));

        int SegmentOf(long time) => Array.FindLastIndex(cuts, cuts.Length - 2, cut => cut <= time);
    }

    // Not from the first number on.
    private static void Packed(long[] numbers, int shift)
    {
        const int Start = 3;
        var column = new PackedNumbers();
        column.Add(numbers);
        ulong[] found = [.. Enumerable.Repeat(1UL, numbers.Length - Start)];
        ulong[] expected = [.. found];
        PackedWords.Put(column, Start, found, shift);
        PackedWords.PutPlain(column, Start, expected, shift);
        found.Should().Equal(expected);
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
