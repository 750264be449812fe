namespace GoalMetrics.Smart;

/// <summary>
/// A value to reach has a baseline. The progress of a level is measured from it; a measure that adds up over time, or a limit to stay
/// below, can do without, but is then compared with nothing. Abstains without a measure or a target.
/// </summary>
public sealed class BaselineRule() : SmartRule(SmartCriterion.Measurable)
{
    private static readonly FindingKind Missing = new(
        "SMART-M-BASELINE",
        FindingSeverity.Error,
        new(
            "'{measure}' is a level, and the target {target} has no baseline: there is nothing to measure progress from.",
            "'{measure}' er et niveau, og måltallet {target} har intet udgangspunkt: der er intet at måle fremgangen ud fra."),
        new(
            "State where it starts, such as Target.Reach(4.Percent(), over: lastQuarter).",
            "Angiv udgangspunktet, f.eks. Target.Reach(4.Percent(), over: lastQuarter)."));

    private static readonly FindingKind NotCompared = new(
        "SMART-M-COMPARISON",
        FindingSeverity.Info,
        new("The target {target} is compared with nothing earlier.", "Måltallet {target} sammenlignes ikke med noget tidligere."),
        new(
            "State what was reached before, such as Target.Reach(12_000, over: lastQuarter).",
            "Angiv, hvad der blev nået før, f.eks. Target.Reach(12_000, over: lastQuarter)."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Measure: { } measure, Target: { } target })
        {
            context.Abstain();
            return;
        }

        if (target is not { Kind: TargetKind.Reach, Baseline: null })
        {
            return;
        }

        if (measure.Additivity == Additivity.Additive || measure.Direction == Direction.LowerIsBetter)
        {
            context.Report(NotCompared, "target", [new("target", target.Value)]);
        }
        else
        {
            context.Report(Missing, "target", [new("measure", measure.Id), new("target", target.Value)]);
        }
    }
}
