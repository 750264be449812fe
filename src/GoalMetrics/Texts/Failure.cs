namespace GoalMetrics;

// What was thrown by code that does not decide for its caller: a formula, a rule, a column of one row.
internal static class Failure
{
    // Memory that has run out and cancelling concern more than the one that threw.
    public static bool IsOfOne(Exception error) => error is not (OutOfMemoryException or OperationCanceledException);

    // Without the name of an argument, which says nothing to those who did not pass it.
    public static string MessageOf(Exception error)
    {
        if (error is ArgumentException { ParamName: { } name })
        {
            return error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal);
        }

        return error.Message;
    }
}
