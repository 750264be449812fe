namespace GoalMetrics;

/// <summary>A rule that asks the data about the goal. It abstains without a source, and where no data can tell.</summary>
/// <remarks>Derived classes are immutable and safe to call from several threads.</remarks>
public abstract class SmartEvidenceRule : ISmartRule
{
    /// <summary>A rule for a criterion.</summary>
    /// <param name="criterion">The criterion that the rule checks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is not one of the five.</exception>
    protected SmartEvidenceRule(SmartCriterion criterion) => Criterion = EnumValue.Checked(criterion);

    /// <inheritdoc/>
    public SmartCriterion Criterion { get; }

    /// <inheritdoc/>
    public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Source is not null)
        {
            return ReadAsync(context, cancellationToken);
        }

        context.Abstain();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Checks a goal by what the data say about it and reports everything it finds to the context. Call <see cref="SmartContext.Abstain"/>
    /// where that is not enough to check the goal.
    /// </summary>
    /// <param name="context">The goal and what is known about it.</param>
    /// <param name="evidence">What the data say about it, read once for all goals that are validated together.</param>
    protected abstract void Check(SmartContext context, GoalEvidence evidence);

    private async ValueTask ReadAsync(SmartContext context, CancellationToken cancellationToken)
    {
        if (await context.EvidenceAsync(cancellationToken).ConfigureAwait(false) is { } evidence)
        {
            Check(context, evidence);
        }
        else
        {
            context.Abstain();
        }
    }
}
