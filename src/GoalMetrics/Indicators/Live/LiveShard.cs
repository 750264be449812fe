namespace GoalMetrics;

// A part of a live table: cells, and the writers whose facts go into them. One thread at a time works on the cells; the wait for it is
// short, so nobody sleeps.
internal sealed class LiveShard(LiveDefinition definition)
{
    private readonly List<LiveWriter> _writers = [];
    private int _isTaken;

    // Of use between Enter and Exit.
    public LiveCells Cells { get; } = new(definition);

    public void Enter()
    {
        var wait = default(SpinWait);
        while (Volatile.Read(ref _isTaken) != 0 || Interlocked.CompareExchange(ref _isTaken, 1, 0) != 0)
        {
            wait.SpinOnce();
        }
    }

    public void Exit() => Volatile.Write(ref _isTaken, 0);

    // Has all that was written so far.
    public LiveCells Settled()
    {
        foreach (var writer in _writers)
        {
            writer.Settle();
        }

        return Cells;
    }

    public void Register(LiveWriter writer)
    {
        Enter();
        _writers.Add(writer);
        Exit();
    }

    public void Remove(LiveWriter writer) => _writers.Remove(writer);
}
