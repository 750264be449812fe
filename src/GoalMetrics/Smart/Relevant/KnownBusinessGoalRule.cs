namespace GoalMetrics.Smart;

/// <summary>The business goals that the goal serves are in the strategy. Without a strategy there is nothing to look in.</summary>
public sealed class KnownBusinessGoalRule() : SmartRule(SmartCriterion.Relevant)
{
    private static readonly LocalizedText None = new("there is none yet", "der er ingen endnu");

    private static readonly FindingKind Unknown = new(
        "SMART-R-UNKNOWN",
        FindingSeverity.Error,
        new("The goal serves '{id}', which is not among the strategy's business goals.", "Målet tjener '{id}', som ikke er blandt strategiens virksomhedsmål."),
        new("Refer to one that is ({known}), or add '{id}' to them.", "Henvis til et, der er ({known}), eller tilføj '{id}'."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Strategy is not { } strategy)
        {
            return;
        }

        for (var i = 0; i < context.Goal.Serves.Count; i++)
        {
            var id = context.Goal.Serves[i];
            if (!Has(strategy, id))
            {
                context.Report(Unknown, "serves", [new("id", id), new("known", Known(strategy, id))]);
            }
        }
    }

    private static bool Has(Strategy strategy, string id)
    {
        for (var i = 0; i < strategy.BusinessGoals.Count; i++)
        {
            if (strategy.BusinessGoals[i].Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private static object Known(Strategy strategy, string id)
    {
        var all = strategy.BusinessGoals.Select(goal => goal.Id).Distinct().ToList();
        var nearest = Nearest.Of(id, all);
        return all.Count == 0 ? None : nearest.Count == 0 ? all : nearest;
    }
}
