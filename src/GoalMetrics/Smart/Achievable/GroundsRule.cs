namespace GoalMetrics.Smart;

/// <summary>
/// The goal states enough to judge whether it is achievable: a target, or a period. Where it does, this rule abstains and leaves the
/// judgement to the others.
/// </summary>
public sealed class GroundsRule() : SmartRule(SmartCriterion.Achievable)
{
    private static readonly FindingKind CannotTell = new(
        "SMART-A-CANNOT-TELL",
        FindingSeverity.Warning,
        new(
            "Without a target and a period it is impossible to judge whether the goal can be achieved.",
            "Uden et måltal og en periode er det umuligt at vurdere, om målet er opnåeligt."),
        new(
            "State the amount and the deadline, such as Target = Target.IncreaseBy(20.Percent(), …) and"
            + " Period = calendar.Quarter(2027, 1).",
            "Angiv, hvor meget og hvornår, f.eks. Target = Target.IncreaseBy(20.Percent(), …) og Period = calendar.Quarter(2027, 1)."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Target is null && context.Goal.Period is null)
        {
            context.Report(CannotTell, "target");
        }
        else
        {
            context.Abstain();
        }
    }
}
