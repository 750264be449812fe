using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics;

// The clocks of a zone. What they show twice or never is refused, unless it is stated how to take it.
internal sealed class ZoneClock(DateTimeZone zone)
{
    public ZoneLocalMappingResolver? Resolver { get; set; }

    // What was expected instead of a time; null if it was read.
    public string? Read(LocalDateTime time, out Instant instant)
    {
        var found = zone.MapLocal(time);
        if (found.Count == 1 || Resolver is not null)
        {
            instant = (Resolver is null ? found.Single() : Resolver(found)).ToInstant();
            return null;
        }

        instant = default;
        var (before, after) = (found.EarlyInterval.WallOffset, found.LateInterval.WallOffset);
        var problem = $"a time that was once; the clocks of {zone.Id} showed it twice, at {before} and at {after}";
        if (found.Count == 0)
        {
            problem = $"a time that exists; the clocks of {zone.Id} skipped it when they went from {before} to {after}";
        }

        return problem + ". To take the first of two and to move what was skipped, state ResolveLocalTimes(Resolvers.LenientResolver)";
    }
}
