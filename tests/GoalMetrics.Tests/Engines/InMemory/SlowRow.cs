using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

// A fact as the slow engine knows it: with the date on the wall where it happened.
internal sealed record SlowRow(Instant Time, LocalDate Date, string? A, string? B, decimal? V)
{
    public static SlowRow At(Instant time, DateTimeZone zone, string? a, string? b, decimal? v) =>
        new(time, time.InZone(zone).Date, a, b, v);

    public static SlowRow On(LocalDate date, DateTimeZone zone, string? a, string? b, decimal? v) =>
        new(zone.AtStartOfDay(date).ToInstant(), date, a, b, v);
}
