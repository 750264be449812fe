using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A table that takes facts as they happen and keeps what its measures need of them, by period and members: the same answers as a
/// <see cref="FactTable"/> of the same facts gives, in memory that does not grow with their number.
/// </summary>
/// <remarks>
/// Safe to use from several threads: facts may be added, in any order of their times, while queries are answered. A query sees every
/// fact whose <c>Add</c> had returned when it began. Only exact percentiles keep every value, exact distinct counts every member, and balances every entity.
/// </remarks>
public sealed class LiveTable : InMemoryTable
{
    // Threads with a writer of their own. A thread's number is given to another when it has ended, so that numbers stay small.
    private const int MostOwned = 128;

    private readonly LiveDefinition _definition;
    private readonly LiveShard[] _shards;
    private readonly LiveWriter?[] _owned = new LiveWriter?[MostOwned];
    private readonly LiveWriter?[] _shared;
    private readonly (long First, long Last) _times;
    private long _sequence;
    private int _writers;

    internal LiveTable(LiveDefinition definition)
        : this(definition, definition.Times(), (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount))
    {
    }

    private LiveTable(LiveDefinition definition, (long First, long Last) times, int shards)
        : base(definition.Schema)
    {
        _definition = definition;
        _shards = [.. Enumerable.Range(0, shards).Select(_ => new LiveShard(definition))];
        _shared = new LiveWriter?[shards];
        _times = times;
    }

    /// <summary>The calendar whose periods it keeps.</summary>
    public ReportingCalendar Calendar => _definition.Calendar;

    /// <summary>How many facts it has taken in; no more than a long can say.</summary>
    public long FactCount
    {
        get
        {
            var count = 0L;
            foreach (var shard in _shards)
            {
                shard.Enter();
                try
                {
                    count = CellCounts.Sum(count, shard.Settled().FactCount);
                }
                finally
                {
                    shard.Exit();
                }
            }

            return count;
        }
    }

    internal override Instant? LatestLiveFact => Snapshot().Facts is var (_, last) ? TimeColumn.InstantOf(last, Schema.Time, Calendar) : null;

    /// <summary>Begins a live table.</summary>
    /// <param name="schema">What facts look like: the name, dimensions, columns and units.</param>
    /// <param name="calendar">The calendar whose periods are kept.</param>
    public static LiveTableBuilder Of(TableSchema schema, ReportingCalendar calendar) => new(schema, calendar);

    /// <summary>Adds a fact that happened at an instant. A fact is taken whole or not at all.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="members">Its member of each dimension, in the order of the schema; null is a member like any other.</param>
    /// <param name="values">Its value of each column, in the order of the schema; null where it has none.</param>
    /// <exception cref="ArgumentException">There are more or fewer members or values than the table has, or a value is refused.</exception>
    /// <exception cref="InvalidOperationException">The table has dates.</exception>
    public void Add(Instant time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        var thread = Environment.CurrentManagedThreadId;
        if (_owned[thread & (MostOwned - 1)] is { } writer && writer.Owner == thread)
        {
            writer.Write(in time, members, values);
        }
        else
        {
            AddFirst(thread, time, members, values);
        }
    }

    /// <summary>Adds a fact that happened on a date.</summary>
    /// <param name="date">The date.</param>
    /// <exception cref="InvalidOperationException">The table has instants.</exception>
    /// <inheritdoc cref="Add(Instant, ReadOnlySpan{string?}, ReadOnlySpan{decimal?})"/>
    /// <param name="members">Its members.</param>
    /// <param name="values">Its values.</param>
    public void Add(LocalDate date, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        var thread = Environment.CurrentManagedThreadId;
        if (_owned[thread & (MostOwned - 1)] is { } writer && writer.Owner == thread)
        {
            writer.Write(date, members, values);
        }
        else
        {
            AddFirst(thread, date, members, values);
        }
    }

    /// <summary>A writer for one thread at a time, which costs less for each fact than <c>Add</c> here.</summary>
    public LiveWriter CreateWriter() => CreateWriter(owner: 0);

    /// <summary>Takes in all that another table has: partial results of several processes or parts of an application. The other keeps what it has.</summary>
    /// <remarks>Where the order of facts at the same time matters, the other's come after those here.</remarks>
    /// <exception cref="ArgumentException">The other was built to keep something else.</exception>
    public void Merge(LiveTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._definition.Fingerprint != _definition.Fingerprint)
        {
            throw new ArgumentException($"{LiveFile.Difference(_definition.Fingerprint, other._definition.Fingerprint)} Only tables that keep the same can be merged.", nameof(other));
        }

        Take(other.Snapshot(), other._sequence);
    }

    /// <summary>Writes all it has taken in so far, for <see cref="Load"/>: the same facts give the same bytes.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        LiveFile.Write(stream, _definition, Snapshot(), Interlocked.Read(ref _sequence));
    }

    /// <summary>Takes in what another table saved, beside what it has: after a restart, or from other processes.</summary>
    /// <param name="stream">From where; read to the end of what was saved, and left open.</param>
    /// <exception cref="InvalidDataException">It is no such file, is torn or damaged, is of a newer version, or was saved by a table that keeps something else. Nothing was taken in.</exception>
    public void Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (cells, sequence) = LiveFile.Read(stream, _definition);
        Take(cells, sequence);
    }

    internal override void CheckFits(ReportingCalendar calendar)
    {
        if (calendar != Calendar)
        {
            throw new ArgumentException($"Live table '{Name}' keeps its periods by the calendar {Calendar}; the source has {calendar}. Give both the same.", nameof(calendar));
        }
    }

    internal override InMemoryTable Frozen()
    {
        var copy = new LiveTable(_definition, _times, shards: 1);
        copy.Merge(this);
        return copy;
    }

    internal override TableDescription Describe(ReportingCalendar calendar)
    {
        var facts = Snapshot().Facts;
        return new(Schema, _definition.Coverage.In(calendar, Schema.Time, facts))
        {
            Settling = _definition.Settling,
            Breakdowns = _definition.Dimensions,
            KeptGrain = _definition.Grain,
            LatestFact = facts is var (_, last) ? TimeColumn.InstantOf(last, Schema.Time, calendar) : null,
        };
    }

    internal override AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests,
        ReportingCalendar calendar,
        Func<string, FactTable> facts,
        CancellationToken cancellationToken)
    {
        var cells = Snapshot();
        return [.. requests.Select(request => cells.Answer(request, cancellationToken))];
    }

    internal Exception Unfit(FactTime kind, int memberCount, int valueCount) => kind != Schema.Time
        ? new InvalidOperationException($"Live table '{Name}' has facts at {(Schema.Time == FactTime.Date ? "dates: add them with a LocalDate" : "instants: add them with an Instant")}.")
        : new ArgumentException(
            $"Live table '{Name}' expects {Names("member", [.. Schema.DimensionNames])} and {Names("value", [.. Schema.Columns.Select(column => column.Name)])}, in this order; found {memberCount} and {valueCount}.");

    internal ArgumentException Refusal(string column, CellProblem problem) =>
        new($"Live table '{Name}', column '{column}': found {problem.Found}; expected {problem.Expected}. The fact was not added.");

    internal ArgumentException Refusal(Instant time) => Refusal("time", TimeColumn.Problem(time));

    internal ArgumentException Refusal(LocalDate date) => Refusal("time", TimeColumn.TryNumber(date, out _)
        ? new(
            FormattableString.Invariant($"{date:R}"),
            FormattableString.Invariant($"a date from {TimeColumn.Date(_times.First):R} on, as the first {_definition.Grain} begins before there are dates"))
        : TimeColumn.Problem(date));

    // Where there are 2⁶³ already, more are as late as these.
    internal long NextSequence()
    {
        var next = Interlocked.Increment(ref _sequence);
        if (next > 0)
        {
            return next;
        }

        Volatile.Write(ref _sequence, long.MaxValue);
        return long.MaxValue;
    }

    private static string Names(string what, IReadOnlyList<string> names) =>
        names.Count == 0 ? $"no {what}s" : $"{names.Count} {what}{(names.Count == 1 ? "" : "s")} ({Shown.List(names)})";

    // Of a thread that has no writer yet, or none of its own.
    private void AddFirst(int thread, Instant time, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        var writer = WriterOf(thread);
        lock (writer)
        {
            writer.Write(in time, members, values);
        }
    }

    private void AddFirst(int thread, LocalDate date, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        var writer = WriterOf(thread);
        lock (writer)
        {
            writer.Write(date, members, values);
        }
    }

    // To be locked: where another thread has the place, it is shared with more.
    private LiveWriter WriterOf(int thread)
    {
        lock (_owned)
        {
            var owned = _owned[thread & (MostOwned - 1)] ??= CreateWriter(thread);
            return owned.Owner == thread ? owned : _shared[thread % _shared.Length] ??= CreateWriter(owner: 0);
        }
    }

    // There are a power of two of shards.
    private LiveWriter CreateWriter(int owner) =>
        new(this, _shards[Interlocked.Increment(ref _writers) & (_shards.Length - 1)], _times, _definition.KeepsOrder) { Owner = owner };

    private LiveCells Snapshot()
    {
        var all = new LiveCells(_definition);
        foreach (var shard in _shards)
        {
            shard.Enter();
            try
            {
                all.Add(shard.Settled(), sequenceOffset: 0);
            }
            finally
            {
                shard.Exit();
            }
        }

        return all;
    }

    private void Take(LiveCells cells, long sequences)
    {
        long offset;
        do
        {
            offset = Volatile.Read(ref _sequence);
        }
        while (Interlocked.CompareExchange(ref _sequence, CellCounts.Sum(offset, sequences), offset) != offset);

        var shard = _shards[0];
        shard.Enter();
        try
        {
            shard.Settled().Add(cells, offset);
        }
        finally
        {
            shard.Exit();
        }
    }
}
