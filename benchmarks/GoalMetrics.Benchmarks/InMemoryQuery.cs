using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Visits, orders, revenue (exact) and conversion rate by month and channel: a million visits over 24 months and 8 channels,
/// against LINQ and against a loop written for this one question, over the same objects. The answers are compared first. The library also
/// answers with the totals of months, channels and all, which the others are not asked for.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class InMemoryQuery
{
    private List<Visit> _visits = [];
    private InMemorySource _source = null!;
    private Query _query = null!;
    private Metric _count = null!;
    private Metric _revenue = null!;
    private Measure _conversion = null!;

    /// <summary>Whether the visits come in the order of their dates.</summary>
    [Params(true, false)]
    public bool Sorted { get; set; }

    /// <summary>Makes the visits, loads them, and checks that both answers are the same.</summary>
    [GlobalSetup]
    public void Load()
    {
        _visits = Visit.Make(1_000_000, Sorted);
        var table = Visit.Load(_visits);
        var orders = Metric.Sum("orders", of: table, column: "orders");
        _count = Metric.Count("visits", of: table, noun: "visit");
        _revenue = Metric.Sum("revenue", of: table, column: "revenue");
        _conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, _count);
        _source = new(ReportingCalendar.Iso("Europe/Copenhagen"), table) { MaxThreads = 1 };
        _query = Query.For(_count, orders, _revenue, _conversion).By(Grain.Month).By("channel");
        CheckAnswers();
    }

    /// <summary>GroupBy with a tuple key, then one pass over each group.</summary>
    [Benchmark(Baseline = true)]
    public List<(int Year, int Month, string Channel, int Visits, int Orders, decimal Revenue, decimal Conversion)> LinqGroupBy() =>
        _visits.GroupBy(visit => (visit.Date.Year, visit.Date.Month, visit.Channel))
            .Select(group =>
            {
                var (visits, orders, revenue) = (0, 0, 0m);
                foreach (var visit in group)
                {
                    visits++;
                    orders += visit.Orders;
                    revenue += visit.Revenue;
                }

                return (group.Key.Year, group.Key.Month, group.Key.Channel, visits, orders, revenue, (decimal)orders / visits);
            })
            .ToList();

    /// <summary>One pass into a dictionary of sums: what somebody writes by hand who needs only this answer.</summary>
    [Benchmark]
    public Dictionary<(int Year, int Month, string Channel), (int Visits, int Orders, decimal Revenue)> HandWrittenLoop()
    {
        var sums = new Dictionary<(int, int, string), (int Visits, int Orders, decimal Revenue)>();
        foreach (var visit in _visits)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (visit.Date.Year, visit.Date.Month, visit.Channel), out _);
            sum = (sum.Visits + 1, sum.Orders + visit.Orders, sum.Revenue + visit.Revenue);
        }

        return sums;
    }

    /// <summary>The library.</summary>
    [Benchmark]
    public MetricTable GoalMetrics() => _source.Query(_query);

    private void CheckAnswers()
    {
        var table = GoalMetrics();
        var groups = LinqGroupBy();
        var sums = HandWrittenLoop();
        var same = groups.Count == table.Rows.Count && sums.Count == table.Rows.Count && groups.All(group =>
        {
            var row = table.Row(_source.Calendar.Month(group.Year, group.Month), group.Channel);
            return sums[(group.Year, group.Month, group.Channel)] == (group.Visits, group.Orders, group.Revenue)
                && row[_count].Amount == group.Visits
                && row[_revenue].Amount == group.Revenue
                && row[_conversion].Amount == group.Conversion;
        });
        if (!same)
        {
            throw new InvalidOperationException("LINQ, the loop and the library do not agree.");
        }
    }
}
