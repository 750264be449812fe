namespace GoalMetrics;

// The windows of a plan as ranges of a request's windows: each is one of those, or is made up of several that follow each other.
internal sealed class WindowRanges(int windowCount)
{
    // The end is −1 for a window that is not in the request.
    private readonly (int First, int End)[] _ranges = Enumerable.Repeat((0, -1), windowCount).ToArray();

    public void Set(int window, int first, int end) => _ranges[window] = (first, end);

    public bool TryGet(int window, out int first, out int end)
    {
        (first, end) = window < _ranges.Length ? _ranges[window] : (0, -1);
        return end >= 0;
    }
}
