namespace GoalMetrics.Smart;

/// <summary>At the moment the goal is judged, its period is still open or yet to come. Abstains without a period.</summary>
public sealed class OpenPeriodRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind Ended = new(
        "SMART-T-ENDED",
        FindingSeverity.Error,
        new("The goal's period {period} ended with {last}.", "Målets periode {period} sluttede den {last}."),
        new(
            "Set the goal for a period to come, such as the next quarter; or judge it as of the day it was set.",
            "Sæt målet for en kommende periode, f.eks. næste kvartal, eller vurdér det pr. den dag, det blev sat."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is not { } period)
        {
            context.Abstain();
        }
        else if (context.AsOf >= period.End)
        {
            context.Report(Ended, "period", [new("period", period), new("last", period.EndDate.PlusDays(-1))]);
        }
    }
}
