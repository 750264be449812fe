namespace GoalMetrics;

/// <summary>
/// A rule that SMART goals should follow. It looks at one goal and reports what it finds. The built-in rules are made with this
/// interface, and so are your own; a rule that waits for nothing is easier to derive from <see cref="SmartRule"/>.
/// </summary>
/// <remarks>
/// Implementations are immutable and safe to call from several threads. An exception they throw reaches the caller of the validator.
/// </remarks>
public interface ISmartRule
{
    /// <summary>The criterion that the rule checks; always the same.</summary>
    SmartCriterion Criterion { get; }

    /// <summary>
    /// Checks a goal. Everything is reported to the context before the task completes; a rule that cannot check the goal, as
    /// something it needs is missing, says so with <see cref="SmartContext.Abstain"/>.
    /// </summary>
    /// <param name="context">The goal and what is known about it.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default);
}
