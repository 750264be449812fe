using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A measure in one period, compared with the period before and the same period a year earlier. While the period is open, only the
/// same elapsed part of the others is compared. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<MeasureReading>))]
public sealed partial class MeasureReading
{
    internal MeasureReading(Measure measure, MetricRow row, PeriodState state)
    {
        Period = row.Period;
        State = state;
        Value = row[measure];
        FromPrevious = row.Change(measure, PeriodComparison.PreviousPeriod);
        FromYearEarlier = row.Change(measure, PeriodComparison.YearEarlier);
        Verdict = FromPrevious.Judge(measure.Direction);
    }

    internal MeasureReading(ReportingPeriod period, PeriodState state, Quantity undefined)
    {
        Period = period;
        State = state;
        Value = undefined;
        FromPrevious = FromYearEarlier = Change.Between(undefined, undefined);
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Whether it is open, settling or closed.</summary>
    public PeriodState State { get; }

    /// <summary>The value; to date while the period is open.</summary>
    public Quantity Value { get; }

    /// <summary>The value in the period before; in the same elapsed part of it while the period is open.</summary>
    public Quantity Previous => FromPrevious.From;

    /// <summary>The change since the period before.</summary>
    public Change FromPrevious { get; }

    /// <summary>The change since the same period a year earlier.</summary>
    public Change FromYearEarlier { get; }

    /// <summary>Whether the change since the period before is for the better.</summary>
    public ChangeVerdict Verdict { get; }
}
