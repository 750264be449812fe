namespace GoalMetrics;

// What all rows of a period share: where measures are read, now and in earlier periods, and how far the period has come.
internal sealed record RowTime(
    MeasureScope Scope, IReadOnlyDictionary<PeriodComparison, MeasureScope?> Earlier, PeriodState State, bool IsFullyCovered)
{
    public IEnumerable<MeasureScope> Scopes => Earlier.Values.OfType<MeasureScope>().Prepend(Scope);
}
