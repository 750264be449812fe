using System.Collections.Frozen;
using NodaTime;

namespace GoalMetrics;

/// <summary>Answers from fact tables in memory. Every call completes before it returns. Immutable and free to share between threads.</summary>
public sealed class InMemorySource : IMetricSource
{
    private readonly FrozenDictionary<string, FactTable> _tables;

    /// <summary>A source over these tables.</summary>
    /// <param name="calendar">The calendar that places facts in days and periods.</param>
    /// <param name="tables">The tables, each name once.</param>
    /// <exception cref="ArgumentException">Two tables share a name.</exception>
    public InMemorySource(ReportingCalendar calendar, params FactTable[] tables)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(tables);
        Calendar = calendar;
        if (tables.GroupBy(table => table.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two tables are named '{twice.Key}': {string.Join(" and ", twice)}. Expected each name once.", nameof(tables));
        }

        _tables = tables.ToFrozenDictionary(table => table.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ReportingCalendar Calendar { get; }

    /// <inheritdoc/>
    public ValueTask<TableDescription> DescribeAsync(string table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        cancellationToken.ThrowIfCancellationRequested();
        var found = Table(table);
        return new(new TableDescription(found.Schema, Coverage(found), found.Settling)
        {
            RefusedRows = found.RefusedRows.Length,
            LatestFact = found.RowCount == 0 ? null : StartOf(found, found.TimeColumn.Last),
        });
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AggregateGroup>> AggregateAsync(AggregateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await AggregateAllAsync([request], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <inheritdoc/>
    /// <remarks>Requests about one table with the same filter are answered in one pass over its facts.</remarks>
    public ValueTask<IReadOnlyList<IReadOnlyList<AggregateGroup>>> AggregateAllAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        cancellationToken.ThrowIfCancellationRequested();
        var answers = new IReadOnlyList<AggregateGroup>[requests.Count];
        foreach (var together in Enumerable.Range(0, requests.Count).GroupBy(i => (requests[i].Table.Name, requests[i].Filter, requests[i].AsOf)))
        {
            var scan = new TableScan(Table(together.Key.Name), Calendar, [.. together.Select(i => requests[i])], Table, cancellationToken);
            foreach (var (i, answer) in together.Zip(scan.Run()))
            {
                answers[i] = answer;
            }
        }

        return new(answers);
    }

    private FactTable Table(string name) => _tables.TryGetValue(name, out var table)
        ? table
        : throw new ArgumentException($"The source has no table {Shown.Quote(name)}; it has {(_tables.Count == 0 ? "none" : Shown.List(_tables.Keys.Order(StringComparer.Ordinal)))}.{Nearest.Hint(name, _tables.Keys)}", nameof(name));

    private Instant StartOf(FactTable table, long time) => table.Schema.Time == FactTime.Date
        ? Calendar.StartOfDay(TimeColumn.Date(time))
        : Instant.FromUnixTimeTicks(time);

    private Interval? Coverage(FactTable table)
    {
        if (table.Coverage is { From: { } from, Until: { } until })
        {
            return new(Calendar.Day(from).Start, Calendar.Day(until.PlusDays(-1)).End);
        }

        return table.RowCount == 0 ? null : new(DayOf(table.TimeColumn.First).Start, DayOf(table.TimeColumn.Last).End);

        ReportingPeriod DayOf(long time) => table.Schema.Time == FactTime.Date
            ? Calendar.Day(TimeColumn.Date(time))
            : Calendar.Day(Calendar.DateOf(Instant.FromUnixTimeTicks(time)));
    }
}
