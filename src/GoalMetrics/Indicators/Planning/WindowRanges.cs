namespace GoalMetrics;

// Where the windows of a plan stand among those of a request: each is one of them, or is made up of several that follow each other.
internal sealed class WindowRanges(int windowCount)
{
    // Of windows that are not in the request, the end is −1.
    private readonly (int First, int End)[] _ranges = Enumerable.Repeat((0, -1), windowCount).ToArray();

    public void Set(int window, int first, int end) => _ranges[window] = (first, end);

    public bool TryGet(int window, out int first, out int end)
    {
        (first, end) = window < _ranges.Length ? _ranges[window] : (0, -1);
        return end >= 0;
    }
}
