namespace GoalMetrics.Smart;

/// <summary>The period is short enough to keep the urgency. Abstains without a period.</summary>
public sealed class PeriodLengthRule : SmartRule
{
    private static readonly FindingKind TooLong = new(
        "SMART-T-LONG",
        FindingSeverity.Warning,
        new(
            "The goal's period {period} is longer than {longest}: nothing is urgent so far ahead.",
            "Målets periode {period} er længere end {longest}: så langt ude i fremtiden haster intet."),
        new(
            "Cut it into shorter goals, such as one a year, and make the long aim a business goal.",
            "Del det op i kortere mål, f.eks. ét om året, og gør det langsigtede mål til et virksomhedsmål."));

    /// <summary>The rule with a limit of your own.</summary>
    /// <param name="longestYears">The longest a period can be, in whole years from 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not from 1 to 100.</exception>
    public PeriodLengthRule(int longestYears = 2)
        : base(SmartCriterion.TimeBound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestYears, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longestYears, 100);
        LongestYears = longestYears;
    }

    /// <summary>The longest a period can be, in years. Defaults to 2.</summary>
    public int LongestYears { get; }

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is not { } period)
        {
            context.Abstain();
        }
        else if (IsLonger(period))
        {
            context.Report(
                TooLong, "period", [new("period", period), new("longest", Quantity.Duration(LongestYears, DurationUnit.Year))]);
        }
    }

    // A period that begins too close to the end of the calendar cannot be longer.
    private bool IsLonger(ReportingPeriod period) =>
        period.StartDate.Year <= ReportingCalendar.MaxDate.Year - LongestYears && period.EndDate > period.StartDate.PlusYears(LongestYears);
}
