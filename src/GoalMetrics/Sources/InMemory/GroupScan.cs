using System.Collections.Immutable;
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
    private readonly Dictionary<GroupKey, int> _groups = [];
    private readonly List<GroupKey> _keys = [];
    private GroupKey _lastKey = new(-1, 0);
    private int _lastGroup;

    public GroupScan(FactTable table, ReportingCalendar calendar, AggregateRequest request)
    {
        _table = table;
        _windows = [.. request.Windows.Select(window => table.Schema.Time == FactTime.Date
            ? (TimeColumn.Number(calendar.FirstDateStartingAtOrAfter(window.Start)), TimeColumn.Number(calendar.FirstDateStartingAtOrAfter(window.End)))
            : (Ticks(window.Start), Ticks(window.End)))];
        _dimensions = [.. request.Dimensions.Select(name => Dimension(name))];
        _filter = request.Filter is null ? null : RowFilter.For(request.Filter, table);
        _accumulators = [.. request.Aggregates.Select(aggregate => Accumulator.For(aggregate, table))];
    }

    public IReadOnlyList<AggregateGroup> Run(CancellationToken cancellationToken)
    {
        var rows = new int[ChunkSize];
        var groups = new int[ChunkSize];
        for (var start = 0; start < _table.RowCount; start += ChunkSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Place(start, Math.Min(start + ChunkSize, _table.RowCount), rows, groups);
            foreach (var accumulator in _accumulators)
            {
                accumulator.Add(rows.AsSpan(0, count), groups.AsSpan(0, count), _keys.Count);
            }
        }

        return [.. _keys.Select((key, group) => new AggregateGroup(
            key.Window, Members(key), [.. _accumulators.Select(accumulator => accumulator.Result(group))]))];
    }

    // Ticks are counted in whole 100 ns; a window that begins within one begins with the next.
    private static long Ticks(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks) < instant ? ticks + 1 : ticks;
    }

    private DimensionColumn Dimension(string name)
    {
        _table.Schema.CheckDimension(name, nameof(name));
        return _table.DimensionColumns[name];
    }

    private int Place(int start, int end, int[] rows, int[] groups)
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
                groups[count] = GroupOf(window, row);
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

    private int GroupOf(int window, int row)
    {
        var combination = 0L;
        foreach (var dimension in _dimensions)
        {
            combination = checked((combination * dimension.Members.Count) + dimension.Codes[row]);
        }

        var key = new GroupKey(window, combination);
        if (key == _lastKey)
        {
            return _lastGroup;
        }

        if (!_groups.TryGetValue(key, out var group))
        {
            group = _keys.Count;
            _groups.Add(key, group);
            _keys.Add(key);
        }

        (_lastKey, _lastGroup) = (key, group);
        return group;
    }

    private ImmutableArray<string?> Members(GroupKey key)
    {
        var members = new string?[_dimensions.Length];
        var combination = key.Combination;
        for (var i = members.Length - 1; i >= 0; i--)
        {
            (combination, var code) = Math.DivRem(combination, _dimensions[i].Members.Count);
            members[i] = _dimensions[i].Members[(int)code];
        }

        return [.. members];
    }

    private readonly record struct GroupKey(int Window, long Combination);
}
