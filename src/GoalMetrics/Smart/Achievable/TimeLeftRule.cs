using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics.Smart;

/// <summary>At the moment the goal is judged, at least a tenth of its period is left.</summary>
public sealed class TimeLeftRule() : SmartRule(SmartCriterion.Achievable)
{
    private const decimal Least = 0.1m;

    private static readonly FindingKind TooLittle = new(
        "SMART-A-TIME",
        FindingSeverity.Warning,
        new("Only {left} of {period} is left.", "Kun {left} af {period} er tilbage."),
        new(
            "Move the goal to a period that has not begun, such as the next quarter.",
            "Flyt målet til en periode, der ikke er begyndt, f.eks. næste kvartal."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Period is { } period && !IsFarFromOver(period, context.AsOf) && LeftOf(period, context.AsOf) is > 0m and < Least and var left)
        {
            context.Report(TooLittle, "period", [new("left", Quantity.Ratio(left)), new("period", period)]);
        }
    }

    // By the exact time, so that no date has to be found: clocks and time zones never move the end by as much as three days.
    private static bool IsFarFromOver(ReportingPeriod period, Instant asOf) =>
        asOf <= period.Start || (asOf < period.End && (period.End - asOf).Days > (period.Days / 10) + 3);

    // What ElapsedShare says, which allocates where it maps local times to instants.
    private static decimal LeftOf(ReportingPeriod period, Instant asOf)
    {
        if (asOf >= period.End || period.Grain == Grain.Hour)
        {
            return 1m - period.ElapsedShare(asOf);
        }

        var zone = period.Calendar.Zone;
        var today = asOf.WithOffset(zone.GetUtcOffset(asOf)).Date;
        var (start, end) = (StartOf(today, zone), StartOf(today.PlusDays(1), zone));
        while (end <= asOf)
        {
            today = today.PlusDays(1);
            (start, end) = (end, StartOf(today.PlusDays(1), zone));
        }

        var partOfToday = (decimal)(asOf - start).ToInt64Nanoseconds() / (end - start).ToInt64Nanoseconds();
        return 1m - ((Period.DaysBetween(period.StartDate, today) + partOfToday) / period.Days);
    }

    // Midnight: of two, the earlier; where the clocks skip it, the moment they do.
    private static Instant StartOf(LocalDate date, DateTimeZone zone)
    {
        var utc = date.AtMidnight().WithOffset(Offset.Zero).ToInstant();
        var clocks = zone.GetZoneInterval(utc - Duration.FromDays(2));
        while (clocks.HasEnd && At(clocks) >= clocks.End)
        {
            clocks = zone.GetZoneInterval(clocks.End);
        }

        return clocks.HasStart ? Instant.Max(At(clocks), clocks.Start) : At(clocks);

        Instant At(ZoneInterval interval) => utc - Duration.FromSeconds(interval.WallOffset.Seconds);
    }
}
