namespace GoalMetrics;

// What is wrong with one cell: the halves of the sentence "found …; expected …".
internal sealed record CellProblem(string Found, string Expected);
