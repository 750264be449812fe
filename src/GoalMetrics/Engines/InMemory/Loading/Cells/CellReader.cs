namespace GoalMetrics;

// Reads one cell of a row and stages it in a column at the slot. Returns what is wrong with the cell, or null if it was staged.
internal delegate CellProblem? CellReader<in TRow>(TRow row, int slot);
