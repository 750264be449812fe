namespace GoalMetrics.Statistics;

// Values with the number of observations that each rests on, and whether these are enough to judge it by.
internal sealed record WeightedSeries(double[] Values, double[] Weights, bool[] IsJudged);
