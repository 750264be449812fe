namespace GoalMetrics;

// Numbers cells from 0: each is a piece of time and a member of every dimension. By arithmetic where all combinations are few and known
// ahead; otherwise in the order they are first met, so that only combinations that occur need a number, however many there could be.
internal sealed class CellNumbers
{
    private const int FewestByArithmetic = 1 << 12;

    private readonly DimensionColumn[] _dimensions;
    private readonly PairNumbers[] _steps = [];
    private readonly int _pieceCount;

    // By arithmetic where there are no more cells than a few thousand, or than the rows that they are for.
    public CellNumbers(DimensionColumn[] dimensions, int pieceCount, int rowCount)
    {
        _dimensions = dimensions;
        _pieceCount = pieceCount;
        var most = Math.Max(FewestByArithmetic, rowCount);
        Combinations = 1;
        foreach (var dimension in dimensions)
        {
            Combinations = (int)Math.Min(most + 1L, (long)Combinations * Math.Max(1, dimension.MemberCount));
        }

        if ((long)Combinations * pieceCount > most)
        {
            Combinations = 0;
            _steps = [.. dimensions.Select(_ => new PairNumbers()).Prepend(new())];
        }
    }

    // For pieces and members that are not known ahead.
    public CellNumbers(DimensionColumn[] dimensions)
    {
        _dimensions = dimensions;
        _steps = [.. dimensions.Select(_ => new PairNumbers()).Prepend(new())];
    }

    public int Count => _steps.Length == 0 ? Combinations * _pieceCount : _steps[^1].Count;

    // How many cells a piece has, whether they occur or not; 0 where they are numbered as they are met.
    public int Combinations { get; }

    public IReadOnlyList<DimensionColumn> Dimensions => _dimensions;

    public DimensionColumn Dimension(string name)
    {
        foreach (var dimension in _dimensions)
        {
            if (dimension.Name == name)
            {
                return dimension;
            }
        }

        throw new InvalidOperationException($"Cells are not numbered by '{name}'.");
    }

    public int PlaceOf(DimensionColumn dimension) => Array.IndexOf(_dimensions, dimension);

    public int PieceOf(int cell)
    {
        if (_steps.Length == 0)
        {
            return cell / Combinations;
        }

        return Unwind(cell, 0).Left;
    }

    public int CodeOf(int cell, int dimension)
    {
        if (_steps.Length > 0)
        {
            return Unwind(cell, dimension + 1).Right;
        }

        for (var behind = _dimensions.Length - 1; behind > dimension; behind--)
        {
            cell /= MembersOf(behind);
        }

        return cell % MembersOf(dimension);
    }

    public int NumberOf(int piece, ReadOnlySpan<int> codes)
    {
        if (_steps.Length == 0)
        {
            var place = piece;
            for (var i = 0; i < codes.Length; i++)
            {
                place = (place * MembersOf(i)) + codes[i];
            }

            return place;
        }

        var cell = _steps[0].Of(piece, 0);
        for (var i = 0; i < codes.Length; i++)
        {
            cell = _steps[i + 1].Of(cell, codes[i]);
        }

        return cell;
    }

    // Where the piece is known and has few cells: each row's place among them.
    public void Few(int start, Span<byte> few)
    {
        for (var dimension = 0; dimension < _dimensions.Length && few.Length > 0; dimension++)
        {
            // Few cells means few members, which are kept in bytes.
            var codes = _dimensions[dimension].Codes.Bytes.Slice(start, few.Length);
            if (dimension == 0)
            {
                MemberSteps.First(few, codes);
            }
            else
            {
                MemberSteps.Step(few, codes, MembersOf(dimension));
            }
        }
    }

    // What the chunk has instead of cells is the piece of each row.
    public void Number(Chunk chunk)
    {
        var cells = chunk.Renumbered();
        if (_steps.Length > 0)
        {
            NumberAsMet(chunk, cells);
            return;
        }

        for (var dimension = 0; dimension < _dimensions.Length; dimension++)
        {
            var (codes, members) = (_dimensions[dimension].Codes, MembersOf(dimension));
            if (!chunk.IsWhole)
            {
                Step(cells, chunk.Rows, codes, members);
            }
            else if (codes.Width == sizeof(sbyte))
            {
                MemberSteps.Step(cells, codes.Bytes.Slice(chunk.Start, cells.Length), members);
            }
            else
            {
                StepWide(cells, codes, chunk.Start, members);
            }
        }
    }

    private void NumberAsMet(Chunk chunk, Span<int> cells)
    {
        foreach (ref var cell in cells)
        {
            cell = _steps[0].Of(cell, 0);
        }

        for (var dimension = 0; dimension < _dimensions.Length; dimension++)
        {
            Step(cells, chunk.Rows, _dimensions[dimension].Codes, _steps[dimension + 1]);
        }
    }

    private static void StepWide(Span<int> cells, PackedNumbers codes, int start, int members)
    {
        if (codes.Width == sizeof(short))
        {
            MemberSteps.StepPlain(cells, codes.Shorts.Slice(start, cells.Length), members);
        }
        else
        {
            MemberSteps.StepPlain(cells, codes.Ints.Slice(start, cells.Length), members);
        }
    }

    private int MembersOf(int dimension) => Math.Max(1, _dimensions[dimension].MemberCount);

    private static void Step(Span<int> cells, ReadOnlySpan<int> rows, PackedNumbers codes, int members)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = (cells[i] * members) + (int)codes[rows[i]];
        }
    }

    private static void Step(Span<int> cells, ReadOnlySpan<int> rows, PackedNumbers codes, PairNumbers numbers)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = numbers.Of(cells[i], (int)codes[rows[i]]);
        }
    }

    // The pair that a cell has at a step: of what came before, and of that step's member.
    private (int Left, int Right) Unwind(int cell, int step)
    {
        for (var behind = _steps.Length - 1; behind > step; behind--)
        {
            cell = _steps[behind][cell].Left;
        }

        return _steps[step][cell];
    }
}
