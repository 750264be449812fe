using GoalMetrics.Sources;
using NodaTime;
using Ask = GoalMetrics.Sources.Aggregate;
using Request = GoalMetrics.Sources.AggregateRequest;

namespace GoalMetrics.Tests.Engines.InMemory;

// Facts by date, and questions through the seam.
internal static class EngineTable
{
    public static readonly LocalDate FirstDay = new(2025, 1, 1);

    public static readonly Instant AsOf = Instant.FromUtc(2026, 1, 1, 0, 0);

    public static FactTable Of(params EngineFact[] facts) => FactTable.From("sales", facts)
        .At(fact => (LocalDate?)FirstDay.PlusDays(fact.Day))
        .Dimension("a", fact => fact.A)
        .Dimension("b", fact => fact.B)
        .Value("v", fact => fact.V, Unit.Money("DKK"))
        .Build();

    // Windows by the days that they start and end at.
    public static TimeCuts Days(params (int Start, int End)[] windows)
    {
        int[] cuts = [.. windows.SelectMany(window => new[] { window.Start, window.End }).Distinct().Order()];
        return TimeCuts.OfDates(
            cuts.Select(cut => FirstDay.PlusDays(cut)),
            windows.Order().Select(window => new CutRange(Array.IndexOf(cuts, window.Start), Array.IndexOf(cuts, window.End))));
    }

    public static Request Asking(this FactTable table, TimeCuts time, params Ask[] aggregates) => new(table, aggregates, time, AsOf);

    public static AggregateAnswer Answer(this FactTable table, Request request) =>
        new InMemorySource(ReportingCalendar.Utc, table).AggregateAsync([request]).Result()[0];

    // As "0 DK,web: 3 4.5".
    public static string[] Lines(this AggregateRows rows) => [.. Enumerable.Range(0, rows.Count).Select(rows.Line)];

    public static string Line(this AggregateRows rows, int row)
    {
        var members = string.Join(",", rows.MembersOf(row).ToArray().Select(member => member ?? "null"));
        return $"{rows.WindowOf(row)} {members}: {string.Join(" ", rows.ValuesOf(row).ToArray().Select(value => value.ToString()))}";
    }
}
