namespace GoalMetrics;

// Cells that are staged or refused.
internal sealed partial class FactLoader<TRow>
{
    // Stages the cells of one column from a row on, except in rows already refused. Stops at the first cell that is refused or that
    // throws when read.
    private CellProblem? StageFrom(ref int row, ReadOnlySpan<TRow> rows, CellsReader<TRow> read, out Exception? cause)
    {
        cause = null;
        try
        {
            if (_hasRefused)
            {
                return StageGood(ref row, rows, read);
            }

            return read(rows, ref row, _staged);
        }
        catch (Exception thrown) when (CellProblem.IsOfTheRow(thrown))
        {
            return ProblemOf(thrown, out cause);
        }
    }

    // The same, but for rows already refused.
    private CellProblem? StageGood(ref int row, ReadOnlySpan<TRow> rows, CellsReader<TRow> read)
    {
        for (; row < rows.Length; row++)
        {
            if (_refusedOfBatch[row] is not null)
            {
                continue;
            }

            var same = row;
            if (read(rows[..(row + 1)], ref same, _staged) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static CellProblem ProblemOf(Exception thrown, out Exception? cause)
    {
        cause = thrown is RefusedCellException ? thrown.InnerException : thrown;
        if (thrown is RefusedCellException refused)
        {
            return refused.Problem;
        }

        return CellProblem.Of(thrown);
    }

    private void Refuse(int row, string column, CellProblem problem, Exception? cause)
    {
        if (_refusedOfBatch.Length == 0)
        {
            _refusedOfBatch = new RefusedRow?[StagedColumn.BatchSize];
        }

        _refusedOfBatch[row] = new(name, _rowNumber + row + 1, problem.Column ?? column, problem.Found, problem.Expected, cause);
        _hasRefused = true;
    }
}
