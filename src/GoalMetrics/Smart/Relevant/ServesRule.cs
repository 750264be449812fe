namespace GoalMetrics.Smart;

/// <summary>The goal serves a business goal.</summary>
public sealed class ServesRule() : SmartRule(SmartCriterion.Relevant)
{
    private static readonly FindingKind Nothing = new(
        "SMART-R-SERVES",
        FindingSeverity.Error,
        new("The goal serves no business goal.", "Målet understøtter ikke noget virksomhedsmål."),
        new(
            "State which one it serves, such as Serves = [\"{example}\"].",
            "Angiv, hvilket det bidrager til, f.eks. Serves = [\"{example}\"]."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Serves.Count == 0)
        {
            context.Report(Nothing, "serves", [new("example", Example(context))]);
        }
    }

    // The business goals that the goal's KPI serves are the best guess, then those of the strategy.
    private static string Example(SmartContext context)
    {
        if (context.Goal.Measure is Kpi { BusinessGoals: [var served, ..] })
        {
            return served;
        }

        return context.Strategy is { BusinessGoals: [var first, ..] } ? first.Id : "grow-market-share";
    }
}
