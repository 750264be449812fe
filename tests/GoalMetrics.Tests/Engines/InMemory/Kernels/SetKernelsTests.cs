namespace GoalMetrics.Tests.Engines.InMemory.Kernels;

/// <summary>Sets and lists made for speed, against those of .NET.</summary>
public sealed class SetKernelsTests
{
    [Fact] // Fewer than a vector holds, as many, and one more.
    public void BitWords_OfAnyLength_AreUnitedAsOneByOne()
    {
        var random = new Random(3);
        for (var length = 0; length <= 33; length++)
        {
            ulong[] words = [.. Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64())];
            ulong[] others = [.. Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64())];
            ulong[] plain = [.. words];

            BitWords.Unite(words, others);
            BitWords.UnitePlain(plain, others);

            words.Should().Equal(plain);
        }
    }

    [Theory] // Few enough for the processor's caches, and so many that codes are collected and sorted first.
    [InlineData(5, 10, false)]
    [InlineData(5, 10, true)]
    [InlineData(300, 600, false)]
    [InlineData(300, 600, true)]
    public void BitRows_AnyChunks_HoldWhatHashSetsHold(int cellCount, int wordCount, bool leavesOut)
    {
        var random = new Random(11);
        var bits = new BitRows(cellCount, wordCount);
        var sets = Enumerable.Range(0, cellCount).Select(_ => new HashSet<int>()).ToArray();
        int[] codes = [.. Enumerable.Range(0, 3 * Chunk.Size).Select(_ => random.Next(wordCount * 64))];
        var chunk = new Chunk();
        for (var start = 0; start < codes.Length; start += Chunk.Size)
        {
            var cells = chunk.SetWhole(start, Chunk.Size);
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = leavesOut && i % 3 == 0 ? -1 : random.Next(cellCount);
            }

            chunk.LeaveOut();
            bits.Add<int>(chunk, codes);
            foreach (var (row, cell) in chunk.Rows.ToArray().Zip(chunk.Cells.ToArray()))
            {
                sets[cell].Add(codes[row]);
            }
        }

        const int Absent = 3;
        for (var cell = 0; cell < cellCount; cell++)
        {
            var found = new List<int>();
            bits.ForEach(cell, Absent, found.Add);
            found.Should().Equal(sets[cell].Where(code => code != Absent).Order());
            bits.CountOf(cell, Absent).Should().Be(found.Count);
            bits.CountOf(cell, absent: -1).Should().Be(sets[cell].Count);
        }

        bits.Release();
    }

    [Fact]
    public void BitRows_AddedToAnother_HoldBoth()
    {
        BitRows one = new(1, 9), other = new(1, 9);
        for (var code = 0; code + 1 < 9 * 64; code += 5)
        {
            one.Add(0, code);
            other.Add(0, code + 1);
        }

        one.Add(0, other, 0);
        var found = new List<int>();
        one.ForEach(0, absent: -1, found.Add);
        found.Should().Equal(Enumerable.Range(0, (9 * 64) - 1).Where(code => code % 5 < 2));
        one.Release();
        other.Release();
    }

    [Theory] // From a few codes, which are hashed, to so many that the set becomes bits; more codes become possible meanwhile.
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void CodeSet_AnyCodes_HoldsWhatAHashSetHolds(int adds)
    {
        var random = new Random(adds);
        var arena = new WordArena();
        var (set, expected) = (new CodeSet(arena), new HashSet<int>());
        for (var i = 0; i < adds; i++)
        {
            var codeCount = 40_000 + (10 * i);
            var code = random.Next(codeCount);
            set.Add(code, codeCount);
            expected.Add(code);
        }

        var twice = new CodeSet(arena);
        twice.Add(7, 50_000);
        twice.Add(set, map: null, 40_000 + (10 * adds));
        CodesOf(set).Should().Equal(expected.Order());
        set.Count.Should().Be(expected.Count);
        CodesOf(twice).Should().Equal(expected.Append(7).Distinct().Order());
        arena.Release();
    }

    [Fact]
    public void WordArena_WhatItHandsOut_IsClearedAndApart()
    {
        var arena = new WordArena();
        for (var round = 0; round < 2; round++)
        {
            var taken = Enumerable.Range(1, 600).Select(length => arena.Take(length)).ToArray();
            taken.Should().OnlyContain(words => words.All(word => word == 0));
            for (var i = 0; i < taken.Length; i++)
            {
                taken[i].AsSpan().Fill((ulong)i + 1);
            }

            taken.Select((words, i) => words.All(word => word == (ulong)i + 1)).Should().NotContain(false);
            arena.Release();
        }
    }

    [Fact] // Ever larger numbers, so that it goes through all widths.
    public void PackedNumbers_AnyNumbers_AreAListOfLongs()
    {
        var random = new Random(3);
        var (packed, expected) = (new PackedNumbers(), new List<long>());
        for (var bits = 1; bits < 63; bits++)
        {
            long[] batch = [.. Enumerable.Range(0, 50).Select(_ => random.NextInt64(-1L << bits, 1L << bits))];
            packed.Add(batch);
            expected.AddRange(batch);
        }

        Enumerable.Range(0, packed.Count).Select(i => packed[i]).Should().Equal(expected);
        (packed.Lowest, packed.Highest).Should().Be((expected.Min(), expected.Max()));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(100_000, true)]
    [InlineData(long.MaxValue, false)]
    public void PackedNumbers_Multiplied_AreTheProducts(long factor, bool fits)
    {
        long[] numbers = [1, -5, 120, 0, -128, 77];
        var packed = new PackedNumbers();
        packed.Add(numbers);
        packed.TryMultiply(factor).Should().Be(fits);
        Enumerable.Range(0, packed.Count).Select(i => packed[i]).Should().Equal(numbers.Select(number => fits ? number * factor : number));
    }

    private static List<int> CodesOf(CodeSet set)
    {
        var codes = new List<int>();
        set.ForEach(codes.Add);
        codes.Sort();
        return codes;
    }
}
