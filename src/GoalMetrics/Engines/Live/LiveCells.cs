using System.Diagnostics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// What a live table keeps of its facts: the cells of periods and members, with the accumulators that loaded tables are read with. For one
// thread at a time.
internal sealed class LiveCells
{
    private readonly LiveDefinition _definition;
    private readonly DimensionColumn[] _dimensions;
    private Chunk? _chunk;

    public LiveCells(LiveDefinition definition)
    {
        _definition = definition;
        Columns = new(definition);
        var facts = Columns.Facts;
        _dimensions = [.. definition.Dimensions.Select(facts.Dimension)];
        Pieces = new(definition.Calendar, definition.Grain, definition.Schema.Time);
        States = new(
            new(_dimensions),
            definition.Aggregates,
            aggregate => Accumulator.For(aggregate, facts, default, _ => throw new NotSupportedException(), default));
    }

    // Facts on their way into the cells.
    public LiveColumns Columns { get; }

    public LivePieces Pieces { get; }

    public CellStates States { get; }

    public long FactCount { get; set; }

    public (long First, long Last)? Facts => Pieces.Facts;

    // Takes in the facts at the first slots of the columns, which happened at these times.
    public void Take(ReadOnlySpan<long> times)
    {
        Columns.Commit(times);
        States.Add(Placed());
        FactCount = CellCounts.Sum(FactCount, times.Length);
        Columns.Clear();
    }

    // Takes in what another has, which has the same definition; its facts come after those here.
    public void Add(LiveCells other, long sequenceOffset)
    {
        var codes = Columns.Members.Zip(other.Columns.Members).ToDictionary(
            pair => pair.First.Name, pair => CodesOf(pair.First, pair.Second), StringComparer.Ordinal);
        var pieces = Enumerable.Range(0, other.Pieces.Count).Select(piece => Pieces.Add(other.Pieces[piece])).ToArray();
        var theirs = other.States.Cells;
        var targets = new int[theirs.Count];
        var members = new int[_dimensions.Length];
        for (var cell = 0; cell < targets.Length; cell++)
        {
            for (var i = 0; i < members.Length; i++)
            {
                members[i] = codes[_dimensions[i].Name][theirs.CodeOf(cell, i)];
            }

            targets[cell] = States.Cells.NumberOf(pieces[theirs.PieceOf(cell)], members);
        }

        States.Add(other.States, targets, new(codes, sequenceOffset));
        FactCount = CellCounts.Sum(FactCount, other.FactCount);

        static int[] CodesOf(DimensionColumn mine, DimensionColumn theirs) =>
            [.. Enumerable.Range(0, theirs.MemberCount).Select(code => mine.CodeOrNew(theirs.Member(code)))];
    }

    public AggregateAnswer Answer(AggregateRequest request, CancellationToken cancellationToken)
    {
        var (table, grain) = (_definition.Schema.Name, _definition.Grain);
        var asked = request.Groupings.SelectMany(grouping => grouping);
        if (asked.FirstOrDefault(dimension => !_definition.Dimensions.Contains(dimension)) is { } unknown)
        {
            throw new ArgumentException(
                $"Live table '{table}' keeps no cells by '{unknown}'; it has {ByWhat()}. "
                + $"Build it with By({grain}, …, \"{unknown}\"), or load the facts with FactTable.From.");
        }

        CheckIsOfCells(request.Filter);
        return new CellAnswer(States, request, WindowsOf(request), Wanted(request.Filter), Find, cancellationToken).Answer();

        KeptAggregate Find(Aggregate aggregate)
        {
            var (kept, ofCells, seen) = _definition.Split(aggregate);
            if (States.Has(kept))
            {
                return new(kept, Wanted(ofCells), Wanted(seen));
            }

            var name = LiveDefinition.NameIn(aggregate) is { } column ? $" of '{column}'" : "";
            var filtered = kept.Filter is null ? "" : " with this filter";
            throw new ArgumentException(
                $"Live table '{table}' does not keep {aggregate.Kind}{name}{filtered}: "
                + "name the metric in Keeping(…) when the table is built.");
        }
    }

    // The first and the last fact of the periods that have cells with facts that the filter lets through; null if there are none.
    public (long First, long Last)? FactsWithin(Filter filter)
    {
        CheckIsOfCells(filter);
        var (isWanted, cells) = (IsWanted(filter), States.Cells);
        States.Grow();
        List<LivePieces.Piece> pieces =
        [
            .. Enumerable.Range(0, cells.Count)
                .Where(cell => States.Rows.CountOf(cell) != 0 && isWanted(cell))
                .Select(cell => Pieces[cells.PieceOf(cell)]),
        ];
        if (pieces.Count == 0)
        {
            return null;
        }

        return (pieces.Min(piece => piece.First), pieces.Max(piece => piece.Last));
    }

    private void CheckIsOfCells(Filter? filter)
    {
        if (filter is not null && !_definition.IsOfCells(filter))
        {
            throw new ArgumentException(
                $"A filter of a query over live table '{_definition.Schema.Name}' can name the dimensions of its cells, which are "
                + $"{ByWhat()}. Put other conditions into the metrics that it keeps, with Where.");
        }
    }

    private string ByWhat() => Shown.List(_definition.Dimensions, ifNone: "none");

    // All facts of the columns, with the cell of each.
    private Chunk Placed()
    {
        var (chunk, cells, time) = (_chunk ??= new(), States.Cells, Columns.Facts.TimeColumn);
        if (Pieces.Of(time.First, time.Last) is not { } piece)
        {
            Pieces.Place(time.Times, chunk.SetWhole(0, time.Count));
            cells.Number(chunk);
            return chunk;
        }

        Span<int> few = stackalloc int[Chunk.MostFew];
        if (CellsOf(piece, few) is > 0 and var count)
        {
            cells.Few(0, chunk.SetFew(0, time.Count, few[..count]));
        }
        else
        {
            chunk.SetWhole(0, time.Count).Fill(piece);
            cells.Number(chunk);
        }

        return chunk;
    }

    // The cells of a piece, in the order of all combinations of members, and how many they are; 0 where they are not few.
    private int CellsOf(int piece, Span<int> few)
    {
        var count = _dimensions.Aggregate(1, (count, one) => Math.Min(Chunk.MostFew + 1, count * Math.Max(1, one.MemberCount)));
        if (count > Chunk.MostFew)
        {
            return 0;
        }

        Span<int> codes = stackalloc int[_dimensions.Length];
        for (var i = 0; i < count; i++)
        {
            var rest = i;
            for (var dimension = codes.Length - 1; dimension >= 0; dimension--)
            {
                (rest, codes[dimension]) = Math.DivRem(rest, Math.Max(1, _dimensions[dimension].MemberCount));
            }

            few[i] = States.Cells.NumberOf(piece, codes);
        }

        return count;
    }

    // Cells are not cut. A window takes in the periods whose facts all lie in it; where it cuts one with facts on both sides, its value is
    // not known.
    private CellWindows WindowsOf(AggregateRequest request)
    {
        var inOrder = Enumerable.Range(0, Pieces.Count).OrderBy(piece => Pieces[piece].First).ToArray();
        var placeOf = new int[inOrder.Length];
        for (var place = 0; place < placeOf.Length; place++)
        {
            placeOf[inOrder[place]] = place;
        }

        var windows = new TimeWindows(request.Time);
        return new([.. Enumerable.Range(0, windows.Count).Select(i => RangeOf(windows[i]))], placeOf, placeOf.Length);

        CellWindow RangeOf((long Start, long End) window)
        {
            var first = Array.FindIndex(inOrder, piece => Pieces[piece].Last >= window.Start);
            if (first < 0 || window.Start >= window.End)
            {
                return default;
            }

            var end = first;
            var isCut = false;
            for (; end < inOrder.Length && Pieces[inOrder[end]].First < window.End; end++)
            {
                var piece = Pieces[inOrder[end]];
                isCut |= piece.First < window.Start || piece.Last >= window.End;
            }

            return new(first, end, isCut);
        }
    }

    private Func<int, bool>? Wanted(Filter? filter)
    {
        if (filter is null)
        {
            return null;
        }

        return IsWanted(filter);
    }

    private Func<int, bool> IsWanted(Filter filter) => filter.Accept(new LetThrough(this));

    // Which cells a filter of their dimensions lets through.
    private sealed class LetThrough(LiveCells cells) : FilterVisitor<Func<int, bool>>
    {
        public override Func<int, bool> VisitMemberIn(Filter.MemberIn filter)
        {
            var dimension = cells._definition.Dimensions.IndexOf(filter.Dimension);
            var codes = filter.Members.Select(cells._dimensions[dimension].CodeOf).ToHashSet();
            return cell => codes.Contains(cells.States.Cells.CodeOf(cell, dimension));
        }

        public override Func<int, bool> VisitDerivedIn(Filter.DerivedIn filter) => throw NotOfCells();

        public override Func<int, bool> VisitValueCompare(Filter.ValueCompare filter) => throw NotOfCells();

        public override Func<int, bool> VisitValueMissing(Filter.ValueMissing filter) => throw NotOfCells();

        public override Func<int, bool> VisitBoth(Filter.Both filter)
        {
            var (one, other) = (filter.Left.Accept(this), filter.Right.Accept(this));
            return cell => one(cell) && other(cell);
        }

        public override Func<int, bool> VisitEither(Filter.Either filter)
        {
            var (one, other) = (filter.Left.Accept(this), filter.Right.Accept(this));
            return cell => one(cell) || other(cell);
        }

        public override Func<int, bool> VisitNegation(Filter.Negation filter)
        {
            var inner = filter.Filter.Accept(this);
            return cell => !inner(cell);
        }

        // They are looked for before.
        private static UnreachableException NotOfCells() => new("Cells have no values of facts, and no time but their period.");
    }
}
