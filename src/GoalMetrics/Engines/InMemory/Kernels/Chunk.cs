namespace GoalMetrics;

// Rows of a table that are taken in together: which of them count, and the cell of each. A chunk fits the processor's nearest memory.
// Used again and again by one scan.
internal sealed class Chunk(int capacity = Chunk.Size)
{
    public const int Size = 4096;

    // So many cells at most are worth a look at every row for each of them, many rows at a time.
    public const int MostFew = 16;

    private int[] _rows = BorrowedArray.Of<int>(capacity);
    private int[] _cells = BorrowedArray.Of<int>(capacity);
    private readonly int[] _fewCells = new int[MostFew];
    private byte[] _few = [];
    private bool _hasRows;
    private bool _hasCells;

    public int Start { get; private set; }

    public int Count { get; private set; }

    // Whether every row from the start on counts.
    public bool IsWhole { get; private set; }

    // Whether the rows lie in so few cells that each row's stands in Few, as an index into FewCells; of one cell, Few has nothing.
    public bool IsFew => FewCount > 0;

    public int FewCount { get; private set; }

    public ReadOnlySpan<int> FewCells => _fewCells.AsSpan(0, FewCount);

    public ReadOnlySpan<byte> Few => FewCount > 1 ? _few.AsSpan(0, Count) : [];

    public ReadOnlySpan<int> Rows
    {
        get
        {
            if (!_hasRows)
            {
                _hasRows = true;
                for (var i = 0; i < Count; i++)
                {
                    _rows[i] = Start + i;
                }
            }

            return _rows.AsSpan(0, Count);
        }
    }

    public ReadOnlySpan<int> Cells
    {
        get
        {
            if (!_hasCells)
            {
                _hasCells = true;
                var cells = _cells.AsSpan(0, Count);
                if (FewCount == 1)
                {
                    cells.Fill(_fewCells[0]);
                }
                else
                {
                    for (var i = 0; i < cells.Length; i++)
                    {
                        cells[i] = _fewCells[_few[i]];
                    }
                }
            }

            return _cells.AsSpan(0, Count);
        }
    }

    // All rows of a stretch; their cells are to be filled in.
    public Span<int> SetWhole(int start, int count)
    {
        (Start, Count, IsWhole, FewCount, _hasRows, _hasCells) = (start, count, true, 0, false, true);
        return _cells.AsSpan(0, count);
    }

    // All rows of a stretch, which lie in these few cells; where among them each row's is, is to be filled in.
    public Span<byte> SetFew(int start, int count, ReadOnlySpan<int> cells)
    {
        var cellCount = cells.Length;
        (Start, Count, IsWhole, FewCount, _hasRows, _hasCells) = (start, count, true, cellCount, false, false);
        cells.CopyTo(_fewCells);
        if (cellCount > 1 && _few.Length == 0)
        {
            _few = BorrowedArray.Of<byte>(capacity);
        }

        return cellCount > 1 ? _few.AsSpan(0, count) : [];
    }

    // Some rows of a stretch, which are to be added one by one.
    public void SetSome(int start) => (Start, Count, IsWhole, FewCount, _hasRows, _hasCells) = (start, 0, false, 0, true, true);

    public void Add(int row, int cell)
    {
        (_rows[Count], _cells[Count]) = (row, cell);
        Count++;
    }

    // The same rows, to be numbered in another way.
    public void SetSame(Chunk other)
    {
        (Start, Count, IsWhole, FewCount, _hasRows, _hasCells) = (other.Start, other.Count, other.IsWhole, 0, !other.IsWhole, true);
        other.Cells.CopyTo(_cells);
        if (!other.IsWhole)
        {
            other.Rows.CopyTo(_rows);
        }
    }

    // Leaves out the rows whose cell is below 0.
    public void LeaveOut()
    {
        var rows = Rows;
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            (_rows[count], _cells[count]) = (rows[i], _cells[i]);
            count += _cells[i] >= 0 ? 1 : 0;
        }

        (IsWhole, Count) = (IsWhole && count == Count, count);
    }

    // Gives back what was borrowed. It is not used any more.
    public void Release()
    {
        BorrowedArray.Return(ref _rows);
        BorrowedArray.Return(ref _cells);
        BorrowedArray.Return(ref _few);
    }

    // Room for cells that are numbered anew, row by row.
    public Span<int> Renumbered()
    {
        _ = Cells;
        FewCount = 0;
        return _cells.AsSpan(0, Count);
    }
}
