using System.Collections.Concurrent;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Whether a table stands newest first without saying so, where that matters: facts of one time and one entity with different values, of
// which the last row is taken for the latest. Safe with several threads, as each finds the same.
internal sealed class UnstatedOrder(FactTable table)
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

        return (_isDescending ??= IsDescending(table.TimeColumn.Times)) ? _found.GetOrAdd(aggregate, Find) : null;
    }

    private static bool IsDescending(ReadOnlySpan<long> times)
    {
        var (rising, falling) = (0L, 0L);
        for (var row = 1; row < times.Length; row++)
        {
            rising += times[row] > times[row - 1] ? 1 : 0;
            falling += times[row] < times[row - 1] ? 1 : 0;
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
        for (var row = 0; row < times.Length; row++)
        {
            if (row > 0 && times[row] != times[row - 1])
            {
                ofOneTime.Clear();
            }

            var isAlone = (row == 0 || times[row] != times[row - 1]) && (row + 1 == times.Length || times[row] != times[row + 1]);
            if (isAlone || !counts.Holds(row))
            {
                continue;
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

        return balance?.Entity is { } entity ? [entity] : table.Schema.DimensionNames;
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
