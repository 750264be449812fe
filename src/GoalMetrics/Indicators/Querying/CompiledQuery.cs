namespace GoalMetrics;

// The measures of a query compiled for one part of its plan: what all rows of that part have in common.
internal sealed class CompiledQuery
{
    private readonly Query _query;
    private readonly MeasureNode[] _nodes;
    private readonly IReadOnlyList<ReadingWindow?>[] _windows;
    private readonly int[] _places;

    // Each made when it is first asked for; several threads make the same.
    private readonly Trial?[] _shares;
    private readonly int _computedCount;

    public CompiledQuery(Query query, QueryRange range, ReadingPart part)
    {
        _query = query;
        Range = range;
        _nodes = new MeasureNode[query.Measures.Length];
        _windows = new IReadOnlyList<ReadingWindow?>[_nodes.Length];
        _places = new int[_nodes.Length];
        _shares = new Trial?[_nodes.Length];
        for (var i = 0; i < _nodes.Length; i++)
        {
            var measure = query.Measures[i];
            _windows[i] = range.WindowsOf(measure);
            _nodes[i] = measure.Compile(_windows[i], part);
            _places[i] = _nodes[i].IsLookedUp ? -1 : _computedCount++;
        }
    }

    // Adds all that the query reads to the part, for callers that want its members and none of its values.
    public static void AskFor(Query query, QueryRange range, ReadingPart part)
    {
        foreach (var measure in query.Measures)
        {
            measure.Compile(range.WindowsOf(measure), part);
        }
    }

    public Query Query => _query;

    public QueryRange Range { get; }

    public bool ComparesWhole => _query.ComparesWhole;

    public MeasureNode Node(int measure) => _nodes[measure];

    // Whether rows are of some days only, such as Mondays, and the measure is read day by day: other rows have other days.
    public bool IsOfSomePeriods(int measure) =>
        _query.Groupings.Any(grouping => grouping is not Bands)
        && GoalMetrics.Measure.IsOfSubPeriods(_query.Measures[measure]);

    // How a measure is a share of counts; null where it is not. Found by trying the formula, once.
    public ShareForm? ShareOf(int measure) => (_shares[measure] ??= new(ShareForm.Of(_query.Measures[measure]))).Found;

    // Where a measure is read.
    public IReadOnlyList<ReadingWindow?> Windows(int measure) => _windows[measure];

    // The place of a measure among those whose values are computed; −1 where they are looked up.
    public int PlaceOf(int measure) => _places[measure];

    public Measure Measure(int measure) => _query.Measures[measure];

    public bool IsCovered(int window)
    {
        for (var measure = 0; measure < _nodes.Length; measure++)
        {
            if (!IsCovered(measure, window))
            {
                return false;
            }
        }

        return true;
    }

    // Whether the facts are complete for a measure in a window, up to the query's moment.
    public bool IsCovered(int measure, int window) =>
        _nodes[measure].Coverage(window) == WindowCoverage.Full;

    // What the values of the query, and those that they are compared with, lack of data.
    public void AddLacking(LackingData lacking)
    {
        for (var measure = 0; measure < _nodes.Length; measure++)
        {
            for (var window = 0; window < _windows[measure].Count; window++)
            {
                AddLacking(measure, window, lacking);
            }
        }
    }

    // What is compared with is read as far as data go.
    public void AddLacking(int measure, int window, LackingData lacking)
    {
        var coverage = _nodes[measure].Coverage(window);
        if (coverage == WindowCoverage.Partial || (coverage != WindowCoverage.Full && window < Range.Count))
        {
            _nodes[measure].AddLacking(window, lacking);
        }
    }

    // The values that are computed, each at the place of its measure.
    public Quantity[] Computed(int window, Reading reading)
    {
        var values = new Quantity[_computedCount];
        for (var i = 0; i < _nodes.Length; i++)
        {
            if (_places[i] >= 0)
            {
                values[_places[i]] = _nodes[i].Value(window, reading);
            }
        }

        return values;
    }

    // The index of a measure among the query's: mostly it is looked up with the one that was asked for, else by its id.
    public int IndexOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        for (var i = 0; i < _query.Measures.Length; i++)
        {
            if (ReferenceEquals(_query.Measures[i], measure))
            {
                return i;
            }
        }

        for (var i = 0; i < _query.Measures.Length; i++)
        {
            var known = _query.Measures[i];
            if (known.Id == measure.Id)
            {
                if (!known.Computation.Equals(measure.Computation))
                {
                    throw IsAnother(measure);
                }

                return i;
            }
        }

        throw NotAskedFor(measure);
    }

    private static KeyNotFoundException IsAnother(Measure measure) => new(
        $"The query asked for another measure with the id '{measure.Id}'. Look it up with the measure the query was made with.");

    private KeyNotFoundException NotAskedFor(Measure measure)
    {
        var ids = _query.Measures.Select(known => known.Id).ToList();
        return new($"The query did not ask for '{measure.Id}'; it asked for {Shown.List(ids)}.{Nearest.Hint(measure.Id, ids)}");
    }

    private sealed record Trial(ShareForm? Found);
}
