namespace GoalMetrics.Smart;

/// <summary>The goal has an owner.</summary>
public sealed class OwnerRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind NoOwner = new(
        "SMART-S-OWNER",
        FindingSeverity.Warning,
        new("Nobody owns the goal.", "Ingen har ansvaret for målet."),
        new(
            "Name the person or department that answers for it, such as Owner = \"Marketing\".",
            "Angiv den person eller afdeling, der står til ansvar for det, f.eks. Owner = \"Marketing\"."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrWhiteSpace(context.Goal.Owner))
        {
            context.Report(NoOwner, "owner");
        }
    }
}
