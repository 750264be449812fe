using System.Runtime.InteropServices;

namespace GoalMetrics;

// Each combination of members in a group keeps the row of its latest value; those are summed (S3.8).
internal sealed class BalanceAccumulator(ValueColumn column, RowFilter? filter, FactTable table) : ValueAccumulator(column, filter)
{
    private readonly GroupNumbers _holders = new([.. table.Schema.Dimensions.Select(table.Dimension)]);
    private readonly List<int> _latestRows = [];
    private readonly List<int> _holderGroups = [];
    private int[] _holderCounts = [];
    private int[] _numbers = [];
    private ExactSums? _sums;

    public override Quantity Result(int group) => _holderCounts[group] == 0 ? NoData : OrOverflow((_sums ??= Sums()).Total(group));

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
            if (holder == _latestRows.Count)
            {
                _latestRows.Add(row);
                _holderGroups.Add(groups[i]);
                _holderCounts[groups[i]]++;
            }
            else if (times[row] >= times[_latestRows[holder]])
            {
                // Of several at the same time the last row counts.
                _latestRows[holder] = row;
            }
        }
    }

    private ExactSums Sums()
    {
        var sums = new ExactSums(Column);
        sums.Grow(_holderCounts.Length);
        sums.Add(CollectionsMarshal.AsSpan(_latestRows), CollectionsMarshal.AsSpan(_holderGroups));
        return sums;
    }
}
