using System.Collections.Frozen;
using System.Data;
using System.Runtime.CompilerServices;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Facts in memory: one row for each fact, with a time, dimensions and values, stored by column. Built once, then immutable and free to
/// share between threads.
/// </summary>
public sealed partial class FactTable : InMemoryTable
{
    private readonly FrozenDictionary<string, DimensionColumn> _dimensions;
    private readonly FrozenDictionary<string, ValueColumn> _values;
    private readonly Duration _settling;
    private readonly DerivedColumns _derived;
    private readonly UnstatedOrder _order;

    internal FactTable(
        TableSchema schema,
        TimeColumn time,
        IEnumerable<DimensionColumn> dimensions,
        IEnumerable<ValueColumn> values,
        FactCoverage coverage,
        Duration settling,
        IReadOnlyList<RefusedRow> refusedRows)
        : base(schema)
    {
        TimeColumn = time;
        _dimensions = dimensions.ToFrozenDictionary(column => column.Name, StringComparer.Ordinal);
        _values = values.ToFrozenDictionary(column => column.Name, StringComparer.Ordinal);
        Coverage = coverage;
        _settling = settling;
        _derived = new(this);
        _order = new(this);
        RefusedRows = refusedRows;
        Sequence = schema.Order is { } order && RowCount > 0 ? RowOrder.Of(Values(order)) : null;
    }

    /// <summary>The number of facts.</summary>
    public int RowCount => TimeColumn.Count;

    /// <summary>The rows that were refused. Empty without <c>KeepGoodRows()</c>, as the first bad row then throws.</summary>
    public IReadOnlyList<RefusedRow> RefusedRows { get; }

    internal TimeColumn TimeColumn { get; }

    internal FactCoverage Coverage { get; }

    // How many facts lack their value of a column because it is not known.
    internal Dictionary<string, long?> UnknownValues { get; init; } = [];

    // Whether it is a place for live facts on their way, which come and go.
    internal bool IsGrowing { get; init; }

    // For live facts: dimensions whose members are only counted.
    internal IReadOnlyList<DimensionColumn> Hashed { get; init; } = [];

    // The order of rows at the same time: for live facts the order of their arrival, possibly on several threads; otherwise the order that
    // the schema states. Null for the order of the rows.
    internal long[]? Sequence { get; init; }

    // Whether, without another order, the first of the rows at the same time is the latest.
    internal bool IsNewestFirst { get; init; }

    // Whose clocks the times stand on that are those of many places; null for times that are instants or dates.
    internal ReportingCalendar? PlacedOn { get; init; }

    /// <summary>Begins a table from objects, one for each fact.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="facts">The objects; read once, when the table is built.</param>
    [OverloadResolutionPriority(1)]
    public static FactTableBuilder<TFact> From<TFact>(string name, IEnumerable<TFact> facts) => new(name, facts);

    /// <summary>Begins a table from objects that arrive asynchronously, one for each fact.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="facts">The objects; read once, by <see cref="FactTableBuilder{TFact}.BuildAsync"/>.</param>
    public static FactTableBuilder<TFact> From<TFact>(string name, IAsyncEnumerable<TFact> facts) => new(name, facts);

    /// <summary>Begins a table from the rows of a data reader: of a database, or of a CSV reader.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="reader">The reader, before its first row; read to its end when the table is built, and not closed.</param>
    public static FactReaderBuilder From(string name, IDataReader reader) => new(name, reader);

    /// <summary>
    /// A table of one ready-made series: values by date, with or without dimensions. The column of values is called <c>value</c>.
    /// </summary>
    /// <param name="name">The table's name.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="points">The points. A dimension that a point does not state is null in its row.</param>
    /// <exception cref="RefusedRowException">A point was refused, such as one outside the supported dates.</exception>
    public static FactTable FromSeries(string name, Unit unit, IEnumerable<SeriesPoint> points)
    {
        var all = Copies.Of(points, nameof(points));
        var builder = From(name, all).At(point => point.Date).Value("value", point => point.Value, unit);
        foreach (var dimension in all.SelectMany(point => point.Dimensions.Keys).Distinct(StringComparer.Ordinal))
        {
            builder.Dimension(dimension, point => point.Dimensions.GetValueOrDefault(dimension));
        }

        return builder.Build();
    }

    /// <summary>The number of rows without a value in a column.</summary>
    /// <exception cref="ArgumentException">The table has no column of this name.</exception>
    public int NullCount(string column) => Values(column).NullCount;

    /// <summary>Name and size: <c>sales (596 rows)</c>.</summary>
    public override string ToString() => $"{Name} ({RowCount} rows)";

    internal override void CheckFits(ReportingCalendar calendar)
    {
        if (PlacedOn is { } placed && placed.Zone.Id != calendar.Zone.Id)
        {
            throw new ArgumentException(
                $"Table '{Name}' was loaded with AtWallTime for a calendar in {placed.Zone.Id}; the source's is in {calendar.Zone.Id}."
                + " Load it with the calendar of the source.",
                nameof(calendar));
        }
    }

    // The order of a row among all facts.
    internal FactOrder OrderOf(int row) => new(TimeColumn.Times[row], Sequence is null ? PlaceOf(row) : Sequence[row]);

    private long PlaceOf(int row) => IsNewestFirst ? -row : row;

    internal override EventTable? Events(Filter? filter) => new(this, filter);

    // Which rows count: those that the filter lets through, and that lie in no gap of the coverage. Null for all.
    internal RowFilter? Seen(Filter? filter, ReportingCalendar calendar)
    {
        var passing = filter is null ? null : RowFilter.For(filter, this);
        var gaps = Coverage.GapsIn(calendar);
        if (gaps.Count == 0)
        {
            return passing;
        }

        return Outside(gaps, calendar, passing);
    }

    private RowFilter Outside(IReadOnlyList<Interval> gaps, ReportingCalendar calendar, RowFilter? passing)
    {
        var ranges = gaps.Select(gap => (
            TimeColumn.FirstFrom(gap.Start, Schema.Time, calendar), TimeColumn.FirstFrom(gap.End, Schema.Time, calendar)));
        return RowFilter.OutsideOf(TimeColumn, [.. ranges], passing);
    }

    // Requests with the same filter and moment share one scan, as they read the same rows. Those of one question have the same list of
    // derived dimensions, so that a name means the same in all of them.
    internal override AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken)
    {
        if (requests.Count == 1)
        {
            return new TableScan(this, source, requests, cancellationToken).Run();
        }

        return ScanByScan(requests, source, cancellationToken);
    }

    private AggregateAnswer[] ScanByScan(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken)
    {
        var answers = new AggregateAnswer[requests.Count];
        var byScan = Enumerable.Range(0, requests.Count).GroupBy(i => (requests[i].Filter, requests[i].AsOf, requests[i].Derived));
        foreach (var together in byScan)
        {
            var scan = new TableScan(this, source, [.. together.Select(i => requests[i])], cancellationToken);
            foreach (var (i, answer) in together.Zip(scan.Run()))
            {
                answers[i] = answer;
            }
        }

        return answers;
    }

    internal override IEnumerable<FactBatch> Read(FactRequest request, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        new FactReading(this, request, calendar, cancellationToken).Batches();

    internal DimensionColumn Dimension(string name)
    {
        Schema.CheckDimension(name, nameof(name));
        return _dimensions[name];
    }

    internal DimensionColumn Derived(DerivedDimension dimension) => _derived.Of(dimension);

    internal DimensionColumn DimensionOrHashes(string name) => Hashed.FirstOrDefault(column => column.Name == name) ?? Dimension(name);

    internal ValueColumn Values(string column) => _values[Schema.Column(column, nameof(column)).Name];
}
