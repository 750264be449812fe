using NodaTime;

namespace GoalMetrics;

// One pass over a table: each chunk of rows is placed in windows and groups, then every aggregate takes it in.
internal sealed class GroupScan
{
    private const int ChunkSize = 4096;

    private readonly FactTable _table;
    private readonly (long Start, long End)[] _windows;
    private readonly DimensionColumn[] _dimensions;
    private readonly Accumulator[] _accumulators;
    private readonly RowFilter? _filter;
    private readonly GroupNumbers _groups;

    public GroupScan(
        FactTable table, ReportingCalendar calendar, AggregateRequest request, Func<string, FactTable> tables, CancellationToken cancellationToken)
    {
        _table = table;
        _windows = [.. request.Windows.Select(window => table.Schema.Time == FactTime.Date
            ? (TimeColumn.Number(calendar.FirstDateStartingAtOrAfter(window.Start)), TimeColumn.Number(calendar.FirstDateStartingAtOrAfter(window.End)))
            : (Ticks(window.Start), Ticks(window.End)))];
        _dimensions = [.. request.Dimensions.Select(table.Dimension)];
        _groups = new(_dimensions);
        _filter = request.Filter is null ? null : RowFilter.For(request.Filter, table);
        var conversions = new Dictionary<EventConversion, CreditedConversions>();
        _accumulators = [.. request.Aggregates.Select(aggregate => Accumulator.For(aggregate, table, Credited, cancellationToken))];

        CreditedConversions Credited(EventConversion match) => conversions.TryGetValue(match, out var credited)
            ? credited
            : conversions[match] = new(table, tables(match.Table.Name), match, calendar, request.AsOf, cancellationToken);
    }

    public IReadOnlyList<AggregateGroup> Run(CancellationToken cancellationToken)
    {
        int[] rows = new int[ChunkSize], groups = new int[ChunkSize];
        for (var start = 0; start < _table.RowCount; start += ChunkSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Place(start, Math.Min(start + ChunkSize, _table.RowCount), rows, groups);
            _groups.Number(rows.AsSpan(0, count), groups.AsSpan(0, count));
            foreach (var accumulator in _accumulators)
            {
                accumulator.Add(rows.AsSpan(0, count), groups.AsSpan(0, count), _groups.FirstRows.Count);
            }
        }

        var answer = new AggregateGroup[_groups.FirstRows.Count];
        for (var group = 0; group < answer.Length; group++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = _groups.FirstRows[group];
            answer[group] = new(
                WindowOf(_table.TimeColumn.Times[row]),
                [.. _dimensions.Select(dimension => dimension.Member(dimension.CodeAt(row)))],
                [.. _accumulators.Select(accumulator => accumulator.Result(group))]);
        }

        return answer;
    }

    // Ticks are counted in whole 100 ns; a window that begins within one begins with the next.
    private static long Ticks(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks) < instant ? ticks + 1 : ticks;
    }

    // The rows that count, each with its window.
    private int Place(int start, int end, int[] rows, int[] windows)
    {
        var times = _table.TimeColumn.Times;
        var count = 0;
        var window = -1;
        for (var row = start; row < end; row++)
        {
            // Neighbouring rows tend to lie in the same window.
            var time = times[row];
            if (window < 0 || time < _windows[window].Start || time >= _windows[window].End)
            {
                window = WindowOf(time);
            }

            if (window >= 0 && (_filter is null || _filter.Holds(row)))
            {
                rows[count] = row;
                windows[count] = window;
                count++;
            }
        }

        return count;
    }

    private int WindowOf(long time)
    {
        int low = 0, high = _windows.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (time >= _windows[middle].End)
            {
                low = middle + 1;
            }
            else if (time < _windows[middle].Start)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }
}
