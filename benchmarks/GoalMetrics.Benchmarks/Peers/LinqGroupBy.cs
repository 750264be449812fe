using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>LINQ over objects: GroupBy with a tuple of year, month and channel as key, then one pass over each group.</summary>
internal static class LinqGroupBy
{
    public static IReadOnlyList<Cell> ByMonth(IReadOnlyList<Fact> facts, DateTimeZone zone) =>
        facts.GroupBy(fact =>
            {
                var date = fact.Time.InZone(zone).Date;
                return (date.Year, date.Month, fact.Channel);
            })
            .Select(group =>
            {
                var (visits, orders, revenue) = (0, 0, 0m);
                foreach (var fact in group)
                {
                    visits++;
                    orders += fact.Ordered ? 1 : 0;
                    revenue += fact.Revenue;
                }

                return Cell.Of((group.Key.Year * 100) + group.Key.Month, group.Key.Channel, visits, orders, revenue);
            })
            .ToList();
}
