namespace GoalMetrics;

// What one thread does of a scan: it takes in chunks of the table, one after the other, into states of its own. Any chunks in any order
// will do.
internal sealed class ScanShare(FactTable table, PieceTable pieces, RowFilter? filter, CellStates states)
{
    private readonly Chunk _chunk = ChunkFor(table);
    private readonly Chunk? _passing = filter is null ? null : ChunkFor(table);

    private readonly bool _looksBeyondFilter = filter is not null && states.LookBeyondFilter;

    public CellStates States => states;

    public void Add(int chunk)
    {
        var cells = states.Cells;
        if (!TryPlace(chunk * Chunk.Size, table.TimeColumn.Chunks[chunk]))
        {
            return;
        }

        if (_passing is null)
        {
            if (!_chunk.IsFew)
            {
                cells.Number(_chunk);
            }

            states.Add(_chunk);
        }
        else if (_looksBeyondFilter)
        {
            cells.Number(_chunk);
            states.Add(Passing(), _chunk);
        }
        else if (Passing() is { Count: > 0 } passing)
        {
            cells.Number(passing);
            states.Add(passing);
        }
    }

    // Everything that it takes in is in.
    public void Finish() => states.Finish();

    // Gives back what was borrowed. It is not used any more.
    public void Release()
    {
        states.Release();
        _chunk.Release();
        _passing?.Release();
    }

    // As large as the table ever fills.
    private static Chunk ChunkFor(FactTable table) => new(Math.Min(Chunk.Size, table.RowCount));

    private Chunk Passing()
    {
        filter!.Pass(_chunk, _passing!);
        return _passing!;
    }

    // The rows of a chunk that lie in any piece: each in its cell where these are few, else with its piece. False if there are none.
    private bool TryPlace(int start, (long First, long Last) time)
    {
        var count = Math.Min(Chunk.Size, table.RowCount - start);
        var piece = pieces.Of(time.First, time.Last);
        if (piece < 0)
        {
            return false;
        }

        // A short chunk, as a small table has only one, is added up soon enough.
        var isLong = count == Chunk.Size && filter is null;
        if (piece is { } one && isLong && states.Cells.Combinations is > 0 and <= Chunk.MostFew)
        {
            PlaceFew(start, count, one);
            return true;
        }

        var places = _chunk.SetWhole(start, count);
        if (piece is { } whole)
        {
            places.Fill(whole);
        }
        else if (!pieces.Place(table.TimeColumn.Times.Slice(start, count), time.First, time.Last, places))
        {
            _chunk.LeaveOut();
        }

        return _chunk.Count > 0;
    }

    // All rows lie in the cells of one piece.
    private void PlaceFew(int start, int count, int piece)
    {
        Span<int> ofPiece = stackalloc int[states.Cells.Combinations];
        for (var i = 0; i < ofPiece.Length; i++)
        {
            ofPiece[i] = (piece * ofPiece.Length) + i;
        }

        states.Cells.Few(start, _chunk.SetFew(start, count, ofPiece));
    }
}
