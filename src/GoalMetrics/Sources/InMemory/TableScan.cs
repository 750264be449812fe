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
    private readonly PieceTable _pieces;
    private readonly CellStates _states;
    private readonly RowFilter? _filter;

    // The requests are about one table, with the same filter and at the same moment.
    public TableScan(
        FactTable table, ReportingCalendar calendar, IReadOnlyList<AggregateRequest> requests, Func<string, FactTable> tables, CancellationToken cancellationToken)
    {
        _table = table;
        _requests = requests;
        _cancellationToken = cancellationToken;
        _windows = [.. requests.Select(request => request.Windows.Select(window => Bounds(window, table, calendar)).ToArray())];
        _pieces = new([.. _windows.SelectMany(windows => windows)]);
        _filter = requests[0].Filter is { } filter ? RowFilter.For(filter, table) : null;
        string[] dimensions = [.. requests.SelectMany(request => request.Dimensions).Distinct(StringComparer.Ordinal)];
        var conversions = new Dictionary<EventConversion, CreditedConversions>();
        _states = new(
            dimensions,
            new([.. dimensions.Select(table.Dimension)], _pieces.Starts.Count),
            requests.SelectMany(request => request.Aggregates),
            aggregate => Accumulator.For(aggregate, table, Credited, cancellationToken));

        CreditedConversions Credited(EventConversion match) => conversions.TryGetValue(match, out var credited)
            ? credited
            : conversions[match] = new(table, tables(match.Table.Name), match, calendar, requests[0].AsOf, cancellationToken);
    }

    public IReadOnlyList<IReadOnlyList<AggregateGroup>> Run()
    {
        try
        {
            Scan();
            return [.. _requests.Zip(_windows, (request, windows) => _states.Answer(request, WindowOfPieces(windows), null, null, _cancellationToken))];
        }
        finally
        {
            _states.Release();
        }
    }

    public static (long Start, long End) Bounds(Interval window, FactTable table, ReportingCalendar calendar)
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
        var chunks = _table.TimeColumn.Chunks;
        for (var i = 0; i < chunks.Length; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (Place(chunk, passing, i * Chunk.Size, chunks[i]) is { Count: > 0 } placed)
            {
                _states.Add(placed);
            }
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

        var cells = _states.Cells;
        if (piece is { } one && _filter is null && cells.Combinations is > 0 and <= Chunk.MostFew)
        {
            Span<int> ofPiece = stackalloc int[cells.Combinations];
            for (var i = 0; i < ofPiece.Length; i++)
            {
                ofPiece[i] = (one * ofPiece.Length) + i;
            }

            cells.Few(start, chunk.SetFew(start, count, ofPiece));
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

        cells.Number(chunk);
        return chunk;
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
