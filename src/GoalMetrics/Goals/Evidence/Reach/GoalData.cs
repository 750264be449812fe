using NodaTime;

namespace GoalMetrics;

// What is known of the data of a goal's measure before any is read: the tables, the time they cover, and how they meet the goal's periods.
internal sealed class GoalData
{
    public GoalData(AskedGoal goal, SourceTables source, Instant asOf)
    {
        (Source, AsOf) = (source, asOf);
        Tables = new(goal, source);
        Cut = new(goal, Tables, asOf);
        Known = new(goal, Tables, source, asOf);
        Reach = new(goal.Period, Tables, Known, asOf);
        if (goal.BaselinePeriod is { } period)
        {
            Baseline = new(goal, period, Tables, source, asOf);
        }

        Terms = new(asOf, Tables.Beginning, ComparesWhole: false, source) { IsOfTotal = true };
        if (Known.Shared.IsOfSeveral)
        {
            Terms = Terms with { SharedFrom = Known.Shared.Begin, SharedGaps = Known.Shared.Gaps };
        }
    }

    public SourceTables Source { get; }

    public Instant AsOf { get; }

    public GoalTables Tables { get; }

    public CutTotals Cut { get; }

    public KnownTime Known { get; }

    public DataReach Reach { get; }

    // Null where no baseline is measured.
    public BaselineData? Baseline { get; }

    public bool IsBaselineInDoubt => Cut.CutsBaseline || Baseline is { IsInDoubt: true };

    // What all windows of the goal are read on.
    public ReadingTerms Terms { get; }
}
