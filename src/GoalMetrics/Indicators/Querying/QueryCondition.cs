namespace GoalMetrics;

// What the value of a measure has to be for a row to stay in an answer.
internal sealed record QueryCondition(Measure Measure, Comparison Comparison, Quantity Value);
