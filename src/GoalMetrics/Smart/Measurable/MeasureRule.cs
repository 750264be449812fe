namespace GoalMetrics.Smart;

/// <summary>The goal has a measure. A goal of milestones needs none.</summary>
public sealed class MeasureRule() : SmartRule(SmartCriterion.Measurable)
{
    private static readonly FindingKind Missing = new(
        "SMART-M-MEASURE",
        FindingSeverity.Error,
        new(
            "The goal has no measure: progress cannot be measured.",
            "Målet har ingen KPI, PI eller metrik: fremdriften kan ikke måles."),
        new(
            "Choose the KPI, performance indicator or metric that measures it, such as Measure = visits.",
            "Vælg den KPI, PI eller metrik, der viser det, f.eks. Measure = visits."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is { Measure: null, Target: not { Kind: TargetKind.Complete } })
        {
            context.Report(Missing, "measure");
        }
    }
}
