using System.Data;

namespace GoalMetrics;

// A cell that has the value of the one above it where it is blank.
internal sealed class CarriedCell(string name, int ordinal)
{
    private object? _last;
    private Exception? _failure;

    public object Value => _failure is null ? _last! : throw _failure;

    public void MoveTo(IDataRecord row)
    {
        _failure = null;
        try
        {
            var cell = row.GetValue(ordinal);
            if (cell is not (null or DBNull) && !(cell is string text && string.IsNullOrWhiteSpace(text)))
            {
                _last = cell;
            }
            else if (_last is null)
            {
                _failure = new RefusedCellException(
                    new(CellParser.Describe(cell), "a value, as there is none above it to carry down", name));
            }
        }
        catch (Exception thrown) when (Failure.IsOfOne(thrown))
        {
            _failure = thrown;
        }
    }
}
