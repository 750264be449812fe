using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Takes live facts into cells, many at a time, with the accumulators that loaded tables are read with. For one thread at a time.
internal sealed class LiveCells
{
    private readonly LiveDefinition _definition;
    private readonly FactTable _facts;
    private readonly (DimensionColumn Column, int Place)[] _dimensions;
    private readonly (DimensionColumn Column, int Place)[] _hashed;
    private readonly (ValueColumn Column, bool IsKept)[] _values;
    private readonly DimensionColumn[] _cellDimensions;
    private readonly long[] _sequence = new long[StagedColumn.BatchSize];
    private readonly LivePieces _pieces;
    private readonly CellStates _states;
    private readonly Chunk _chunk = new();

    public LiveCells(LiveDefinition definition)
    {
        _definition = definition;
        var summed = definition.Aggregates.Select(LiveDefinition.NameIn).ToHashSet(StringComparer.Ordinal);
        var schema = definition.Schema;
        var places = schema.DimensionNames.Select((name, place) => (Name: name, Place: place)).ToList();
        _dimensions =
        [
            .. places.Where(dimension => definition.IsWhole(dimension.Name)).Select(dimension => (new DimensionColumn(dimension.Name), dimension.Place)),
            .. places.Where(dimension => !definition.IsWhole(dimension.Name) && definition.NamedMembers(dimension.Name) is not null)
                .Select(dimension => (new DimensionColumn(dimension.Name) { Named = definition.NamedMembers(dimension.Name) }, dimension.Place)),
        ];
        _hashed =
        [
            .. places.Where(dimension => !definition.IsWhole(dimension.Name) && definition.IsCounted(dimension.Name))
                .Select(dimension => (new DimensionColumn(dimension.Name) { IsHashed = true }, dimension.Place)),
        ];
        _values = [.. schema.Columns.Select(column => (new ValueColumn(column), IsUsed(column.Name)))];
        _facts = new(schema, new TimeColumn { Kind = schema.Time }, _dimensions.Select(d => d.Column), _values.Where(v => v.IsKept).Select(v => v.Column), default, Duration.Zero, [])
        {
            Sequence = _sequence,
            Hashed = [.. _hashed.Select(dimension => dimension.Column)],
        };
        _cellDimensions = [.. definition.Dimensions.Select(_facts.Dimension)];
        _pieces = new(definition.Calendar, definition.Grain, schema.Time);
        _states = new(
            new(_cellDimensions),
            definition.Aggregates,
            aggregate => Accumulator.For(aggregate, _facts, _ => throw new NotSupportedException(), default));

        bool IsUsed(string column) => summed.Contains(column) || definition.Aggregates.Any(aggregate => Names(aggregate.Filter, column));
    }

    public long FactCount { get; set; }

    public (long First, long Last)? Facts => _pieces.Facts;

    public LivePieces Pieces => _pieces;

    public CellStates States => _states;

    // The dimensions of which members are kept, and the place of each in the schema.
    public IReadOnlyList<(DimensionColumn Column, int Place)> Dimensions => _dimensions;

    // Those of which there are hashes. A dimension may be among these too.
    public IReadOnlyList<(DimensionColumn Column, int Place)> Hashed => _hashed;

    // All columns of the schema; what is not kept is not added to.
    public IReadOnlyList<(ValueColumn Column, bool IsKept)> Values => _values;

    // Takes in facts whose members and values were just added to the columns.
    public void Take(ReadOnlySpan<long> times, ReadOnlySpan<long> sequences)
    {
        var time = _facts.TimeColumn;
        time.Add(times);
        sequences.CopyTo(_sequence);
        Place(time);
        _states.Add(_chunk);
        FactCount = CellCounts.Sum(FactCount, times.Length);
        time.Clear();
        Array.ForEach(_dimensions, dimension => dimension.Column.Clear());
        Array.ForEach(_hashed, dimension => dimension.Column.Clear());
        Array.ForEach(_values, value => value.Column.Clear());
    }

    // Takes in what another has, which has the same definition; its facts come after those here.
    public void Add(LiveCells other, long sequenceOffset)
    {
        var codes = _dimensions.ToDictionary(
            dimension => dimension.Column.Name,
            dimension => CodesOf(dimension.Column, other._facts.Dimension(dimension.Column.Name)),
            StringComparer.Ordinal);
        var pieces = Enumerable.Range(0, other._pieces.Count).Select(piece => _pieces.Add(other._pieces[piece])).ToArray();
        var theirs = other._states.Cells;
        var targets = new int[theirs.Count];
        var members = new int[_cellDimensions.Length];
        for (var cell = 0; cell < targets.Length; cell++)
        {
            for (var i = 0; i < members.Length; i++)
            {
                members[i] = codes[_cellDimensions[i].Name][theirs.CodeOf(cell, i)];
            }

            targets[cell] = _states.Cells.NumberOf(pieces[theirs.PieceOf(cell)], members);
        }

        _states.Add(other._states, targets, new(codes, sequenceOffset));
        FactCount = CellCounts.Sum(FactCount, other.FactCount);

        static int[] CodesOf(DimensionColumn mine, DimensionColumn theirs) =>
            [.. Enumerable.Range(0, theirs.MemberCount).Select(code => mine.CodeOrNew(theirs.Member(code)))];
    }

    public AggregateAnswer Answer(AggregateRequest request, CancellationToken cancellationToken)
    {
        var (table, grain) = (_definition.Schema.Name, _definition.Grain);
        foreach (var dimension in request.Groupings.SelectMany(grouping => grouping).Where(dimension => !_definition.Dimensions.Contains(dimension)))
        {
            throw new ArgumentException(
                $"Live table '{table}' keeps no cells by '{dimension}'; it has {ByWhat()}. "
                + $"Build it with By({grain}, …, \"{dimension}\"), or load the facts with FactTable.From.");
        }

        if (request.Filter is { } filter && !_definition.IsOfCells(filter))
        {
            throw new ArgumentException(
                $"A filter of a query over live table '{table}' can name the dimensions of its cells, which are {ByWhat()}. "
                + "Put other conditions into the metrics that it keeps, with Where.");
        }

        return new CellAnswer(_states, request, WindowsOf(request), Wanted(request.Filter), Find, cancellationToken).Answer();

        KeptAggregate Find(Aggregate aggregate)
        {
            var (kept, ofCells) = _definition.Split(aggregate);
            if (_states.Has(kept))
            {
                return new(kept, Wanted(ofCells));
            }

            var name = LiveDefinition.NameIn(aggregate) is { } column ? $" of '{column}'" : "";
            var filtered = kept.Filter is null ? "" : " with this filter";
            throw new ArgumentException(
                $"Live table '{table}' does not keep {aggregate.Kind}{name}{filtered}: name the metric in Keeping(…) when the table is built.");
        }
    }

    private string ByWhat() => _definition.Dimensions.IsEmpty ? "none" : Shown.List(_definition.Dimensions);

    private static bool Names(Filter? filter, string column) => filter switch
    {
        Filter.ValueCompare compare => compare.Column == column,
        Filter.ValueMissing missing => missing.Column == column,
        Filter.Both both => Names(both.Left, column) || Names(both.Right, column),
        Filter.Either either => Names(either.Left, column) || Names(either.Right, column),
        Filter.Negation not => Names(not.Filter, column),
        _ => false,
    };

    private void Place(TimeColumn time)
    {
        var cells = _states.Cells;
        var combinations = _cellDimensions.Aggregate(1, (count, dimension) => Math.Min(Chunk.MostFew + 1, count * Math.Max(1, dimension.MemberCount)));
        if (_pieces.Of(time.First, time.Last) is not { } piece)
        {
            _pieces.Place(time.Times, _chunk.SetWhole(0, time.Count));
            cells.Number(_chunk);
        }
        else if (combinations > Chunk.MostFew)
        {
            _chunk.SetWhole(0, time.Count).Fill(piece);
            cells.Number(_chunk);
        }
        else
        {
            Span<int> ofPiece = stackalloc int[combinations];
            Span<int> codes = stackalloc int[_cellDimensions.Length];
            for (var i = 0; i < combinations; i++)
            {
                var rest = i;
                for (var dimension = codes.Length - 1; dimension >= 0; dimension--)
                {
                    (rest, codes[dimension]) = Math.DivRem(rest, Math.Max(1, _cellDimensions[dimension].MemberCount));
                }

                ofPiece[i] = cells.NumberOf(piece, codes);
            }

            cells.Few(0, _chunk.SetFew(0, time.Count, ofPiece));
        }
    }

    // Cells are not cut. A window takes in the periods whose facts all lie in it; where it cuts one with facts on both sides, its value is
    // not known.
    private CellWindows WindowsOf(AggregateRequest request)
    {
        var inOrder = Enumerable.Range(0, _pieces.Count).OrderBy(piece => _pieces[piece].First).ToArray();
        var placeOf = new int[inOrder.Length];
        for (var place = 0; place < placeOf.Length; place++)
        {
            placeOf[inOrder[place]] = place;
        }

        var windows = new TimeWindows(request.Time);
        return new([.. Enumerable.Range(0, windows.Count).Select(i => RangeOf(windows[i]))], placeOf, placeOf.Length);

        CellWindow RangeOf((long Start, long End) window)
        {
            var first = Array.FindIndex(inOrder, piece => _pieces[piece].Last >= window.Start);
            if (first < 0 || window.Start >= window.End)
            {
                return default;
            }

            var end = first;
            var isCut = false;
            for (; end < inOrder.Length && _pieces[inOrder[end]].First < window.End; end++)
            {
                var piece = _pieces[inOrder[end]];
                isCut |= piece.First < window.Start || piece.Last >= window.End;
            }

            return new(first, end, isCut);
        }
    }

    private Func<int, bool>? Wanted(Filter? filter)
    {
        return filter switch
        {
            null => null,
            Filter.MemberIn members => OfMembers(members),
            Filter.Both both when (Wanted(both.Left)!, Wanted(both.Right)!) is var (left, right) => cell => left(cell) && right(cell),
            Filter.Either either when (Wanted(either.Left)!, Wanted(either.Right)!) is var (left, right) => cell => left(cell) || right(cell),
            Filter.Negation not when Wanted(not.Filter)! is var inner => cell => !inner(cell),
            _ => throw new ArgumentException($"Unknown kind of filter: {filter.GetType().Name}.", nameof(filter)),
        };

        Func<int, bool> OfMembers(Filter.MemberIn members)
        {
            var dimension = _definition.Dimensions.IndexOf(members.Dimension);
            var codes = members.Members.Select(_cellDimensions[dimension].CodeOf).ToHashSet();
            return cell => codes.Contains(_states.Cells.CodeOf(cell, dimension));
        }
    }
}
