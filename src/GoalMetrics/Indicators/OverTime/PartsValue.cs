namespace GoalMetrics;

// Which value stands for the parts of a period (S3.8).
internal enum PartsValue
{
    Last,
    First,
    Average,
}
