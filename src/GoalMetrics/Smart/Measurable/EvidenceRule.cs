namespace GoalMetrics.Smart;

/// <summary>
/// The data can show how near the goal is: its baseline is known and leads to the target, its measure can be computed, its tables are
/// whole. The findings are those of tracking. Abstains without a source, and where no data can show it: see
/// <see cref="SmartContext.EvidenceAsync"/>.
/// </summary>
public sealed class EvidenceRule() : SmartEvidenceRule(SmartCriterion.Measurable)
{
    /// <inheritdoc/>
    protected override void Check(SmartContext context, GoalEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(evidence);
        foreach (var finding in evidence.Findings)
        {
            context.Report(finding);
        }
    }
}
