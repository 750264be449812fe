using Microsoft.Data.Analysis;
using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Microsoft.Data.Analysis: GroupBy of a data frame, then counts and sums. It groups by one column and has no months in a zone, so
/// month and channel are one stored number, made beforehand, not counted. Revenue is decimal, so that sums are exact.
/// </summary>
internal sealed class DataFrameGroupBy
{
    private const string Key = "key";
    private const string Orders = "orders";
    private const string Revenue = "revenue";
    private readonly DataFrame _frame;

    public DataFrameGroupBy(FactColumns columns, DateTimeZone zone)
    {
        var key = new Int32DataFrameColumn(Key, columns.Count);
        var orders = new Int32DataFrameColumn(Orders, columns.Count);
        var revenue = new DecimalDataFrameColumn(Revenue, columns.Count);
        for (var row = 0; row < columns.Count; row++)
        {
            key[row] = MonthAndChannel.Key(columns, row, zone);
            orders[row] = columns.Ordered[row];
            revenue[row] = columns.Row(row).Revenue;
        }

        _frame = new(key, orders, revenue);
    }

    public IReadOnlyList<Cell> ByMonth()
    {
        var groups = _frame.GroupBy(Key);
        var (counts, sums) = (groups.Count(Orders), groups.Sum(Orders, Revenue));
        var visits = new Dictionary<int, long>();
        foreach (var row in counts.Rows)
        {
            visits.Add((int)row[0], (long)row[1]);
        }

        return [.. sums.Rows.Select(row => MonthAndChannel.Cell((int)row[0], visits[(int)row[0]], (int)row[1], (decimal)row[2]))];
    }
}
