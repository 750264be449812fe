using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// What a plan needs of one table: which aggregates over which windows. Windows have numbers, and each is there once.
internal sealed class PlannedTable(TableDescription table, IMetricSource source)
{
    private readonly Dictionary<Interval, int> _numbers = [];
    private readonly List<Interval> _windows = [];
    private readonly List<Grain?> _grains = [];
    private readonly Dictionary<Aggregate, PlannedAggregate> _aggregates = [];
    private readonly Dictionary<(IReadOnlyList<ReadingWindow?> Windows, bool IsBalance, Grain? CountedPer), int[]> _places = new();

    public TableDescription Description => table;

    public ReportingCalendar Calendar => source.Calendar;

    public IReadOnlyList<Interval> Windows => _windows;

    // The number of a window, which must not be empty.
    public int Window(Interval window, Grain? grain = null)
    {
        if (!_numbers.TryGetValue(window, out var number))
        {
            _numbers.Add(window, number = _windows.Count);
            _windows.Add(window);
            _grains.Add(grain);
        }

        return number;
    }

    // Whether the facts cover any of a window.
    public bool Touches(int window) =>
        table.Coverage is { } coverage && _windows[window].Start < coverage.End && coverage.Start < _windows[window].End;

    // Where a metric is read in each of the windows: the number of a planned window, or one of the codes.
    public int[] PlacesOf(Metric metric, IReadOnlyList<ReadingWindow?> windows)
    {
        var key = (windows, metric.IsBalance, metric.CountedPer);
        if (!_places.TryGetValue(key, out var places))
        {
            _places.Add(key, places = [.. windows.Select(window => PlaceOf(metric, window))]);
        }

        return places;
    }

    // An aggregate for these windows, beside those it is planned for already.
    public PlannedAggregate Plan(Aggregate aggregate, int[] places, string measure)
    {
        if (!source.Capabilities.Aggregates.Contains(aggregate.Kind))
        {
            throw new NotSupportedException(
                $"The source {source.GetType().Name} does not answer {aggregate.Kind}, which '{measure}' needs."
                + $" It answers {Shown.List(source.Capabilities.Aggregates.Select(kind => kind.ToString()))}.");
        }

        if (!_aggregates.TryGetValue(aggregate, out var planned))
        {
            _aggregates.Add(aggregate, planned = new(aggregate));
        }

        planned.Need(places);
        return planned;
    }

    // As few requests as there are different sets of windows. What adds up is asked for between neighbouring cuts.
    public List<PlannedRequest> Requests()
    {
        var requests = new List<PlannedRequest>();
        var adding = _aggregates.Values.Where(aggregate => aggregate.Aggregate.AddsUp).ToList();
        var pieces = new HashSet<int>();
        foreach (var aggregate in adding)
        {
            pieces.UnionWith(aggregate.Windows().Where(CanBeCut));
        }

        if (pieces.Count > 0)
        {
            Add(PlannedRequest.OfPieces(this, [.. pieces.Order()]), adding);
        }

        foreach (var aggregate in _aggregates.Values)
        {
            int[] whole = [.. aggregate.Windows().Where(window => !aggregate.Aggregate.AddsUp || !CanBeCut(window)).Order()];
            if (whole.Length > 0)
            {
                Add(PlannedRequest.OfWindows(this, whole), [aggregate]);
            }
        }

        return requests;

        void Add(PlannedRequest request, IEnumerable<PlannedAggregate> aggregates)
        {
            var same = requests.Find(other => other.HasSameCuts(request));
            if (same is null)
            {
                requests.Add(same = request);
            }

            foreach (var aggregate in aggregates)
            {
                same.Add(aggregate, request);
            }
        }
    }

    public Grain? GrainOf(IReadOnlyList<int> windows)
    {
        var grain = _grains[windows[0]];
        return windows.All(window => _grains[window] == grain) ? grain : null;
    }

    // A window that cuts what is kept as a total is asked for as it is.
    private bool CanBeCut(int window) =>
        table.CanBeCutAt(_windows[window].Start, Calendar) && table.CanBeCutAt(_windows[window].End, Calendar);

    private int PlaceOf(Metric metric, ReadingWindow? window)
    {
        if (window is null)
        {
            return WindowPlace.Unplanned;
        }

        // Even where only one of several counts is there, it is not that of all the time asked for.
        if (metric.CountedPer is { } grain && !WindowRules.IsCounted(window, grain))
        {
            return WindowPlace.NotAdditive;
        }

        if (window.IsCutFor(metric))
        {
            return WindowPlace.Unknown;
        }

        var interval = window.WindowOf(metric);
        return interval.Start < interval.End ? Window(interval, window.IsWhole ? window.Period.Grain : null) : WindowPlace.Unknown;
    }
}
