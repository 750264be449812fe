namespace GoalMetrics;

// What is wrong with one cell: the halves of the sentence "found …; expected …".
internal readonly record struct CellProblem(string Found, string Expected);

// Reads one cell of a row into its column's staging place; false, with the problem, where it cannot be taken.
internal delegate bool CellReader<TRow>(TRow row, out CellProblem problem);
