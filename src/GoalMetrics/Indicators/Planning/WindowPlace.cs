namespace GoalMetrics;

// Where a metric is read: the number of a planned window, or why there is none.
internal static class WindowPlace
{
    // There is no window, so no value may be asked for.
    public const int Unplanned = -1;

    // The window is empty, or it cuts a period that a fact is the total of.
    public const int Unknown = -2;

    // The facts were counted for other periods than the window.
    public const int NotAdditive = -3;
}
