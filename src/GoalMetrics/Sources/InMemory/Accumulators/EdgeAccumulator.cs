namespace GoalMetrics;

// The value of the earliest fact for sign −1, of the latest for 1.
internal sealed class EdgeAccumulator(ValueColumn column, RowFilter? filter, TimeColumn time, int sign) : ValueAccumulator(column, filter)
{
    // Kept from 1; 0 is none.
    private int[] _rows = [];

    public override Quantity Result(int group) => _rows[group] is > 0 and var row ? Of(Column[row - 1]) : NoData;

    protected override void Grow(int groupCount) => Grow(ref _rows, groupCount);

    // Rows come in order, so that of equal times the first stays first and the last becomes last.
    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        var times = time.Times;
        for (var i = 0; i < rows.Length; i++)
        {
            ref var edge = ref _rows[groups[i]];
            var order = edge == 0 ? sign : times[rows[i]].CompareTo(times[edge - 1]);
            if (order == sign || (order == 0 && sign > 0))
            {
                edge = rows[i] + 1;
            }
        }
    }
}
