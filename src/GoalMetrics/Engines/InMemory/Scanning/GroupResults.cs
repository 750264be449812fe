using GoalMetrics.Sources;

namespace GoalMetrics;

// What the aggregates of a request come to for each group: looked up where each group is one cell, merged where it is several.
internal sealed class GroupResults
{
    private readonly CellStates _states;
    private readonly CellGroups _groups;
    private readonly CellWindows _windows;
    private readonly IReadOnlyList<Aggregate> _aggregates;
    private readonly Result[] _results;

    // By what their aggregates share; made where groups are several cells.
    private Dictionary<Aggregate, Merging>? _merges;

    public GroupResults(
        CellStates states,
        CellGroups groups,
        CellWindows windows,
        IReadOnlyList<Aggregate> aggregates,
        Func<Aggregate, KeptAggregate>? find,
        CancellationToken cancellationToken)
    {
        _states = states;
        _groups = groups;
        _windows = windows;
        _aggregates = aggregates;
        _results = new Result[aggregates.Count];
        for (var i = 0; i < _results.Length; i++)
        {
            _results[i] = Find(aggregates[i], find?.Invoke(aggregates[i]) ?? new(aggregates[i], null), cancellationToken);
        }

        if (_merges is not null)
        {
            Merge([.. _merges.Values], cancellationToken);
        }
    }

    public AggregateValue Of(int group, int aggregate)
    {
        var result = _results[aggregate];
        if (result.Balances is { } balances)
        {
            return balances.Of(group);
        }

        if (result.Counts is { } counts)
        {
            return counts[group];
        }

        var place = result.IsOfGroup ? group : _groups.CellOf(group);
        return result.Accumulator.Result(place, _aggregates[aggregate]);
    }

    public void Release()
    {
        if (_merges is null)
        {
            return;
        }

        foreach (var merging in _merges.Values)
        {
            merging.To.Release();
        }
    }

    private Result Find(Aggregate aggregate, KeptAggregate kept, CancellationToken cancellationToken)
    {
        var found = _states.Of(kept.Aggregate);
        if (found is BalanceAccumulator balances)
        {
            var totals = new BalanceTotals(balances, _states.Cells, _groups, _windows, kept, cancellationToken);
            return new(balances, true, null) { Balances = totals };
        }

        if (!_groups.AreMerged && kept.IsWanted is null)
        {
            return new(found, false, null);
        }

        if (kept.IsWanted is null && found is DistinctAccumulator distinct && _windows.Depth > SlidingDistinct.MostToMerge)
        {
            return new(distinct, true, new SlidingDistinct(distinct).Counts(_groups, _windows, cancellationToken));
        }

        return new(Merged(aggregate, kept, found), true, null);
    }

    private Accumulator Merged(Aggregate aggregate, KeptAggregate kept, Accumulator found)
    {
        _merges ??= [];
        var shared = Accumulator.Shared(aggregate);
        if (!_merges.TryGetValue(shared, out var merging))
        {
            merging = new(found, _states.Another(kept.Aggregate), kept.IsWanted);
            _merges.Add(shared, merging);
            if (_states.Cells.Combinations > 0)
            {
                merging.To.Expect(_groups.Count);
            }

            merging.To.Grow(_groups.Count);
        }

        return merging.To;
    }

    private void Merge(Merging[] merges, CancellationToken cancellationToken)
    {
        _groups.ForEach((cells, groups) =>
        {
            foreach (var merging in merges)
            {
                if (merging.IsWanted is null)
                {
                    merging.To.Merge(merging.From, cells, groups, _groups.Count, map: null, cancellationToken);
                }
                else
                {
                    MergeWanted(merging, cells, groups, cancellationToken);
                }
            }
        });
    }

    private void MergeWanted(Merging merging, ReadOnlySpan<int> cells, ReadOnlySpan<int> groups, CancellationToken cancellationToken)
    {
        List<int> wantedCells = [], wantedGroups = [];
        for (var i = 0; i < cells.Length; i++)
        {
            if (merging.IsWanted!(cells[i]))
            {
                wantedCells.Add(cells[i]);
                wantedGroups.Add(groups[i]);
            }
        }

        merging.To.Merge(
            merging.From, wantedCells.ToArray(), wantedGroups.ToArray(), _groups.Count, map: null, cancellationToken);
    }

    private sealed record Merging(Accumulator From, Accumulator To, Func<int, bool>? IsWanted);

    // By group or by the cell that it is; counted or added up already, or not.
    private sealed record Result(Accumulator Accumulator, bool IsOfGroup, int[]? Counts)
    {
        public BalanceTotals? Balances { get; init; }
    }
}
