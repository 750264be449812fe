using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>What a source says of one of its tables. Immutable.</summary>
/// <param name="Schema">What the table holds.</param>
/// <param name="Coverage">The time for which its facts are complete, from the start of a day to the end of one; null where there are no facts.</param>
/// <param name="Settling">How long after the end of a period facts may still come in.</param>
public sealed record TableDescription(TableSchema Schema, Interval? Coverage, Duration Settling)
{
    /// <summary>How many rows were refused when the table was loaded.</summary>
    public long RefusedRows { get; init; }

    /// <summary>When the latest fact happened, a date at its start; null where there are none, or it is not known.</summary>
    public Instant? LatestFact { get; init; }

    /// <summary>
    /// The periods of which the table keeps totals; null where it keeps each fact. A window that cuts such a period is undefined where
    /// facts lie on both sides of the cut. Windows are then asked for as they are; else they may be asked for in pieces and added up.
    /// </summary>
    public Grain? KeptGrain { get; init; }

    // Whether no period that the table keeps lies on both sides of the moment. Beyond the calendar there are none.
    internal bool CanBeCutAt(Instant moment, ReportingCalendar calendar) =>
        KeptGrain is not { } grain
        || moment.InZone(calendar.Zone).Date is var date && (date < ReportingCalendar.MinDate || date > ReportingCalendar.MaxDate)
        || calendar.PeriodAt(grain, moment).Start == moment;

    // The dimensions that the table can be asked by: all, unless only totals of them were kept.
    internal ImmutableArray<string> Breakdowns { get; init; } = Schema.Dimensions;
}
