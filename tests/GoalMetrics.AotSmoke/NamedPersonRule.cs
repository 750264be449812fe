namespace GoalMetrics.AotSmoke;

/// <summary>A rule as an application would add it: a person owns the goal, not a department.</summary>
internal sealed class NamedPersonRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind Department = new(
        "SHOP-PERSON",
        FindingSeverity.Warning,
        new("'{owner}' is not a person.", "'{owner}' er ikke en person."),
        new("Name one person.", "Angiv én person."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        if (context.Goal.Owner is "Sales")
        {
            context.Report(Department, "owner", [new("owner", context.Goal.Owner)]);
        }
    }
}
