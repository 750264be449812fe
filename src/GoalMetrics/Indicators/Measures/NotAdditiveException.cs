namespace GoalMetrics;

/// <summary>Values were asked for that could only be had by adding what must not be added (S3.2): a mistake in the program, not in the data.</summary>
public sealed class NotAdditiveException : InvalidOperationException
{
    internal NotAdditiveException(string message, Measure measure)
        : base(message) => Measure = measure;

    /// <summary>The measure that does not add up.</summary>
    public Measure Measure { get; }
}
