using NodaTime;

namespace GoalMetrics;

// Tables whose facts are totals of months, and goals that ask for weeks or half months of them. No data are missing then.
internal sealed class CutTotals
{
    private readonly AskedGoal _goal;
    private readonly GoalTables _tables;
    private readonly Instant _asOf;
    private readonly List<Finding> _findings = [];

    public CutTotals(AskedGoal goal, GoalTables tables, Instant asOf)
    {
        (_goal, _tables, _asOf) = (goal, tables, asOf);
        foreach (var table in tables.All)
        {
            if (table.Schema.FactGrain is { } kept)
            {
                LeavesNothing |= FindInPeriods(table, kept);
                CutsBaseline |= FindInBaseline(table, kept);
            }
        }
    }

    // Whether nothing can be judged because of it.
    public bool LeavesNothing { get; }

    public bool CutsBaseline { get; }

    public IReadOnlyList<Finding> Findings => _findings;

    public bool Cuts(ReportingPeriod asked) =>
        _tables.All.Exists(table => table.Schema.FactGrain is { } kept && CutBy(asked, kept) is not null);

    // Whether no period can be read of the table.
    private bool FindInPeriods(TableDescription table, Grain kept)
    {
        var asked = _goal.PeriodsToRead();
        if (asked.Find(period => CutBy(period, kept) is not null) is not { } first)
        {
            return false;
        }

        Add(table, _goal.IsReadInParts ? "read-every" : "period", first, CutBy(first, kept)!);
        return asked.TrueForAll(period => CutBy(period, kept) is { } whole && IsLost(period, whole));
    }

    private bool FindInBaseline(TableDescription table, Grain kept)
    {
        if (_goal.BaselinePeriod is not { } baseline || CutBy(baseline, kept) is not { } whole)
        {
            return false;
        }

        Add(table, "target/baseline", baseline, whole);
        return true;
    }

    // Until the last month that the goal's period cuts begins, it is judged by those before.
    private bool IsLost(ReportingPeriod asked, ReportingPeriod whole) =>
        asked != _goal.Period || whole.Start < asked.Start || asked.End <= _asOf;

    private void Add(TableDescription table, string part, ReportingPeriod asked, ReportingPeriod whole) => _findings.Add(_goal.Finding(
        GoalFindings.TotalsCut,
        part,
        [
            new("table", table.Schema.Name),
            new("grain", table.Schema.FactGrain!.Value.Title()),
            new("measure", _goal.Measure.Id),
            new("period", asked),
            new("whole", whole),
        ]));

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
