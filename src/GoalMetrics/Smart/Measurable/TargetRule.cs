namespace GoalMetrics.Smart;

/// <summary>The goal has a target.</summary>
public sealed class TargetRule() : SmartRule(SmartCriterion.Measurable)
{
    private static readonly FindingKind Missing = new(
        "SMART-M-TARGET",
        FindingSeverity.Error,
        new(
            "The goal has no target: no amount is stated.",
            "Målet har intet måltal: det er ikke angivet, hvor meget der skal nås."),
        new(
            "State the amount, such as Target = Target.IncreaseBy(20.Percent(), over: lastQuarter).",
            "Angiv, hvor meget, f.eks. Target = Target.IncreaseBy(20.Percent(), over: lastQuarter)."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Target is null)
        {
            context.Report(Missing, "target");
        }
    }
}
