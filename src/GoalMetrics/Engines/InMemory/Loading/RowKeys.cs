using System.Globalization;

namespace GoalMetrics;

// The keys of the rows so far, and where each was first.
internal sealed class RowKeys<TKey>
{
    // In a tuple, as a key may be of a type that has null.
    private readonly Dictionary<ValueTuple<TKey>, long> _rows = [];

    public CellProblem? Check(TKey? key, long rowNumber)
    {
        if (key is null || (key is string text && string.IsNullOrWhiteSpace(text)))
        {
            return new(CellParser.Describe(key), "a key, since rows with the same one are refused");
        }

        if (_rows.TryAdd(new(key), rowNumber))
        {
            return null;
        }

        var first = _rows[new(key)].ToString(CultureInfo.InvariantCulture);
        return new(CellParser.Describe(key), $"a key that no row above has; row {first} has it");
    }
}
