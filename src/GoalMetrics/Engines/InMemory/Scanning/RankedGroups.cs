using GoalMetrics.Sources;

namespace GoalMetrics;

// The largest groups of each window by one aggregate: undefined values last, equal ones by their members in ordinal order, null last.
internal sealed class RankedGroups : IComparer<(AggregateValue Value, int Group)>
{
    private const int BetweenChecks = 1 << 12;

    private readonly MemberRanking _ranking;
    private readonly CellGroups _groups;
    private readonly GroupResults _results;
    private readonly CancellationToken _cancellationToken;

    public RankedGroups(MemberRanking ranking, CellGroups groups, GroupResults results, CancellationToken cancellationToken) =>
        (_ranking, _groups, _results, _cancellationToken) = (ranking, groups, results, cancellationToken);

    // The largest first.
    public int[] OfWindow(int window)
    {
        var (start, end) = _groups.OfWindow(window);

        // The one to give way first is on top.
        var best = new PriorityQueue<int, (AggregateValue Value, int Group)>(Math.Min(_ranking.Count, end - start), this);
        for (var group = start; group < end; group++)
        {
            if ((group & (BetweenChecks - 1)) == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }

            var rank = (_results.Of(group, _ranking.By), group);
            if (best.Count < _ranking.Count)
            {
                best.Enqueue(group, rank);
            }
            else
            {
                best.EnqueueDequeue(group, rank);
            }
        }

        var largest = new int[best.Count];
        for (var place = largest.Length - 1; place >= 0; place--)
        {
            largest[place] = best.Dequeue();
        }

        return largest;
    }

    // Below 0 where the first one gives way to the second.
    public int Compare((AggregateValue Value, int Group) x, (AggregateValue Value, int Group) y)
    {
        var byValue = Compare(x.Value, y.Value);
        if (byValue != 0)
        {
            return byValue;
        }

        for (var i = 0; i < _groups.Dimensions.Count; i++)
        {
            var byMember = _groups.Dimensions[i].CompareMembers(_groups.CodeOf(y.Group, i), _groups.CodeOf(x.Group, i));
            if (byMember != 0)
            {
                return byMember;
            }
        }

        return 0;
    }

    private static int Compare(AggregateValue left, AggregateValue right)
    {
        if (!left.IsDefined || !right.IsDefined)
        {
            return left.IsDefined.CompareTo(right.IsDefined);
        }

        if (left.Beyond is null && right.Beyond is null)
        {
            return left.Amount!.Value.CompareTo(right.Amount!.Value);
        }

        left.TryGetExact(out var leftDigits, out var leftScale);
        right.TryGetExact(out var rightDigits, out var rightScale);
        var scale = Math.Max(leftScale, rightScale);
        return (leftDigits * PowersOfTen.Big(scale - leftScale)).CompareTo(rightDigits * PowersOfTen.Big(scale - rightScale));
    }
}
