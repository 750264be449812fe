namespace GoalMetrics;

// What one goal or measure of many threw.
internal static class FailureFinding
{
    // With the whole message: it says what was found and what to do.
    public static Finding At(string path, string what, Exception error) =>
        GoalFindings.Failed.At(path, [new("what", what), new("error", new LocalizedText(Failure.MessageOf(error)))]);
}
