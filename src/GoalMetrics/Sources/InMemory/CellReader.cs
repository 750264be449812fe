namespace GoalMetrics;

// Reads one column of many rows.
internal abstract class CellReader<TRow>
{
    // The row that was read last; the number of rows where all were.
    public int Row { get; protected set; }

    // Stages the cells of the rows from the given one on, the first of all rows at the given slot. Stops at a cell that cannot be
    // taken, or whose reading throws.
    public abstract CellProblem? Read(ReadOnlySpan<TRow> rows, int from, int slot);
}
