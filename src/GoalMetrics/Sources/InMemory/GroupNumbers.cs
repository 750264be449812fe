namespace GoalMetrics;

// Numbers groups in the order they are first met, from 0: whatever tells rows apart first, and then the members of dimensions.
// One dimension at a time, so that only combinations that occur need a number, however many there could be.
internal sealed class GroupNumbers(DimensionColumn[] dimensions)
{
    private readonly PairNumbers _firsts = new(1);
    private readonly PairNumbers[] _steps = [.. dimensions.Select(dimension => new PairNumbers(dimension.MemberCount))];
    private readonly List<int> _firstRows = [];

    // Of every group, the first row that was met.
    public IReadOnlyList<int> FirstRows => _firstRows;

    // What tells rows apart first becomes the number of the group.
    public void Number(ReadOnlySpan<int> rows, Span<int> groups)
    {
        foreach (ref var group in groups)
        {
            group = _firsts.Of(group, 0);
        }

        for (var step = 0; step < _steps.Length; step++)
        {
            var numbers = _steps[step];
            var dimension = dimensions[step];
            for (var i = 0; i < rows.Length; i++)
            {
                groups[i] = numbers.Of(groups[i], dimension.CodeAt(rows[i]));
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (groups[i] == _firstRows.Count)
            {
                _firstRows.Add(rows[i]);
            }
        }
    }
}
