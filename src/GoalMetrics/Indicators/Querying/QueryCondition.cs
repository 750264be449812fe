namespace GoalMetrics;

// The condition that the value of a measure must meet for a row to stay in an answer.
internal sealed record QueryCondition(Measure Measure, Comparison Comparison, Quantity Value);
