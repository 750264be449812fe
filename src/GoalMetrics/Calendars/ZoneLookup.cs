using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics;

/// <summary>Finds IANA zones, and suggests the nearest ids where there is none.</summary>
internal static class ZoneLookup
{
    private const int Suggestions = 3;

    internal static DateTimeZone Find(string zoneId)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new ArgumentException(
                $"Unknown time zone \"{zoneId}\". Expected an IANA id; nearest: {string.Join(", ", NearestTo(zoneId))}.",
                nameof(zoneId));
    }

    internal static IEnumerable<string> NearestTo(string zoneId)
    {
        // .NET on Windows speaks in Windows ids, which resemble no IANA id but have an exact counterpart.
        if (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(zoneId, out var counterpart))
        {
            return [counterpart];
        }

        var wanted = zoneId.Trim();
        var byDistance = DateTimeZoneProviders.Tzdb.Ids
            .Select(id => (Id: id, Distance: Distance(wanted, id)))
            .OrderBy(zone => zone.Distance)
            .ThenBy(zone => zone.Id, StringComparer.Ordinal)
            .Take(Suggestions)
            .ToList();

        // Beside a good match, poor ones are noise.
        return byDistance.Where(zone => zone.Distance - 1 <= byDistance[0].Distance).Select(zone => zone.Id);
    }

    /// <summary>People write the city alone, so the part behind the last slash counts as a name too.</summary>
    private static int Distance(string wanted, string id) =>
        Math.Min(Nearest.Distance(wanted, id), Nearest.Distance(wanted, id[(id.LastIndexOf('/') + 1)..]));
}
