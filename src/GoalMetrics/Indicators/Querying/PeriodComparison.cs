namespace GoalMetrics;

/// <summary>The earlier period that a period is compared with.</summary>
public enum PeriodComparison
{
    /// <summary>The period before it.</summary>
    PreviousPeriod = 0,

    /// <summary>The same period a year earlier.</summary>
    YearEarlier,
}
