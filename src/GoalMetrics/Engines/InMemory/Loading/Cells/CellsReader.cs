namespace GoalMetrics;

// Reads the cells of one column, from the given row of a batch on, and stages each at the slot of its row; the first slot is that of the
// first row. Stops at the first cell that is refused, or that throws when it is read: at its row then. Returns what is wrong with the cell,
// or null if all were staged.
internal delegate CellProblem? CellsReader<TRow>(ReadOnlySpan<TRow> rows, ref int row, int firstSlot);
