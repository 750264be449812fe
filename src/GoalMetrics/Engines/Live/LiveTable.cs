using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A table that takes facts as they happen and keeps what its measures need of them, by period and members: it gives the same answers as
/// a <see cref="FactTable"/> of the same facts, in memory that does not grow with their number.
/// </summary>
/// <remarks>
/// Safe to use from several threads: facts may be added, in any order of their times, while questions are answered. A question sees the
/// table as it is at one moment, with every fact whose <c>Add</c> had returned by then; facts wait while that state is copied, which takes
/// longer the more cells there are. Only exact percentiles keep every value, exact distinct counts every member, and balances every entity.
/// </remarks>
public sealed class LiveTable : InMemoryTable
{
    private readonly LiveDefinition _definition;
    private readonly LiveOrder _order = new();

    // One for each processor, so that threads seldom meet in one; a power of two.
    private readonly LiveShard[] _shards;

    internal LiveTable(LiveDefinition definition)
        : base(definition.Schema)
    {
        _definition = definition;
        _shards = new LiveShard[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount)];
        for (var i = 0; i < _shards.Length; i++)
        {
            _shards[i] = new(definition, _order);
        }
    }

    /// <summary>The calendar whose periods it keeps.</summary>
    public ReportingCalendar Calendar => _definition.Calendar;

    /// <summary>How many facts it has taken in; at most <see cref="long.MaxValue"/>.</summary>
    public long FactCount
    {
        get
        {
            var count = 0L;
            foreach (var shard in _shards)
            {
                shard.Enter();
                count = CellCounts.Sum(count, shard.FactCount);
                shard.Exit();
            }

            return count;
        }
    }

    internal override bool IsLive => true;

    // Where measurements of several instruments come into one table, each has its own column, and nothing to say about the others.
    internal bool TakesNullForNone { get; set; }

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
        var shard = ShardHere();
        shard.Enter();
        try
        {
            shard.Add(time, members, values);
        }
        finally
        {
            shard.Exit();
        }
    }

    /// <summary>Adds a fact that happened on a date. A fact is taken whole or not at all.</summary>
    /// <param name="date">The date.</param>
    /// <param name="members">Its member of each dimension, in the order of the schema; null is a member like any other.</param>
    /// <param name="values">Its value of each column, in the order of the schema; null where it has none.</param>
    /// <exception cref="ArgumentException">There are more or fewer members or values than the table has, or a value is refused.</exception>
    /// <exception cref="InvalidOperationException">The table has instants.</exception>
    public void Add(LocalDate date, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        var shard = ShardHere();
        shard.Enter();
        try
        {
            shard.Add(date, members, values);
        }
        finally
        {
            shard.Exit();
        }
    }

    /// <summary>
    /// Takes in all that another table has: partial results of several processes or parts of an application. The other keeps what it has.
    /// </summary>
    /// <remarks>Where the order of facts at the same time matters, the other's come after those here.</remarks>
    /// <param name="other">The other table.</param>
    /// <exception cref="ArgumentException">The other was built to keep something else.</exception>
    public void Merge(LiveTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._definition.Fingerprint != _definition.Fingerprint)
        {
            throw new ArgumentException(
                $"{_definition.DifferenceFrom(other._definition.Fingerprint)} Only tables that keep the same can be merged.",
                nameof(other));
        }

        Take(other.Copied(), other._order.Last);
    }

    /// <summary>Writes all it has taken in so far, for <see cref="Load"/>: the same facts give the same bytes.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <exception cref="InvalidOperationException">There is more than a file takes.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        LiveFile.Write(stream, _definition, Copied(), _order.Last);
    }

    /// <summary>Takes in what another table saved, beside what it has: after a restart, or from other processes.</summary>
    /// <param name="stream">Where to read, up to the end of what was saved; it stays open.</param>
    /// <exception cref="InvalidDataException">
    /// The stream has something else, is torn or damaged, is of a newer version, or was saved by a table that keeps something else.
    /// Nothing was taken in.
    /// </exception>
    public void Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (cells, last) = LiveFile.Read(stream, _definition);
        Take(cells, last);
    }

    internal override void CheckFits(ReportingCalendar calendar)
    {
        if (calendar != Calendar)
        {
            throw new ArgumentException(
                $"Live table '{Name}' keeps its periods by the calendar {Calendar}; the source has {calendar}. Give both the same.",
                nameof(calendar));
        }
    }

    internal override InMemoryTable Frozen() => new LiveSnapshot(_definition, Copied(), TakesNullForNone);

    internal override TableDescription Describe(ReportingCalendar calendar, Filter? filter) => Frozen().Describe(calendar, filter);

    internal override AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken) =>
        Frozen().Answer(requests, source, cancellationToken);

    private LiveShard ShardHere() => _shards[Thread.GetCurrentProcessorId() & (_shards.Length - 1)];

    // All shards at one moment: a fact that was added before another is never missing where that one is there.
    private LiveCells Copied()
    {
        var copy = new LiveCells(_definition);
        Array.ForEach(_shards, shard => shard.Enter());
        try
        {
            Array.ForEach(_shards, shard => copy.Add(shard.Cells, sequenceOffset: 0));
        }
        finally
        {
            Array.ForEach(_shards, shard => shard.Exit());
        }

        return copy;
    }

    private void Take(LiveCells cells, long sequences)
    {
        var offset = _order.Reserve(sequences);
        var shard = ShardHere();
        shard.Enter();
        try
        {
            shard.Cells.Add(cells, offset);
        }
        finally
        {
            shard.Exit();
        }
    }
}
