namespace GoalMetrics.Smart;

/// <summary>The goal has an owner.</summary>
public sealed class OwnerRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind NoOwner = new(
        "SMART-S-OWNER",
        FindingSeverity.Warning,
        new("The goal has no owner.", "Målet har ingen ansvarlig."),
        new(
            "Name the person or department responsible for it, such as Owner = \"Marketing\".",
            "Angiv den person eller afdeling, der har ansvaret for det, f.eks. Owner = \"Marketing\"."));

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
