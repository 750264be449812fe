namespace GoalMetrics;

// What all rows of a period share: where measures are read, now and in earlier periods, how far the period has come, and what is not
// covered: the measures that look at time for which the facts are not complete.
internal sealed record RowTime(
    MeasureScope Scope,
    IReadOnlyDictionary<PeriodComparison, MeasureScope?> Earlier,
    PeriodState State,
    IReadOnlySet<(MeasureScope Scope, string Measure)> Uncovered)
{
    public IEnumerable<MeasureScope> Scopes => Earlier.Values.OfType<MeasureScope>().Prepend(Scope);

    public bool IsFullyCovered { get; } = Uncovered.All(lacking => lacking.Scope != Scope);
}
