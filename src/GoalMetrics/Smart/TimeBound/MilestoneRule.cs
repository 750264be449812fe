using NodaTime;

namespace GoalMetrics.Smart;

/// <summary>Milestones are due within the goal's period. Abstains without milestones or a period.</summary>
public sealed class MilestoneRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind Outside = new(
        "SMART-T-MILESTONE",
        FindingSeverity.Warning,
        new(
            "The milestone '{name}' is due on {due}, outside the goal's period {period}.",
            "Milepælen '{name}' skal nås {due}, og det er uden for målets periode {period}."),
        new(
            "Move it into the period, such as to {last}, or change the period.",
            "Flyt den ind i perioden, f.eks. til {last}, eller ret perioden."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Target.Milestones: { Count: > 0 } milestones, Period: { } period })
        {
            context.Abstain();
            return;
        }

        foreach (var milestone in milestones)
        {
            var due = milestone.Due.WithCalendar(CalendarSystem.Iso);
            if (due < period.StartDate || due >= period.EndDate)
            {
                var last = period.EndDate.PlusDays(-1);
                context.Report(
                    Outside,
                    "target/milestones",
                    [new("name", milestone.Name), new("due", due), new("period", period), new("last", last)]);
            }
        }
    }
}
