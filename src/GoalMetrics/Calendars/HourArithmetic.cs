using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics;

/// <summary>Hours of the wall clock, each in one offset. They meet without gap or overlap, and every day starts with one.</summary>
internal static class HourArithmetic
{
    /// <summary>The hour that holds the instant: cut short where the clock is changed inside it.</summary>
    /// <remarks>A zone may change its name or its rules and keep its offset; the clock on the wall does not show that.</remarks>
    internal static (Instant Start, Instant End) Holding(DateTimeZone zone, Instant instant)
    {
        var interval = zone.GetZoneInterval(instant);
        var start = Floor(instant, interval);
        var end = start + Duration.FromHours(1);
        var first = interval;
        while (first.HasStart && first.Start > start)
        {
            var before = zone.GetZoneInterval(first.Start - Duration.Epsilon);
            if (before.WallOffset != interval.WallOffset)
            {
                start = first.Start;
                break;
            }

            first = before;
        }

        var last = interval;
        while (last.HasEnd && last.End < end)
        {
            var after = zone.GetZoneInterval(last.End);
            if (after.WallOffset != interval.WallOffset)
            {
                end = last.End;
                break;
            }

            last = after;
        }

        return (start, end);
    }

    /// <summary>An instant in the hour so many hours away; null where that leaves the bounds.</summary>
    /// <remarks>Leaps from one change of the clock to the next, so that a shift by a month costs a few steps, not 720.</remarks>
    internal static Instant? Shift(DateTimeZone zone, Instant from, int hours, Interval bounds)
    {
        var at = from;
        var left = Math.Abs((long)hours);
        while (left > 0 && bounds.Contains(at))
        {
            var interval = zone.GetZoneInterval(at);
            var floor = Floor(at, interval);
            var (next, passed) = hours > 0 ? Forward(floor, interval, left, bounds) : Back(floor, interval, left, bounds);
            if (passed == 0)
            {
                // Less than an hour is left before the next change of the clock.
                var hour = Holding(zone, at);
                next = hours > 0 ? hour.End : hour.Start - Duration.Epsilon;
                passed = 1;
            }

            (at, left) = (next, left - passed);
        }

        if (bounds.Contains(at))
        {
            return at;
        }

        return null;
    }

    private static (Instant At, long Passed) Forward(Instant floor, ZoneInterval interval, long hours, Interval bounds)
    {
        var end = interval.HasEnd ? interval.End : bounds.End;
        var passed = Math.Min(hours, Ticks(end - floor) / NodaConstants.TicksPerHour);
        return (floor + Duration.FromTicks(passed * NodaConstants.TicksPerHour), passed);
    }

    private static (Instant At, long Passed) Back(Instant floor, ZoneInterval interval, long hours, Interval bounds)
    {
        var start = interval.HasStart ? interval.Start : bounds.Start;
        var begun = (Ticks(floor - start) + NodaConstants.TicksPerHour - 1) / NodaConstants.TicksPerHour;
        var passed = Math.Clamp(begun, 0, hours);
        return (Instant.Max(start, floor - Duration.FromTicks(passed * NodaConstants.TicksPerHour)), passed);
    }

    private static Instant Floor(Instant instant, ZoneInterval interval)
    {
        var offset = interval.WallOffset.Ticks;
        var local = instant.ToUnixTimeTicks() + offset;
        var intoHour = ((local % NodaConstants.TicksPerHour) + NodaConstants.TicksPerHour) % NodaConstants.TicksPerHour;
        return Instant.FromUnixTimeTicks(local - intoHour - offset);
    }

    private static long Ticks(Duration duration) => duration.BclCompatibleTicks;
}
