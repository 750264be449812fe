#region own-engine
using GoalMetrics;
using GoalMetrics.Sources;
using NodaTime;

#endregion

namespace DocsTests;

/// <summary>The guide to writing an engine: the regions are its snippets.</summary>
public sealed class OwnEngine
{
    [Fact]
    public async Task Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region own-engine-use
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var source = new DailySales(calendar, new SortedDictionary<LocalDate, decimal>
        {
            [new(2026, 9, 29)] = 1_200m,
            [new(2026, 9, 30)] = 800m,
            [new(2026, 10, 1)] = 500m,
        });
        var revenue = Metric.Sum("revenue", DailySales.Table, "amount");

        MetricTable table = await source.QueryAsync(Query.For(revenue, revenue.ToDate(Grain.Year))
            .Between(new(2026, 9, 1), endExclusive: new(2026, 11, 1))
            .By(Grain.Month));
        Console.WriteLine(table.TotalOf(calendar.Month(2026, 9))[revenue]);                         // DKK 2,000.00
        Console.WriteLine(table.TotalOf(calendar.Month(2026, 10))[revenue.ToDate(Grain.Year)]);     // DKK 2,500.00
        #endregion

        table.TotalOf(calendar.Month(2026, 9))[revenue].Should().Be(Money.Dkk(2_000));
        table.TotalOf(calendar.Month(2026, 10))[revenue.ToDate(Grain.Year)].Should().Be(Money.Dkk(2_500));
        var average = Query.For(Metric.Average("average", DailySales.Table, "amount"));
        (await FluentActions.Awaiting(() => source.QueryAsync(average).AsTask()).Should().ThrowAsync<Exception>())
            .Which.Message.Should().Contain("Average");
    }
}

#region own-engine

// Sales by day, as another system hands them over.
public sealed class DailySales(ReportingCalendar calendar, IReadOnlyDictionary<LocalDate, decimal> sales) : IMetricSource
{
    public static TableSchema Table { get; } = TableSchema.Named("sales", FactTime.Date).Value("amount", Unit.Money("DKK"));

    public ReportingCalendar Calendar => calendar;

    // It can add up; anything else is refused by name while a query is planned.
    public SourceCapabilities Capabilities { get; } = new() { Aggregates = new HashSet<AggregateKind> { AggregateKind.Sum } };

    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        if (tables.FirstOrDefault(name => name != Table.Name) is { } unknown)
        {
            throw new ArgumentException($"There is no table '{unknown}'; there is '{Table.Name}'.", nameof(tables));
        }

        var covered = new Interval(calendar.StartOfDay(sales.Keys.Min()), calendar.StartOfDay(sales.Keys.Max().PlusDays(1)));
        return new([.. tables.Select(_ => new TableDescription(Table, covered))]);
    }

    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
        new([.. requests.Select(Answer)]);

    // The table has no dimensions, so every grouping is the total.
    private AggregateAnswer Answer(AggregateRequest request)
    {
        if (request.Filter is not null || request.Aggregates.Any(aggregate => aggregate.Filter is not null))
        {
            throw new NotSupportedException("Daily sales cannot be filtered.");
        }

        var rows = new AggregateRows(dimensionCount: 0, request.Aggregates.Count);
        for (var window = 0; window < request.Time.Windows.Count; window++)
        {
            var range = request.Time.Windows[window];
            var (start, end) = (request.Time.Dates[range.Start], request.Time.Dates[range.End]);
            var inside = sales.Where(day => start <= day.Key && day.Key < end).ToList();
            if (inside.Count > 0)
            {
                AggregateValue sum = inside.Sum(day => day.Value);
                rows.Add(window, [], [.. request.Aggregates.Select(_ => sum)]);
            }
        }

        return new([.. request.Groupings.Select(_ => rows)]);
    }
}
#endregion
