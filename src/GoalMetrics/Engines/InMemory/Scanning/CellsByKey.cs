namespace GoalMetrics;

// Cells put together by the members they have, each in order of their place in time.
internal sealed class CellsByKey(int[] cells, int[] places, int[] starts)
{
    public int[] Cells => cells;

    public int[] Places => places;

    public (int Start, int End) RangeOf(int key) => (starts[key], starts[key + 1]);
}
