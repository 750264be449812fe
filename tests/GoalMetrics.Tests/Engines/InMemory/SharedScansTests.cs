using GoalMetrics.Sources;
using NodaTime;
using Ask = GoalMetrics.Sources.Aggregate;

namespace GoalMetrics.Tests.Engines.InMemory;

// A scan that several threads share answers as one thread does, to the last digit.
public class SharedScansTests
{
    private const int Days = 90;
    private const int ChunksOfShare = 128;

    // Groups are cells.
    private static readonly TimeCuts Weeks = EngineTable.Days([.. Enumerable.Range(0, 12).Select(week => (7 * week, 7 * week + 7))]);

    // Groups are merged from cells.
    private static readonly TimeCuts Overlapping = EngineTable.Days((0, 30), (10, 60), (25, 26), (55, 120));

    [Theory]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void AggregateAsync_SharedScan_AnswersAsOneThread(int shares, bool isSorted)
    {
        // As many chunks as shares: each takes in one of them, whichever thread is first.
        var table = Table((shares * Chunk.Size) - 77, isSorted);
        AggregateRequest[] requests =
        [
            new(table, [.. Asked(table)], Overlapping, EngineTable.AsOf) { Groupings = [[], ["channel"]] },
            new(table, [.. Asked(table)], Weeks, EngineTable.AsOf) { Groupings = [["channel"]] },
            new(table, [.. Asked(table)], Weeks, EngineTable.AsOf)
            {
                Filter = Filter.Equal("channel", "c1") | Filter.Compare("amount", Comparison.Greater, 1m),
                Groupings = [["market"]],
            },
        ];
        for (var i = 0; i < requests.Length; i++)
        {
            Values(table, requests[i], shares).Should().Equal(Values(table, requests[i], 1), "request {0}", i);
        }
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(1, 3)]
    public void AggregateAsync_NotAChunkForEachShare_AnswersAsOneThread(int chunks, int shares)
    {
        var table = Table(chunks * Chunk.Size, isSorted: false);
        var request = new AggregateRequest(table, [.. Asked(table)], Overlapping, EngineTable.AsOf);

        Values(table, request, shares).Should().Equal(Values(table, request, 1));
    }

    [Fact]
    public void Run_CancelledWhileShared_ThrowsThatAlone()
    {
        using var cancelled = new CancellationTokenSource();
        var table = Table(4 * Chunk.Size, isSorted: true);
        var request = table.Asking(Overlapping, new Ask.Count());
        var scan = new TableScan(table, Source(table, 4), [request], cancelled.Token);
        cancelled.Cancel();

        var act = scan.Run;

        act.Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(cancelled.Token);
    }

    [Fact]
    public void Shares_TableOfAMillionFacts_AsManyAsAreWorthIt()
    {
        var large = Numbered(2 * ChunksOfShare * Chunk.Size);
        var smaller = Numbered((2 * ChunksOfShare - 1) * Chunk.Size);

        Shares(large, 8, [], new Ask.Count(), new Ask.Sum("v"), new Ask.CountDistinct("few")).Should().Be(2);
        Shares(large, 8, ["few"], new Ask.Count(), new Ask.ApproximateCountDistinct("few"), new Ask.Balance("v", BalanceValue.Last, "few"))
            .Should().Be(2);
        Shares(large, 1, [], new Ask.Count()).Should().Be(1, "no more are allowed");
        Shares(smaller, 8, [], new Ask.Count()).Should().Be(1, "there are fewer than 256 chunks");
        Shares(large, 8, ["many"], new Ask.Count()).Should().Be(1, "there are as many groups as facts");
        Shares(large, 8, ["many", "few"], new Ask.Count()).Should().Be(1, "groups are numbered as they are met");
        Shares(large, 8, ["few", "hundred"], new Ask.CountDistinct("many")).Should().Be(1, "there are too many distinct members");
        Shares(large, 8, [], new Ask.OrderStatistic("v", 0.5m, OrderRank.Below)).Should().Be(1, "all values are kept");
        Shares(large, 8, [], new Ask.Balance("v", BalanceValue.Last, "many")).Should().Be(1, "there are as many holders as facts");
        Shares(large, 8, ["few", "hundred"], new Ask.ApproximateCountDistinct("few")).Should().Be(1, "there are many registers");
        Shares(large, 8, ["few", "hundred"], new Ask.ApproximatePercentile("v", 0.5m)).Should().Be(1, "there are many buckets");
    }

    [Fact]
    public void MaxThreads_NotStated_IsTheNumberOfProcessors() =>
        new InMemorySource(ReportingCalendar.Utc).MaxThreads.Should().Be(Environment.ProcessorCount);

    [Fact]
    public void MaxThreads_None_IsRefused()
    {
        var act = () => new InMemorySource(ReportingCalendar.Utc) { MaxThreads = 0 };

        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void SnapshotAndWithin_MaxThreadsStated_KeepThem()
    {
        var live = LiveTable.Of(TableSchema.Named("live", FactTime.Date).Dimension("who").Value("v", Unit.Count()), ReportingCalendar.Utc)
            .By(Grain.Day, "who")
            .Build();
        var source = new InMemorySource(ReportingCalendar.Utc, live) { MaxThreads = 3 };

        source.Snapshot().MaxThreads.Should().Be(3);
        source.Within(Filter.IsNull("who")).MaxThreads.Should().Be(3);
        ((IMetricSource)source).Snapshot().Should().BeOfType<InMemorySource>().Which.MaxThreads.Should().Be(3);
    }

    private static InMemorySource Source(FactTable table, int shares) => new(ReportingCalendar.Utc, table) { Shares = shares };

    private static int Shares(FactTable table, int most, string[] by, params Ask[] asked)
    {
        var request = new AggregateRequest(table, asked, EngineTable.Days((0, 1)), EngineTable.AsOf) { Groupings = [by] };
        return new TableScan(table, new(ReportingCalendar.Utc, table) { MaxThreads = most }, [request], default).Shares;
    }

    // Each with the window, members and aggregate that it is of.
    private static List<(int Window, string Members, Ask Asked, string Text, AggregateValue Value)> Values(
        FactTable table, AggregateRequest request, int shares)
    {
        var answer = Source(table, shares).AggregateAsync([request]).Result()[0];
        var values = new List<(int, string, Ask, string, AggregateValue)>();
        foreach (var rows in answer.Groupings)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                var members = string.Join(",", rows.MembersOf(row).ToArray());
                foreach (var (asked, value) in request.Aggregates.Zip(rows.ValuesOf(row).ToArray()))
                {
                    values.Add((rows.WindowOf(row), members, asked, value.ToString(), value));
                }
            }
        }

        return values;
    }

    private static IEnumerable<Ask> Asked(FactTable table)
    {
        var filter = Filter.Equal("market", "m2");
        string[] columns = ["amount", "mixed", "sparse"];
        string[] dimensions = ["customer", "market"];
        EventConversion[] matches =
        [
            new(table, "market", Duration.FromDays(3)) { BaseFilter = filter },
            new(table, "customer", Duration.FromDays(9)) { IncludesImmature = true, ConversionFilter = filter },
        ];
        return
        [
            new Ask.Count(),
            new Ask.Count { Filter = filter },
            .. dimensions.SelectMany(Distinct),
            .. columns.SelectMany(OfColumn),
            .. matches.SelectMany(match => Enum.GetValues<ConversionCount>().Select(count => new Ask.Conversion(match, count))),
        ];

        IEnumerable<Ask> Distinct(string dimension) =>
        [
            new Ask.CountDistinct(dimension),
            new Ask.CountDistinct(dimension) { Filter = filter },
            new Ask.ApproximateCountDistinct(dimension),
        ];

        string?[] Holders(string column) => column == "sparse" ? ["customer", "market", null] : ["market"];

        IEnumerable<Ask> OfColumn(string column) =>
        [
            new Ask.Sum(column),
            new Ask.Sum(column) { Filter = filter },
            new Ask.Average(column),
            new Ask.Minimum(column),
            new Ask.Maximum(column),
            .. Enum.GetValues<OrderRank>().Select(rank => new Ask.OrderStatistic(column, 0.37m, rank)),
            new Ask.ApproximatePercentile(column, 0.9m),
            new Ask.First(column),
            new Ask.Last(column),
            new Ask.SoleValue(column),
            .. Enum.GetValues<BalanceValue>().SelectMany(value => Holders(column).Select(holder => new Ask.Balance(column, value, holder))),
        ];
    }

    // Many facts of one day, so that which is first is a matter of their order; a column of hundredths, one of all scales up to what a
    // decimal can hold, and one with few values.
    private static FactTable Table(int rows, bool isSorted)
    {
        var random = new Random(20261129 + rows);
        return FactTable.From("facts", Enumerable.Range(0, rows))
            .At(row => (LocalDate?)EngineTable.FirstDay.PlusDays(isSorted ? (int)((long)row * Days / rows) : random.Next(Days)))
            .Dimension("channel", _ => $"c{random.Next(5)}")
            .Dimension("market", _ => random.Next(9) == 0 ? null : $"m{random.Next(30)}")
            .Dimension("customer", _ => (long?)random.Next(5_000))
            .Value("amount", _ => random.Next(8) == 0 ? (decimal?)null : random.Next(-50_000, 100_000) / 100m, Unit.Money("DKK"))
            .Value("mixed", _ => random.Next(1_000) == 0 ? decimal.MaxValue : Mixed(random), Unit.Money("DKK"))
            .Value("sparse", row => row % 5 == 0 ? (decimal?)row : null, Unit.Count())
            .Build();
    }

    private static decimal Mixed(Random random) => new(random.Next(), random.Next(), 0, random.Next(2) == 0, (byte)random.Next(29));

    private static FactTable Numbered(int rows) => FactTable.From("numbers", Enumerable.Range(0, rows))
        .AllAt(EngineTable.FirstDay)
        .Dimension("many", row => (long?)row)
        .Dimension("few", row => (long?)(row % 10))
        .Dimension("hundred", row => (long?)(row / 10 % 100))
        .Value("v", row => row, Unit.Count())
        .Build();
}
