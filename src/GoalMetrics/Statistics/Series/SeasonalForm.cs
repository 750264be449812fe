namespace GoalMetrics.Statistics;

/// <summary>How a season acts on the level.</summary>
public enum SeasonalForm
{
    /// <summary>It adds the same amount, whatever the level.</summary>
    Additive = 0,

    /// <summary>It is a factor: it grows with the level.</summary>
    Multiplicative,
}
