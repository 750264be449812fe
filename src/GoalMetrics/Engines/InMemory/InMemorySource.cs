using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Answers from fact tables in memory. Every call completes before it returns. Immutable and free to share between threads.
/// </summary>
public sealed class InMemorySource : IMetricSource, IScopedByItself
{
    private static readonly SourceCapabilities Abilities =
        new() { RanksMembers = true, MembersAreCheap = true, ReadsFacts = true, DerivesDimensions = true };

    private readonly Dictionary<string, InMemoryTable> _tables;
    private readonly bool _hasLiveTables;

    // For one question: its tables as they were when it first asked for them.
    private readonly ConcurrentDictionary<string, InMemoryTable>? _asked;

    /// <summary>A source over these tables.</summary>
    /// <param name="calendar">The calendar that places facts in days and periods.</param>
    /// <param name="tables">The tables, each name once.</param>
    /// <exception cref="ArgumentException">Two tables share a name, a live table has another calendar, or a table of wall times another
    /// zone.</exception>
    public InMemorySource(ReportingCalendar calendar, params InMemoryTable[] tables)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Copies.Check(tables, nameof(tables));
        Calendar = calendar;
        _tables = new(tables.Length, StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (!_tables.TryAdd(table.Name, table))
            {
                throw NamedTwice(table, _tables[table.Name], nameof(tables));
            }

            table.CheckFits(calendar);
            _hasLiveTables |= table.IsLive;
        }
    }

    private InMemorySource(InMemorySource source)
    {
        Calendar = source.Calendar;
        (MaxThreads, Shares) = (source.MaxThreads, source.Shares);
        _tables = source._tables;
        _hasLiveTables = source._hasLiveTables;
        _asked = new(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ReportingCalendar Calendar { get; }

    /// <summary>
    /// The most threads that one question may use, 1 or more: the caller's own, and others of the thread pool. Defaults to the number of
    /// processors.
    /// </summary>
    /// <remarks>
    /// Answers are the same to the last digit, however many there are. A thread is used for every 500,000 facts of a table or so; the
    /// caller's thread works alone on smaller tables, on live ones, and where the groups or distinct members of a question are so many
    /// that the parts would take long to merge and much memory. 1 suits servers that answer many questions at once: they keep all
    /// processors busy already.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int MaxThreads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>
    /// A copy whose live tables stay as they are now, while those of this source go on taking facts. Several queries on it see the same
    /// facts, and none of these lies after the call.
    /// </summary>
    public InMemorySource Snapshot() => new(Calendar, [.. _tables.Values.Select(table => table.Frozen())])
    {
        MaxThreads = MaxThreads,
        Shares = Shares,
    };

    // A live table that the question is not about costs nothing.
    IMetricSource IMetricSource.Snapshot()
    {
        if (_asked is null && _hasLiveTables)
        {
            return new InMemorySource(this);
        }

        return this;
    }

    /// <summary>
    /// The same facts, of which only those are seen that the filter lets through, such as those of one tenant:
    /// <c>source.Within(Filter.Equal("tenant", "a"))</c>. Every answer is that of a source which has no others.
    /// </summary>
    /// <inheritdoc cref="ScopeExtensions.Within"/>
    /// <exception cref="ArgumentException">The source has no table with a name in <paramref name="except"/>.</exception>
    public InMemorySource Within(Filter filter, IEnumerable<string>? except = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var whole = Copies.Of(except ?? [], nameof(except));
        foreach (var name in whole)
        {
            Table(name, nameof(except));
        }

        var seen = _tables.Keys.Select(name => whole.Contains(name) ? Table(name) : new ScopedTable(Table(name), filter));
        return new(Calendar, [.. seen]) { MaxThreads = MaxThreads, Shares = Shares };
    }

    IMetricSource IScopedByItself.Within(Filter filter, IEnumerable<string>? except) => Within(filter, except);

    /// <inheritdoc/>
    public SourceCapabilities Capabilities => Abilities;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        Copies.Check(tables, nameof(tables));
        cancellationToken.ThrowIfCancellationRequested();
        var described = new TableDescription[tables.Count];
        for (var i = 0; i < described.Length; i++)
        {
            described[i] = Table(tables[i], nameof(tables)).Describe(Calendar);
        }

        return new(described);
    }

    /// <inheritdoc/>
    /// <remarks>Requests about one table with the same filter are answered in one pass over its facts.</remarks>
    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        Copies.Check(requests, nameof(requests));
        cancellationToken.ThrowIfCancellationRequested();
        if (requests.Count == 1)
        {
            return new(Table(requests[0].Table.Name).Answer(requests, this, cancellationToken));
        }

        return new(TableByTable(requests, cancellationToken));
    }

    private AggregateAnswer[] TableByTable(IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken)
    {
        var answers = new AggregateAnswer[requests.Count];
        foreach (var ofTable in Enumerable.Range(0, requests.Count).GroupBy(i => requests[i].Table.Name, StringComparer.Ordinal))
        {
            var answered = Table(ofTable.Key).Answer([.. ofTable.Select(i => requests[i])], this, cancellationToken);
            foreach (var (i, answer) in ofTable.Zip(answered))
            {
                answers[i] = answer;
            }
        }

        return answers;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The table is live, and keeps no facts.</exception>
    public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Streamed(Table(request.Table.Name).Read(request, Calendar, cancellationToken), cancellationToken);
    }

    // For tests: how many threads share every scan that can be shared, however small the table.
    internal int? Shares { get; init; }

    internal Instant? LatestLiveFact => _tables.Values.Max(table => table.LatestLiveFact);

    private static async IAsyncEnumerable<FactBatch> Streamed(
        IEnumerable<FactBatch> batches, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private InMemoryTable Table(string name, string parameter = "name")
    {
        if (_tables.TryGetValue(name, out var table))
        {
            if (_asked is null)
            {
                return table;
            }

            return FrozenOnce(name, table, _asked);
        }

        throw Missing(name, parameter);
    }

    private ArgumentException Missing(string name, string parameter)
    {
        var names = Shown.List(_tables.Keys.Order(StringComparer.Ordinal), ifNone: "none");
        return new($"The source has no table {Shown.Quote(name)}; it has {names}.{Nearest.Hint(name, _tables.Keys)}", parameter);
    }

    private static ArgumentException NamedTwice(InMemoryTable table, InMemoryTable other, string parameter) =>
        new($"Two tables are named '{table.Name}': {other} and {table}. Expected each name once.", parameter);

    private static InMemoryTable FrozenOnce(
        string name, InMemoryTable table, ConcurrentDictionary<string, InMemoryTable> asked) =>
        asked.GetOrAdd(name, static (_, live) => live.Frozen(), table);

    internal EventTable Events(string name) => Table(name).Events()
        ?? throw new ArgumentException(
            $"Conversions look at every event, and live table '{name}' keeps none. Load the events with FactTable.From.", nameof(name));
}
