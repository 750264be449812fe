namespace GoalMetrics;

// A part of a live table that one thread at a time adds to. The wait for it is short, so nobody sleeps.
internal sealed class LiveShard(LiveDefinition definition)
{
    private int _isTaken;

    public LiveCells Cells { get; } = new(definition);

    public bool TryEnter() => Volatile.Read(ref _isTaken) == 0 && Interlocked.CompareExchange(ref _isTaken, 1, 0) == 0;

    public void Enter()
    {
        var wait = default(SpinWait);
        while (!TryEnter())
        {
            wait.SpinOnce();
        }
    }

    public void Exit() => Volatile.Write(ref _isTaken, 0);
}
