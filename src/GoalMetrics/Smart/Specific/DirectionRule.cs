namespace GoalMetrics.Smart;

/// <summary>
/// It is clear whether more or less is better, be it from the measure or from the target. A value to reach without a baseline says nothing
/// of that, and more is taken to be better. Abstains without a measure or a target.
/// </summary>
public sealed class DirectionRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind Assumed = new(
        "SMART-S-DIRECTION",
        FindingSeverity.Info,
        new(
            "It is not stated whether higher or lower values of '{measure}' are better; higher is assumed.",
            "Det er ikke angivet, om højere eller lavere værdier af '{measure}' er bedst; højere antages."),
        new(
            "State it with BetterWhen, such as BetterWhen(Direction.LowerIsBetter) for costs and complaints.",
            "Angiv det med BetterWhen, f.eks. BetterWhen(Direction.LowerIsBetter) for omkostninger og klager."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Measure: { } measure, Target: { } target })
        {
            context.Abstain();
        }
        else if (measure.Direction == Direction.Neutral && target is { Kind: TargetKind.Reach, Baseline: null })
        {
            context.Report(Assumed, "measure", [new("measure", measure.Id)]);
        }
    }
}
