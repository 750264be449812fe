using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A request being built: cuts in the table's own kind of time, windows as ranges of cuts, and the aggregates asked for.
internal sealed class PlannedRequest
{
    private readonly PlannedTable _table;
    private readonly List<Instant> _instants = [];
    private readonly List<LocalDate> _dates = [];
    private readonly List<CutRange> _windows;
    private readonly WindowRanges _ranges;
    private readonly List<Aggregate> _aggregates = [];
    private readonly Grain? _grain;
    private readonly CurrencySplit? _split;

    // The place of each set of dimensions among those of the request; null where they are the same.
    private int[]? _groupings;

    private PlannedRequest(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit? split = null)
    {
        _table = table;
        _split = split;
        _ranges = new(table.WindowCount);
        _grain = split?.CutBy is null ? table.GrainOf(windows) : null;
        IsOfDates = table.Description.Schema.Time == FactTime.Date;
        _windows = new(windows.Count);
        if (IsOfDates)
        {
            _dates.EnsureCapacity(windows.Count + 2);
        }
        else
        {
            _instants.EnsureCapacity(windows.Count + 2);
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

        if (IsOfDates)
        {
            PutInOrder(_dates);
        }
        else
        {
            PutInOrder(_instants);
        }
    }

    // Its index among the requests of its part.
    public int Number { get; set; }

    // There is nothing to ask for where no window can contain a fact.
    public bool HasWindows => _windows.Count > 0;

    private bool IsOfDates { get; }

    private int CutCount => IsOfDates ? _dates.Count : _instants.Count;

    // The windows as they are.
    public static PlannedRequest OfWindows(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit? split = null)
    {
        var request = new PlannedRequest(table, windows, split);
        var cuts = windows.Select(request.CutsOf).ToList();
        var places = new Dictionary<(int Start, int End), int>();
        foreach (var range in cuts.Where(range => range.Start < range.End).Distinct().Order())
        {
            places.Add(range, places.Count);
            request._windows.Add(new(range.Start, range.End));
        }

        for (var i = 0; i < cuts.Count; i++)
        {
            // A window within a day of dates is in no request: no date lies in it.
            if (places.TryGetValue(cuts[i], out var place))
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
        var cutCount = request.CutCount;

        // At each cut, how many more windows begin than end; then the index of the piece that begins there.
        var places = new int[cutCount];
        for (var i = 0; i < windows.Count; i++)
        {
            var (start, end) = request.CutsOf(windows[i]);
            request._ranges.Set(windows[i], start, end);
            places[start]++;
            places[end]--;
        }

        var open = 0;
        for (var cut = 0; cut < cutCount; cut++)
        {
            open += places[cut];
            places[cut] = request._windows.Count;
            if (open > 0)
            {
                request._windows.Add(new(cut, cut + 1));
            }
        }

        // From cuts to the pieces between them.
        for (var i = 0; i < windows.Count; i++)
        {
            request._ranges.TryGet(windows[i], out var start, out var end);
            request._ranges.Set(windows[i], places[start], places[end]);
        }

        return request;
    }

    // Money that is to be converted.
    public static PlannedRequest OfMoney(PlannedTable table, IReadOnlyList<int> windows, CurrencySplit split) =>
        split.IsByPieces ? OfPieces(table, windows, split) : OfWindows(table, windows, split);

    // The rows of its answer by one of the sets of dimensions that it was made for.
    public AggregateRows RowsOf(AggregateAnswer answer, int grouping) => answer.Groupings[_groupings?[grouping] ?? grouping];

    // The first day of one of its windows.
    public LocalDate DayOf(int window)
    {
        var start = _windows[window].Start;
        return IsOfDates ? _dates[start] : _table.Calendar.DateHolding(_instants[start]);
    }

    public bool HasSameCuts(PlannedRequest other) =>
        Equals(_split, other._split)
        && _instants.SequenceEqual(other._instants)
        && _dates.SequenceEqual(other._dates)
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

        // An engine that cuts by the grain itself does so at midnight.
        var calendar = _table.Calendar;
        var grain = calendar.FirstHourOfDay == 0 || _grain == Grain.Hour ? _grain : null;
        var time = TimeCuts.Planned(_table.Description.Schema.Time, _instants, _dates, _windows, grain, calendar.Zone);
        return new(_table.Description.Schema, _aggregates, time, asOf)
        {
            Filter = filter,
            Groupings = groupings,
            Derived = derived,
            Ranking = ranking,
        };
    }

    private (int Start, int End) CutsOf(int window)
    {
        var time = _table.TimeOf(window);
        return IsOfDates
            ? (_dates.BinarySearch(DateAt(time.Start)), _dates.BinarySearch(DateAt(time.End)))
            : (_instants.BinarySearch(time.Start), _instants.BinarySearch(time.End));
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
        if (IsOfDates)
        {
            AddUnlessAtAnEnd(_dates, DateAt(moment));
        }
        else
        {
            AddUnlessAtAnEnd(_instants, moment);
        }
    }

    // Most windows start where the one before them ends, and a total starts with the first and ends with the last.
    private static void AddUnlessAtAnEnd<T>(List<T> cuts, T cut)
        where T : IEquatable<T>
    {
        if (cuts.Count == 0 || !(cuts[^1].Equals(cut) || cuts[0].Equals(cut)))
        {
            cuts.Add(cut);
        }
    }

    private static bool AreInOrder<T>(List<T> cuts)
        where T : IComparable<T>
    {
        for (var i = 1; i < cuts.Count; i++)
        {
            if (cuts[i - 1].CompareTo(cuts[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    // Earliest first, each once; as most are already.
    private static void PutInOrder<T>(List<T> cuts)
        where T : IEquatable<T>, IComparable<T>
    {
        if (AreInOrder(cuts))
        {
            return;
        }

        cuts.Sort();
        var kept = 0;
        for (var i = 0; i < cuts.Count; i++)
        {
            if (kept == 0 || !cuts[kept - 1].Equals(cuts[i]))
            {
                cuts[kept++] = cuts[i];
            }
        }

        cuts.RemoveRange(kept, cuts.Count - kept);
    }

    // A date counts from its start.
    private LocalDate DateAt(Instant moment) => _table.Calendar.FirstDateStartingAtOrAfter(moment);
}
