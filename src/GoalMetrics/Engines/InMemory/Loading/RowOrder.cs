namespace GoalMetrics;

// The place of each row in the order of a column: rows without a value first, then by value, equal ones as they stand.
internal static class RowOrder
{
    // Null where the rows stand in that order.
    public static long[]? Of(ValueColumn column)
    {
        if (IsInOrder(column))
        {
            return null;
        }

        var rows = new int[column.Count];
        var values = new decimal[column.Count];
        var nulls = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            if (column.IsNull(row))
            {
                rows[nulls++] = row;
            }
        }

        var next = nulls;
        for (var row = 0; row < rows.Length; row++)
        {
            if (!column.IsNull(row))
            {
                (rows[next], values[next]) = (row, column[row]);
                next++;
            }
        }

        Array.Sort(values, rows, nulls, rows.Length - nulls);
        for (int start = nulls, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && values[end] == values[start]; end++)
            {
            }

            Array.Sort(rows, start, end - start);
        }

        var places = new long[rows.Length];
        for (var place = 0; place < rows.Length; place++)
        {
            places[rows[place]] = place;
        }

        return places;
    }

    private static bool IsInOrder(ValueColumn column)
    {
        for (var row = 1; row < column.Count; row++)
        {
            if (!column.IsNull(row - 1) && (column.IsNull(row) || column[row] < column[row - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
