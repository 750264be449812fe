namespace GoalMetrics.Smart;

/// <summary>The business goals that the goal serves are in the strategy. Abstains without a strategy, or if the goal serves none.</summary>
public sealed class KnownBusinessGoalRule() : SmartRule(SmartCriterion.Relevant)
{
    private static readonly LocalizedText None = new("there is none yet", "der er ingen endnu");

    private static readonly FindingKind Unknown = new(
        "SMART-R-UNKNOWN",
        FindingSeverity.Error,
        new(
            "The goal serves '{id}', which is not among the strategy's business goals.",
            "Målet understøtter '{id}', som ikke er blandt strategiens virksomhedsmål."),
        new("Refer to one that is ({known}), or add '{id}' to them.", "Henvis til et, der findes ({known}), eller tilføj '{id}'."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context is not { Strategy: { } strategy, Goal.Serves: { Count: > 0 } serves })
        {
            context.Abstain();
            return;
        }

        foreach (var id in serves.Where(id => strategy.FindBusinessGoal(id) is null))
        {
            context.Report(Unknown, "serves", [new("id", id), new("known", KnownIn(strategy, id))]);
        }
    }

    private static object KnownIn(Strategy strategy, string id)
    {
        if (strategy.BusinessGoals.Count == 0)
        {
            return None;
        }

        var all = strategy.BusinessGoals.Select(goal => goal.Id).ToList();
        var nearest = Nearest.Of(id, all);
        return nearest.Count > 0 ? nearest : all;
    }
}
