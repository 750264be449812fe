using Deedle;
using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Deedle: the series of revenue and of orders, each grouped by the stored number of month and channel. Here only for information.
/// </summary>
internal sealed class DeedleAggregate
{
    private readonly Series<int, int> _keys;
    private readonly Series<int, int> _orders;
    private readonly Series<int, decimal> _revenue;

    public DeedleAggregate(FactColumns columns, DateTimeZone zone)
    {
        var rows = Enumerable.Range(0, columns.Count).ToArray();
        _keys = new(rows, rows.Select(row => MonthAndChannel.Key(columns, row, zone)).ToArray());
        _orders = new(rows, rows.Select(row => (int)columns.Ordered[row]).ToArray());
        _revenue = new(rows, rows.Select(row => columns.Row(row).Revenue).ToArray());
    }

    public IReadOnlyList<Cell> ByMonth()
    {
        var visits = _keys.GroupBy(fact => fact.Value).Select(group => group.Value.KeyCount);
        var orders = _orders.GroupBy(fact => _keys[fact.Key]).Select(group => group.Value.Values.Sum());
        var revenue = _revenue.GroupBy(fact => _keys[fact.Key]).Select(group => group.Value.Values.Sum());
        return [.. visits.Keys.Select(key => MonthAndChannel.Cell(key, visits[key], orders[key], revenue[key]))];
    }
}
