namespace GoalMetrics;

// The one linear relation that holds for all rows: numbers, not all 0, whose products with those of any row sum to 0. Found by elimination
// with complete pivoting.
internal static class CommonRelation
{
    // What is smaller is what rounding left of 0.
    private const double Rounding = 1e-9;

    // Null where there is none, or where there are several.
    public static double[]? Of(IReadOnlyList<double[]> rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var columns = rows[0].Length;
        var left = rows.Select(Scaled).OfType<double[]>().ToList();
        var pivots = new List<(int Column, double[] Row)>();
        while (Largest(left) is { } largest)
        {
            pivots.Add((largest.Column, largest.Row));
            left.Remove(largest.Row);
            left.ForEach(row => Eliminate(row, largest.Row, largest.Column));
        }

        if (pivots.Count == columns - 1)
        {
            return Solved(pivots, columns);
        }

        return null;
    }

    // Rows of large and of small amounts weigh alike.
    private static double[]? Scaled(double[] row)
    {
        var largest = row.Max(Math.Abs);
        if (largest > 0d)
        {
            return [.. row.Select(number => number / largest)];
        }

        return null;
    }

    private static (int Column, double[] Row)? Largest(List<double[]> rows)
    {
        (int Column, double[] Row)? found = null;
        var most = Rounding;
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                if (Math.Abs(row[column]) > most)
                {
                    (found, most) = ((column, row), Math.Abs(row[column]));
                }
            }
        }

        return found;
    }

    private static void Eliminate(double[] row, double[] pivot, int column)
    {
        var times = row[column] / pivot[column];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] -= times * pivot[i];
        }

        row[column] = 0d;
    }

    // The column that no row stands for is 1; the others follow from it, the latest pivot first.
    private static double[] Solved(List<(int Column, double[] Row)> pivots, int columns)
    {
        var solution = new double[columns];
        solution[Enumerable.Range(0, columns).Except(pivots.Select(pivot => pivot.Column)).Single()] = 1d;
        for (var i = pivots.Count - 1; i >= 0; i--)
        {
            var (column, row) = pivots[i];
            var others = row.Zip(solution, (number, value) => number * value).Sum();
            solution[column] = -others / row[column];
        }

        return solution;
    }
}
