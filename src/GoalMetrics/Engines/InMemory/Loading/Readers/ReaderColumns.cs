using System.Data;
using System.Runtime.CompilerServices;

namespace GoalMetrics;

// The columns of a reader: those that a table is made of, and those that functions look up by name.
internal sealed class ReaderColumns
{
    private readonly List<ReaderColumn> _columns = [];
    private readonly List<ReaderColumn> _toCarry = [];
    private readonly Dictionary<int, CarriedCell> _carried = [];
    private readonly Dictionary<string, ReaderColumn> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _namesByPlace = [];
    private readonly Dictionary<string, string> _replaced = new(StringComparer.Ordinal);
    private List<string> _names = [];

    public ReaderColumn Column(string name, [CallerArgumentExpression(nameof(name))] string parameter = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        var column = new ReaderColumn(name);
        _columns.Add(column);
        return column;
    }

    public void Name(int place, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _namesByPlace[place] = name;
    }

    public void CarryDown(string name, string parameter) => _toCarry.Add(Column(name, parameter));

    // While rows are read; a name that is not known ends the loading.
    public ReaderColumn ByName(string name)
    {
        if (!_byName.TryGetValue(name, out var column))
        {
            column = new(name);
            try
            {
                column.Resolve(_names);
            }
            catch (ArgumentException unknown)
            {
                throw new UnknownColumnException(unknown);
            }

            column.Carry(_carried);
            _byName.Add(name, column);
        }

        return column;
    }

    public void Resolve(IDataReader reader)
    {
        _names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        foreach (var (place, name) in _namesByPlace)
        {
            if (place >= _names.Count)
            {
                var hint = _names.Count == 1 ? " If its lines have more cells than one, state to it what stands between them." : "";
                throw new ArgumentException(
                    $"Expected a place below {_names.Count}, the number of the reader's columns;"
                    + $" found {place}, to be named {Shown.Quote(name)}.{hint}");
            }

            _replaced[name] = _names[place];
            _names[place] = name;
        }

        foreach (var column in _columns)
        {
            column.Resolve(_names);
        }

        foreach (var column in _toCarry)
        {
            _carried[column.Ordinal] = new(column.Name, column.Ordinal);
        }

        foreach (var column in _columns)
        {
            column.Carry(_carried);
        }
    }

    // What the reader itself called a column that has been named by its place; null for any other.
    public string? OwnNameOf(string name) => _replaced.GetValueOrDefault(name);

    // Before anything else is read from a row, also from one that is skipped.
    public void MoveTo(IDataRecord row)
    {
        foreach (var cell in _carried.Values)
        {
            cell.MoveTo(row);
        }
    }
}
