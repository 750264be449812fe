using NodaTime;

namespace GoalMetrics;

// Loads rows of any kind into columns: a row as a whole, or not at all.
internal sealed partial class FactLoader<TRow>(string name)
{
    private readonly List<(string Column, CellsReader<TRow> Read)> _readers = [];
    private readonly List<Func<TRow, bool>> _conditions = [];
    private readonly List<DimensionColumn> _dimensions = [];
    private readonly List<ValueColumn> _values = [];
    private readonly List<RefusedRow> _refused = [];
    private TableSchema _schema = TableSchema.Named(name, FactTime.Date);
    private StagedColumn[] _columns = [];
    private (string Column, Func<TRow, long, CellProblem?> Check)? _keys;
    private RefusedRow?[] _refusedOfBatch = [];
    private bool _hasRefused;
    private readonly HashSet<string> _withoutUnknown = new(StringComparer.Ordinal);
    private FactCoverage _coverage;
    private Duration _settling;
    private long _rowNumber;
    private int _staged;
    private bool _hasTime;
    private bool _used;
    private bool _keepsGoodRows;
    private bool _isNewestFirst;
    private ReportingCalendar? _placedOn;
    private Func<TRow, bool> _isEmpty = _ => false;

    public string Name => name;

    public TimeColumn TimeColumn { get; } = new();

    public void Time(FactTime kind)
    {
        CheckUnused();
        if (_hasTime)
        {
            throw new InvalidOperationException($"Table '{name}': the time was stated twice. Call At (or AllAt) once.");
        }

        _hasTime = true;
        TimeColumn.Kind = kind;
    }

    // Times by the clocks of many places, put on those of one calendar.
    public void TimeOn(ReportingCalendar calendar)
    {
        Time(FactTime.Instant);
        _placedOn = calendar;
    }

    public DimensionColumn Dimension(FactDimension dimension)
    {
        CheckUnused();
        _schema = _schema.Dimension(dimension);
        var added = new DimensionColumn(dimension.Name);
        _dimensions.Add(added);
        return added;
    }

    public void OrderMembers(string dimension, string[] members)
    {
        CheckUnused();
        _schema = _schema.MembersInOrder(dimension, members);
    }

    // The members of the dimension turn out to be whole numbers.
    public void TakeAsNumbers(string dimension)
    {
        var numbers = new FactDimension(dimension, MemberKind.WholeNumber);
        _schema = _schema.Replacing(numbers.InOrder([.. _schema.DimensionNamed(dimension).Order]));
    }

    // Values that an engine has are as they are: what it would add up itself is not refused.
    public ValueColumn Value(FactColumn column, bool takesAny = false)
    {
        CheckUnused();
        _schema = _schema.With(column);
        var added = new ValueColumn(column, takesAny);
        _values.Add(added);
        return added;
    }

    public void Read(string column, CellReader<TRow> read) => Read(column, CellsReaders.Of(read));

    public void Read(string column, CellsReader<TRow> read) => _readers.Add((column, read));

    // Rows that do not meet the condition are no facts.
    public void Where(Func<TRow, bool> condition)
    {
        CheckUnused();
        _conditions.Add(condition);
    }

    // A row that is refused and has nothing in it is passed over.
    public void Recognise(Func<TRow, bool> isEmpty) => _isEmpty = isEmpty;

    // Read after all columns, so that only rows that are good so far count.
    public void RefuseDuplicates(string column, Func<TRow, long, CellProblem?> check)
    {
        CheckUnused();
        _keys = (column, check);
    }

    public void Begin(int expectedRows = 0)
    {
        if (!_hasTime)
        {
            throw new InvalidOperationException(
                $"Table '{name}': it was not stated when the facts happened."
                + " Call At(…) with a date or instant, or AllAt(date) for a snapshot.");
        }

        CheckUnused();
        _used = true;
        if (_keys is { } keys)
        {
            Read(keys.Column, (row, slot) => keys.Check(row, _rowNumber + slot - _staged + 1));
        }

        _columns = [TimeColumn, .. _dimensions, .. _values];
        foreach (var column in _columns)
        {
            column.Expected = expectedRows;
        }
    }

    public void Add(TRow row)
    {
        if (_conditions.Count > 0 && !IsFact(row))
        {
            _rowNumber++;
            return;
        }

        Stage(new(in row));
        if (_hasRefused && _isEmpty(row))
        {
            PassOver();
            return;
        }

        Keep(1);
        if (_staged == StagedColumn.BatchSize)
        {
            Commit();
        }
    }

    // Stages up to a batch of rows; all earlier ones have been committed. They are read column by column, so which rows to keep is
    // known once all columns have been read.
    public void Stage(ReadOnlySpan<TRow> rows)
    {
        foreach (var (column, read) in _readers)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                if (StageFrom(ref row, rows, read, out var cause) is { } problem)
                {
                    Refuse(row, column, problem, cause);

                    // The first bad row is the one to report, so later ones no longer matter.
                    rows = _keepsGoodRows ? rows : rows[..row];
                }
            }
        }
    }

    // Keeps the good ones among the rows staged last.
    public void Keep(int rows)
    {
        _rowNumber += rows;
        if (!_hasRefused)
        {
            _staged += rows;
            return;
        }

        var first = _staged;
        for (var row = 0; row < rows; row++)
        {
            if (_refusedOfBatch[row] is not { } refused)
            {
                Move(first + row, _staged++);
            }
            else if (_keepsGoodRows)
            {
                _refused.Add(refused);
            }
            else
            {
                throw new RefusedRowException(refused);
            }
        }

        Array.Clear(_refusedOfBatch);
        _hasRefused = false;
    }

    // The row staged last is none.
    private void PassOver()
    {
        Array.Clear(_refusedOfBatch);
        _hasRefused = false;
        _rowNumber++;
    }

    public void Commit()
    {
        foreach (var column in _columns)
        {
            column.Commit(_staged);
        }

        _staged = 0;
    }

    public FactTable Finish()
    {
        Commit();
        foreach (var column in _columns)
        {
            column.Freeze();
        }

        return new(_schema.At(TimeColumn.Kind), TimeColumn, _dimensions, _values, _coverage, _settling, _refused.AsReadOnly())
        {
            UnknownValues = Unknown(),
            IsNewestFirst = _isNewestFirst,
            PlacedOn = _placedOn,
        };
    }

    private Dictionary<string, long?> Unknown() => _values
        .Where(column => column.NullCount > 0 && !_withoutUnknown.Contains(column.Name))
        .ToDictionary(column => column.Name, column => (long?)column.NullCount, StringComparer.Ordinal);

    private void CheckUnused()
    {
        if (_used)
        {
            throw new InvalidOperationException($"Table '{name}' was built already. Begin a new one with FactTable.From.");
        }
    }

    // A row for which this cannot be said is refused.
    private bool IsFact(TRow row)
    {
        try
        {
            return _conditions.TrueForAll(condition => condition(row));
        }
        catch (Exception thrown) when (CellProblem.IsOfTheRow(thrown))
        {
            Refuse(0, "row", ProblemOf(thrown, out var cause), cause);
            return true;
        }
    }

    private void Move(int from, int to)
    {
        foreach (var column in _columns)
        {
            column.Move(from, to);
        }
    }
}
