using NodaTime;

namespace GoalMetrics;

// Places times of several zones where the clocks of the calendar show what those of the zone showed.
internal sealed class WallClocks(ReportingCalendar calendar)
{
    private const string AZone = "an IANA time zone such as Asia/Tokyo";

    private readonly Dictionary<string, DateTimeZone> _zones = new(StringComparer.Ordinal);

    public CellProblem? Stage(TimeColumn column, int slot, LocalDateTime? time)
    {
        if (time is { } local)
        {
            return column.Stage(slot, (Instant?)calendar.Zone.AtLeniently(local).ToInstant());
        }

        return new("null", "a date and time");
    }

    public CellProblem? Stage(TimeColumn column, int slot, Instant? instant, string? zoneId, string? zoneColumn = null)
    {
        if (instant is not { } time)
        {
            return column.Stage(slot, instant);
        }

        return Zone(zoneId, zoneColumn, out var zone) ?? Stage(column, slot, time.InZone(zone).LocalDateTime);
    }

    // Only an instant needs the zone. It is looked at beside a local time too, as what is wrong with it should be known.
    public CellProblem? Stage(TimeColumn column, int slot, LocalDateTime time, string? zoneId, string zoneColumn) =>
        Zone(zoneId, zoneColumn, out _) ?? Stage(column, slot, time);

    private CellProblem? Zone(string? id, string? column, out DateTimeZone zone)
    {
        zone = DateTimeZone.Utc;
        if (id is null)
        {
            return new("null", AZone, column);
        }

        if (!_zones.TryGetValue(id, out var known))
        {
            known = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id.Trim());
            if (known is null)
            {
                return new(Shown.Quote(id), $"{AZone}; nearest: {string.Join(", ", ZoneLookup.NearestTo(id))}", column);
            }

            _zones.Add(id, known);
        }

        zone = known;
        return null;
    }
}
