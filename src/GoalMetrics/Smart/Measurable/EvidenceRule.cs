namespace GoalMetrics.Smart;

/// <summary>
/// The data can show how near the goal is: its baseline is known and leads to the target, its measure can be computed, its tables are
/// whole. The findings are those of tracking. Abstains without a source, and where no data can show it: see
/// <see cref="SmartContext.EvidenceAsync"/>.
/// </summary>
public sealed class EvidenceRule : ISmartRule
{
    /// <inheritdoc/>
    public SmartCriterion Criterion => SmartCriterion.Measurable;

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

    private static async ValueTask ReadAsync(SmartContext context, CancellationToken cancellationToken)
    {
        if (await context.EvidenceAsync(cancellationToken).ConfigureAwait(false) is not { } evidence)
        {
            context.Abstain();
            return;
        }

        foreach (var finding in evidence.Findings)
        {
            context.Report(finding);
        }
    }
}
