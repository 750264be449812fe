namespace GoalMetrics.Smart;

/// <summary>The goal serves a business goal.</summary>
public sealed class ServesRule() : SmartRule(SmartCriterion.Relevant)
{
    private static readonly FindingKind Nothing = new(
        "SMART-R-SERVES",
        FindingSeverity.Error,
        new("The goal serves no business goal.", "Målet tjener intet virksomhedsmål."),
        new("Say which one it brings nearer, such as Serves = [\"{example}\"].", "Angiv hvilket det bringer nærmere, f.eks. Serves = [\"{example}\"]."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Serves.Count == 0)
        {
            context.Report(Nothing, "serves", [new("example", Example(context))]);
        }
    }

    // What its KPI serves is nearest at hand, then what there is.
    private static string Example(SmartContext context) =>
        context.Goal.Measure is Kpi { BusinessGoals: [var served, ..] } ? served
        : context.Strategy is { BusinessGoals: [var first, ..] } ? first.Id
        : "grow-market-share";
}
