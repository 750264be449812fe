namespace GoalMetrics;

/// <summary>Which rows come first.</summary>
public enum SortOrder
{
    /// <summary>The largest value first.</summary>
    Descending = 0,

    /// <summary>The smallest value first.</summary>
    Ascending,
}
