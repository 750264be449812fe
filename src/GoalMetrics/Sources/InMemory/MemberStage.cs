namespace GoalMetrics;

internal readonly struct MemberStage(DimensionColumn column) : ICellStage<string?>, ICellStage<long?>
{
    public CellProblem? Stage(int slot, in string? cell)
    {
        column.Stage(slot, cell);
        return null;
    }

    public CellProblem? Stage(int slot, in long? cell)
    {
        if (cell is { } number)
        {
            column.Stage(slot, number);
        }
        else
        {
            column.StageNull(slot);
        }

        return null;
    }
}
