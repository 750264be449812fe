namespace GoalMetrics;

// Rows are added in two steps: the cells of each are staged at a slot, then all slots with good rows are committed at once.
internal abstract class StagedColumn
{
    // The number of slots.
    public const int BatchSize = 1024;

    public int Count { get; private set; }

    // How many rows are to come, if known, so that room for them is made once. A hint, not a limit.
    public int Expected { get; set; }

    // Adds the rows staged at the first slots.
    public abstract void Commit(int slots);

    // Drops the rows, but keeps members, their codes and the scale.
    public virtual void Clear() => Count = 0;

    // Stages at one slot what is staged at another, so that a refused row leaves no gap.
    public abstract void Move(int from, int to);

    // Ends the adding of rows, and frees what only that needed.
    public abstract void Freeze();

    protected void Added(int rows) => Count += rows;
}
