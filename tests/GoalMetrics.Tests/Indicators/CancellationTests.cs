using NodaTime;

namespace GoalMetrics.Tests.Indicators;

// Alone on the machine, so that the time is the query's own.
[Collection("alone")]
[CollectionDefinition("alone", DisableParallelization = true)]
public class CancellationTests
{
    [Fact] // Within 100 ms, also amid the sorting of millions of values.
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
            foreach (var delay in (int[])[0, 50, 150])
            {
                using var cancellation = new CancellationTokenSource();
                var query = Task.Run(() => source.Query(Query.For(measure.Rolling(7.Days())).By(Grain.Day), cancellation.Token), TestContext.Current.CancellationToken);
                await Task.Delay(delay, TestContext.Current.CancellationToken);
                if (query.IsCompleted)
                {
                    continue;
                }

                var clock = System.Diagnostics.Stopwatch.StartNew();
                await cancellation.CancelAsync();
                await FluentActions.Awaiting(() => query).Should().ThrowAsync<OperationCanceledException>();
                clock.ElapsedMilliseconds.Should().BeLessThan(400, "100 ms, and time for a busy machine; {0} after {1} ms", measure, delay);
            }
        }
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
