namespace GoalMetrics;

// A growing array that a row enters in two steps: staged, then committed once every cell of the row is good.
internal abstract class Column
{
    public int Count { get; private set; }

    public void Commit()
    {
        CommitAt(Count);
        Count++;
    }

    protected abstract void CommitAt(int row);

    // Commits come one by one, so the array is at most one short.
    protected static void Put<T>(ref T[] array, int index, T value)
    {
        if (index == array.Length)
        {
            Array.Resize(ref array, Math.Max(16, index * 2));
        }

        array[index] = value;
    }
}
