namespace GoalMetrics;

// The groups of one grouping: each is a window and a combination of members, made of the cells of that window with those members.
internal sealed class CellGroups
{
    private const int BetweenChecks = 1 << 12;

    private readonly CellNumbers _members;
    private readonly CellWindows _windows;
    private readonly CancellationToken _cancellationToken;

    // The cells that count, in order of their place in time, the number of the members of each, and where each place starts.
    private readonly int[] _cells;
    private readonly int[] _keys;
    private readonly int[] _starts;

    // By key, the latest group; by group, its key and the last of its cells; by window, its first group.
    private readonly int[] _groupOfKey;
    private readonly List<int> _keyOf;
    private readonly List<int> _cellOf;
    private readonly int[] _firstOf;
    private int[]? _windowOf;
    private int[]? _placeOfCell;

    public CellGroups(
        CellStates states,
        CellWindows windows,
        IReadOnlyList<string> dimensions,
        Func<int, bool>? isWanted,
        CancellationToken cancellationToken)
    {
        _windows = windows;
        _cancellationToken = cancellationToken;
        var cells = states.Cells;
        var columns = new DimensionColumn[dimensions.Count];
        var places = new int[dimensions.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = cells.Dimension(dimensions[i]);
            places[i] = cells.PlaceOf(columns[i]);
        }

        _starts = new int[windows.PlaceCount + 1];
        _cells = InOrder(states, isWanted);
        _members = new(columns, 1, _cells.Length);
        _keys = KeysOf(cells, places);
        _groupOfKey = new int[_members.Count];
        _firstOf = new int[windows.Windows.Length + 1];
        _keyOf = new(_cells.Length);
        _cellOf = new(_cells.Length);
        Number();
    }

    public int Count => _keyOf.Count;

    public IReadOnlyList<DimensionColumn> Dimensions => _members.Dimensions;

    // Whether a group has more cells than one.
    public bool AreMerged { get; private set; }

    public (int Start, int End) OfWindow(int window) => (_firstOf[window], _firstOf[window + 1]);

    public int CellOf(int group) => _cellOf[group];

    public int CodeOf(int group, int dimension) => _members.CodeOf(_keyOf[group], dimension);

    public int KeyOf(int group) => _keyOf[group];

    public int WindowOf(int group)
    {
        _windowOf ??= WindowsOfGroups();
        return _windowOf[group];
    }

    public CellsByKey CellsByKey()
    {
        var placeOf = new int[_cells.Length];
        for (var place = 0; place + 1 < _starts.Length; place++)
        {
            Array.Fill(placeOf, place, _starts[place], _starts[place + 1] - _starts[place]);
        }

        var (order, starts) = Sorted(Enumerable.Range(0, _cells.Length).ToArray(), i => _keys[i], _members.Count);
        return new(Array.ConvertAll(order, i => _cells[i]), Array.ConvertAll(order, i => placeOf[i]), starts);
    }

    // The groups by their members, then by a number of their window, then by window.
    public int[] ByKeyAnd(int[] numberOfWindow)
    {
        var groups = Enumerable.Range(0, Count).ToArray();
        var byNumber = Sorted(groups, group => numberOfWindow[WindowOf(group)], numberOfWindow.Length).Items;
        return Sorted(byNumber, KeyOf, _members.Count).Items;
    }

    // Cells and the group that each belongs to, a few thousand at a time.
    public void ForEach(CellsOfGroups action)
    {
        Span<int> targets = new int[Math.Min(BetweenChecks, _cells.Length)];
        for (var window = 0; window < _firstOf.Length - 1; window++)
        {
            Begin(window);
            var (start, end) = RangeOf(window);
            for (var from = start; from < end; from += targets.Length)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                var cells = _cells.AsSpan(from, Math.Min(targets.Length, end - from));
                for (var i = 0; i < cells.Length; i++)
                {
                    targets[i] = _groupOfKey[_keys[from + i]];
                }

                action(cells, targets[..cells.Length]);
            }
        }
    }

    // Turns to a window, for GroupOf.
    public void Begin(int window)
    {
        for (var group = _firstOf[window]; group < _firstOf[window + 1]; group++)
        {
            _groupOfKey[_keyOf[group]] = group;
        }
    }

    // The group of a cell of the window; null where the cell does not count.
    public int? GroupOf(int cell)
    {
        _placeOfCell ??= PlacesOfCells();
        if (cell < _placeOfCell.Length && _placeOfCell[cell] is > 0 and var place)
        {
            return _groupOfKey[_keys[place - 1]];
        }

        return null;
    }

    // Counted from 1; 0 for cells that do not count.
    private int[] PlacesOfCells()
    {
        var places = new int[_cells.Length == 0 ? 0 : _cells.Max() + 1];
        for (var i = 0; i < _cells.Length; i++)
        {
            places[_cells[i]] = i + 1;
        }

        return places;
    }

    private (int Start, int End) RangeOf(int window)
    {
        var range = _windows.Windows[window];
        return (_starts[range.Start], _starts[range.End]);
    }

    private int[] InOrder(CellStates states, Func<int, bool>? isWanted)
    {
        var cells = states.Cells;
        for (var cell = 0; cell < cells.Count; cell++)
        {
            CheckCancelled(cell);
            if (Counts(cell))
            {
                _starts[_windows.PlaceOf(cells.PieceOf(cell))]++;
            }
        }

        for (var place = 1; place < _starts.Length; place++)
        {
            _starts[place] += _starts[place - 1];
        }

        // From where each place ends back to where it starts.
        var inOrder = new int[_starts[^1]];
        for (var cell = cells.Count - 1; cell >= 0; cell--)
        {
            CheckCancelled(cell);
            if (Counts(cell))
            {
                inOrder[--_starts[_windows.PlaceOf(cells.PieceOf(cell))]] = cell;
            }
        }

        return inOrder;

        bool Counts(int cell) => states.Rows.CountOf(cell) != 0 && (isWanted is null || isWanted(cell));
    }

    private int[] KeysOf(CellNumbers cells, int[] places)
    {
        var keys = new int[_cells.Length];
        if (places.Length == 0)
        {
            _members.NumberOf(0, []);
            return keys;
        }

        var codes = new int[places.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            CheckCancelled(i);
            for (var dimension = 0; dimension < codes.Length; dimension++)
            {
                codes[dimension] = cells.CodeOf(_cells[i], places[dimension]);
            }

            keys[i] = _members.NumberOf(0, codes);
        }

        return keys;
    }

    private void Number()
    {
        Array.Fill(_groupOfKey, -1);
        for (var window = 0; window < _firstOf.Length - 1; window++)
        {
            var first = Count;
            var (start, end) = RangeOf(window);
            for (var i = start; i < end; i++)
            {
                CheckCancelled(i);
                ref var group = ref _groupOfKey[_keys[i]];
                if (group >= first)
                {
                    AreMerged = true;
                    continue;
                }

                group = Count;
                _keyOf.Add(_keys[i]);
                _cellOf.Add(_cells[i]);
            }

            _firstOf[window + 1] = Count;
        }
    }

    private int[] WindowsOfGroups()
    {
        var windows = new int[Count];
        for (var window = 0; window + 1 < _firstOf.Length; window++)
        {
            Array.Fill(windows, window, _firstOf[window], _firstOf[window + 1] - _firstOf[window]);
        }

        return windows;
    }

    // By a number below a count, equal ones as they stand; and where each number starts.
    private static (int[] Items, int[] Starts) Sorted(int[] items, Func<int, int> numberOf, int count)
    {
        var starts = new int[count + 1];
        foreach (var item in items)
        {
            starts[numberOf(item) + 1]++;
        }

        for (var number = 0; number < count; number++)
        {
            starts[number + 1] += starts[number];
        }

        var next = starts.ToArray();
        var sorted = new int[items.Length];
        foreach (var item in items)
        {
            sorted[next[numberOf(item)]++] = item;
        }

        return (sorted, starts);
    }

    private void CheckCancelled(int count)
    {
        if ((count & (BetweenChecks - 1)) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Cells, and the group of each.
    public delegate void CellsOfGroups(ReadOnlySpan<int> cells, ReadOnlySpan<int> groups);
}
