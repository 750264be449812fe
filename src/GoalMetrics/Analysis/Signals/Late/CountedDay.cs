using NodaTime;

namespace GoalMetrics;

// In which hours of a day there were facts, and of which that is not known. Of a day that was counted as a whole, it is all or none.
internal readonly record struct CountedDay(LocalDate Date, DayHours Facts, DayHours Unknown);
