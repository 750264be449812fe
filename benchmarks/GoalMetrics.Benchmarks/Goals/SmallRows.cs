using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>Small questions, asked again and again: what one answer takes once the process is warm, and what it allocates.</summary>
internal sealed class SmallRows : IGoalGroup
{
    private const int FewRows = 1_000;
    private const int DailyRows = 10_000;

    private static readonly LocalDate FirstDay = new(2026, 1, 1);
    private static readonly LocalDate EndDay = FirstDay.PlusDays(731);

    public string Name => "small";

    public IEnumerable<GoalRow> Measure(GoalRun run) =>
    [
        .. OneNumber(run),
        .. Days(run),
        .. Card(run),
        .. Lookups(run),
    ];

    private static IEnumerable<GoalRow> OneNumber(GoalRun run)
    {
        var shop = Shop.Of(FewRows);
        var query = Query.For(shop.Revenue);
        return Rows(
            run,
            "one number from 1,000 rows",
            () => _ = shop.Copenhagen.Query(query).Total[shop.Revenue],
            AtMost(15, "µs"),
            AtMost(15, "KB"));
    }

    private static IEnumerable<GoalRow> Days(GoalRun run)
    {
        var shop = Shop.Of(DailyRows);
        var query = shop.AllFive.Between(FirstDay, EndDay).By(Grain.Day);
        const string Goal = "731 days × 5 measures of 10,000 rows";
        var asked = Rows(run, $"{Goal}, asked", () => shop.Copenhagen.Query(query), null, null);
        var read = Rows(run, $"{Goal}, every value read", () => ReadAll(shop, query), AtMost(1, "ms"), AtMost(400, "KB"));
        return asked.Concat(read);
    }

    private static IEnumerable<GoalRow> Card(GoalRun run)
    {
        var company = new Company();
        return Rows(
            run,
            "scorecard of 20 goals, 30 KPIs and their 16 indicators, 10,000 rows",
            () => Scorecard.Create(company.Strategy, company.Source, company.AsOf),
            AtMost(1, "ms"),
            AtMost(1024, "KB"));
    }

    private static IEnumerable<GoalRow> Lookups(GoalRun run)
    {
        var shop = Shop.Of(FewRows);
        var row = shop.Copenhagen.Query(shop.ByMonth)[0];
        foreach (var measure in new Measure[] { shop.ConversionRate, shop.Revenue })
        {
            var found = WarmCalls.Of(() => _ = row[measure], run.Options.Clock);
            var goal = $"the value of a {(measure is Kpi ? "KPI" : "metric")} looked up in a result";
            yield return new(goal, GoalLimit.AtMost(60, "ns").WithoutAllocation(), new(found.Nanoseconds, "ns", found.Bytes), "");
        }
    }

    private static void ReadAll(Shop shop, Query query)
    {
        var table = shop.Copenhagen.Query(query);
        foreach (var row in table)
        {
            foreach (var measure in shop.Five)
            {
                _ = row[measure];
            }
        }
    }

    private static IEnumerable<GoalRow> Rows(GoalRun run, string goal, Action call, GoalLimit? time, GoalLimit? size)
    {
        var found = WarmCalls.Of(call, run.Options.Clock);
        var unit = found.Nanoseconds < 200e3 ? "µs" : "ms";
        var measured = new Measurement(found.Nanoseconds / (unit == "µs" ? 1e3 : 1e6), unit);
        yield return new($"{goal}, warm", time, measured, "");
        yield return new($"{goal}, allocated", size, new(found.Bytes / 1024, "KB"), "");
    }

    private static GoalLimit AtMost(double value, string unit) => GoalLimit.AtMost(value, unit);
}
