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
    public ValueTask<IReadOnlyList<AggregateGroup>> AggregateAsync(AggregateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return new(new GroupScan(Table(request.Table.Name), Calendar, request, Table, cancellationToken).Run(cancellationToken));
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
