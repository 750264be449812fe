using GoalMetrics.Sources;

namespace GoalMetrics;

// Each entity in a cell keeps its latest or earliest fact, and for a mean the sum of all its values too. In which cell of a window
// an entity counts is decided by that fact, also where it does not pass the filters: see BalanceTotals.
internal sealed class BalanceAccumulator : ValueAccumulator
{
    private readonly FactTable _table;
    private readonly RowFilter? _passes;
    private readonly CancellationToken _cancellationToken;
    private readonly DimensionColumn[] _dimensions;
    private readonly CellNumbers _entities;
    private readonly bool _isFirst;
    private readonly ExactSums _sums;
    private readonly CellCounts _counts = new();

    // For a mean of complete snapshots, in place of sums and counts.
    private readonly BalanceLists _lists = new();
    private readonly Chunk _byHolder = new();

    // A holder is an entity in a cell.
    private readonly PairNumbers _holders = new();
    private BalanceEdge?[] _edges = [];
    private bool[] _hasFacts = [];
    private ILookup<int, int>? _holdersOf;

    // The first filter is of the facts that are balances at all, the second of those that count where they are the latest of their entity.
    public BalanceAccumulator(
        ValueColumn column,
        RowFilter isBalance,
        RowFilter? passes,
        FactTable table,
        Aggregate.Balance aggregate,
        CancellationToken cancellationToken)
        : base(column, isBalance)
    {
        _cancellationToken = cancellationToken;
        _table = table;
        _passes = passes;
        _dimensions = [.. EntityOf(aggregate, table).Select(table.Dimension)];
        _entities = new(_dimensions);
        _isFirst = aggregate.Value == BalanceValue.First;
        IsAverage = aggregate.Value == BalanceValue.Average;
        IsOfCompleteSnapshots = aggregate.IsOfCompleteSnapshots;
        _sums = new(column);
    }

    public override bool LooksBeyondFilter => true;

    public bool IsAverage { get; }

    public bool IsOfCompleteSnapshots { get; }

    public bool IsMeanOfLists => IsAverage && IsOfCompleteSnapshots;

    public int EntityCount => _entities.Count;

    public int HolderCount => _holders.Count;

    public int CellOf(int holder) => _holders[holder].Left;

    public int EntityOf(int holder) => _holders[holder].Right;

    public BalanceEdge EdgeOf(int holder) => _edges[holder]!.Value;

    // Whether any fact of the cell passes the filters, whether it is the latest of its entity or not.
    public bool HasFacts(int cell) => _hasFacts[cell];

    // What a holder has on each list, for a mean over all of these.
    public IEnumerable<BalanceEdge> ListedOf(int holder) => _lists.Of(holder);

    public bool IsBeyond(int holder, int other) => EdgeOf(holder).IsBeyond(EdgeOf(other), _isFirst);

    // Adds the values of a holder to those of its entity; returns how many they are.
    public long AddTo(ExactTotals entities, int holder)
    {
        _sums.AddTo(entities, EntityOf(holder), holder);
        return _counts[holder];
    }

    public override AggregateValue Result(int cell, Aggregate asked) =>
        throw new InvalidOperationException("What a balance comes to is known of the cells of a window together.");

    // Every combination of members may be an entity.
    public override long Room(int cellCount) => base.Room(_dimensions.Aggregate(
        cellCount, (holders, dimension) => (int)Math.Min(int.MaxValue, (long)holders * Math.Max(1, dimension.MemberCount))));

    public override void Grow(int cellCount) => Grow(ref _hasFacts, cellCount);

    public override void Release()
    {
        base.Release();
        _sums.Release();
        _counts.Release();
        _byHolder.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var holders = HoldersOf(cell).Select(holder => (Codes: CodesOf(holder), Holder: holder)).ToList();
        holders.Sort((left, right) => left.Codes.AsSpan().SequenceCompareTo(right.Codes));
        writer.Write(_hasFacts[cell]);
        writer.Write(holders.Count);
        foreach (var (codes, holder) in holders)
        {
            Array.ForEach(codes, writer.Write);
            EdgeOf(holder).Write(writer);
            if (IsMeanOfLists)
            {
                _lists.Write(holder, writer);
            }
            else if (IsAverage)
            {
                _counts.Write(holder, writer);
                _sums.Write(holder, writer);
            }
        }

        int[] CodesOf(int holder) =>
            [.. _dimensions.Select((dimension, i) => map[dimension.Name][_entities.CodeOf(EntityOf(holder), i)])];
    }

    public override void Read(int cell, BinaryReader reader)
    {
        _hasFacts[cell] = reader.ReadBoolean();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var codes = new int[_dimensions.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = reader.ReadInt32();
            }

            var holder = HolderOf(cell, codes);
            _edges[holder] = BalanceEdge.Read(reader);
            if (IsMeanOfLists)
            {
                _lists.Read(holder, reader);
            }
            else if (IsAverage)
            {
                _counts.Read(holder, reader);
                _sums.Read(holder, reader);
            }
        }
    }

    protected override void Add(Chunk chunk)
    {
        Number(chunk);
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        var holders = _byHolder.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var passes = _passes is null || _passes.Holds(row);
            _hasFacts[cells[i]] |= passes;
            Add(holders[i], new(_table.OrderOf(row), Column[row], passes));
        }

        if (IsAverage && !IsMeanOfLists)
        {
            _counts.Add(_byHolder);
            _sums.Add(_byHolder);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        var theirs = (BalanceAccumulator)other;
        _hasFacts[cell] |= theirs._hasFacts[otherCell];
        Span<int> codes = stackalloc int[_dimensions.Length];
        foreach (var theirHolder in theirs.HoldersOf(otherCell))
        {
            var entity = theirs.EntityOf(theirHolder);
            for (var i = 0; i < codes.Length; i++)
            {
                var code = theirs._entities.CodeOf(entity, i);
                codes[i] = map is null ? code : map[_dimensions[i].Name][code];
            }

            var holder = HolderOf(cell, codes);
            CheckCancelled(holder);
            Add(holder, Ours(theirs.EdgeOf(theirHolder)));
            foreach (var listed in theirs.ListedOf(theirHolder))
            {
                _lists.Add(holder, Ours(listed));
            }

            if (IsAverage && !IsMeanOfLists)
            {
                _counts.Add(holder, theirs._counts[theirHolder]);
                _sums.Merge(holder, theirs._sums, theirHolder);
            }
        }

        BalanceEdge Ours(BalanceEdge edge)
        {
            if (map is null)
            {
                return edge;
            }

            return edge with { At = map.Of(edge.At) };
        }
    }

    // Without a dimension, everything belongs to one.
    private static IReadOnlyList<string> EntityOf(Aggregate.Balance aggregate, FactTable table)
    {
        if (aggregate.IsOfOneAccount)
        {
            return [];
        }

        if (aggregate.Entity is { } named)
        {
            return [named];
        }

        return [.. table.Schema.DimensionNames];
    }

    // The holder of each row, in place of its cell.
    private void Number(Chunk chunk)
    {
        _byHolder.SetSame(chunk);
        _byHolder.Renumbered().Clear();
        _entities.Number(_byHolder);
        var cells = chunk.Cells;
        var numbers = _byHolder.Renumbered();
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _holders.Of(cells[i], numbers[i]);
        }

        GrowHolders();
    }

    private int HolderOf(int cell, ReadOnlySpan<int> codes)
    {
        var holder = _holders.Of(cell, _entities.NumberOf(0, codes));
        GrowHolders();
        return holder;
    }

    private IEnumerable<int> HoldersOf(int cell) => (_holdersOf ??= Enumerable.Range(0, _holders.Count).ToLookup(holder =>
    {
        CheckCancelled(holder);
        return CellOf(holder);
    }))[cell];

    // There may be millions.
    private void CheckCancelled(int holder)
    {
        if ((holder & 0xFFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void GrowHolders()
    {
        _holdersOf = null;
        Grow(ref _edges, _holders.Count);
        if (IsAverage)
        {
            _counts.Grow(_holders.Count);
            _sums.Grow(_holders.Count);
        }
    }

    private void Add(int holder, BalanceEdge edge)
    {
        ref var known = ref _edges[holder];
        if (known is not { } before || edge.IsBeyond(before, _isFirst))
        {
            known = edge;
        }

        if (IsMeanOfLists)
        {
            _lists.Add(holder, edge);
        }
    }
}
