using NodaTime;

namespace GoalMetrics;

/// <summary>Money that comes in, or with a minus sign goes out, on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">The money: above zero comes in, below goes out.</param>
public readonly record struct CashFlow(LocalDate Date, Quantity Amount);
