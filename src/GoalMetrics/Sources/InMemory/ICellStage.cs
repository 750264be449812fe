namespace GoalMetrics;

// Where a column takes cells of a type. They go by reference: what is written in parts and then copied keeps the processor waiting.
internal interface ICellStage<TCell>
{
    // What is wrong with the cell; null where it was staged.
    CellProblem? Stage(int slot, in TCell cell);
}
