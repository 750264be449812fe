using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Reads the facts of a request from a table, in order.
internal sealed class FactReading
{
    private const int BatchSize = 1 << 12;

    private readonly FactTable _table;
    private readonly FactRequest _request;
    private readonly ReportingCalendar _calendar;
    private readonly CancellationToken _cancellationToken;
    private readonly long _before;
    private readonly DimensionColumn[] _dimensions;
    private readonly ValueColumn[] _values;
    private readonly int[]? _placeOfEntity;
    private readonly DimensionColumn? _entity;
    private int _compared;

    public FactReading(FactTable table, FactRequest request, ReportingCalendar calendar, CancellationToken cancellationToken)
    {
        if (request.Time is { } time && time.Kind != table.Schema.Time)
        {
            throw new ArgumentException(
                $"Table '{table.Name}' has a time of kind {table.Schema.Time}; the cuts are of kind {time.Kind}. "
                + "State the cuts in the table's own kind of time.",
                nameof(request));
        }

        (_table, _request, _calendar, _cancellationToken) = (table, request, calendar, cancellationToken);
        _before = TimeColumn.FirstFrom(request.AsOf, table.Schema.Time, calendar);
        _dimensions = [.. request.Dimensions.Select(table.Dimension)];
        _values = [.. request.Columns.Select(table.Values)];
        if (request.Entity is { } entity)
        {
            _entity = table.Dimension(entity);
            _placeOfEntity = PlacesOf(_entity);
        }
    }

    public IEnumerable<FactBatch> Batches()
    {
        var rows = Rows();
        for (var start = 0; start < rows.Count; start += BatchSize)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            yield return Batch(rows.GetRange(start, Math.Min(BatchSize, rows.Count - start)));
        }
    }

    private FactBatch Batch(List<int> rows)
    {
        var members = _dimensions.Select(dimension => rows.ConvertAll(row => dimension.Member(dimension.CodeAt(row)))).ToArray();
        var values = _values.Select(column => rows.ConvertAll(row => ValueAt(column, row))).ToArray();
        if (_table.Schema.Time == FactTime.Date)
        {
            return FactBatch.Of(rows.ConvertAll(row => TimeColumn.Date(TimeOf(row))), members, values);
        }

        return FactBatch.Of(rows.ConvertAll(row => Instant.FromUnixTimeTicks(TimeOf(row))), members, values);
    }

    private static decimal? ValueAt(ValueColumn column, int row)
    {
        if (column.IsNull(row))
        {
            return null;
        }

        return ShortestDecimal.Of(column[row]);
    }

    private long TimeOf(int row) => _table.TimeColumn.Times[row];

    private List<int> Rows()
    {
        var pieces = _request.Time is { } windows ? new PieceTable([new(windows)], _table.RowCount) : null;
        var filter = _table.Seen(_request.Filter, _calendar);
        var rows = new List<int>();
        for (var row = 0; row < _table.RowCount; row++)
        {
            CheckCancelled(row);
            var time = TimeOf(row);
            var isInTime = time < _before && (pieces is null || pieces.Of(time, time) >= 0);
            if (isInTime && (filter is null || filter.Holds(row)))
            {
                rows.Add(row);
            }
        }

        Sort(rows);
        return rows;
    }

    private void Sort(List<int> rows)
    {
        var isInOrder = true;
        for (var i = 1; i < rows.Count && isInOrder; i++)
        {
            isInOrder = Compare(rows[i - 1], rows[i]) < 0;
        }

        if (isInOrder)
        {
            return;
        }

        try
        {
            rows.Sort(Compare);
        }
        catch (InvalidOperationException) when (_cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellationToken);
        }
    }

    private int Compare(int left, int right)
    {
        CheckCancelled(unchecked(_compared++));
        var byEntity = PlaceOfEntity(left).CompareTo(PlaceOfEntity(right));
        if (byEntity != 0)
        {
            return byEntity;
        }

        return _table.OrderOf(left).CompareTo(_table.OrderOf(right));
    }

    private int PlaceOfEntity(int row)
    {
        if (_entity is null)
        {
            return 0;
        }

        return _placeOfEntity![_entity.CodeAt(row)];
    }

    // The place of each code when members are in order.
    private static int[] PlacesOf(DimensionColumn dimension)
    {
        var codes = Enumerable.Range(0, dimension.MemberCount).ToArray();
        Array.Sort(codes, dimension.CompareMembers);
        var places = new int[codes.Length];
        for (var place = 0; place < codes.Length; place++)
        {
            places[codes[place]] = place;
        }

        return places;
    }

    private void CheckCancelled(int count)
    {
        if ((count & (BatchSize - 1)) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
