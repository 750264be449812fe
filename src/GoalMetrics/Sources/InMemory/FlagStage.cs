namespace GoalMetrics;

internal readonly struct FlagStage(ValueColumn column) : ICellStage<bool?>
{
    public CellProblem? Stage(int slot, in bool? cell) => cell is { } yes ? column.Stage(slot, yes ? 1 : 0) : column.StageNull(slot);
}
