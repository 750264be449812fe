namespace GoalMetrics;

/// <summary>How well a goal meets a <see cref="SmartCriterion"/>: the worst of its findings decides, and infos do not count.</summary>
public enum SmartVerdict
{
    /// <summary>Nothing speaks against it.</summary>
    Met = 0,

    /// <summary>There is a warning.</summary>
    Doubtful,

    /// <summary>There is an error.</summary>
    NotMet,
}
