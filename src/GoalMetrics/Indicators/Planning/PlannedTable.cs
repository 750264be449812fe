using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// What a plan needs of one table: which aggregates over which windows, which are numbered.
internal sealed class PlannedTable(TableDescription table, IMetricSource source)
{
    private readonly Dictionary<Aggregate, PlannedAggregate> _aggregates = [];
    private readonly List<WindowPlaces> _places = [];
    private (Interval Time, Grain? Grain)[] _windows = [];

    // What is read more finely, to be converted; made where there is any.
    private List<PlannedAggregate>? _money;

    public TableDescription Description => table;

    public ReportingCalendar Calendar => source.Calendar;

    public int WindowCount { get; private set; }

    public Interval TimeOf(int window) => _windows[window].Time;

    public IEnumerable<Interval> Times => _windows.Take(WindowCount).Select(window => window.Time);

    // The number of a window. The window must not be empty.
    public int Window(Interval window, Grain? grain = null)
    {
        Expect(1);
        _windows[WindowCount] = (window, grain);
        return WindowCount++;
    }

    private void Expect(int windows)
    {
        if (WindowCount + windows > _windows.Length)
        {
            Array.Resize(ref _windows, Math.Max(WindowCount + windows, WindowCount * 2));
        }
    }

    // Whether the facts cover any part of a window.
    public bool Touches(int window) => table.Touches(TimeOf(window));

    // Where a metric is read in each of the windows: the number of a planned window, or a code of WindowPlace.
    public int[] PlacesOf(Metric metric, IReadOnlyList<ReadingWindow?> windows)
    {
        foreach (var known in _places)
        {
            if (known.IsFor(metric, windows))
            {
                return known.Places;
            }
        }

        Expect(windows.Count);
        var places = new int[windows.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = PlaceOf(metric, windows[i]);
        }

        _places.Add(new(metric, windows, places));
        return places;
    }

    // Plans an aggregate for these windows, in addition to those it is planned for already.
    public PlannedAggregate Plan(Aggregate aggregate, int[] places, string measure)
    {
        CheckAnswers(aggregate, measure);
        if (!_aggregates.TryGetValue(aggregate, out var planned))
        {
            _aggregates.Add(aggregate, planned = new(aggregate));
        }

        planned.Need(places);
        return planned;
    }

    // Plans an aggregate of money that is to be converted, read by currency and by the periods that have a rate each.
    public PlannedAggregate Plan(Aggregate aggregate, int[] places, string measure, CurrencySplit split)
    {
        CheckAnswers(aggregate, measure);
        _money ??= [];
        var planned = _money.Find(known => known.Aggregate.Equals(aggregate) && split.Equals(known.Split));
        if (planned is null)
        {
            _money.Add(planned = new(aggregate, split));
        }

        planned.Need(places);
        return planned;
    }

    // One request for each different set of windows. Aggregates that add up are asked for piece by piece, between neighbouring cuts.
    public List<PlannedRequest> Requests()
    {
        var requests = new List<PlannedRequest>(1);
        var adding = new List<PlannedAggregate>(_aggregates.Count);
        foreach (var aggregate in _aggregates.Values)
        {
            if (aggregate.Aggregate.AddsUp)
            {
                adding.Add(aggregate);
            }
        }

        var pieces = Needed(adding);
        var uncut = table.KeptGrain is null ? null : TakeUncut(pieces);
        if (pieces.Count > 0)
        {
            Add(requests, PlannedRequest.OfPieces(this, pieces), adding);
        }

        if (adding.Count < _aggregates.Count || uncut is { Count: > 0 })
        {
            AddWhole(requests, uncut);
        }

        if (_money is not null)
        {
            AddMoney(requests, _money);
        }

        return requests;
    }

    // What does not add up, and windows that are not cut.
    private void AddWhole(List<PlannedRequest> requests, HashSet<int>? uncut)
    {
        foreach (var aggregate in _aggregates.Values)
        {
            if (WholeOf(aggregate, uncut) is { Count: > 0 } whole)
            {
                Add(requests, PlannedRequest.OfWindows(this, whole), [aggregate]);
            }
        }
    }

    private HashSet<int> TakeUncut(List<int> windows)
    {
        var uncut = windows.Where(window => !CanBeCut(window)).ToHashSet();
        windows.RemoveAll(uncut.Contains);
        return uncut;
    }

    // The windows that an aggregate is asked for as they are.
    private List<int>? WholeOf(PlannedAggregate aggregate, HashSet<int>? uncut)
    {
        if (!aggregate.Aggregate.AddsUp)
        {
            return Needed([aggregate]);
        }

        if (uncut is null or { Count: 0 })
        {
            return null;
        }

        return Needed([aggregate]).FindAll(uncut.Contains);
    }

    private void AddMoney(List<PlannedRequest> requests, List<PlannedAggregate> money)
    {
        foreach (var alike in money.GroupBy(planned => planned.Split))
        {
            List<PlannedAggregate> aggregates = [.. alike];
            var needed = Needed(aggregates);
            if (needed.Count > 0)
            {
                Add(requests, PlannedRequest.OfMoney(this, needed, alike.Key!), aggregates);
            }
        }
    }

    private static void Add(List<PlannedRequest> requests, PlannedRequest request, List<PlannedAggregate> aggregates)
    {
        var same = Like(request, requests);
        if (same is null)
        {
            requests.Add(same = request);
        }

        foreach (var aggregate in aggregates)
        {
            same.Add(aggregate, request);
        }
    }

    private static PlannedRequest? Like(PlannedRequest request, List<PlannedRequest> requests)
    {
        foreach (var other in requests)
        {
            if (other.HasSameCuts(request))
            {
                return other;
            }
        }

        return null;
    }

    private void CheckAnswers(Aggregate aggregate, string measure)
    {
        DerivedRules.Check(aggregate, source);
        if (!source.Capabilities.Answers(aggregate.Kind))
        {
            throw new NotSupportedException(
                $"The source {IDecoratedSource.NameOf(source)} does not answer {aggregate.Kind}, which '{measure}' needs."
                + $" It answers {Answered()}.");
        }
    }

    // The windows that any of the aggregates is needed for, in order.
    private List<int> Needed(List<PlannedAggregate> aggregates)
    {
        var isNeeded = new bool[WindowCount];
        foreach (var aggregate in aggregates)
        {
            aggregate.Mark(isNeeded);
        }

        var needed = new List<int>(isNeeded.Length);
        for (var window = 0; window < isNeeded.Length; window++)
        {
            if (isNeeded[window])
            {
                needed.Add(window);
            }
        }

        return needed;
    }

    private string Answered() => Shown.List(source.Capabilities.Aggregates.Select(kind => kind.ToString()), ifNone: "nothing");

    public Grain? GrainOf(IReadOnlyList<int> windows)
    {
        var grain = _windows[windows[0]].Grain;
        if (windows.All(window => _windows[window].Grain == grain))
        {
            return grain;
        }

        return null;
    }

    // A window that cuts a period kept as a total is asked for as it is.
    private bool CanBeCut(int window) =>
        table.CanBeCutAt(TimeOf(window).Start, Calendar) && table.CanBeCutAt(TimeOf(window).End, Calendar);

    private int PlaceOf(Metric metric, ReadingWindow? window)
    {
        if (window is null)
        {
            return WindowPlace.Unplanned;
        }

        // A count made for another period is not that of the time asked for, even if it is the only one there.
        if (metric.CountedPer is { } grain && !WindowRules.IsCounted(window, grain))
        {
            return WindowPlace.NotAdditive;
        }

        if (window.IsCutFor(metric))
        {
            return WindowPlace.Unknown;
        }

        var interval = window.WindowOf(metric);
        if (interval.Start == interval.End || (table.Gaps.Count > 0 && !table.Touches(interval)))
        {
            return WindowPlace.Unknown;
        }

        return Window(interval, window.IsWhole ? window.Period.Grain : null);
    }

    // Where metrics of one kind are read in a list of windows.
    private sealed class WindowPlaces(Metric metric, IReadOnlyList<ReadingWindow?> windows, int[] places)
    {
        public int[] Places => places;

        public bool IsFor(Metric other, IReadOnlyList<ReadingWindow?> otherWindows) =>
            ReferenceEquals(windows, otherWindows)
            && metric.IsBalance == other.IsBalance
            && metric.CountedPer == other.CountedPer
            && metric.CountsOpenWindows == other.CountsOpenWindows;
    }
}
