namespace GoalMetrics;

// Where a column takes cells of a type.
internal interface ICellStage<in TCell>
{
    // What is wrong with the cell; null where it was staged.
    CellProblem? Stage(int slot, TCell cell);
}
