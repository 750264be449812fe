using GoalMetrics.Sources;

namespace GoalMetrics;

// Answers the groupings of a request from cells. Of cells, only those count that are wanted, and for an aggregate those of its own besides.
internal sealed class CellAnswer(
    CellStates states,
    AggregateRequest request,
    CellWindows windows,
    Func<int, bool>? isWanted,
    Func<Aggregate, KeptAggregate>? find,
    CancellationToken cancellationToken)
{
    public AggregateAnswer Answer()
    {
        states.Grow();
        var rows = new AggregateRows[request.Groupings.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Rows(request.Groupings[i]);
        }

        return new(rows);
    }

    private AggregateRows Rows(IReadOnlyList<string> grouping)
    {
        var groups = new CellGroups(states, windows, grouping, isWanted, cancellationToken);
        var results = new GroupResults(states, groups, windows, request.Aggregates, find, cancellationToken);
        try
        {
            return Rows(groups, results);
        }
        finally
        {
            results.Release();
        }
    }

    private AggregateRows Rows(CellGroups groups, GroupResults results)
    {
        var ranked = request.Ranking is { } ranking ? new RankedGroups(ranking, groups, results, cancellationToken) : null;
        var most = ranked is null ? groups.Count : (int)Math.Min(groups.Count, (long)request.Ranking!.Count * windows.Windows.Length);
        var rows = new AggregateRows(groups.Dimensions.Count, request.Aggregates.Count, most);
        var members = new string?[groups.Dimensions.Count];
        var values = new AggregateValue[request.Aggregates.Count];
        for (var window = 0; window < windows.Windows.Length; window++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isKnown = !windows.Windows[window].CutsPiece;
            if (ranked is not null && isKnown)
            {
                foreach (var group in ranked.OfWindow(window))
                {
                    Add(window, group, isKnown);
                }

                continue;
            }

            var (start, end) = groups.OfWindow(window);
            for (var group = start; group < end; group++)
            {
                Add(window, group, isKnown);
            }
        }

        return rows;

        void Add(int window, int group, bool isKnown)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < members.Length; i++)
            {
                members[i] = groups.Dimensions[i].Member(groups.CodeOf(group, i));
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = isKnown ? results.Of(group, i) : AggregateValue.Undefined(UndefinedReason.InsufficientData);
            }

            rows.Add(window, members, values);
        }
    }
}
