using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A request being built: cuts in the table's own kind of time, windows as ranges of cuts, and the aggregates asked for.
internal sealed class PlannedRequest
{
    private readonly PlannedTable _table;
    private readonly WindowRanges _ranges;

    // One of them, in the table's own kind of time.
    private readonly PlannedCuts<Instant>? _instants;
    private readonly PlannedCuts<LocalDate>? _dates;
    private readonly List<Aggregate> _aggregates = [];
    private readonly Grain? _grain;
    private readonly CurrencySplit? _split;

    private CutRange[] _windows = [];

    // The place of each set of dimensions among those of the request; null where they are the same.
    private int[]? _groupings;

    private PlannedRequest(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit? split = null)
    {
        _table = table;
        _split = split;
        _ranges = new(table.WindowCount);
        _grain = split?.CutBy is null ? table.GrainOf(windows) : null;
        if (table.Description.Schema.Time == FactTime.Date)
        {
            _dates = new(windows.Count + 2);
        }
        else
        {
            _instants = new(windows.Count + 2);
        }

        for (var i = 0; i < windows.Count; i++)
        {
            var time = table.TimeOf(windows[i]);
            AddCut(time.Start);
            AddCut(time.End);
        }

        if (split is not null)
        {
            AddCuts(split.CutsIn(windows.Select(table.TimeOf), table.Calendar));
        }

        _dates?.PutInOrder();
        _instants?.PutInOrder();
    }

    // Its index among the requests of its part.
    public int Number { get; set; }

    public bool HasWindows => _windows.Length > 0;

    // The windows as they are.
    public static PlannedRequest OfWindows(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit? split = null)
    {
        var request = new PlannedRequest(table, windows, split);
        var cuts = windows.Select(request.CutsOf).ToList();
        var ranges = cuts.Where(range => range.Start < range.End).Distinct().Order().ToList();
        request._windows = [.. ranges.Select(range => new CutRange(range.Start, range.End))];
        for (var i = 0; i < cuts.Count; i++)
        {
            // A window within a day of dates is in no request: no date lies in it.
            if (ranges.BinarySearch(cuts[i]) is >= 0 and var place)
            {
                request._ranges.Set(windows[i], place, place + 1);
            }
            else
            {
                request._ranges.Set(windows[i], 0, 0);
            }
        }

        return request;
    }

    // The pieces between neighbouring cuts that lie in any of the windows.
    public static PlannedRequest OfPieces(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit? split = null)
    {
        var request = new PlannedRequest(table, windows, split);
        var cutCount = request._dates?.Count ?? request._instants!.Count;

        // At each cut, how many more windows begin than end; then the index of the piece that begins there.
        var places = new int[cutCount];
        for (var i = 0; i < windows.Count; i++)
        {
            var (start, end) = request.CutsOf(windows[i]);
            request._ranges.Set(windows[i], start, end);
            places[start]++;
            places[end]--;
        }

        var pieces = new CutRange[cutCount - 1];
        var (open, pieceCount) = (0, 0);
        for (var cut = 0; cut < cutCount; cut++)
        {
            open += places[cut];
            places[cut] = pieceCount;
            if (open > 0)
            {
                pieces[pieceCount++] = new(cut, cut + 1);
            }
        }

        request._windows = pieceCount == pieces.Length ? pieces : pieces[..pieceCount];

        // From cuts to the pieces between them.
        for (var i = 0; i < windows.Count; i++)
        {
            request._ranges.TryGet(windows[i], out var start, out var end);
            request._ranges.Set(windows[i], places[start], places[end]);
        }

        return request;
    }

    // Money that is to be converted.
    public static PlannedRequest OfMoney(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit split)
    {
        if (split.IsByPieces)
        {
            return OfPieces(table, windows, split);
        }

        return OfWindows(table, windows, split);
    }

    // The rows of its answer by one of the sets of dimensions that it was made for.
    public AggregateRows RowsOf(AggregateAnswer answer, int grouping) => answer.Groupings[_groupings?[grouping] ?? grouping];

    // The first day of one of its windows.
    public LocalDate DayOf(int window)
    {
        var start = _windows[window].Start;
        return _dates?[start] ?? _table.Calendar.DateHolding(_instants![start]);
    }

    public bool HasSameCuts(PlannedRequest other) =>
        Equals(_split, other._split)
        && (_dates?.SequenceEqual(other._dates!) ?? _instants!.SequenceEqual(other._instants!))
        && _windows.SequenceEqual(other._windows);

    // Adds an aggregate whose windows have the same places here as in the other request, which has the same cuts.
    public void Add(PlannedAggregate aggregate, PlannedRequest asIn)
    {
        var column = _aggregates.IndexOf(aggregate.Aggregate);
        if (column < 0)
        {
            column = _aggregates.Count;
            _aggregates.Add(aggregate.Aggregate);
        }

        aggregate.StandsIn(this, asIn._ranges, column);
    }

    public AggregateRequest ToRequest(
        Filter? filter,
        IReadOnlyList<IReadOnlyList<string>> groupings,
        IReadOnlyList<DerivedDimension> derived,
        Instant asOf,
        MemberRanking? ranking)
    {
        if (_split is not null)
        {
            (groupings, _groupings) = _split.Split(groupings);
        }

        return new(_table.Description.Schema, _aggregates, Time(), asOf)
        {
            Filter = filter,
            Groupings = groupings,
            Derived = derived,
            Ranking = ranking,
        };
    }

    private TimeCuts Time()
    {
        // An engine that cuts by the grain itself does so at midnight.
        var calendar = _table.Calendar;
        var grain = calendar.FirstHourOfDay == 0 || _grain == Grain.Hour ? _grain : null;
        if (_dates is null)
        {
            return TimeCuts.Planned(_instants!, _windows, grain, calendar.Zone);
        }

        return TimeCuts.Planned(_dates, _windows, grain, calendar.Zone);
    }

    private (int Start, int End) CutsOf(int window)
    {
        var time = _table.TimeOf(window);
        if (_dates is null)
        {
            return (_instants!.IndexOf(time.Start), _instants.IndexOf(time.End));
        }

        return (_dates.IndexOf(DateAt(time.Start)), _dates.IndexOf(DateAt(time.End)));
    }

    private void AddCuts(IEnumerable<Instant> moments)
    {
        foreach (var moment in moments)
        {
            AddCut(moment);
        }
    }

    private void AddCut(Instant moment)
    {
        _dates?.Add(DateAt(moment));
        _instants?.Add(moment);
    }

    // A date counts from its start.
    private LocalDate DateAt(Instant moment) => _table.Calendar.FirstDateStartingAtOrAfter(moment);
}
