using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics.Tests.Engines.InMemory;

// A fact as the slow engine knows it: with the day on the wall where it happened. A day begins when the wall first shows its first hour.
internal sealed record SlowRow(Instant Time, LocalDate Date, string? A, string? B, decimal? V)
{
    private static readonly ZoneLocalMappingResolver First =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static SlowRow At(Instant time, ReportingCalendar calendar, string? a, string? b, decimal? v)
    {
        var date = time.InZone(calendar.Zone).LocalDateTime.PlusHours(-calendar.FirstHourOfDay).Date;
        var hasNextBegun = calendar.FirstHourOfDay > 0 && StartOf(date.PlusDays(1), calendar) <= time;
        return new(time, hasNextBegun ? date.PlusDays(1) : date, a, b, v);
    }

    public static SlowRow On(LocalDate date, ReportingCalendar calendar, string? a, string? b, decimal? v) =>
        new(StartOf(date, calendar), date, a, b, v);

    private static Instant StartOf(LocalDate date, ReportingCalendar calendar) =>
        calendar.Zone.ResolveLocal(date.At(new(calendar.FirstHourOfDay, 0)), First).ToInstant();
}
