namespace GoalMetrics;

/// <summary>Whether values may be added up over time (S3.2). The library never adds what may not be added.</summary>
public enum Additivity
{
    /// <summary>Adds over time and dimensions: revenue, orders.</summary>
    Additive = 0,

    /// <summary>Adds over dimensions, but not over time: balances, subscribers, stock.</summary>
    SemiAdditive,

    /// <summary>Adds over neither: distinct counts, percentiles, ratios.</summary>
    NonAdditive,
}
