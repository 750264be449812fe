namespace GoalMetrics.Benchmarks;

/// <summary>What is asked of workload W1 for one month and channel.</summary>
/// <param name="Month">The month as year × 100 + month.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Visits">The facts.</param>
/// <param name="Orders">The facts with an order.</param>
/// <param name="Revenue">The exact sum.</param>
/// <param name="ConversionRate">Orders by visits.</param>
/// <param name="RevenuePerVisit">Revenue by visits.</param>
/// <param name="Customers">The different customers; 0 where they are not asked for.</param>
internal readonly record struct Cell(
    int Month,
    string Channel,
    long Visits,
    long Orders,
    decimal Revenue,
    decimal ConversionRate,
    decimal RevenuePerVisit,
    long Customers = 0)
{
    // A peer that divides in double has 15 digits or so.
    private const decimal Tolerance = 1e-12m;

    /// <summary>A cell whose ratios are computed here, in decimal.</summary>
    public static Cell Of(int month, string channel, long visits, long orders, decimal revenue) =>
        new(month, channel, visits, orders, revenue, (decimal)orders / visits, revenue / visits);

    /// <summary>Fails unless both answers have the same cells: counts and sums to the last digit, ratios to twelve.</summary>
    /// <exception cref="InvalidOperationException">They differ; the message shows the first difference.</exception>
    public static void CheckSame(string peer, IReadOnlyList<Cell> expected, IReadOnlyList<Cell> found)
    {
        if (expected.Count != found.Count)
        {
            throw new InvalidOperationException($"{peer} answers with {expected.Count} cells, the library with {found.Count}.");
        }

        foreach (var (one, other) in InOrder(expected).Zip(InOrder(found)))
        {
            if (!one.Agrees(other))
            {
                throw new InvalidOperationException($"{peer} answers {one}, the library {other}.");
            }
        }
    }

    private static IEnumerable<Cell> InOrder(IEnumerable<Cell> cells) =>
        cells.OrderBy(cell => cell.Month).ThenBy(cell => cell.Channel, StringComparer.Ordinal);

    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) <= Tolerance * Math.Max(1m, Math.Abs(one));

    private bool Agrees(Cell other) =>
        this with { ConversionRate = other.ConversionRate, RevenuePerVisit = other.RevenuePerVisit } == other
        && Near(ConversionRate, other.ConversionRate) && Near(RevenuePerVisit, other.RevenuePerVisit);
}
