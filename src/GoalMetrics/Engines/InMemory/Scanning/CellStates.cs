using GoalMetrics.Sources;

namespace GoalMetrics;

// What each aggregate has taken in, cell by cell.
internal sealed class CellStates
{
    private readonly Func<Aggregate, Accumulator> _accumulate;
    private readonly Dictionary<Aggregate, Accumulator> _accumulators = [];
    private readonly Accumulator[] _all;
    private readonly List<ExactSums> _plain = [];
    private PackedSums? _packed;

    public CellStates(
        CellNumbers cells, IReadOnlyList<Aggregate> aggregates, Func<Aggregate, Accumulator> accumulate)
    {
        _accumulate = accumulate;
        Cells = cells;
        var all = new List<Accumulator>(aggregates.Count + 1) { Rows };
        for (var i = 0; i < aggregates.Count; i++)
        {
            var aggregate = Accumulator.Shared(aggregates[i]);
            if (aggregate is Aggregate.Count { Filter: null })
            {
                _accumulators[aggregate] = Rows;
            }
            else if (!_accumulators.ContainsKey(aggregate))
            {
                var accumulator = accumulate(aggregate);
                _accumulators.Add(aggregate, accumulator);
                all.Add(accumulator);
            }
        }

        _all = [.. all];
        if (cells.Combinations > 0)
        {
            foreach (var accumulator in _all)
            {
                accumulator.Expect(cells.Count);
            }
        }
    }

    public CellNumbers Cells { get; }

    // How many rows lie in each cell: only cells that have some are there.
    public CountAccumulator Rows { get; } = new(null);

    // About how many words all of it takes.
    public long Room
    {
        get
        {
            var room = 0L;
            foreach (var accumulator in _all)
            {
                room += accumulator.Room(Cells.Count);
            }

            return room;
        }
    }

    // Whether facts that do not pass the filter of the question matter to any of it.
    public bool LookBeyondFilter => Array.Exists(_all, accumulator => accumulator.LooksBeyondFilter);

    public bool Has(Aggregate aggregate) => _accumulators.ContainsKey(Accumulator.Shared(aggregate));

    public Accumulator Of(Aggregate aggregate) => _accumulators[Accumulator.Shared(aggregate)];

    // An empty one of the same kind, for cells that are merged.
    public Accumulator Another(Aggregate aggregate) => _accumulate(Accumulator.Shared(aggregate));

    public void Add(Chunk chunk) => Add(chunk, chunk);

    // Facts that pass the filter of the question, and the same with those that do not.
    public void Add(Chunk chunk, Chunk all)
    {
        var isPacked = TryAddPacked(chunk);
        foreach (var accumulator in _all)
        {
            if (accumulator.LooksBeyondFilter)
            {
                accumulator.Add(all, Cells.Count);
            }
            else if (!isPacked || (accumulator != Rows && (accumulator.PlainSums is not { } sums || _plain.Contains(sums))))
            {
                accumulator.Add(chunk, Cells.Count);
            }
        }
    }

    // Rows and sums of several columns in one go; what is left on the list was not added. One sum alone is as fast by itself.
    private bool TryAddPacked(Chunk chunk)
    {
        _plain.Clear();
        if (!chunk.IsWhole || chunk.IsFew || chunk.Count < PackedSums.FewestRows || Cells.Count > PackedSums.MostCells)
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

    // Takes in what another with the same aggregates has: the cell here of each of its cells. Without a map, both have the same codes for
    // members.
    public void Add(CellStates other, ReadOnlySpan<int> targets, MemberMap? map)
    {
        other.Grow();
        var cells = Enumerable.Range(0, targets.Length).ToArray();
        for (var i = 0; i < _all.Length; i++)
        {
            _all[i].Merge(other._all[i], cells, targets, Cells.Count, map, default);
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

    public void Finish()
    {
        foreach (var accumulator in _all)
        {
            accumulator.Finish();
        }
    }

    public void Release()
    {
        foreach (var accumulator in _all)
        {
            accumulator.Release();
        }
    }

    // Room in each accumulator for all cells.
    public void Grow()
    {
        foreach (var accumulator in _all)
        {
            accumulator.Grow(Cells.Count);
        }
    }
}
