namespace GoalMetrics.Smart;

/// <summary>The goal has a period.</summary>
public sealed class PeriodRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind Missing = new(
        "SMART-T-PERIOD",
        FindingSeverity.Error,
        new("The goal has no period: no deadline is stated.", "Målet har ingen periode: der er ikke angivet en frist."),
        new(
            "State the deadline, such as Period = calendar.Quarter(2027, 1).",
            "Angiv, hvornår det skal nås, f.eks. Period = calendar.Quarter(2027, 1)."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is null)
        {
            context.Report(Missing, "period");
        }
    }
}
