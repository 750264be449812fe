namespace GoalMetrics;

// Distinct counts over windows that overlap: a window is counted from the one before it, by the pieces that enter and those that leave. For
// that, windows are put into chains in which starts and ends both come in order; those that lie within one another go into several.
internal sealed class SlidingDistinct
{
    // Where a place lies in no more windows, merging its members into each is faster than taking them in and out again one by one.
    public const int MostToMerge = 4;

    private readonly DistinctAccumulator _cells;
    private readonly int[] _held;
    private readonly Action<int> _enter;
    private readonly Action<int> _leave;
    private int _count;

    public SlidingDistinct(DistinctAccumulator cells)
    {
        _cells = cells;
        _held = new int[cells.MemberCount];
        _enter = code => _count += _held[code]++ == 0 ? 1 : 0;
        _leave = code => _count -= --_held[code] == 0 ? 1 : 0;
    }

    // The count of each group.
    public int[] Counts(CellGroups groups, CellWindows windows, CancellationToken cancellationToken)
    {
        var cells = groups.CellsByKey();
        var chains = ChainOf(windows.Windows);
        var counts = new int[groups.Count];
        var (key, chain, left, entered, end) = (-1, -1, 0, 0, 0);
        foreach (var group in groups.ByKeyAnd(chains))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (groups.KeyOf(group) != key || chains[groups.WindowOf(group)] != chain)
            {
                Leave(cells, ref left, entered);
                (key, chain) = (groups.KeyOf(group), chains[groups.WindowOf(group)]);
                (left, end) = cells.RangeOf(key);
                entered = left;
            }

            var window = windows.Windows[groups.WindowOf(group)];
            for (; left < entered && cells.Places[left] < window.Start; left++)
            {
                _cells.ForEach(cells.Cells[left], _leave);
            }

            for (; entered == left && entered < end && cells.Places[entered] < window.Start; left++)
            {
                entered++;
            }

            for (; entered < end && cells.Places[entered] < window.End; entered++)
            {
                _cells.ForEach(cells.Cells[entered], _enter);
            }

            counts[group] = _count;
        }

        return counts;
    }

    private void Leave(CellsByKey cells, ref int left, int entered)
    {
        for (; left < entered; left++)
        {
            _cells.ForEach(cells.Cells[left], _leave);
        }
    }

    // Each window goes into the first chain whose windows all end no later. Windows come by start and then by end.
    private static int[] ChainOf(ReadOnlySpan<CellWindow> windows)
    {
        var ends = new List<int>();
        var chains = new int[windows.Length];
        for (var i = 0; i < chains.Length; i++)
        {
            var end = windows[i].End;
            var chain = ends.FindIndex(last => last <= end);
            if (chain < 0)
            {
                chain = ends.Count;
                ends.Add(end);
            }

            (ends[chain], chains[i]) = (end, chain);
        }

        return chains;
    }
}
