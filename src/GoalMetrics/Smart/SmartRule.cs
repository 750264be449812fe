namespace GoalMetrics;

/// <summary>A rule that needs no data, only the goal and its strategy.</summary>
/// <remarks>Derived classes are immutable and safe to call from several threads.</remarks>
public abstract class SmartRule : ISmartRule
{
    /// <summary>A rule for a criterion.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is none of the five.</exception>
    protected SmartRule(SmartCriterion criterion) => Criterion = Enum.IsDefined(criterion)
        ? criterion
        : throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Expected one of the five criteria, Specific to TimeBound.");

    /// <inheritdoc/>
    public SmartCriterion Criterion { get; }

    /// <inheritdoc/>
    public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        Check(context);
        return default;
    }

    // What CheckAsync does, without the way through an interface.
    internal void Run(SmartContext context) => Check(context);

    /// <summary>Checks a goal, and reports every finding to the context.</summary>
    protected abstract void Check(SmartContext context);
}
