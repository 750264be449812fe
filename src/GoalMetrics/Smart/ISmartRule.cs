namespace GoalMetrics;

/// <summary>
/// A rule about goals: it looks at one and reports what it finds. The built-in rules are made with this, and so are your own;
/// rules that need no data derive from <see cref="SmartRule"/>.
/// </summary>
/// <remarks>Implementations are immutable and safe to call from several threads. An exception they throw reaches the caller of the validator.</remarks>
public interface ISmartRule
{
    /// <summary>The criterion its findings count for; always the same.</summary>
    SmartCriterion Criterion { get; }

    /// <summary>Checks a goal, and reports every finding to the context before the task completes.</summary>
    /// <param name="context">The goal and what is known about it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default);
}
