using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Accumulators;

/// <summary>Counts and sums of several columns packed into one word, against one after the other.</summary>
public sealed class PackedSumsTests
{
    private static readonly string[] Columns = ["flags", "negative", "cents", "large"];

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(PackedSums.MostCells)]
    public void Add_AnyChunks_AddsAsTheLoops(int cellCount)
    {
        var random = new Random(cellCount);
        var table = Table(random);
        var (packedCounts, plainCounts) = (Counts(cellCount), Counts(cellCount));
        var (packedSums, plainSums) = (Sums(table, cellCount), Sums(table, cellCount));
        var (packed, chunk) = (new PackedSums(), new Chunk());
        for (var start = 0; start < table.RowCount; start += Chunk.Size)
        {
            var cells = chunk.SetWhole(start, Math.Min(Chunk.Size, table.RowCount - start));
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = random.Next(cellCount);
            }

            plainCounts.Add(chunk);
            plainSums.ForEach(sums => sums.Add(chunk));
            var left = packedSums.ToList();
            packed.Add(chunk, packedCounts, left, cellCount);
            left.Should().HaveCountLessThan(Columns.Length);
            left.ForEach(sums => sums.Add(chunk));
        }

        for (var cell = 0; cell < cellCount; cell++)
        {
            packedCounts[cell].Should().Be(plainCounts[cell]);
            packedSums.Select(sums => sums.Total(cell)).Should().Equal(plainSums.Select(sums => sums.Total(cell)));
        }
    }

    private static FactTable Table(Random random)
    {
        var rows = Enumerable.Range(0, (2 * Chunk.Size) + 1_001)
            .Select(_ => (decimal[])[random.Next(2), random.Next(-100, 1), random.Next(1_000_000) / 100m, random.NextInt64(1L << 40)])
            .ToList();
        var table = FactTable.From("numbers", rows).At(_ => new LocalDate(2026, 1, 1));
        for (var i = 0; i < Columns.Length; i++)
        {
            var place = i;
            table.Value(Columns[i], row => row[place], Unit.Money("DKK"));
        }

        return table.Build();
    }

    private static CellCounts Counts(int cellCount)
    {
        var counts = new CellCounts();
        counts.Grow(cellCount);
        return counts;
    }

    private static List<ExactSums> Sums(FactTable table, int cellCount)
    {
        List<ExactSums> all = [.. Columns.Select(column => new ExactSums(table.Values(column)))];
        all.ForEach(sums => sums.Grow(cellCount));
        return all;
    }
}
