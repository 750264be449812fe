namespace GoalMetrics;

/// <summary>How the facts of a table carry their time.</summary>
public enum FactTime
{
    /// <summary>Each fact has a local date, and counts from the start of that day.</summary>
    Date = 0,

    /// <summary>Each fact has an instant; the calendar's zone decides its day.</summary>
    Instant,
}
