namespace GoalMetrics.Smart;

/// <summary>
/// The goal's path can be followed through its period: it is tried out at its start, halfway and at its end. Abstains without a period.
/// </summary>
/// <remarks>A <see cref="SeasonalPath"/> cannot, where its table does not hold the goal's season; nor can a path that throws.</remarks>
public sealed class PathRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind Unfit = new(
        "SMART-T-PATH",
        FindingSeverity.Error,
        new(
            "The goal's path cannot be followed through {period}: {error}",
            "Målets forventede forløb kan ikke følges gennem {period}: {error}"),
        new(
            "Give the goal a path that is made for its period, or leave it out: the goal is then expected steadily.",
            "Giv målet et forløb, der passer til perioden, eller udelad det: så forventes målet nået i jævnt tempo."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is not { } period)
        {
            context.Abstain();
        }
        else if (PathCheck.ProblemOf(context.Goal) is { } problem)
        {
            context.Report(Unfit, "path", [new("period", period), new("error", new LocalizedText(problem))]);
        }
    }
}
