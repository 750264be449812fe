using GoalMetrics.Sources;

namespace GoalMetrics;

// The rows of an answer that is by one more dimension than was asked for: the members of that dimension under each combination of the
// others, numbered through.
internal sealed class SplitMembers
{
    private readonly List<(string? Code, int Number)>[] _parts;

    public SplitMembers(AggregateRows rows, int[] memberOfRow, int memberCount)
    {
        _parts = new List<(string? Code, int Number)>[memberCount];
        var numbers = new int[rows.Count];
        var count = 0;
        for (var row = 0; row < numbers.Length; row++)
        {
            var code = rows.MembersOf(row)[^1];
            var parts = _parts[memberOfRow[row]] ??= [];
            var place = parts.FindIndex(part => part.Code == code);
            if (place < 0)
            {
                place = parts.Count;
                parts.Add((code, count++));
            }

            numbers[row] = parts[place].Number;
        }

        // In one order, whichever the engine answers in.
        foreach (var parts in _parts)
        {
            parts?.Sort((one, other) => string.CompareOrdinal(one.Code, other.Code));
        }

        Rows = new(rows, numbers, count);
    }

    public MemberRows Rows { get; }

    public IReadOnlyList<(string? Code, int Number)> PartsOf(int member) => _parts[member] ?? [];
}
