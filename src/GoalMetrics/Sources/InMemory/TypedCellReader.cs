namespace GoalMetrics;

// The stage is a struct so that the loop is compiled for it: a row costs the one call of the caller's function.
internal sealed class TypedCellReader<TRow, TCell, TStage>(Func<TRow, TCell> cell, TStage stage) : CellReader<TRow>
    where TStage : struct, ICellStage<TCell>
{
    public override CellProblem? Read(ReadOnlySpan<TRow> rows, int from, int slot)
    {
        for (var row = from; row < rows.Length; row = unchecked(row + 1))
        {
            Row = row;
            var found = cell(rows[row]);
            if (stage.Stage(unchecked(slot + row), in found) is { } problem)
            {
                return problem;
            }
        }

        Row = rows.Length;
        return null;
    }
}
