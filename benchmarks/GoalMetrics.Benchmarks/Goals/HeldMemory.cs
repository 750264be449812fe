namespace GoalMetrics.Benchmarks;

/// <summary>The bytes that a table of so many facts of W1 holds, built from facts that are not kept.</summary>
internal static class HeldMemory
{
    private const double Megabyte = 1e6;

    /// <summary>Builds the table, measures what it holds and lets it go.</summary>
    public static double Megabytes(int rows)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = Shop.Load(FactRow.Generate(rows).Select(row => row.ToFact()));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(table);
        return (after - before) / Megabyte;
    }

    /// <summary>The size and what it comes to for each row.</summary>
    public static string Each(double megabytes, int rows) => FormattableString.Invariant($"{megabytes * Megabyte / rows:0.0} bytes a row");
}
