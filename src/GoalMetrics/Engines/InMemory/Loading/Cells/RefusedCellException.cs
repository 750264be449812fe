namespace GoalMetrics;

// Ends a function that computes from the cells of a row where one of them is bad, so that its row is refused.
internal sealed class RefusedCellException(CellProblem problem) : Exception(problem.Expected)
{
    public CellProblem Problem => problem;
}
