using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A measure in one period, compared with the period before and the same period a year earlier. While the period is open, only the
/// same elapsed part of the others is compared. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<MeasureReading>))]
public sealed partial class MeasureReading
{
    internal MeasureReading(Measure measure, MetricRow row, PeriodState state, Instant asOf, Instant dataEnd)
    {
        var until = Instant.Min(row.Period.End, asOf);
        ReadUntil = Instant.Max(row.Period.Start, Instant.Min(until, dataEnd));
        IsFullyCovered = LacksNoDay(row.Period, until) && row.IsFullyCoveredFor(measure);
        Period = row.Period;
        State = state;
        Value = row[measure];
        Previous = row.Earlier(measure, PeriodComparison.PreviousPeriod);
        FromPrevious = row.Change(measure, PeriodComparison.PreviousPeriod);
        FromYearEarlier = row.Change(measure, PeriodComparison.YearEarlier);
        Compared =
        [
            row.Compared(measure, PeriodComparison.PreviousPeriod),
            row.Compared(measure, PeriodComparison.YearEarlier),
        ];
        Verdict = FromPrevious.Judge(measure.Direction);
    }

    internal MeasureReading(ReportingPeriod period, PeriodState state, Quantity undefined)
    {
        Period = period;
        State = state;
        Value = Previous = undefined;
        FromPrevious = FromYearEarlier = Change.Between(undefined, undefined);
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Whether it is open, settling or closed.</summary>
    public PeriodState State { get; }

    /// <summary>The value; to date while the period is open.</summary>
    public Quantity Value { get; }

    /// <summary>
    /// Until when it was read: the end of the period, the moment of the scorecard, or the end of the data, whichever comes first. The start
    /// of the period where the data end before it; null where it could not be read.
    /// </summary>
    public Instant? ReadUntil { get; }

    /// <summary>
    /// Whether the facts cover all the time that the measure reads, up to the moment of the scorecard; hours of the day that is running are
    /// not missed. Where they do not, the value is that of the covered part.
    /// </summary>
    public bool IsFullyCovered { get; }

    /// <summary>The value in the period before; in the same elapsed part of it while the period is open.</summary>
    public Quantity Previous { get; }

    /// <summary>The change since the period before.</summary>
    public Change FromPrevious { get; }

    /// <summary>The change since the same period a year earlier.</summary>
    public Change FromYearEarlier { get; }

    /// <summary>
    /// What it was compared with: the period before and the one a year earlier, and how far they were read. Empty where it could not be
    /// read.
    /// </summary>
    public IReadOnlyList<ComparedPeriods> Compared { get; } = [];

    /// <summary>Whether the change since the period before is for the better.</summary>
    public ChangeVerdict Verdict { get; }

    /// <summary>Period and value: <c>2027-02: DKK 20.00</c>.</summary>
    public override string ToString() => $"{Period}: {Value}";

    // Some hours of the day that is running are nothing to mention.
    private bool LacksNoDay(ReportingPeriod period, Instant until)
    {
        var day = period.Calendar.StartOf(period.Calendar.DateHolding(until));
        return ReadUntil == until || (period.Start < day && day <= ReadUntil);
    }
}
