using System.Runtime.InteropServices;

namespace GoalMetrics;

// Each entity in a group keeps the row of its latest or earliest value, or the sum of all of them; those are summed (S3.8).
internal sealed class BalanceAccumulator(ValueColumn column, RowFilter? filter, FactTable table, Aggregate aggregate) : ValueAccumulator(column, filter)
{
    private readonly GroupNumbers _holders = new(aggregate.Entity is { } entity
        ? [table.Dimension(entity)]
        : [.. table.Schema.Dimensions.Select(table.Dimension)]);

    private readonly bool _isAverage = aggregate.Aggregation == Aggregation.AverageBalance;
    private readonly bool _isFirst = aggregate.Aggregation == Aggregation.OpeningBalance;
    private readonly ExactSums _holderSums = new(column);
    private readonly List<int> _rows = [];
    private readonly List<int> _valueCounts = [];
    private readonly List<int> _holderGroups = [];
    private int[] _holderCounts = [];
    private int[] _numbers = [];
    private ExactSums? _sums;
    private decimal?[]? _means;

    public override Quantity Result(int group) => _holderCounts[group] == 0 ? NoData
        : OrOverflow(_isAverage ? (_means ??= Means())[group] : (_sums ??= Sums()).Total(group));

    protected override void Grow(int groupCount) => Grow(ref _holderCounts, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        Grow(ref _numbers, rows.Length);
        var holders = _numbers.AsSpan(0, rows.Length);
        var times = table.TimeColumn.Times;
        groups.CopyTo(holders);
        _holders.Number(rows, holders);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, holder) = (rows[i], holders[i]);
            if (holder == _rows.Count)
            {
                _rows.Add(row);
                _valueCounts.Add(0);
                _holderGroups.Add(groups[i]);
                _holderCounts[groups[i]]++;
            }
            else if (_isFirst ? times[row] < times[_rows[holder]] : times[row] >= times[_rows[holder]])
            {
                // Of several at the same time the last row is the latest, and the first the earliest.
                _rows[holder] = row;
            }

            _valueCounts[holder]++;
        }

        if (_isAverage)
        {
            _holderSums.Grow(_rows.Count);
            _holderSums.Add(rows, holders);
        }
    }

    private ExactSums Sums()
    {
        var sums = new ExactSums(Column);
        sums.Grow(_holderCounts.Length);
        sums.Add(CollectionsMarshal.AsSpan(_rows), CollectionsMarshal.AsSpan(_holderGroups));
        return sums;
    }

    private decimal?[] Means()
    {
        var means = new decimal?[_holderCounts.Length];
        Array.Fill(means, 0m);
        for (var holder = 0; holder < _rows.Count; holder++)
        {
            ref var sum = ref means[_holderGroups[holder]];
            try
            {
                sum += _holderSums.Quotient(holder, _valueCounts[holder]);
            }
            catch (OverflowException)
            {
                sum = null;
            }
        }

        return means;
    }
}
