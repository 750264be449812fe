namespace GoalMetrics;

// How a value over a long period follows from those of its steps.
internal enum PartOverTime
{
    NotAtAll,
    AddsUp,
    AtEnd,
}
