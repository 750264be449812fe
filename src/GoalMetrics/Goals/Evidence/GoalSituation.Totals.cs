using NodaTime;

namespace GoalMetrics;

// Tables whose facts are totals of months, and goals that ask for weeks or half months of them. No data are missing then.
internal sealed partial class GoalSituation
{
    // Whether nothing can be judged because of it.
    private bool _isCut;

    private void FindCutTotals()
    {
        Grain? read = Nature == GoalNature.Stay ? KeptBy : Goal.ReadEvery;
        foreach (var table in _tables)
        {
            if (table.Schema.FactGrain is not { } kept)
            {
                continue;
            }

            var asked = read is { } grain ? Period.Calendar.PeriodAt(grain, Period.Start) : Period;
            if (CutBy(asked, kept) is { } whole)
            {
                // Until the last month that it cuts the goal is judged by those before.
                _isCut |= read is not null || whole.Start < asked.Start || Period.End <= AsOf;
                Find(table, kept, read is null ? "period" : "read-every", asked, whole);
            }

            if (GoalTarget.Baseline?.Period is { } baseline && CutBy(baseline, kept) is { } cut)
            {
                _baselineIsPartial = true;
                Find(table, kept, "target/baseline", baseline, cut);
            }
        }
    }

    private void Find(TableDescription table, Grain kept, string part, ReportingPeriod asked, ReportingPeriod whole) => Find(
        GoalFindings.TotalsCut,
        part,
        [
            new("table", table.Schema.Name),
            new("grain", kept.Title()),
            new("measure", Goal.Measure!.Id),
            new("period", asked),
            new("whole", whole),
        ]);

    // The first period of the grain that lies only partly within the period asked for.
    private static ReportingPeriod? CutBy(ReportingPeriod asked, Grain kept)
    {
        var first = asked.Calendar.PeriodAt(kept, asked.Start);
        if (first.Start < asked.Start)
        {
            return first;
        }

        var last = asked.Calendar.PeriodAt(kept, asked.End - Duration.Epsilon);
        return last.End > asked.End ? last : null;
    }
}
