namespace GoalMetrics;

// What is wrong with one cell: the halves of the sentence "found …; expected …". The column is that of the cell where a value is read
// from several; null for the only one.
internal sealed record CellProblem(string Found, string Expected, string? Column = null)
{
    // Whether an exception is about the row that was being read.
    public static bool IsOfTheRow(Exception thrown) => Failure.IsOfOne(thrown) && thrown is not UnknownColumnException;

    public static CellProblem Of(Exception thrown, string? column = null) =>
        new($"{thrown.GetType().Name} when it was read ({Shown.Clip(thrown.Message)})", "a value", column);
}
