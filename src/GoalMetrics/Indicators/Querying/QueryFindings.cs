namespace GoalMetrics;

// What is to be said of a query's answer. Found when it is read: a number that nobody asks anything about needs none of it, and all that
// it follows from stays as it was when the query was answered.
internal sealed class QueryFindings(
    Query query, PlannedQuery planned, ReadingPlan plan, SourceTables tables, IReadOnlyList<Finding> misspelt)
{
    public IReadOnlyList<Finding> Find() =>
    [
        .. tables.Findings,
        .. plan.Valueless.Find(),
        .. planned.DataFindings(tables),
        .. planned.Range.ImmatureFindings(query.Measures),
        .. misspelt,
    ];
}
