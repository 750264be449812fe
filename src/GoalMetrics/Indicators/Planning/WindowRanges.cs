namespace GoalMetrics;

// The windows of a plan as ranges of a request's windows: each is one of those, or is made up of several that follow each other.
internal sealed class WindowRanges(int windowCount)
{
    private readonly int[] _firsts = new int[windowCount];

    // One more than the end; 0 for a window that is not in the request.
    private readonly int[] _ends = new int[windowCount];

    public void Set(int window, int first, int end) => (_firsts[window], _ends[window]) = (first, end + 1);

    public bool TryGet(int window, out int first, out int end)
    {
        (first, end) = window < _ends.Length ? (_firsts[window], _ends[window] - 1) : (0, -1);
        return end >= 0;
    }
}
