namespace GoalMetrics.Smart;

/// <summary>
/// The goal's period and its baseline's are of the calendar that the data have: days begin at the same moments. Abstains without a source
/// or a period.
/// </summary>
public sealed class CalendarRule() : SmartRule(SmartCriterion.TimeBound)
{
    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context is not { Source.Calendar: { } calendar, Goal.Period: not null })
        {
            context.Abstain();
            return;
        }

        foreach (var finding in CalendarCheck.Find(context.Goal, calendar))
        {
            context.Report(finding);
        }
    }
}
