using GoalMetrics.Sources;

namespace GoalMetrics;

// Each entity in a cell keeps its latest or earliest value, or the sum of all of them; those are summed (S3.8).
internal sealed class BalanceAccumulator : ValueAccumulator
{
    private readonly FactTable _table;
    private readonly CancellationToken _cancellationToken;
    private readonly DimensionColumn[] _dimensions;
    private readonly CellNumbers _holders;
    private readonly bool _isAverage;
    private readonly bool _isFirst;
    private readonly ExactSums _holderSums;
    private readonly CellCounts _valueCounts = new();
    private readonly Chunk _byHolder = new();
    private (FactOrder At, decimal Value)?[] _edges = [];
    private bool[] _hasHolder = [];
    private ExactTotals? _totals;
    private ILookup<int, int>? _holdersOf;

    public BalanceAccumulator(
        ValueColumn column, RowFilter? filter, FactTable table, Aggregate.Balance aggregate, CancellationToken cancellationToken)
        : base(column, filter)
    {
        _cancellationToken = cancellationToken;
        _table = table;
        IEnumerable<string> holder = aggregate.Entity is { } entity ? [entity] : table.Schema.DimensionNames;
        _dimensions = [.. holder.Select(table.Dimension)];
        _holders = new(_dimensions);
        _isAverage = aggregate.Value == BalanceValue.Average;
        _isFirst = aggregate.Value == BalanceValue.First;
        _holderSums = new(column);
    }

    public override AggregateValue Result(int cell, Aggregate asked) =>
        _hasHolder[cell] ? (_totals ??= Totals()).Total(cell) : NoData;

    // Every combination of members may be a holder.
    public override long Room(int cellCount) => base.Room(_dimensions.Aggregate(
        cellCount, (holders, dimension) => (int)Math.Min(int.MaxValue, (long)holders * Math.Max(1, dimension.MemberCount))));

    public override void Grow(int cellCount) => Grow(ref _hasHolder, cellCount);

    public override void Release()
    {
        base.Release();
        _holderSums.Release();
        _valueCounts.Release();
        _byHolder.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var holders = (_holdersOf ??= HoldersOfCells())[cell]
            .Select(holder => (Codes: CodesOf(holder), Holder: holder))
            .ToList();
        holders.Sort((left, right) => left.Codes.AsSpan().SequenceCompareTo(right.Codes));
        writer.Write(holders.Count);
        foreach (var (codes, holder) in holders)
        {
            Array.ForEach(codes, writer.Write);
            if (_isAverage)
            {
                _valueCounts.Write(holder, writer);
                _holderSums.Write(holder, writer);
            }
            else
            {
                var (moment, value) = _edges[holder]!.Value;
                moment.Write(writer);
                writer.Write(ShortestDecimal.Of(value));
            }
        }

        int[] CodesOf(int holder) => [.. _dimensions.Select((dimension, i) => map[dimension.Name][_holders.CodeOf(holder, i)])];
    }

    public override void Read(int cell, BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var codes = new int[_dimensions.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = reader.ReadInt32();
            }

            var holder = _holders.NumberOf(cell, codes);
            GrowHolders();
            _hasHolder[cell] = true;
            if (_isAverage)
            {
                _valueCounts.Read(holder, reader);
                _holderSums.Read(holder, reader);
            }
            else
            {
                _edges[holder] = (FactOrder.Read(reader), reader.ReadDecimal());
            }
        }
    }

    protected override void Add(Chunk chunk)
    {
        _byHolder.SetSame(chunk);
        _holders.Number(_byHolder);
        GrowHolders();
        var rows = _byHolder.Rows;
        var cells = chunk.Cells;
        var holders = _byHolder.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            _hasHolder[cells[i]] = true;
            if (!_isAverage)
            {
                Add(holders[i], _table.OrderOf(rows[i]), Column[rows[i]]);
            }
        }

        if (_isAverage)
        {
            _valueCounts.Add(_byHolder);
            _holderSums.Add(_byHolder);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        var theirs = (BalanceAccumulator)other;
        Span<int> codes = stackalloc int[_dimensions.Length];
        foreach (var theirHolder in (theirs._holdersOf ??= theirs.HoldersOfCells())[otherCell])
        {
            for (var i = 0; i < codes.Length; i++)
            {
                var code = theirs._holders.CodeOf(theirHolder, i);
                codes[i] = map is null ? code : map[_dimensions[i].Name][code];
            }

            var holder = _holders.NumberOf(cell, codes);
            CheckCancelled(holder);
            GrowHolders();
            _hasHolder[cell] = true;
            if (_isAverage)
            {
                _valueCounts.Add(holder, theirs._valueCounts[theirHolder]);
                _holderSums.Merge(holder, theirs._holderSums, theirHolder);
            }
            else
            {
                var (moment, value) = theirs._edges[theirHolder]!.Value;
                Add(holder, map?.Of(moment) ?? moment, value);
            }
        }
    }

    private ILookup<int, int> HoldersOfCells() => Enumerable.Range(0, _holders.Count).ToLookup(holder =>
    {
        CheckCancelled(holder);
        return _holders.PieceOf(holder);
    });

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
        (_totals, _holdersOf) = (null, null);
        Grow(ref _edges, _holders.Count);
        _valueCounts.Grow(_holders.Count);
        _holderSums.Grow(_holders.Count);
    }

    private void Add(int holder, FactOrder moment, decimal value)
    {
        ref var edge = ref _edges[holder];
        if (edge is not { } before || (_isFirst ? moment.CompareTo(before.At) < 0 : moment.CompareTo(before.At) > 0))
        {
            edge = (moment, value);
        }
    }

    private ExactTotals Totals()
    {
        var totals = new ExactTotals();
        for (var holder = 0; holder < _holders.Count; holder++)
        {
            CheckCancelled(holder);
            var cell = _holders.PieceOf(holder);
            var count = _valueCounts[holder];
            if (!_isAverage)
            {
                totals.Add(cell, _edges[holder]!.Value.Value);
            }
            else if (count > 0 && _holderSums.Quotient(holder, count) is { } mean)
            {
                totals.Add(cell, mean);
            }
            else
            {
                totals.SetOverflowed(cell);
            }
        }

        return totals;
    }
}
