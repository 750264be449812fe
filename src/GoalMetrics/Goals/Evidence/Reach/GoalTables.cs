using NodaTime;

namespace GoalMetrics;

// The tables that a goal's measure reads.
internal sealed class GoalTables
{
    public GoalTables(AskedGoal goal, SourceTables tables)
    {
        var metrics = goal.Measure.Metrics;
        All = tables.Of(metrics);
        Settling = metrics.Select(metric => metric.Settling)
            .Concat(All.Select(table => table.Settling))
            .Append(Duration.Zero).Max();
        Beginning = Coverages
            .Select(coverage => goal.Period.Calendar.DateOf(coverage.Start))
            .Append(goal.Period.StartDate)
            .Min();
    }

    public List<TableDescription> All { get; }

    // What each of them covers. One without facts covers nothing.
    public IEnumerable<Interval> Coverages => All.Select(table => table.Coverage).OfType<Interval>();

    // How long after the end of a period facts may still come in.
    public Duration Settling { get; }

    // The first date of the data or of the goal's period, whichever comes first.
    public LocalDate Beginning { get; }

    // One whose facts are totals of whole periods.
    public TableDescription? OfTotals => All.Find(table => table.Schema.FactGrain is not null);

    public bool HaveGapIn(Interval time) => All.Exists(table => table.HasGapIn(time));

    // Of several tables, the one that lacks data right before a moment or after it.
    public TableDescription? WithGapBefore(Instant begin) => All.Find(table => table.Gaps.Any(gap => gap.End == begin));

    public TableDescription? WithGapAfter(Instant end) => All.Find(table => table.Gaps.Any(gap => gap.Start == end));
}
