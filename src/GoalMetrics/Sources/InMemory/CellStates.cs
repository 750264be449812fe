using System.Runtime.InteropServices;

namespace GoalMetrics;

// What each aggregate has taken in, cell by cell. Answers requests by fewer dimensions or longer windows by merging cells.
internal sealed class CellStates
{
    private readonly string[] _dimensions;
    private readonly Func<Aggregate, Accumulator> _accumulate;
    private readonly Dictionary<Aggregate, Accumulator> _accumulators = [];
    private readonly Accumulator[] _all;
    private readonly List<ExactSums> _plain = [];
    private PackedSums? _packed;

    public CellStates(string[] dimensions, CellNumbers cells, IEnumerable<Aggregate> aggregates, Func<Aggregate, Accumulator> accumulate)
    {
        _dimensions = dimensions;
        _accumulate = accumulate;
        Cells = cells;
        foreach (var aggregate in aggregates.Distinct())
        {
            _accumulators.Add(aggregate, aggregate is { Aggregation: Aggregation.Count, Filter: null } ? Rows : accumulate(aggregate));
        }

        _all = [.. _accumulators.Values.Prepend(Rows).Distinct()];
        if (cells.Combinations > 0)
        {
            Array.ForEach(_all, accumulator => accumulator.Expect(cells.Count));
        }
    }

    public CellNumbers Cells { get; }

    // How many rows lie in each cell: only cells that have some are there.
    public CountAccumulator Rows { get; } = new(null);

    public IReadOnlyDictionary<Aggregate, Accumulator> Accumulators => _accumulators;

    public void Add(Chunk chunk)
    {
        var isPacked = TryAddPacked(chunk);
        foreach (var accumulator in _all)
        {
            if (!isPacked || (accumulator != Rows && (accumulator.PlainSums is not { } sums || _plain.Contains(sums))))
            {
                accumulator.Add(chunk, Cells.Count);
            }
        }
    }

    // Rows and sums of several columns in one go; what is left on the list was not added. One sum alone is as fast by itself.
    private bool TryAddPacked(Chunk chunk)
    {
        _plain.Clear();
        if (!chunk.IsWhole || chunk.IsFew || Cells.Count > PackedSums.MostCells)
        {
            return false;
        }

        foreach (var accumulator in _all)
        {
            accumulator.Grow(Cells.Count);
            if (accumulator.PlainSums is { } sums)
            {
                _plain.Add(sums);
            }
        }

        if (_plain.Count < 2)
        {
            return false;
        }

        (_packed ??= new()).Add(chunk, Rows.Counts, _plain, Cells.Count);
        return true;
    }

    // Takes in what another with the same aggregates has: the cell here of each of its cells.
    public void Add(CellStates other, ReadOnlySpan<int> targets, MemberMap map)
    {
        Array.ForEach(other._all, accumulator => accumulator.Grow(other.Cells.Count));
        for (var i = 0; i < _all.Length; i++)
        {
            _all[i].Merge(other._all[i], targets, Cells.Count, map, default);
        }
    }

    public void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        foreach (var accumulator in _all)
        {
            accumulator.Grow(Cells.Count);
            accumulator.Write(cell, writer, map);
        }
    }

    public void Read(int cell, BinaryReader reader)
    {
        foreach (var accumulator in _all)
        {
            accumulator.Grow(Cells.Count);
            accumulator.Read(cell, reader);
        }
    }

    public void Release() => Array.ForEach(_all, accumulator => accumulator.Release());

    // By the window of each piece, −1 for none. Of cells, only those count that are wanted, and for an aggregate those of its own besides.
    public AggregateGroup[] Answer(
        AggregateRequest request,
        int[] windowOf,
        Func<int, bool>? isWanted,
        Func<Aggregate, (Aggregate Kept, Func<int, bool>? IsWanted)>? find,
        CancellationToken cancellationToken)
    {
        Array.ForEach(_all, accumulator => accumulator.Grow(Cells.Count));
        var columns = request.Dimensions.Select(Cells.Dimension).ToArray();
        var groups = new CellNumbers(columns);
        var groupOf = GroupOfCells(windowOf, request, groups, isWanted, cancellationToken);
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
        var accumulators = request.Aggregates.Select(Asked).ToArray();
        var answer = new AggregateGroup[groups.Count];
        for (var group = 0; group < answer.Length; group++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = new Quantity[accumulators.Length];
            ExactAmount?[]? exact = null;
            for (var i = 0; i < values.Length; i++)
            {
                var (accumulator, isOfGroup) = accumulators[i];
                values[i] = accumulator.Result(isOfGroup ? group : cellOf[group], out var all);
                if (all is not null)
                {
                    exact ??= new ExactAmount?[values.Length];
                    exact[i] = all;
                }
            }

            var members = columns.Select((column, i) => column.Member(groups.CodeOf(group, i)));
            answer[group] = new(groups.PieceOf(group), [.. members], ImmutableCollectionsMarshal.AsImmutableArray(values))
            {
                Exact = ImmutableCollectionsMarshal.AsImmutableArray(exact),
            };
        }

        foreach (var (accumulator, _) in accumulators.Where(asked => asked.IsMerged))
        {
            accumulator.Release();
        }

        return answer;

        (Accumulator Accumulator, bool IsMerged) Asked(Aggregate aggregate)
        {
            var (kept, own) = find?.Invoke(aggregate) ?? (aggregate, null);
            if (!isMerged && own is null)
            {
                return (_accumulators[kept], false);
            }

            var targets = own is null ? groupOf : [.. groupOf.Select((group, cell) => group >= 0 && own(cell) ? group : -1)];
            var merged = _accumulate(kept);
            if (Cells.Combinations > 0)
            {
                merged.Expect(groups.Count);
            }

            merged.Merge(_accumulators[kept], targets, groups.Count, map: null, cancellationToken);
            return (merged, true);
        }
    }

    // −1 for the cells that the request does not ask for, or that no row lies in.
    private int[] GroupOfCells(
        int[] windowOf, AggregateRequest request, CellNumbers groups, Func<int, bool>? isWanted, CancellationToken cancellationToken)
    {
        var places = request.Dimensions.Select(dimension => Array.IndexOf(_dimensions, dimension)).ToArray();
        var groupOf = new int[Cells.Count];
        var codes = new int[places.Length];
        for (var cell = 0; cell < groupOf.Length; cell++)
        {
            if ((cell & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            groupOf[cell] = -1;
            if (Rows.CountOf(cell) != 0 && windowOf[Cells.PieceOf(cell)] is >= 0 and var window && (isWanted is null || isWanted(cell)))
            {
                for (var i = 0; i < codes.Length; i++)
                {
                    codes[i] = Cells.CodeOf(cell, places[i]);
                }

                groupOf[cell] = groups.NumberOf(window, codes);
            }
        }

        return groupOf;
    }
}
