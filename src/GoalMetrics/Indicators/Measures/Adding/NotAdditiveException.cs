namespace GoalMetrics;

/// <summary>
/// Thrown when a value could only be computed by adding up values that must not be added. It is a mistake in the program, not in the data.
/// </summary>
public sealed class NotAdditiveException : InvalidOperationException
{
    internal NotAdditiveException(string message, Measure measure)
        : base(message) => Measure = measure;

    /// <summary>The measure that does not add up.</summary>
    public Measure Measure { get; }
}
