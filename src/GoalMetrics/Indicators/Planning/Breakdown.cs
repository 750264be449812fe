using GoalMetrics.Sources;

namespace GoalMetrics;

// An answer by one set of dimensions: the combinations of members that have facts, and the values of each.
internal sealed class Breakdown
{
    private readonly MemberNumbers _members = new();
    private readonly MemberRows[] _requests;

    public Breakdown(IReadOnlyList<string> dimensions, IReadOnlyList<AggregateRows> requests, CancellationToken cancellationToken)
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
        }

        HasFacts = requests.Any(rows => rows.Count > 0);
        _requests = [.. requests.Select((rows, i) => new MemberRows(rows, numbers[i], _members.Keys.Count))];
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

    private int[] Numbers(AggregateRows rows, CancellationToken cancellationToken)
    {
        var numbers = new int[rows.Count];
        for (var row = 0; row < numbers.Length && Dimensions.Count > 0; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            numbers[row] = _members.Of(rows.MembersOf(row));
        }

        return numbers;
    }
}
