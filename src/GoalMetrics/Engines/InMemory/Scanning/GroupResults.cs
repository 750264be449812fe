using GoalMetrics.Sources;

namespace GoalMetrics;

// What the aggregates of a request come to for each group: looked up where each group is one cell, merged where it is several.
internal sealed class GroupResults
{
    private readonly CellGroups _groups;
    private readonly IReadOnlyList<Aggregate> _aggregates;
    private readonly Result[] _results;
    private readonly List<Accumulator> _merged = [];

    public GroupResults(
        CellStates states,
        CellGroups groups,
        CellWindows windows,
        IReadOnlyList<Aggregate> aggregates,
        Func<Aggregate, KeptAggregate>? find,
        CancellationToken cancellationToken)
    {
        _groups = groups;
        _aggregates = aggregates;
        var merges = new Dictionary<Aggregate, Merging>();
        _results = [.. aggregates.Select(Find)];
        if (merges.Count > 0)
        {
            Merge([.. merges.Values], cancellationToken);
        }

        Result Find(Aggregate aggregate)
        {
            var kept = find?.Invoke(aggregate) ?? new(aggregate, null);
            if (states.Of(kept.Aggregate) is BalanceAccumulator balances)
            {
                var totals = new BalanceTotals(balances, states.Cells, groups, windows, kept, cancellationToken);
                return new(balances, true, null) { Balances = totals };
            }

            if (!groups.AreMerged && kept.IsWanted is null)
            {
                return new(states.Of(kept.Aggregate), false, null);
            }

            if (kept.IsWanted is null
                && windows.Depth > SlidingDistinct.MostToMerge
                && states.Of(kept.Aggregate) is DistinctAccumulator distinct)
            {
                return new(distinct, true, new SlidingDistinct(distinct).Counts(groups, windows, cancellationToken));
            }

            if (!merges.TryGetValue(Accumulator.Shared(aggregate), out var merging))
            {
                merging = new(states.Of(kept.Aggregate), states.Another(kept.Aggregate), kept.IsWanted);
                merges.Add(Accumulator.Shared(aggregate), merging);
                _merged.Add(merging.To);
                if (states.Cells.Combinations > 0)
                {
                    merging.To.Expect(groups.Count);
                }

                merging.To.Grow(groups.Count);
            }

            return new(merging.To, true, null);
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

    public void Release() => _merged.ForEach(accumulator => accumulator.Release());

    private void Merge(Merging[] merges, CancellationToken cancellationToken)
    {
        List<int> wantedCells = [], wantedGroups = [];
        _groups.ForEach((cells, groups) =>
        {
            foreach (var (from, to, isWanted) in merges)
            {
                if (isWanted is null)
                {
                    to.Merge(from, cells, groups, _groups.Count, map: null, cancellationToken);
                    continue;
                }

                wantedCells.Clear();
                wantedGroups.Clear();
                for (var i = 0; i < cells.Length; i++)
                {
                    if (isWanted(cells[i]))
                    {
                        wantedCells.Add(cells[i]);
                        wantedGroups.Add(groups[i]);
                    }
                }

                to.Merge(from, wantedCells.ToArray(), wantedGroups.ToArray(), _groups.Count, map: null, cancellationToken);
            }
        });
    }

    private sealed record Merging(Accumulator From, Accumulator To, Func<int, bool>? IsWanted);

    // By group or by the cell that it is; counted or added up already, or not.
    private sealed record Result(Accumulator Accumulator, bool IsOfGroup, int[]? Counts)
    {
        public BalanceTotals? Balances { get; init; }
    }
}
