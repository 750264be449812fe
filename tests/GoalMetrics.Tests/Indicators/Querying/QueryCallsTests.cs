using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>Every call on a query keeps what was asked before, in whatever order the calls come.</summary>
public sealed class QueryCallsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // Each day from December 2025 to May 2026 has from 0 to 4 orders of each market, half of them by email.
    private static readonly FactTable Sales = FactTable.From("sales", SomeOrders())
        .At(order => order.Day).Dimension("channel", order => order.Channel).Dimension("market", order => order.Market).Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales, "order");

    private static readonly (string Name, Func<Query, Query> Call)[] Calls =
    [
        ("Between", query => query.Between(new(2026, 1, 10), new(2026, 4, 15))),
        ("By", query => query.By(Grain.Month)),
        ("Where", query => query.Where(!Filter.Equal("market", "NO"))),
        ("AsOf", query => query.AsOf(Calendar.StartOfDay(new(2026, 4, 10)))),
        ("ComparedWith", query => query.ComparedWith(PeriodComparison.PreviousPeriod)),
        ("ComparingWholePeriods", query => query.ComparingWholePeriods()),
        ("WidenedToWholePeriods", query => query.WidenedToWholePeriods()),
        ("OrderedBy", query => query.OrderedBy(Orders)),
        ("Top", query => query.Top(2, "market", by: Orders)),
        ("Having", query => query.Having(Orders, Comparison.Greater, 20)),
        ("WithSubtotals", query => query.WithSubtotals()),
        ("WithDataQuality", query => query.WithDataQuality()),
    ];

    public static TheoryData<string> Names => [.. Calls.Select(call => call.Name)];

    [Fact]
    public void Query_CallsInAnyOrder_IsTheSameQuestion()
    {
        var expected = AnswerTo(Calls);

        Gen.Shuffle(Calls).Sample(calls => AnswerTo(calls).Should().Equal(expected));
    }

    [Theory] // Otherwise a call that gets lost would go unseen above.
    [MemberData(nameof(Names))]
    public void Query_WithoutOneOfTheCalls_IsAnotherQuestion(string name) =>
        AnswerTo(Calls.Where(call => call.Name != name)).Should().NotEqual(AnswerTo(Calls));

    [Fact]
    public void Where_Twice_HoldsBoth()
    {
        var query = Query.For(Orders).By("market").Where(!Filter.Equal("market", "NO")).Where(Filter.Equal("channel", "email"));

        var table = new InMemorySource(Calendar, Sales).Query(query);

        table.Rows.Select(row => row["market"]).Should().Equal("DK", "SE", "UK");
        table.Total[Orders]
            .Should().Be(Quantity.Count(SomeOrders().Count(order => order is { Market: not "NO", Channel: "email" }), "order"));
    }

    private static List<string> AnswerTo(IEnumerable<(string Name, Func<Query, Query> Call)> calls)
    {
        var query = calls.Aggregate(Query.For(Orders).By("channel", "market"), (asked, call) => call.Call(asked));
        var table = new InMemorySource(Calendar, Sales).Query(query);
        return [.. table.Rows.Append(table.Total).Concat(table.Subtotals).Select(Line), Quality(table)];
    }

    private static string Line(MetricRow row) =>
        $"{row.Period} {row.State} {string.Join('/', row.Members)}: {row[Orders]}, before {Earlier(row)}";

    private static string Earlier(MetricRow row)
    {
        try
        {
            return row.Earlier(Orders, PeriodComparison.PreviousPeriod).ToString(null);
        }
        catch (InvalidOperationException)
        {
            return "not asked";
        }
    }

    private static string Quality(MetricTable table)
    {
        try
        {
            return string.Join("; ", table.QualityOf(Orders));
        }
        catch (InvalidOperationException)
        {
            return "not asked";
        }
    }

    private static IEnumerable<(LocalDate Day, string Channel, string Market)> SomeOrders()
    {
        string[] markets = ["DK", "NO", "SE", "UK"];
        for (var day = new LocalDate(2025, 12, 1); day < new LocalDate(2026, 6, 1); day = day.PlusDays(1))
        {
            for (var market = 0; market < markets.Length; market++)
            {
                for (var order = 0; order < (day.DayOfYear + (3 * market)) % 5; order++)
                {
                    yield return (day, order % 2 == 0 ? "email" : "search", markets[market]);
                }
            }
        }
    }
}
