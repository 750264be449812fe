namespace GoalMetrics.Smart;

/// <summary>
/// A measure that adds up over time is compared with a period of about the same length: both periods have the same grain, or their
/// numbers of days differ by at most an eighth of the longer one. Abstains without a measure, a measured baseline or a period.
/// </summary>
public sealed class BaselineLengthRule() : SmartRule(SmartCriterion.Measurable)
{
    // The days may differ by one in eight.
    private const int Tolerance = 8;

    private static readonly FindingKind Unlike = new(
        "SMART-M-BASELINE-LENGTH",
        FindingSeverity.Warning,
        new(
            "'{measure}' adds up over time, but the baseline {baseline} lasts {baselineLength}"
            + " and the goal's period {period} lasts {length}.",
            "'{measure}' lægges sammen over tid, men udgangspunktet {baseline} varer {baselineLength},"
            + " mens målets periode {period} varer {length}."),
        new(
            "Compare with a period of the same length, such as the same one a year earlier.",
            "Sammenlign med en periode af samme længde, f.eks. den samme et år tidligere."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Measure: { } measure, Target.Baseline.Period: { } baseline, Period: { } period })
        {
            context.Abstain();
            return;
        }

        if (measure.Additivity == Additivity.Additive && !AreAlike(baseline, period))
        {
            context.Report(
                Unlike,
                "target/baseline",
                [
                    new("measure", measure.Id),
                    new("baseline", baseline),
                    new("baselineLength", LengthOf(baseline)),
                    new("period", period),
                    new("length", LengthOf(period)),
                ]);
        }
    }

    private static bool AreAlike(ReportingPeriod one, ReportingPeriod other) =>
        AreOfOneGrain(one, other) || Tolerance * Math.Abs(one.Days - other.Days) <= Math.Max(one.Days, other.Days);

    private static bool AreOfOneGrain(ReportingPeriod one, ReportingPeriod other) =>
        one.Grain is { } grain && grain == other.Grain && !one.IsPartial && !other.IsPartial;

    private static Quantity LengthOf(ReportingPeriod period) => Quantity.Duration(period.Days, DurationUnit.Day);
}
