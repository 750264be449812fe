using NodaTime;

namespace GoalMetrics.Smart;

/// <summary>Where the goal says how often its measure is read, at least one whole reading falls within its period.</summary>
public sealed class ReadingRule() : SmartRule(SmartCriterion.Measurable)
{
    private static readonly FindingKind Never = new(
        "SMART-M-READING",
        FindingSeverity.Error,
        new("The goal is read by the {grain}, but {period} holds no whole reading.", "Målet aflæses pr. {grain}, men {period} rummer ingen hel aflæsning."),
        new("Read it more often, such as ReadEvery = Grain.Week, or lengthen the period.", "Aflæs det oftere, f.eks. ReadEvery = Grain.Week, eller forlæng perioden."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is { ReadEvery: { } grain, Period: { } period } && !HoldsWhole(period, grain))
        {
            context.Report(Never, "read-every", [new("grain", grain.Title()), new("period", period)]);
        }
    }

    private static bool HoldsWhole(ReportingPeriod period, Grain grain)
    {
        if (grain == Grain.Hour || HoldsWholeByDate(period, grain))
        {
            return true;
        }

        // To be sure, by instants: a day that the zone skipped lasts no time, so that a period may hold what begins before it by date.
        var first = period.Calendar.Period(grain, period.StartDate);
        return first.Start >= period.Start ? first.End <= period.End : first.End < period.End && first.Next().End <= period.End;
    }

    // Says yes only for sure, but without making periods: goals that are fine are to cost nothing.
    private static bool HoldsWholeByDate(ReportingPeriod period, Grain grain)
    {
        var calendar = period.Calendar;
        if (period.Grain == Grain.Hour || (GrainArithmetic.IsRetail(grain) && calendar.Retail is null)
            || (period.Grain is null && !(IsMidnight(period.Start, period) && IsMidnight(period.End, period))))
        {
            return false;
        }

        // Of as many days as two readings have at most, less one, there is a whole one wherever they begin.
        if ((period.Grain == grain && !period.IsPartial) || period.Days >= (2 * MostDays(grain)) - 1)
        {
            return true;
        }

        if (GrainArithmetic.IsRetail(grain))
        {
            return false;
        }

        var holding = grain == Grain.Week
            ? period.StartDate.PlusDays(1).Previous(calendar.FirstDayOfWeek)
            : GrainArithmetic.StartHolding(calendar, grain, period.StartDate);
        return (holding == period.StartDate ? holding : GrainArithmetic.Add(calendar, grain, holding, 1)) is { } first
            && GrainArithmetic.Add(calendar, grain, first, 1) <= period.EndDate;
    }

    private static bool IsMidnight(Instant instant, ReportingPeriod period) =>
        instant.WithOffset(period.Calendar.Zone.GetUtcOffset(instant)).TimeOfDay == LocalTime.Midnight;

    private static int MostDays(Grain grain) => grain switch
    {
        Grain.Day => 1,
        Grain.Week or Grain.RetailWeek => 7,
        Grain.Month => 31,
        Grain.RetailPeriod => 35,
        Grain.Quarter or Grain.FiscalQuarter => 92,
        Grain.RetailQuarter => 98,
        Grain.HalfYear or Grain.FiscalHalfYear => 184,
        Grain.Year or Grain.FiscalYear => 366,
        _ => 371,
    };
}
