namespace GoalMetrics;

// For cells of which only the row shows what they are.
internal sealed class UntypedCellReader<TRow>(Func<TRow, int, CellProblem?> stage) : CellReader<TRow>
{
    public override CellProblem? Read(ReadOnlySpan<TRow> rows, int from, int slot)
    {
        for (Row = from; Row < rows.Length; Row++)
        {
            if (stage(rows[Row], slot + Row) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
