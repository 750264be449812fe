using System.Data;

namespace GoalMetrics;

// Rows that have nothing in any cell: the empty lines of a file. Of one cell alone, it cannot be said that nothing was meant to be there.
internal static class EmptyRows
{
    public static bool IsEmpty(IDataRecord row) => All(row, cell => cell is null or DBNull || IsBlankText(cell));

    // Of text alone: a row of a database may be a fact of which nothing is known.
    public static bool IsEmptyLine(IDataRecord row) => All(row, IsBlankText);

    private static bool IsBlankText(object? cell) => cell is string text && string.IsNullOrWhiteSpace(text);

    // False where a cell cannot be read.
    private static bool All(IDataRecord row, Func<object?, bool> isBlank)
    {
        try
        {
            for (var place = 0; place < row.FieldCount; place++)
            {
                if (!isBlank(row.GetValue(place)))
                {
                    return false;
                }
            }

            return row.FieldCount > 1;
        }
        catch (Exception thrown) when (CellProblem.IsOfTheRow(thrown))
        {
            return false;
        }
    }
}
