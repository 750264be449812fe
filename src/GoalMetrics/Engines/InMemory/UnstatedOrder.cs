using System.Collections.Concurrent;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Whether a table stands newest first without saying so, where that matters: facts of one time and one entity with different values, of
// which the last row is taken for the latest. Within a scope only its rows are looked at. Safe with several threads: each finds the same.
internal sealed class UnstatedOrder(FactTable table, RowFilter? scope = null)
{
    // A statement by day of booking may have a row or two out of order: one in twenty.
    private const int OneIn = 20;

    private readonly ConcurrentDictionary<Aggregate, long?> _found = [];
    private bool? _isDescending;

    // The time of the first such facts; null where there are none, or none that the aggregate would see.
    public long? FirstInDoubt(Aggregate aggregate)
    {
        if (aggregate is not (Aggregate.First or Aggregate.Last or Aggregate.Balance { Value: not BalanceValue.Average }))
        {
            return null;
        }

        if (_isDescending ??= IsDescending(table.TimeColumn.Times))
        {
            return _found.GetOrAdd(aggregate, Find);
        }

        return null;
    }

    private bool IsDescending(ReadOnlySpan<long> times)
    {
        var (rising, falling) = (0L, 0L);
        long? before = null;
        for (var row = 0; row < times.Length; row++)
        {
            if (scope?.Holds(row) == false)
            {
                continue;
            }

            rising += times[row] > before ? 1 : 0;
            falling += times[row] < before ? 1 : 0;
            before = times[row];
        }

        return falling > 0 && rising * OneIn <= falling;
    }

    // The filter of a metric does not matter to a balance: it chooses among what is latest.
    private long? Find(Aggregate aggregate)
    {
        var balance = aggregate as Aggregate.Balance;
        var values = table.Values(((Aggregate.OfColumn)aggregate).Column);
        var filter = balance is null ? aggregate.Filter : balance.Among;
        var counts = RowFilter.WhereKnown(values, filter is null ? null : RowFilter.For(filter, table));
        DimensionColumn[] holder = [.. HolderOf(balance).Select(table.Dimension)];
        var times = table.TimeColumn.Times;
        var ofOneTime = new Dictionary<UInt128, decimal>();
        long? time = null;
        for (var row = 0; row < times.Length; row++)
        {
            if (scope?.Holds(row) == false || !counts.Holds(row))
            {
                continue;
            }

            if (times[row] != time)
            {
                ofOneTime.Clear();
                time = times[row];
            }

            var value = values[row];
            if (!ofOneTime.TryAdd(NumberOf(holder, row), value) && ofOneTime[NumberOf(holder, row)] != value)
            {
                return times[row];
            }
        }

        return null;
    }

    private IEnumerable<string> HolderOf(Aggregate.Balance? balance)
    {
        if (balance is { IsOfOneAccount: true })
        {
            return [];
        }

        if (balance?.Entity is { } entity)
        {
            return [entity];
        }

        return table.Schema.DimensionNames;
    }

    // Of all combinations of members, by their places.
    private static UInt128 NumberOf(DimensionColumn[] holder, int row)
    {
        UInt128 number = 0;
        foreach (var dimension in holder)
        {
            number = unchecked((number * (UInt128)(uint)dimension.MemberCount) + (UInt128)(uint)dimension.CodeAt(row));
        }

        return number;
    }
}
