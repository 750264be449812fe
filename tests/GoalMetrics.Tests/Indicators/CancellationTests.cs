using NodaTime;

namespace GoalMetrics.Tests.Indicators;

// Cancellation is looked at before each request and each row. Tests cancel from inside a call, and never wait for a clock.
public class CancellationTests
{
    private const int Members = 3_000;
    private const int Last = 100;

    private static readonly FactTable Facts = FactTable.From("t", Enumerable.Range(0, Members))
        .At(fact => new LocalDate(2025, 1, 1).PlusMonths(fact % 4)).Dimension("who", fact => (long)fact)
        .Value("v", fact => fact * 7919L % 10_007, Unit.Count()).Balance("b", fact => fact, Unit.Money("DKK"))
        .Covering(new(2025, 1, 1), new(2025, 5, 1)).Build();

    private static readonly InMemorySource Source = new(ReportingCalendar.Utc, Facts);

    public static TheoryData<Measure> Measures =>
    [
        Metric.Count("n", Facts), Metric.Percentile("p", Facts, "v", 0.5m), Metric.CountDistinct("d", Facts, "who"),
        Metric.Balance("b", Facts, "b", BalanceValue.Last, "who"),
        Conversions.Of(Facts, Facts, "who", Duration.FromDays(7)).Rate("rate"),
    ];

    public static TheoryData<string> Ways => ["having", "order", "top"];

    [Theory]
    [MemberData(nameof(Measures), DisableDiscoveryEnumeration = true)]
    public void Query_CancelledBefore_Throws(Measure measure) =>
        FluentActions.Invoking(() => Source.Query(Query.For(measure).By(Grain.Month).By("who"), new(canceled: true)))
            .Should().Throw<OperationCanceledException>();

    [Fact] // A formula that fails leaves the other measures their values; one that is cancelled does not.
    public void Value_FormulaIsCancelled_IsNotPassedOver()
    {
        using var cancellation = new CancellationTokenSource();
        var sum = Metric.Sum("sum", Facts, "v");
        var cancelling = Measure.Of("cancelling", Cancelling, sum);
        var twice = Measure.Of("twice", value => value + value, sum);
        var row = Source.Query(Query.For(twice, cancelling), TestContext.Current.CancellationToken).Total;
        cancellation.Cancel();

        FluentActions.Invoking(() => row[twice]).Should().Throw<OperationCanceledException>();

        Quantity Cancelling(Quantity value)
        {
            cancellation.Token.ThrowIfCancellationRequested();
            return value;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Query_CancelledAtARow_BeginsNoOther(string way)
    {
        using var cancellation = new CancellationTokenSource();
        var evaluated = 0;
        Func<Quantity, Quantity> cancelling = value =>
        {
            evaluated++;
            if (evaluated == Last)
            {
                cancellation.Cancel();
            }

            return value;
        };
        var measure = Measure.Of("cancelling", cancelling, Metric.Sum("sum", Facts, "v"));
        var query = Query.For(measure).By("who").By(Grain.Month);
        query = way switch
        {
            "having" => query.Having(measure, Comparison.Greater, Quantity.Count(5_000m)),
            "order" => query.OrderedBy(measure),
            _ => query.Top(10, "who", by: measure),
        };
        evaluated = 0;
        FluentActions.Invoking(() => Source.Query(query, cancellation.Token)).Should().Throw<OperationCanceledException>();
        evaluated.Should().Be(Last);
    }

    [Fact] // Facts are read as they come, and a sequence that gives up is no bad row.
    public void Build_CancelledWhileFactsAreRead_Throws() =>
        FluentActions.Invoking(() => FactTable.From("t", Enumerable.Range(0, 10)).AllAt(new(2025, 1, 1))
                .Value("v", fact => fact < 7 ? fact : throw new OperationCanceledException(), Unit.Count()).KeepGoodRows().Build())
            .Should().Throw<OperationCanceledException>();

    [Fact]
    public void Nth_CancelledAmidManyValues_Throws() =>
        FluentActions.Invoking(() => Selection.Nth([.. Enumerable.Range(0, 5_000).Select(n => (decimal)n)], 2_500, new(canceled: true)))
            .Should().Throw<OperationCanceledException>();

    [Fact] // However many comparisons it takes, 3,000 members in 4 months are 12,000 rows.
    public void Order_OfManyRows_EvaluatesEachOnce()
    {
        var evaluated = 0;
        Func<Quantity, Quantity> counting = value =>
        {
            evaluated++;
            return value;
        };
        var measure = Measure.Of("counted", counting, Metric.Sum("sum", Facts, "v"));
        var query = Query.For(measure).By("who").By(Grain.Month);
        evaluated = 0;
        var answer = Source.Query(query.OrderedBy(measure), TestContext.Current.CancellationToken);
        evaluated.Should().Be(4 * Members);
        answer.Take(Members).Select(row => row[measure].Amount).Should().BeInDescendingOrder();

        evaluated = 0;
        var all = query.Having(measure, Comparison.GreaterOrEqual, Quantity.Count(0m));
        Source.Query(all, TestContext.Current.CancellationToken).Count.Should().Be(4 * Members);
        evaluated.Should().Be(4 * Members);
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
                var table = FactTable.From("t", values).At(_ => new LocalDate(2026, 1, 1)).Value("v", value => value, Unit.Money("DKK"))
                    .Build();
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
