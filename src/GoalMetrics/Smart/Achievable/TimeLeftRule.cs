namespace GoalMetrics.Smart;

/// <summary>
/// At the moment the goal is judged, at least a tenth of its period is left. Says nothing once the period has ended, which
/// <see cref="OpenPeriodRule"/> does. Abstains without a period.
/// </summary>
public sealed class TimeLeftRule() : SmartRule(SmartCriterion.Achievable)
{
    private const decimal Least = 0.1m;

    private static readonly FindingKind TooLittle = new(
        "SMART-A-TIME",
        FindingSeverity.Warning,
        new("Only {left} of {period} is left.", "Der er kun {left} af {period} tilbage."),
        new(
            "Move the goal to a period that has not begun, such as the next quarter.",
            "Flyt målet til en periode, der ikke er begyndt, f.eks. næste kvartal."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is not { } period)
        {
            context.Abstain();
            return;
        }

        // Local days need only be counted near the end. A date that the zone skips lasts no time, but halves the share at most.
        if (period.End - context.AsOf > period.Length / 5)
        {
            return;
        }

        var left = 1m - period.ElapsedShare(context.AsOf);
        if (left is > 0m and < Least)
        {
            context.Report(TooLittle, "period", [new("left", Quantity.Ratio(left)), new("period", period)]);
        }
    }
}
