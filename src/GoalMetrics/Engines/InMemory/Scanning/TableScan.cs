using GoalMetrics.Sources;

namespace GoalMetrics;

// One pass over a table answers all requests that look at the same of its rows. The words of this room:
//   row         a fact of the table, by its place in it
//   chunk       4,096 rows in a row, taken in together: as much as fits the processor's nearest memory
//   cut         a moment (or date) at which a window of any request starts or ends
//   piece       the time between two cuts that follow each other; windows are ranges of pieces
//   combination a member of each dimension that any request groups by
//   cell        a piece and a combination, as one number: where a row counts
//   state       what an aggregate has taken in so far, one for each cell; an accumulator holds its states
//   group       what is answered: a window and a member of each dimension of one grouping
// What a request asks for by fewer dimensions or longer windows is merged from the states of the cells.
internal sealed class TableScan
{
    private readonly FactTable _table;
    private readonly IReadOnlyList<AggregateRequest> _requests;
    private readonly CancellationToken _cancellationToken;
    private readonly TimeWindows[] _windows;
    private readonly PieceTable _pieces;
    private readonly CellStates _states;
    private readonly RowFilter? _filter;

    // The requests are about one table, with the same filter and at the same moment.
    public TableScan(
        FactTable table,
        ReportingCalendar calendar,
        IReadOnlyList<AggregateRequest> requests,
        Func<string, EventTable> events,
        CancellationToken cancellationToken)
    {
        _table = table;
        _requests = requests;
        _cancellationToken = cancellationToken;
        _windows = [.. requests.Select(request => new TimeWindows(request.Time))];
        _pieces = new(_windows, table.RowCount);
        _filter = requests[0].Filter is { } filter ? RowFilter.For(filter, table) : null;
        var conversions = new Dictionary<EventConversion, ConversionCredits>();
        _states = new(
            new(DimensionsOf(requests, table), _pieces.Starts.Length, table.RowCount),
            requests.SelectMany(request => request.Aggregates),
            aggregate => Accumulator.For(aggregate, table, Credited, cancellationToken));

        ConversionCredits Credited(EventConversion match) => conversions.TryGetValue(match, out var credited)
            ? credited
            : conversions[match] = new(table, events(match.Table.Name), match, calendar, requests[0].AsOf, cancellationToken);
    }

    public AggregateAnswer[] Run()
    {
        try
        {
            Scan();
            var answers = new AggregateAnswer[_requests.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = new CellAnswer(_states, _requests[i], PiecesOf(_windows[i]), null, null, _cancellationToken).Answer();
            }

            return answers;
        }
        finally
        {
            _states.Release();
        }
    }

    private void Scan()
    {
        var chunk = new Chunk();
        var passing = _filter is null ? chunk : new();
        var chunks = _table.TimeColumn.Chunks;
        for (var i = 0; i < chunks.Length; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (Place(chunk, passing, i * Chunk.Size, chunks[i]) is { Count: > 0 } placed)
            {
                _states.Add(placed);
            }
        }

        chunk.Release();
        passing.Release();
    }

    private static DimensionColumn[] DimensionsOf(IReadOnlyList<AggregateRequest> requests, FactTable table)
    {
        var dimensions = new List<DimensionColumn>();
        foreach (var grouping in requests.SelectMany(request => request.Groupings))
        {
            foreach (var dimension in grouping)
            {
                if (table.Dimension(dimension) is var column && !dimensions.Contains(column))
                {
                    dimensions.Add(column);
                }
            }
        }

        return [.. dimensions];
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

    // Pieces come in order of time, and a window has no gaps.
    private CellWindows PiecesOf(TimeWindows windows)
    {
        var ranges = new CellWindow[windows.Count];
        for (var i = 0; i < ranges.Length; i++)
        {
            var (start, end) = windows[i];
            ranges[i] = new(_pieces.FirstFrom(start), _pieces.FirstFrom(end));
        }

        return new(ranges, null, _pieces.Starts.Length);
    }
}
