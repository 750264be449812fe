namespace GoalMetrics;

// Where a metric is read: the number of a planned window, or why there is none.
internal static class WindowPlace
{
    // There is no such time, so nobody may ask.
    public const int Unplanned = -1;

    // The window is empty, or it cuts what each fact is the total of.
    public const int Unknown = -2;

    // The facts were counted for other periods than this.
    public const int NotAdditive = -3;
}
