namespace GoalMetrics;

// The events of a table that may convert others: those that the filter lets through, or all of them.
internal readonly record struct EventTable(FactTable Table, Filter? Within);
