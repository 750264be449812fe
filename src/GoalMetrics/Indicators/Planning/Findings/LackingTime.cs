using NodaTime;

namespace GoalMetrics;

// A time that a value stands for and a table does not cover all of.
internal sealed record LackingTime(TableDescription Table, Interval Time);
