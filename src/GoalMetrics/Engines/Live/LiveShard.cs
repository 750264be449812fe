using NodaTime;

namespace GoalMetrics;

// A part of a live table: facts of some threads, staged and then taken into cells, many at a time. All that it has is used between Enter
// and Exit, by one thread at a time.
internal sealed class LiveShard(LiveDefinition definition, LiveOrder order)
{
    private readonly LiveCells _cells = new(definition);
    private readonly FactTime _kind = definition.Schema.Time;
    private readonly int _memberCount = definition.Schema.Dimensions.Count;
    private readonly int _valueCount = definition.Schema.Columns.Count;
    private readonly bool _keepsOrder = definition.KeepsOrder;
    private readonly long _firstDate = TimeColumn.Number(definition.FirstDate);
    private readonly (long Start, long End)[] _gaps = definition.Gaps;
    private readonly long[] _times = new long[StagedColumn.BatchSize];
    private int _staged;
    private int _isHeld;

    public long FactCount => CellCounts.Sum(_cells.FactCount, _staged);

    // With all facts that were added so far.
    public LiveCells Cells
    {
        get
        {
            Settle();
            return _cells;
        }
    }

    // A lock of the runtime costs half as much as all else that is done with a fact. This one is waited for seldom, and not for long.
    public void Enter()
    {
        if (!TryEnter())
        {
            Wait();
        }
    }

    public void Exit() => Volatile.Write(ref _isHeld, 0);

    public void Add(Instant time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        Check(FactTime.Instant, members.Length, values.Length);
        if (!TimeColumn.TryNumber(in time, out var number))
        {
            throw definition.Refusal("time", TimeColumn.Problem(time));
        }

        Add(number, members, values);
    }

    public void Add(LocalDate date, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        Check(FactTime.Date, members.Length, values.Length);
        if (!TimeColumn.TryNumber(date, out var number))
        {
            throw definition.Refusal("time", TimeColumn.Problem(date));
        }

        if (number < _firstDate)
        {
            throw definition.TooEarly(date);
        }

        Add(number, members, values);
    }

    // A refused fact leaves nothing: its slot is that of the next one.
    private void Add(long time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        if (_staged == StagedColumn.BatchSize)
        {
            Settle();
        }

        _cells.Columns.Stage(_staged, members, values);
        if (_gaps.Length > 0 && IsInGap(time))
        {
            return;
        }

        if (_keepsOrder)
        {
            _cells.Columns.SetSequence(_staged, order.Next());
        }

        _times[_staged++] = time;
    }

    // Facts of a time for which facts are missing do not count.
    private bool IsInGap(long time) => Array.Exists(_gaps, gap => gap.Start <= time && time < gap.End);

    private bool TryEnter() => Interlocked.CompareExchange(ref _isHeld, 1, 0) == 0;

    private void Wait()
    {
        var wait = default(SpinWait);
        do
        {
            wait.SpinOnce();
        }
        while (Volatile.Read(ref _isHeld) != 0 || !TryEnter());
    }

    private void Settle()
    {
        if (_staged > 0)
        {
            _cells.Take(_times.AsSpan(0, _staged));
            _staged = 0;
        }
    }

    private void Check(FactTime kind, int memberCount, int valueCount)
    {
        if (kind != _kind || memberCount != _memberCount || valueCount != _valueCount)
        {
            throw definition.Unfit(kind, memberCount, valueCount);
        }
    }
}
