namespace GoalMetrics;

// What is wrong with one cell: the halves of the sentence "found …; expected …". The column is that of the cell where a value is read
// from several; null for the only one.
internal sealed record CellProblem(string Found, string Expected, string? Column = null);
