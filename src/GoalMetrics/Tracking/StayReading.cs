namespace GoalMetrics;

/// <summary>A closed period in which a value was to stay within limits. Immutable; equality is by value.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The value of the measure in it.</param>
/// <param name="IsKept">Whether the value stayed within the limits; null if it is undefined.</param>
public sealed record StayReading(ReportingPeriod Period, Quantity Value, bool? IsKept);
