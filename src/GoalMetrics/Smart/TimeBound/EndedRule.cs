namespace GoalMetrics.Smart;

/// <summary>At the moment the goal is judged, its period has not ended.</summary>
public sealed class EndedRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind Ended = new(
        "SMART-T-ENDED",
        FindingSeverity.Error,
        new("The goal's period {period} ended with {last}.", "Målets periode {period} sluttede med {last}."),
        new(
            "Set the goal for a period to come, such as the next quarter; or judge it as of the day it was set.",
            "Sæt målet for en kommende periode, f.eks. næste kvartal; eller bedøm det pr. den dag, det blev sat."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is { } period && context.AsOf >= period.End)
        {
            context.Report(Ended, "period", [new("period", period), new("last", period.EndDate.PlusDays(-1))]);
        }
    }
}
