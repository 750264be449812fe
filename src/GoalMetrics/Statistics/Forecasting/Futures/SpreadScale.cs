namespace GoalMetrics.Statistics;

// The scale on which the surprises of a series are of one size at every level: one of three powers of Box and Cox (1964).
internal enum SpreadScale
{
    Original = 0,
    Root,
    Log,
}
