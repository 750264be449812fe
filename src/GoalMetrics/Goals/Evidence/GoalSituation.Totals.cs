using NodaTime;

namespace GoalMetrics;

// Tables whose facts are totals of months, and goals that ask for weeks or half months of them. No data are missing then.
internal sealed partial class GoalSituation
{
    // Whether nothing can be judged because of it.
    private bool _isCut;

    private void FindCutTotals()
    {
        foreach (var table in _tables)
        {
            if (table.Schema.FactGrain is not { } kept)
            {
                continue;
            }

            var (asked, part) = (AskedPeriods(), Nature == GoalNature.Stay || Goal.ReadEvery is not null ? "read-every" : "period");
            if (asked.Find(period => CutBy(period, kept) is not null) is { } first)
            {
                _isCut |= asked.TrueForAll(period => CutBy(period, kept) is { } whole && IsLost(period, whole));
                Find(table, kept, part, first, CutBy(first, kept)!);
            }

            if (GoalTarget.Baseline?.Period is { } baseline && CutBy(baseline, kept) is { } cut)
            {
                _baselineIsPartial = true;
                Find(table, kept, "target/baseline", baseline, cut);
            }
        }
    }

    // The periods that the measure is read in, now or later.
    private List<ReportingPeriod> AskedPeriods()
    {
        if (Nature == GoalNature.Stay)
        {
            return [.. Period.SplitBy(KeptBy).Where(IsJudged)];
        }

        if (Goal.ReadEvery is { } grain)
        {
            return [.. Period.SplitBy(grain).Where(part => !part.IsPartial)];
        }

        return [Period];
    }

    // Until the last month that the goal's period cuts begins, it is judged by those before.
    private bool IsLost(ReportingPeriod asked, ReportingPeriod whole) =>
        asked != Period || whole.Start < asked.Start || asked.End <= AsOf;

    private bool IsCutByTotals(ReportingPeriod asked) =>
        _tables.Exists(table => table.Schema.FactGrain is { } kept && CutBy(asked, kept) is not null);

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
        if (last.End > asked.End)
        {
            return last;
        }

        return null;
    }
}
