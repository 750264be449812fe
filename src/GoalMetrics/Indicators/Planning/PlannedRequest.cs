using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A request being built: cuts in the table's own kind of time, windows as ranges of cuts, and the aggregates asked for.
internal sealed class PlannedRequest
{
    private readonly PlannedTable _table;
    private readonly Instant[] _instants;
    private readonly LocalDate[] _dates;
    private readonly List<CutRange> _windows = [];
    private readonly WindowRanges _ranges;
    private readonly List<Aggregate> _aggregates = [];
    private readonly Grain? _grain;

    private PlannedRequest(PlannedTable table, IReadOnlyList<int> windows)
    {
        _table = table;
        _ranges = new(table.Windows.Count);
        _grain = table.GrainOf(windows);
        IsOfDates = table.Description.Schema.Time == FactTime.Date;
        var intervals = windows.Select(window => table.Windows[window]).ToList();
        var moments = intervals.Select(interval => interval.Start).Concat(intervals.Select(interval => interval.End)).Distinct();
        if (IsOfDates)
        {
            _dates = [.. moments.Select(DateAt).Distinct().Order()];
            _instants = [];
        }
        else
        {
            _instants = [.. moments.Order()];
            _dates = [];
        }
    }

    // Its index among the requests of its part.
    public int Number { get; set; }

    // There is nothing to ask for where no window can contain a fact.
    public bool HasWindows => _windows.Count > 0;

    private bool IsOfDates { get; }

    // The windows as they are.
    public static PlannedRequest OfWindows(PlannedTable table, IReadOnlyList<int> windows)
    {
        var request = new PlannedRequest(table, windows);
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
    public static PlannedRequest OfPieces(PlannedTable table, IReadOnlyList<int> windows)
    {
        var request = new PlannedRequest(table, windows);
        var cutCount = request._dates.Length + request._instants.Length;
        var steps = new int[cutCount];
        var cuts = windows.Select(request.CutsOf).ToList();
        foreach (var (start, end) in cuts)
        {
            steps[start]++;
            steps[end]--;
        }

        // The index of the piece that begins at each cut.
        var places = new int[cutCount];
        var open = 0;
        for (var cut = 0; cut < cutCount; cut++)
        {
            places[cut] = request._windows.Count;
            open += steps[cut];
            if (open > 0)
            {
                request._windows.Add(new(cut, cut + 1));
            }
        }

        for (var i = 0; i < cuts.Count; i++)
        {
            request._ranges.Set(windows[i], places[cuts[i].Start], places[cuts[i].End]);
        }

        return request;
    }

    public bool HasSameCuts(PlannedRequest other) =>
        _instants.AsSpan().SequenceEqual(other._instants)
        && _dates.AsSpan().SequenceEqual(other._dates)
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
        Filter? filter, IReadOnlyList<IReadOnlyList<string>> groupings, Instant asOf, MemberRanking? ranking)
    {
        var zone = _table.Calendar.Zone;
        var time = IsOfDates ? TimeCuts.OfDates(_dates, _windows) : TimeCuts.OfInstants(_instants, _windows);
        return new(_table.Description.Schema, _aggregates, time.Hinted(_grain, zone), asOf)
        {
            Filter = filter,
            Groupings = groupings,
            Ranking = ranking,
        };
    }

    private (int Start, int End) CutsOf(int window)
    {
        var (start, end) = (_table.Windows[window].Start, _table.Windows[window].End);
        return IsOfDates
            ? (Array.BinarySearch(_dates, DateAt(start)), Array.BinarySearch(_dates, DateAt(end)))
            : (Array.BinarySearch(_instants, start), Array.BinarySearch(_instants, end));
    }

    // A date counts from its start.
    private LocalDate DateAt(Instant moment) => _table.Calendar.FirstDateStartingAtOrAfter(moment);
}
