using System.Runtime.InteropServices;

namespace GoalMetrics;

// What a combination of members has: of each metric, the windows with facts and their values, in order. Most have few. Where
// a value is rounded or too large, its column has the exact amount: the number says which, −1 for none.
internal sealed class MetricCell
{
    private readonly List<List<(int Window, Quantity Value, int Exact)>?> _ofColumns = [];
    private bool _isInOrder = true;

    public void Add(int column, int window, Quantity value, int exact)
    {
        while (_ofColumns.Count <= column)
        {
            _ofColumns.Add(null);
        }

        var values = _ofColumns[column] ??= [];
        _isInOrder &= values.Count == 0 || values[^1].Window < window;
        values.Add((window, value, exact));
    }

    // To be called once all is there.
    public void PutInOrder()
    {
        if (!_isInOrder)
        {
            _ofColumns.ForEach(values => values?.Sort(static (left, right) => left.Window.CompareTo(right.Window)));
            _isInOrder = true;
        }
    }

    // The values of the windows from the first up to, but not including, the last.
    public ReadOnlySpan<(int Window, Quantity Value, int Exact)> Values(int column, int first, int last)
    {
        var all = column < _ofColumns.Count ? CollectionsMarshal.AsSpan(_ofColumns[column]) : [];
        var start = Place(all, first);
        return all[start..(start + Place(all[start..], last))];
    }

    private static int Place(ReadOnlySpan<(int Window, Quantity Value, int Exact)> values, int window)
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = values[middle].Window < window ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
