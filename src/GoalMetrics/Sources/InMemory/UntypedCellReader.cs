namespace GoalMetrics;

// For cells of which only the row shows what they are.
internal sealed class UntypedCellReader<TRow>(Func<TRow, int, CellProblem?> stage) : CellReader<TRow>
{
    public override CellProblem? Read(ReadOnlySpan<TRow> rows, ref int row, int slot)
    {
        for (; row < rows.Length; row++)
        {
            if (stage(rows[row], slot + row) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
