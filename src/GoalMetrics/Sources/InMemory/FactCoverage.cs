using NodaTime;

namespace GoalMetrics;

// The dates for which a table's facts are complete; null where it was not declared.
internal readonly record struct FactCoverage(LocalDate? From, LocalDate? Until);
