using NodaTime;

namespace GoalMetrics;

// One pass over a table answers all requests that look at the same of its rows: windows are cut into pieces, and each piece has a cell
// for every combination of members. What a request asks for by fewer dimensions or longer windows is merged from the cells.
internal sealed class TableScan
{
    private readonly FactTable _table;
    private readonly IReadOnlyList<AggregateRequest> _requests;
    private readonly CancellationToken _cancellationToken;
    private readonly List<(long Start, long End)[]> _windows;
    private readonly string[] _dimensions;
    private readonly PieceTable _pieces;
    private readonly CellNumbers _cells;
    private readonly RowFilter? _filter;
    private readonly CountAccumulator _rows = new(null);
    private readonly Dictionary<Aggregate, Accumulator> _accumulators = [];
    private readonly Func<Aggregate, Accumulator> _accumulate;

    // The requests are about one table, with the same filter and at the same moment.
    public TableScan(
        FactTable table, ReportingCalendar calendar, IReadOnlyList<AggregateRequest> requests, Func<string, FactTable> tables, CancellationToken cancellationToken)
    {
        _table = table;
        _requests = requests;
        _cancellationToken = cancellationToken;
        _windows = [.. requests.Select(request => request.Windows.Select(window => Bounds(window, table, calendar)).ToArray())];
        _pieces = new([.. _windows.SelectMany(windows => windows)]);
        _dimensions = [.. requests.SelectMany(request => request.Dimensions).Distinct(StringComparer.Ordinal)];
        _cells = new([.. _dimensions.Select(table.Dimension)], _pieces.Starts.Count);
        _filter = requests[0].Filter is { } filter ? RowFilter.For(filter, table) : null;
        var conversions = new Dictionary<EventConversion, CreditedConversions>();
        _accumulate = aggregate => Accumulator.For(aggregate, table, Credited, cancellationToken);
        foreach (var aggregate in requests.SelectMany(request => request.Aggregates).Distinct())
        {
            _accumulators.Add(aggregate, aggregate is { Aggregation: Aggregation.Count, Filter: null } ? _rows : _accumulate(aggregate));
        }

        CreditedConversions Credited(EventConversion match) => conversions.TryGetValue(match, out var credited)
            ? credited
            : conversions[match] = new(table, tables(match.Table.Name), match, calendar, requests[0].AsOf, cancellationToken);
    }

    public IReadOnlyList<IReadOnlyList<AggregateGroup>> Run()
    {
        try
        {
            Scan();
            return [.. _requests.Zip(_windows, Answer)];
        }
        finally
        {
            foreach (var accumulator in _accumulators.Values)
            {
                accumulator.Release();
            }
        }
    }

    private static (long Start, long End) Bounds(Interval window, FactTable table, ReportingCalendar calendar)
    {
        return table.Schema.Time == FactTime.Date
            ? (TimeColumn.Number(calendar.FirstDateStartingAtOrAfter(window.Start)), TimeColumn.Number(calendar.FirstDateStartingAtOrAfter(window.End)))
            : (Ticks(window.Start), Ticks(window.End));

        // Ticks are counted in whole 100 ns; a window that begins within one begins with the next.
        static long Ticks(Instant instant)
        {
            var ticks = instant.ToUnixTimeTicks();
            return Instant.FromUnixTimeTicks(ticks) < instant ? ticks + 1 : ticks;
        }
    }

    private void Scan()
    {
        Chunk chunk = new(), passing = new();
        var accumulators = _accumulators.Values.Prepend(_rows).Distinct().ToArray();
        var chunks = _table.TimeColumn.Chunks;
        for (var i = 0; i < chunks.Length; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (Place(chunk, passing, i * Chunk.Size, chunks[i]) is { Count: > 0 } placed)
            {
                foreach (var accumulator in accumulators)
                {
                    accumulator.Add(placed, _cells.Count);
                }
            }
        }

        foreach (var accumulator in accumulators)
        {
            accumulator.Grow(_cells.Count);
        }
    }

    // The rows of a chunk that count, each in its cell.
    private Chunk? Place(Chunk chunk, Chunk passing, int start, (long First, long Last) time)
    {
        var count = Math.Min(Chunk.Size, _table.RowCount - start);
        var piece = _pieces.Of(time.First, time.Last);
        if (piece < 0)
        {
            return null;
        }

        if (piece is { } one && _filter is null && _cells.Combinations is > 0 and <= Chunk.MostFew)
        {
            _cells.Few(start, chunk.SetFew(start, count, one * _cells.Combinations, _cells.Combinations));
            return chunk;
        }

        var pieces = chunk.SetWhole(start, count);
        if (piece is { } whole)
        {
            pieces.Fill(whole);
        }
        else if (!_pieces.Place(_table.TimeColumn.Times.Slice(start, count), time.First, time.Last, pieces))
        {
            chunk.LeaveOut();
        }

        if (_filter is not null)
        {
            passing.SetPassing(chunk, _filter);
            chunk = passing;
        }

        _cells.Number(chunk);
        return chunk;
    }

    private AggregateGroup[] Answer(AggregateRequest request, (long Start, long End)[] windows)
    {
        var places = request.Dimensions.Select(dimension => Array.IndexOf(_dimensions, dimension)).ToArray();
        var columns = request.Dimensions.Select(_table.Dimension).ToArray();
        var groups = new CellNumbers(columns);
        var groupOf = GroupOfCells(WindowOfPieces(windows), places, groups);
        var cellOf = new int[groups.Count];
        var cellCount = 0;
        for (var cell = 0; cell < groupOf.Length; cell++)
        {
            if (groupOf[cell] is >= 0 and var group)
            {
                (cellOf[group], cellCount) = (cell, cellCount + 1);
            }
        }

        // Where every group is one cell, there is nothing to merge.
        var isMerged = cellCount > groups.Count;
        var accumulators = request.Aggregates.Select(aggregate => isMerged ? Merged(aggregate, groupOf, groups.Count) : _accumulators[aggregate]).ToArray();
        var answer = new AggregateGroup[groups.Count];
        for (var group = 0; group < answer.Length; group++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var place = isMerged ? group : cellOf[group];
            answer[group] = new(
                groups.PieceOf(group),
                [.. columns.Select((column, i) => column.Member(groups.CodeOf(group, i)))],
                [.. accumulators.Select(accumulator => accumulator.Result(place))]);
        }

        if (isMerged)
        {
            Array.ForEach(accumulators, accumulator => accumulator.Release());
        }

        return answer;
    }

    // −1 for the cells that the request does not ask for, or that no row lies in.
    private int[] GroupOfCells(int[] windowOf, int[] places, CellNumbers groups)
    {
        var groupOf = new int[_cells.Count];
        var codes = new int[places.Length];
        for (var cell = 0; cell < groupOf.Length; cell++)
        {
            groupOf[cell] = -1;
            if (_rows.CountOf(cell) > 0 && windowOf[_cells.PieceOf(cell)] is >= 0 and var window)
            {
                for (var i = 0; i < codes.Length; i++)
                {
                    codes[i] = _cells.CodeOf(cell, places[i]);
                }

                groupOf[cell] = groups.NumberOf(window, codes);
            }
        }

        return groupOf;
    }

    private Accumulator Merged(Aggregate aggregate, int[] groupOf, int groupCount)
    {
        var merged = _accumulate(aggregate);
        merged.Merge(_accumulators[aggregate], groupOf, groupCount, map: null, _cancellationToken);
        return merged;
    }

    // The window that each piece belongs to, −1 for none. Pieces are cut where windows start and end, and both come in order.
    private int[] WindowOfPieces((long Start, long End)[] windows)
    {
        var windowOf = new int[_pieces.Starts.Count];
        var window = 0;
        for (var piece = 0; piece < windowOf.Length; piece++)
        {
            var start = _pieces.Starts[piece];
            while (window < windows.Length && windows[window].End <= start)
            {
                window++;
            }

            windowOf[piece] = window < windows.Length && windows[window].Start <= start ? window : -1;
        }

        return windowOf;
    }
}
