using GoalMetrics.Sources;

namespace GoalMetrics;

// The balances of groups. Every entity of a window is counted once, in the group of its own latest or earliest fact, or nowhere where that
// fact does not pass the filters: so the groups of a window add up to its total. A group whose facts are all those of entities that have
// moved on comes to 0.
internal sealed class BalanceTotals
{
    private const int None = -1;

    private readonly BalanceAccumulator _balances;
    private readonly CellGroups _groups;
    private readonly KeptAggregate _kept;
    private readonly CancellationToken _cancellationToken;
    private readonly ExactTotals _totals = new();
    private readonly bool[] _hasFacts;

    // In order of their place in time, and where each place starts.
    private readonly int[] _holders;
    private readonly int[] _starts;

    // Of the window: the entities, the holder of the edge of each, and the sum and number of its values.
    private readonly List<int> _entities = [];
    private readonly int[] _edges;
    private readonly long[] _counts;
    private ExactTotals _sums = new();

    // Of the window, where all facts of one time are a complete list: the times of lists, and what each entity has on them, for a mean.
    private readonly HashSet<long> _times = [];
    private readonly Dictionary<(int Entity, long Time), BalanceEdge> _listed = [];

    public BalanceTotals(
        BalanceAccumulator balances,
        CellNumbers cells,
        CellGroups groups,
        CellWindows windows,
        KeptAggregate kept,
        CancellationToken cancellationToken)
    {
        (_balances, _groups, _kept, _cancellationToken) = (balances, groups, kept, cancellationToken);
        _hasFacts = new bool[groups.Count];
        _starts = new int[windows.PlaceCount + 1];
        _holders = InOrder(holder => windows.PlaceOf(cells.PieceOf(balances.CellOf(holder))));
        _edges = new int[balances.EntityCount];
        Array.Fill(_edges, None);
        _counts = balances.IsAverage ? new long[balances.EntityCount] : [];
        FindFacts();
        Deal(windows);
    }

    public AggregateValue Of(int group)
    {
        if (_hasFacts[group])
        {
            return _totals.Total(group);
        }

        return AggregateValue.Undefined(UndefinedReason.NoData);
    }

    private int[] InOrder(Func<int, int> placeOf)
    {
        var seen = new List<int>(_balances.HolderCount);
        for (var holder = 0; holder < _balances.HolderCount; holder++)
        {
            CheckCancelled(holder);
            if (IsSeen(_balances.CellOf(holder)))
            {
                seen.Add(holder);
                _starts[placeOf(holder) + 1]++;
            }
        }

        for (var place = 1; place < _starts.Length; place++)
        {
            _starts[place] += _starts[place - 1];
        }

        var next = _starts.ToArray();
        var inOrder = new int[seen.Count];
        seen.ForEach(holder => inOrder[next[placeOf(holder)]++] = holder);
        return inOrder;
    }

    private void FindFacts() => _groups.ForEach((cells, groups) =>
    {
        for (var i = 0; i < cells.Length; i++)
        {
            _hasFacts[groups[i]] |= IsSeen(cells[i]) && Counts(cells[i]) && _balances.HasFacts(cells[i]);
        }
    });

    // A window that begins where the one before it does goes on from there.
    private void Deal(CellWindows windows)
    {
        var (start, end) = (0, 0);
        for (var window = 0; window < windows.Windows.Length; window++)
        {
            var range = windows.Windows[window];
            if (range.Start != start || range.End < end)
            {
                Clear();
                (start, end) = (range.Start, range.Start);
            }

            for (var i = _starts[end]; i < _starts[range.End]; i++)
            {
                CheckCancelled(i);
                Take(_holders[i]);
            }

            end = Math.Max(end, range.End);
            _groups.Begin(window);
            var last = LastList();
            for (var i = 0; i < _entities.Count; i++)
            {
                CheckCancelled(i);
                Deal(_entities[i], last);
            }
        }
    }

    private void Clear()
    {
        _entities.ForEach(entity => _edges[entity] = None);
        if (_balances.IsAverage)
        {
            _entities.ForEach(entity => _counts[entity] = 0);
            _sums = new();
        }

        _entities.Clear();
        _times.Clear();
        _listed.Clear();
    }

    private void Take(int holder)
    {
        var entity = _balances.EntityOf(holder);
        ref var edge = ref _edges[entity];
        if (edge == None)
        {
            _entities.Add(entity);
            edge = holder;
        }
        else if (_balances.IsBeyond(holder, edge))
        {
            edge = holder;
        }

        if (_balances.IsMeanOfLists)
        {
            TakeListed(holder, entity);
        }
        else if (_balances.IsAverage)
        {
            var count = _balances.AddTo(_sums, holder);
            _counts[entity] = count < 0 || _counts[entity] < 0 ? long.MinValue : CellCounts.Sum(_counts[entity], count);
        }
    }

    // An entity that is on a list twice counts once, with the later of its facts.
    private void TakeListed(int holder, int entity)
    {
        foreach (var edge in _balances.ListedOf(holder))
        {
            var key = (entity, edge.At.Time);
            _times.Add(edge.At.Time);
            if (_listed.TryGetValue(key, out var known))
            {
                if (!edge.IsBeyond(known, isFirst: false))
                {
                    continue;
                }

                _sums.Add(entity, -known.Value);
            }

            _listed[key] = edge;
            _sums.Add(entity, edge.Value);
        }
    }

    // When the latest list of the window was made, or the earliest one; null where entities that are not on it count too.
    private long? LastList()
    {
        if (!_balances.IsOfCompleteSnapshots || _balances.IsAverage || _entities.Count == 0)
        {
            return null;
        }

        var last = _edges[_entities[0]];
        foreach (var entity in _entities)
        {
            if (_balances.IsBeyond(_edges[entity], last))
            {
                last = _edges[entity];
            }
        }

        return _balances.EdgeOf(last).At.Time;
    }

    private void Deal(int entity, long? list)
    {
        var holder = _edges[entity];
        var (cell, edge) = (_balances.CellOf(holder), _balances.EdgeOf(holder));
        if (list is { } time && edge.At.Time != time)
        {
            return;
        }

        if (!edge.Passes || !Counts(cell) || _groups.GroupOf(cell) is not { } group)
        {
            return;
        }

        if (!_balances.IsAverage)
        {
            _totals.Add(group, edge.Value);
        }
        else if (DivisorOf(entity) is > 0 and var divisor)
        {
            _totals.AddMean(group, _sums, entity, divisor);
        }
        else
        {
            _totals.SetOverflowed(group);
        }
    }

    private long DivisorOf(int entity)
    {
        if (_balances.IsOfCompleteSnapshots)
        {
            return _times.Count;
        }

        return _counts[entity];
    }

    private bool IsSeen(int cell) => _kept.IsSeen is null || _kept.IsSeen(cell);

    private bool Counts(int cell) => _kept.IsWanted is null || _kept.IsWanted(cell);

    // There may be millions.
    private void CheckCancelled(int count)
    {
        if ((count & 0xFFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
