using GoalMetrics.Sources;

namespace GoalMetrics;

// An answer by one set of dimensions: the combinations of members that have facts, and the values of each.
internal sealed class Breakdown
{
    private readonly MemberNumbers _members = new();
    private readonly MemberRows[] _requests;

    // For requests that were made by one more dimension; null where there are none.
    private SplitMembers?[]? _split;

    public Breakdown(
        IReadOnlyList<string> dimensions,
        IReadOnlyList<AggregateRows> requests,
        ClosedMembers? closed,
        CancellationToken cancellationToken)
    {
        Dimensions = dimensions;
        if (dimensions.Count == 0)
        {
            // There is a total even without facts.
            _members.Of([]);
        }

        var numbers = new int[requests.Count][];
        for (var i = 0; i < numbers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            numbers[i] = Numbers(requests[i], cancellationToken);
            HasFacts |= requests[i].Count > 0;
        }

        if (closed is not null)
        {
            AddClosed(closed, cancellationToken);
        }

        _requests = new MemberRows[requests.Count];
        for (var i = 0; i < _requests.Length; i++)
        {
            if (requests[i].DimensionCount > dimensions.Count)
            {
                _requests[i] = Split(i, requests[i], numbers[i]);
            }
            else
            {
                _requests[i] = new(requests[i], numbers[i], _members.Keys.Count);
            }
        }
    }

    public IReadOnlyList<string> Dimensions { get; }

    public bool HasFacts { get; }

    // Numbered in the order in which they occur in the answer.
    public IReadOnlyList<MemberKey> Members => _members.Keys;

    // The numbers of the members in the order of results.
    public int[] InOrder(MemberOrder order)
    {
        var numbers = new int[Members.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        Array.Sort(numbers, (left, right) => order.Compare(Members[left], Members[right]));
        return numbers;
    }

    public Reading Of(int member) => new(this, member);

    // A value of a request for a member, over the windows from the first up to, but not including, the end.
    public bool TryValue(int request, int column, int member, int first, int end, out AggregateValue value) =>
        _requests[request].TryValue(column, member, first, end, out value);

    // The index of a dimension among the members; −1 where it is not one of them.
    public int PlaceOf(string dimension)
    {
        for (var place = 0; place < Dimensions.Count; place++)
        {
            if (Dimensions[place] == dimension)
            {
                return place;
            }
        }

        return -1;
    }

    // The members of one more dimension that a request was made by, and their numbers among its rows. Where it is one of the dimensions
    // anyway, or there is none, that is the member itself.
    public IReadOnlyList<(string? Code, int Number)> PartsOf(int request, int member, string? dimension)
    {
        if (_split?[request] is { } split)
        {
            return split.PartsOf(member);
        }

        var place = dimension is null ? -1 : PlaceOf(dimension);
        return [(place < 0 ? null : Members[member].Members[place], member)];
    }

    public MemberRows RowsOf(int request) => _requests[request];

    private MemberRows Split(int request, AggregateRows rows, int[] numbers)
    {
        var split = new SplitMembers(rows, numbers, _members.Keys.Count);
        _split ??= new SplitMembers?[_requests.Length];
        _split[request] = split;
        return split.Rows;
    }

    // Members that have a row without facts come after those that have some.
    private void AddClosed(ClosedMembers closed, CancellationToken cancellationToken)
    {
        foreach (var members in closed.Beside(Dimensions, [.. Members]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _members.Of([.. members]);
        }
    }

    private int[] Numbers(AggregateRows rows, CancellationToken cancellationToken)
    {
        var numbers = new int[rows.Count];
        for (var row = 0; row < numbers.Length && Dimensions.Count > 0; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            numbers[row] = _members.Of(rows.MembersOf(row)[..Dimensions.Count]);
        }

        return numbers;
    }
}
