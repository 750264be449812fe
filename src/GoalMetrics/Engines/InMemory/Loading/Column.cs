namespace GoalMetrics;

// Rows enter in two steps: the cells of each are staged at a slot, then all slots that turned out good are committed at once.
internal abstract class Column
{
    // The number of slots.
    public const int BatchSize = 1024;

    public int Count { get; private set; }

    // How many rows are to come, where that is known, so that room for them is made once. A hint, not a limit.
    public int Expected { get; set; }

    // Adds the rows that are staged at the first slots.
    public abstract void Commit(int slots);

    // Drops the rows, and keeps members, their codes and the scale.
    public virtual void Clear() => Count = 0;

    // Stages at one slot what is staged at another, so that a refused row leaves no gap.
    public abstract void Move(int from, int to);

    // No row is added any more: gives back what is only needed to add some.
    public abstract void Freeze();

    protected void Added(int rows) => Count += rows;
}
