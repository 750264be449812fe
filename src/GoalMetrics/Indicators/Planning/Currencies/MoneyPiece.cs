using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A value of one currency in one piece of a window: the code of the currency, and the first day of the piece.
internal readonly record struct MoneyPiece(string? Code, LocalDate Day, AggregateValue Value);
