namespace GoalMetrics;

// Results of calls over facts in memory, whose tasks are complete when they return.
internal static class SynchronousResult
{
    public static T Result<T>(this ValueTask<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return task.Result;
        }

        return Awaited(task);
    }

    // With what went wrong itself, rather than wrapped in another exception.
    private static T Awaited<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}
