using NodaTime;

namespace GoalMetrics.Tests.Indicators;

// Alone on the machine, so that the time is the query's own.
[Collection("alone")]
[CollectionDefinition("alone", DisableParallelization = true)]
public class CancellationTests
{
    // Milliseconds. The best of three tries is measured, so that a pause elsewhere on the machine does not count.
    private const int Limit = 100;

    [Fact] // Also amid the sorting of millions of values.
    public async Task Cancellation_StopsAQueryAtOnce()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 2_000_000).Select(_ => random.Next()).ToArray();
        var table = FactTable.From("t", values).At(value => new LocalDate(2026, 1, 1).PlusDays(value % 31)).Dimension("who", value => (long)(value % 100_000))
            .Value("v", value => value, Unit.Count()).Build();
        var source = new InMemorySource(ReportingCalendar.Utc, table);
        Measure[] measures =
        [
            Metric.Percentile("p", table, "v", 0.5m), Metric.CountDistinct("d", table, "who"), Metric.Balance("b", table, "v"),
            Conversions.Of(table, table, "who", Duration.FromDays(7)).Rate("rate"),
        ];
        foreach (var measure in measures)
        {
            await StopsAsync(source, Query.For(measure.Rolling(7.Days())).By(Grain.Day), [0, 50, 150]);
        }
    }

    [Fact] // Where the facts are few and the groups many, most of the time goes into rows, their order and the top.
    public async Task Cancellation_StopsTheMakingOfRowsAtOnce()
    {
        const int Members = 200_000;
        var table = FactTable.From("t", Enumerable.Range(0, 2 * Members)).At(fact => new LocalDate(2026, 1 + (fact / Members), 1 + (fact % 28)))
            .Dimension("who", fact => (long)(fact % Members)).Value("v", fact => fact * 7919L % 10_007, Unit.Count()).Build();
        var source = new InMemorySource(ReportingCalendar.Utc, table);
        var (sum, median) = (Metric.Sum("sum", table, "v"), Metric.Median("median", table, "v"));
        var query = Query.For(sum, median).By("who").By(Grain.Month);
        int[] delays = [0, 150, 400, 700, 1_000, 1_500, 2_000, 3_000];
        await StopsAsync(source, query.OrderedBy(sum), delays);
        await StopsAsync(source, query.Having(sum, Comparison.Greater, Quantity.Count(5_000m)), delays);
        await StopsAsync(source, query.Top(10, "who", by: sum).WithSubtotals(), delays);
    }

    [Fact] // Each of a million holders is looked at when balances are summed.
    public async Task Cancellation_StopsTheSummingOfBalancesAtOnce()
    {
        var random = new Random(2);
        var table = FactTable.From("t", Enumerable.Range(0, 2_000_000)).At(_ => new LocalDate(2026, 1, 1).PlusDays(random.Next(120)))
            .Dimension("who", _ => (long)random.Next(1_000_000)).Balance("v", fact => fact % 1_000, Unit.Money("DKK")).Build();
        var source = new InMemorySource(ReportingCalendar.Utc, table);
        foreach (var over in Enum.GetValues<BalanceValue>())
        {
            await StopsAsync(source, Query.For(Metric.Balance("b", table, "v", over, "who")).By(Grain.Month), [0, 150, 300, 500, 800, 1_100, 1_500, 2_000]);
        }
    }

    [Fact] // However many comparisons it takes, 3,000 members in 4 months are 12,000 rows.
    public void Order_OfManyRows_EvaluatesEachOnce()
    {
        const int Members = 3_000;
        var table = FactTable.From("t", Enumerable.Range(0, Members)).At(fact => new LocalDate(2025, 1, 1).PlusMonths(fact % 4))
            .Dimension("who", fact => (long)fact).Value("v", fact => fact * 7919L % 10_007, Unit.Count()).Covering(new(2025, 1, 1), new(2025, 5, 1)).Build();
        var evaluated = 0;
        Func<Quantity, Quantity> counting = value =>
        {
            evaluated++;
            return value;
        };
        var measure = Measure.Of("counted", counting, Metric.Sum("sum", table, "v"));
        var query = Query.For(measure).By("who").By(Grain.Month);
        evaluated = 0;
        var answer = new InMemorySource(ReportingCalendar.Utc, table).Query(query.OrderedBy(measure), TestContext.Current.CancellationToken);
        evaluated.Should().Be(4 * Members);
        answer.Take(Members).Select(row => row[measure].Amount).Should().BeInDescendingOrder();

        evaluated = 0;
        new InMemorySource(ReportingCalendar.Utc, table).Query(query.Having(measure, Comparison.GreaterOrEqual, Quantity.Count(0m)), TestContext.Current.CancellationToken).Count.Should().Be(4 * Members);
        evaluated.Should().Be(4 * Members);
    }

    private static async Task StopsAsync(InMemorySource source, Query query, int[] delays)
    {
        foreach (var delay in delays)
        {
            var best = long.MaxValue;
            for (var attempt = 0; attempt < 3 && best >= Limit; attempt++)
            {
                best = Math.Min(best, await StoppedAfterAsync(source, query, delay));
            }

            best.Should().BeLessThan(Limit, "{0} ms have passed", delay);
        }
    }

    // 0 where the query was done before.
    private static async Task<long> StoppedAfterAsync(InMemorySource source, Query query, int delay)
    {
        using var cancellation = new CancellationTokenSource();
        var answer = Task.Run(() => source.Query(query, cancellation.Token), TestContext.Current.CancellationToken);
        await Task.Delay(delay, TestContext.Current.CancellationToken);
        if (answer.IsCompleted)
        {
            await answer;
            return 0;
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        await cancellation.CancelAsync();
        try
        {
            await answer;
            clock.ElapsedMilliseconds.Should().BeLessThan(Limit, "it was about to end when it was cancelled");
        }
        catch (OperationCanceledException)
        {
        }

        return clock.ElapsedMilliseconds;
    }

    [Fact] // The value at a place is that of the sorted list, whatever the order and however many are equal.
    public void Percentile_OfManyValues_IsThatOfTheSorted()
    {
        var random = new Random(7);
        foreach (var (count, spread) in ((int, int)[])[(1, 1), (2, 9), (5_000, 3), (5_000, 1_000_000), (40_000, 500)])
        {
            foreach (var order in (string[])["random", "rising", "falling", "organ"])
            {
                decimal[] values = [.. Enumerable.Range(0, count).Select(_ => (decimal)random.Next(spread))];
                values = order switch
                {
                    "rising" => [.. values.Order()],
                    "falling" => [.. values.OrderDescending()],
                    "organ" => [.. values.Order().Where((_, i) => i % 2 == 0), .. values.OrderDescending().Where((_, i) => i % 2 == 0)],
                    _ => values,
                };
                var table = FactTable.From("t", values).At(_ => new LocalDate(2026, 1, 1)).Value("v", value => value, Unit.Money("DKK")).Build();
                foreach (var share in (decimal[])[0m, 0.01m, 0.5m, 0.95m, 1m])
                {
                    var (linear, rank) = (Metric.Percentile("p", table, "v", share), Metric.PercentileNearestRank("r", table, "v", share));
                    var row = new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(linear, rank)).Total;
                    var sorted = values.Order().ToList();
                    var (place, part) = ((int)(share * (sorted.Count - 1)), share * (sorted.Count - 1) % 1m);
                    var next = sorted[Math.Min(place + 1, sorted.Count - 1)];
                    row[linear].Amount.Should().Be(sorted[place] + ((next - sorted[place]) * part));
                    row[rank].Amount.Should().Be(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)]);
                }
            }
        }
    }
}
