namespace GoalMetrics.Smart;

/// <summary>
/// At least one whole reading of the measure falls within the goal's period. What is to be kept and grows with time, as sums do, is read
/// by the month where the goal does not say how often. Abstains if neither is stated, or the goal has no period.
/// </summary>
public sealed class ReadingRule() : SmartRule(SmartCriterion.Measurable)
{
    private static readonly FindingKind Never = new(
        "SMART-M-READING",
        FindingSeverity.Error,
        new(
            "The goal is read by the {grain}, but {period} holds no whole reading.",
            "Målet opgøres pr. {grain}, men {period} rummer ingen hel opgørelse."),
        new(
            "Read it more often, such as ReadEvery = Grain.Week, or lengthen the period.",
            "Opgør det oftere, f.eks. ReadEvery = Grain.Week, eller forlæng perioden."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (ReadEvery(context.Goal) is not { } grain || context.Goal.Period is not { } period)
        {
            context.Abstain();
            return;
        }

        if (!HoldsWhole(period, grain))
        {
            context.Report(Never, "read-every", [new("grain", grain.Title()), new("period", period)]);
        }
    }

    private static Grain? ReadEvery(SmartGoal goal) =>
        goal.Measure is { GrowsWithTime: true } ? goal.ReadsEvery : goal.ReadEvery;

    private static bool HoldsWhole(ReportingPeriod period, Grain grain)
    {
        if (grain == Grain.Hour)
        {
            return true;
        }

        // By instants: a day that the zone skipped lasts no time, so a period may hold a reading that begins before it by date.
        var first = period.Calendar.Period(grain, period.StartDate);
        if (first.Start >= period.Start)
        {
            return first.End <= period.End;
        }

        return first.End < period.End && first.Next().End <= period.End;
    }
}
