namespace GoalMetrics;

// Results of calls over facts in memory, whose tasks are complete when they return.
internal static class SynchronousResult
{
    public static T Result<T>(this ValueTask<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : task.AsTask().GetAwaiter().GetResult();
}
