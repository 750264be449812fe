namespace GoalMetrics;

// Reads one column of many rows.
internal abstract class CellReader<TRow>
{
    // Stages the cells of the rows from the given one on, the first of all rows at the given slot. Stops at a cell that cannot be
    // taken, or whose reading throws: then the number is that row's, else that of the row behind the last.
    public abstract CellProblem? Read(ReadOnlySpan<TRow> rows, ref int row, int slot);
}
