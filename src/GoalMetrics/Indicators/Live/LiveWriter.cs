using System.Runtime.CompilerServices;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Adds facts to a <see cref="LiveTable"/> from one thread at a time, for less than <see cref="LiveTable.Add(Instant, ReadOnlySpan{string?}, ReadOnlySpan{decimal?})"/>
/// costs: there is no other thread to look out for. Queries see each fact as soon as <c>Add</c> has returned.
/// </summary>
/// <remarks>Not safe to use from several threads at once; the table may be used beside it from any. Dispose it when no facts are to come.</remarks>
public sealed class LiveWriter : IDisposable
{
    private readonly LiveTable _table;
    private readonly LiveShard _shard;

    // How many members a fact has at an instant and on a date; −1 where the table has none such.
    private readonly int _membersAtInstant;
    private readonly int _membersOnDate;
    private readonly Member[] _members;
    private readonly Value[] _values;
    private readonly long _first;
    private readonly long _last;
    private readonly long[] _times = new long[StagedColumn.BatchSize];
    private readonly long[] _sequences;
    private LocalDate? _date;
    private long _dateNumber;

    // Facts are written from the first slot on, by one thread. What stands below _next is whole, and is taken by whoever has the shard.
    private int _next;
    private int _taken;
    private bool _isDisposed;

    internal LiveWriter(LiveTable table, LiveShard shard, (long First, long Last) times, bool keepsOrder)
    {
        (_table, _shard) = (table, shard);
        (_membersAtInstant, _membersOnDate) = table.Schema.Time == FactTime.Instant ? (table.Schema.Dimensions.Count, -1) : (-1, table.Schema.Dimensions.Count);
        _members = [.. shard.Cells.Dimensions.Concat(shard.Cells.Hashed).Select(dimension => new Member(dimension.Column, dimension.Place))];
        (_first, _last) = times;
        _values = [.. shard.Cells.Values.Select(value => new Value(value.Column, value.IsKept))];
        _sequences = keepsOrder ? new long[StagedColumn.BatchSize] : [];
        shard.Register(this);
    }

    // The thread that a table keeps the writer for; 0 for none.
    internal int Owner { get; init; }

    /// <inheritdoc cref="LiveTable.Add(Instant, ReadOnlySpan{string?}, ReadOnlySpan{decimal?})"/>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public void Add(Instant time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values) => Write(in time, members, values);

    /// <inheritdoc cref="LiveTable.Add(LocalDate, ReadOnlySpan{string?}, ReadOnlySpan{decimal?})"/>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public void Add(LocalDate date, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values) => Write(date, members, values);

    /// <summary>Ends writing. What was added stays in the table.</summary>
    public void Dispose()
    {
        _shard.Enter();
        try
        {
            Settle();
        }
        finally
        {
            _shard.Remove(this);
            (_isDisposed, _next, _taken) = (true, StagedColumn.BatchSize, StagedColumn.BatchSize);
            _shard.Exit();
        }
    }

    // Of one piece with its caller, as a call more is a tenth of what a fact costs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(in Instant time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        if (members.Length != _membersAtInstant || values.Length != _values.Length)
        {
            throw _table.Unfit(FactTime.Instant, members.Length, values.Length);
        }

        var number = TimeColumn.Number(in time);
        if ((number < _first || number >= _last) && !TimeColumn.TryNumber(in time, out _))
        {
            throw _table.Refusal(time);
        }

        Write(number, members, values);
    }

    internal void Write(LocalDate date, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        if (members.Length != _membersOnDate || values.Length != _values.Length)
        {
            throw _table.Unfit(FactTime.Date, members.Length, values.Length);
        }

        // Neighbouring facts tend to have the same date.
        if (date != _date)
        {
            _dateNumber = TimeColumn.TryNumber(date, out var number) && number >= _first && number <= _last ? number : throw _table.Refusal(date);
            _date = date;
        }

        Write(_dateNumber, members, values);
    }

    // Takes what was written into the cells. For whoever has the shard.
    internal void Settle()
    {
        var end = Volatile.Read(ref _next);
        if (end == _taken)
        {
            return;
        }

        var (from, count) = (_taken, end - _taken);
        var cells = _shard.Cells;
        foreach (var kept in _members)
        {
            kept.Column.Add(kept.Codes.AsSpan(from, count));
        }

        foreach (var value in _values)
        {
            if (value.Staged is { } staged)
            {
                value.Column.Add(staged, from, count);
            }
        }

        cells.Take(_times.AsSpan(from, count), _sequences.Length == 0 ? [] : _sequences.AsSpan(from, count));
        _taken = end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(long time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        var slot = _next;
        if (slot == StagedColumn.BatchSize)
        {
            slot = MakeRoom();
        }

        // Nothing is refused after the values, so that a refused fact leaves no new members.
        for (var i = 0; i < values.Length; i++)
        {
            if (_values[i].Stage(slot, in values[i]) is { } problem)
            {
                throw _table.Refusal(_values[i].Column.Name, problem);
            }
        }

        if (!TryStage(slot, members))
        {
            StageUnknown(slot, members);
        }

        if (_sequences.Length > 0)
        {
            _sequences[slot] = _table.NextSequence();
        }

        _times[slot] = time;
        Volatile.Write(ref _next, slot + 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int MakeRoom()
    {
        _shard.Enter();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Settle();
            (_next, _taken) = (0, 0);
            return 0;
        }
        finally
        {
            _shard.Exit();
        }
    }

    // The members that were met lately, without a call. False where one was not.
    private bool TryStage(int slot, ReadOnlySpan<string?> members)
    {
        foreach (var kept in _members)
        {
            var member = members[kept.Place];
            if (kept.IsHashed)
            {
                kept.Codes[slot] = DimensionColumn.HashOf(member);
                continue;
            }

            var code = member is null ? kept.NullCode : kept.Recent.CodeOfSame(member);
            if (code < 0)
            {
                return false;
            }

            kept.Codes[slot] = code;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StageUnknown(int slot, ReadOnlySpan<string?> members)
    {
        foreach (var kept in _members)
        {
            var member = members[kept.Place];
            if (kept.IsHashed)
            {
                kept.Codes[slot] = DimensionColumn.HashOf(member);
                continue;
            }

            var code = member is null ? kept.NullCode : kept.Recent.CodeOf(member);
            if (code < 0)
            {
                _shard.Enter();
                try
                {
                    code = kept.Column.CodeOrNew(member);
                }
                finally
                {
                    _shard.Exit();
                }

                kept.Remember(member, code);
            }

            kept.Codes[slot] = code;
        }
    }

    // The members of a dimension that is kept, as codes of the shard, or as hashes.
    private sealed class Member(DimensionColumn column, int place)
    {
        public DimensionColumn Column { get; } = column;

        public bool IsHashed { get; } = column.IsHashed;

        public int Place { get; } = place;

        public long[] Codes { get; } = new long[GoalMetrics.StagedColumn.BatchSize];

        public RecentTexts Recent { get; } = new();

        public int NullCode { get; private set; } = -1;

        public void Remember(string? member, int code)
        {
            if (member is null)
            {
                NullCode = code;
            }
            else
            {
                Recent.Remember(member, code);
            }
        }
    }

    // A column's values; of one that nothing is kept of, they are only looked at.
    private readonly struct Value(ValueColumn column, bool isKept)
    {
        public ValueColumn Column { get; } = column;

        public StagedValues? Staged { get; } = isKept ? new() : null;

        public CellProblem? Stage(int slot, in decimal? value)
        {
            if (!value.HasValue)
            {
                Staged?.SetNull(slot);
                return null;
            }

            ref readonly var amount = ref Nullable.GetValueRefOrDefaultRef(in value);
            Staged?.SetDecimal(slot, in amount, Column.Scale);
            return Column.Problem(in amount);
        }
    }
}
