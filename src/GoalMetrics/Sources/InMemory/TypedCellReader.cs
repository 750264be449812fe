namespace GoalMetrics;

// The stage is a struct so that the loop is compiled for it: a row costs the one call of the caller's function.
internal sealed class TypedCellReader<TRow, TCell, TStage>(Func<TRow, TCell> cell, TStage stage) : CellReader<TRow>
    where TStage : struct, ICellStage<TCell>
{
    public override CellProblem? Read(ReadOnlySpan<TRow> rows, ref int row, int slot)
    {
        for (; row < rows.Length; row++)
        {
            var found = cell(rows[row]);
            if (stage.Stage(slot + row, in found) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
