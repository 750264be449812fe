namespace GoalMetrics;

// For what was taken in with other codes: the code here of each code there, by dimension.
internal sealed class MemberMap(IReadOnlyDictionary<string, int[]> codes)
{
    public ReadOnlySpan<int> this[string dimension] => codes[dimension];
}
