namespace GoalMetrics;

// What one goal or measure of many threw.
internal static class Failure
{
    // Memory that has run out and cancelling concern more than the one that threw.
    public static bool IsOfOne(Exception error) => error is not (OutOfMemoryException or OperationCanceledException);

    // The whole message: it says what was found and what to do.
    public static Finding Found(string path, string what, Exception error) =>
        GoalFindings.Failed.At(path, [new("what", what), new("error", new LocalizedText(MessageOf(error)))]);

    // The name of an argument says nothing to who reads a report.
    public static string MessageOf(Exception error) => error is ArgumentException { ParamName: { } name }
        ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : error.Message;
}
