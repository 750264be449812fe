namespace GoalMetrics;

/// <summary>A rule that waits for nothing: it looks at the goal and its strategy, without data.</summary>
/// <remarks>Derived classes are immutable and safe to call from several threads.</remarks>
public abstract class SmartRule : ISmartRule
{
    /// <summary>A rule for a criterion.</summary>
    /// <param name="criterion">The criterion that the rule checks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is not one of the five.</exception>
    protected SmartRule(SmartCriterion criterion) => Criterion = EnumValue.Checked(criterion);

    /// <inheritdoc/>
    public SmartCriterion Criterion { get; }

    /// <inheritdoc/>
    public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        Check(context);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Checks a goal and reports everything it finds to the context. Call <see cref="SmartContext.Abstain"/> where the goal cannot be
    /// checked, as something the rule needs is missing.
    /// </summary>
    /// <param name="context">The goal and what is known about it.</param>
    protected abstract void Check(SmartContext context);
}
