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
//   share       what one thread does of the pass; the states of the others are then merged into those of the first
//   group       what is answered: a window and a member of each dimension of one grouping
// What a request asks for by fewer dimensions or longer windows is merged from the states of the cells.
internal sealed class TableScan
{
    // So many chunks keep a thread busy for more than a millisecond, many times as long as it takes to start and to merge its states.
    private const int ChunksOfShare = 128;

    // Threads take chunks in stretches: long enough to be read ahead, short enough that all are done at about the same time.
    private const int LongestStretch = 16;
    private const int StretchesOfShare = 8;

    private readonly FactTable _table;
    private readonly InMemorySource _source;
    private readonly IReadOnlyList<AggregateRequest> _requests;
    private readonly CancellationToken _cancellationToken;
    private readonly TimeWindows[] _windows;
    private readonly PieceTable _pieces;
    private readonly AskedFacts _asked;
    private readonly RowFilter? _filter;
    private readonly CellNumbers _cells;
    private readonly ScanShare[] _shares;
    private readonly int _stretch;
    private int _stretchesTaken;

    // Those that were asked for so far.
    private Dictionary<EventConversion, ConversionCredits>? _conversions;

    // The requests are about one table, with the same filter and at the same moment. All that threads have in common is made here, and only
    // read by them.
    public TableScan(
        FactTable table, InMemorySource source, IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken)
    {
        _table = table;
        _source = source;
        _requests = requests;
        _cancellationToken = cancellationToken;
        _windows = new TimeWindows[requests.Count];
        for (var i = 0; i < _windows.Length; i++)
        {
            _windows[i] = new(requests[i].Time);
        }

        _pieces = new(_windows, table.RowCount);
        _filter = table.Seen(requests[0].Filter, source.Calendar);
        _asked = new(source.Calendar, requests[0].Filter);
        _cells = new(DimensionsOf(requests, table), _pieces.Count, table.RowCount);
        var first = Share();
        _shares = new ScanShare[SharesOf(first.States, source)];
        _shares[0] = first;
        for (var i = 1; i < _shares.Length; i++)
        {
            _shares[i] = Share();
        }

        _stretch = Math.Clamp(Chunks / _shares.Length / StretchesOfShare, 1, LongestStretch);
        _stretchesTaken = _shares.Length;
    }

    // How many threads it is worth.
    public int Shares => _shares.Length;

    private int Chunks => _table.TimeColumn.Chunks.Length;

    public AggregateAnswer[] Run()
    {
        try
        {
            var states = Scanned();
            var answers = new AggregateAnswer[_requests.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = new CellAnswer(states, _requests[i], PiecesOf(_windows[i]), null, null, _cancellationToken).Answer();
            }

            return answers;
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        foreach (var share in _shares)
        {
            share.Release();
        }
    }

    private ScanShare Share()
    {
        var aggregates = _requests.Count == 1 ? _requests[0].Aggregates : AggregatesOf(_requests);
        return new(_table, _pieces, _filter, new(_cells, aggregates, Empty));
    }

    private static Aggregate[] AggregatesOf(IReadOnlyList<AggregateRequest> requests) =>
        [.. requests.SelectMany(request => request.Aggregates)];

    private Accumulator Empty(Aggregate aggregate) => Accumulator.For(aggregate, _table, _asked, Credited, _cancellationToken);

    private ConversionCredits Credited(EventConversion match)
    {
        _conversions ??= [];
        if (!_conversions.TryGetValue(match, out var credited))
        {
            var events = _source.Events(match.Table.Name);
            credited = new(_table, events, match, _source.Calendar, _requests[0].AsOf, _cancellationToken);
            _conversions.Add(match, credited);
        }

        return credited;
    }

    // One where cells are numbered as they are met. Otherwise as many as are worth it, whose states together have no more than a word
    // for every two rows: merging them stays short beside the scan, and memory within bounds.
    private int SharesOf(CellStates states, InMemorySource source)
    {
        if (states.Cells.Combinations == 0)
        {
            return 1;
        }

        var worthIt = Math.Min(Chunks / ChunksOfShare, _table.RowCount / 2 / Math.Max(1, states.Room));
        return source.Shares ?? (int)Math.Clamp(worthIt, 1, source.MaxThreads);
    }

    private CellStates Scanned()
    {
        if (_shares.Length == 1)
        {
            Scan(0);
            return _shares[0].States;
        }

        new SharedWork(_shares.Length, Scan).Run();
        var states = _shares[0].States;
        var all = Enumerable.Range(0, states.Cells.Count).ToArray();
        foreach (var share in _shares[1..])
        {
            states.Add(share.States, all, map: null);
        }

        return states;
    }

    // Each share has a first stretch of its own, and then the next that nothing else has taken, until there is none.
    private void Scan(int number)
    {
        var share = _shares[number];
        for (var stretch = number; stretch * _stretch < Chunks; stretch = Interlocked.Increment(ref _stretchesTaken) - 1)
        {
            var end = Math.Min(Chunks, (stretch + 1) * _stretch);
            for (var chunk = stretch * _stretch; chunk < end; chunk++)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                share.Add(chunk);
            }
        }

        share.Finish();
    }

    private static DimensionColumn[] DimensionsOf(IReadOnlyList<AggregateRequest> requests, FactTable table)
    {
        var dimensions = new List<DimensionColumn>();
        foreach (var request in requests)
        {
            foreach (var grouping in request.Groupings)
            {
                foreach (var dimension in grouping)
                {
                    if (ColumnOf(dimension, request.Derived, table) is var column && !dimensions.Contains(column))
                    {
                        dimensions.Add(column);
                    }
                }
            }
        }

        return [.. dimensions];
    }

    private static DimensionColumn ColumnOf(string name, IReadOnlyList<DerivedDimension> derived, FactTable table)
    {
        foreach (var dimension in derived)
        {
            if (dimension.Name == name)
            {
                return table.Derived(dimension);
            }
        }

        return table.Dimension(name);
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

        return new(ranges, null, _pieces.Count);
    }
}
