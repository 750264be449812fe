using GoalMetrics.Sources;

namespace GoalMetrics;

// The columns of a table's derived dimensions that were asked for last. Each is computed once while it is kept; only so many are kept, as
// bands may be asked for with any edges. Safe with several threads.
internal sealed class DerivedColumns(FactTable table)
{
    private const int Most = 16;

    private readonly List<(DerivedDimension Dimension, Lazy<DimensionColumn> Column)> _latest = [];

    public DimensionColumn Of(DerivedDimension dimension)
    {
        Lazy<DimensionColumn> column;
        lock (_latest)
        {
            var place = _latest.FindIndex(kept => kept.Dimension.Equals(dimension));
            column = place >= 0 ? _latest[place].Column : new(() => DerivedColumn.Of(dimension, table));
            if (place >= 0)
            {
                _latest.RemoveAt(place);
            }

            _latest.Insert(0, (dimension, column));
            if (_latest.Count > Most)
            {
                _latest.RemoveAt(Most);
            }
        }

        return column.Value;
    }
}
