namespace GoalMetrics;

// Ends a function that computes from the cells of a row where one of them is bad, so that its row is refused.
internal sealed class RefusedCellException(CellProblem problem, Exception? cause = null) : Exception(problem.Expected, cause)
{
    public CellProblem Problem => problem;
}
