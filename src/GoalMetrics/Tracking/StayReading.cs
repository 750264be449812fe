namespace GoalMetrics;

/// <summary>A closed period in which a value was to be kept. Immutable; equality is by value.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The value of the measure there.</param>
/// <param name="IsKept">Whether it was kept; null where the value is undefined.</param>
public sealed record StayReading(ReportingPeriod Period, Quantity Value, bool? IsKept);
