namespace GoalMetrics.Tests;

internal static class Messages
{
    /// <summary>The whole message of the exception, of exactly this type, that the action throws.</summary>
    public static string Of<TException>(Func<object?> action)
        where TException : Exception => Assert.Throws<TException>(action).Message;
}
