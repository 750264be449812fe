using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// Takes rows of any kind into columns. A row is taken whole or not at all.
internal sealed class FactLoader<TRow>(string name)
{
    private readonly List<(string Column, CellReader<TRow> Read)> _readers = [];
    private readonly List<DimensionColumn> _dimensions = [];
    private readonly List<ValueColumn> _values = [];
    private readonly ImmutableArray<RefusedRow>.Builder _refused = ImmutableArray.CreateBuilder<RefusedRow>();
    private TableSchema _schema = TableSchema.Named(name, FactTime.Date);
    private (string Column, CellReader<TRow> Read)[] _cells = [];
    private Column[] _columns = [];
    private FactCoverage _coverage;
    private Duration _settling;
    private long _rowNumber;
    private bool _hasTime;
    private bool _used;

    public TimeColumn TimeColumn { get; } = new();

    public bool KeepGoodRows { get; set; }

    public void Time(FactTime kind, string column, CellReader<TRow> read)
    {
        if (_hasTime)
        {
            throw new InvalidOperationException($"Table '{name}': the time was stated twice. Call At (or AllAt) once.");
        }

        _hasTime = true;
        TimeColumn.Kind = kind;
        _readers.Add((column, read));
    }

    public DimensionColumn Dimension(string column)
    {
        _schema = _schema.Dimension(column);
        var added = new DimensionColumn(column);
        _dimensions.Add(added);
        return added;
    }

    public ValueColumn Value(FactColumn column)
    {
        _schema = _schema.With(column);
        var added = new ValueColumn(column);
        _values.Add(added);
        return added;
    }

    public void Read(string column, CellReader<TRow> read) => _readers.Add((column, read));

    public void Cover(LocalDate from, LocalDate until)
    {
        if (until <= from)
        {
            throw new ArgumentException($"Table '{name}': coverage ends after it starts; found {from:R} to {until:R}. The end is the date after the last one.", nameof(until));
        }

        if (from < ReportingCalendar.MinDate || until > ReportingCalendar.MaxDate.PlusDays(1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(from), $"Table '{name}': expected coverage within {ReportingCalendar.MinDate:R} to {ReportingCalendar.MaxDate:R}; found {from:R} to {until:R}.");
        }

        _coverage = new(from, until);
    }

    public void EachFactCovers(Grain grain) => _schema = _schema.EachFactCovers(grain);

    public void SettleAfter(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        _settling = time;
    }

    public void Begin()
    {
        if (!_hasTime)
        {
            throw new InvalidOperationException(
                $"Table '{name}': it was not said when the facts happened. Call At(…) with a date or instant, or AllAt(date) for a snapshot.");
        }

        if (_used)
        {
            throw new InvalidOperationException($"Table '{name}' was built already. Begin a new one with FactTable.From.");
        }

        _used = true;
        _cells = [.. _readers];
        _columns = [TimeColumn, .. _dimensions, .. _values];
    }

    public void Add(TRow row)
    {
        _rowNumber++;
        var cell = 0;
        CellProblem problem = default;
        Exception? cause = null;
        try
        {
            while (cell < _cells.Length && _cells[cell].Read(row, out problem))
            {
                cell++;
            }
        }
        catch (Exception thrown) when (thrown is not (OutOfMemoryException or OperationCanceledException))
        {
            cause = thrown;
            problem = new($"{thrown.GetType().Name} when it was read ({Shown.Clip(thrown.Message)})", "a value");
        }

        if (cell < _cells.Length)
        {
            Refuse(new(name, _rowNumber, _cells[cell].Column, problem.Found, problem.Expected, cause));
            return;
        }

        foreach (var column in _columns)
        {
            column.Commit();
        }
    }

    public FactTable Finish()
    {
        TimeColumn.Freeze();
        return new(_schema.At(TimeColumn.Kind), TimeColumn, _dimensions, _values, _coverage, _settling, _refused.ToImmutable());
    }

    private void Refuse(RefusedRow row)
    {
        if (!KeepGoodRows)
        {
            throw new RefusedRowException(row);
        }

        _refused.Add(row);
    }
}
