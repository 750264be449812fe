using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics;

/// <summary>Finds IANA zones, and says what was probably meant when there is none.</summary>
internal static class ZoneLookup
{
    private const int Suggestions = 3;

    internal static DateTimeZone Find(string zoneId)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new ArgumentException(
                $"Unknown time zone \"{zoneId}\". Expected an IANA id; nearest: {string.Join(", ", Nearest(zoneId))}.",
                nameof(zoneId));
    }

    private static IEnumerable<string> Nearest(string zoneId)
    {
        // .NET on Windows speaks in Windows ids, which resemble no IANA id but have an exact counterpart.
        if (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(zoneId, out var counterpart))
        {
            return [counterpart];
        }

        var wanted = zoneId.Trim().ToUpperInvariant();
        var byDistance = DateTimeZoneProviders.Tzdb.Ids
            .Select(id => (Id: id, Distance: Distance(wanted, id.ToUpperInvariant())))
            .OrderBy(zone => zone.Distance)
            .ThenBy(zone => zone.Id, StringComparer.Ordinal)
            .Take(Suggestions)
            .ToList();

        // Beside a good match, poor ones are noise.
        return byDistance.Where(zone => zone.Distance <= byDistance[0].Distance + 1).Select(zone => zone.Id);
    }

    /// <summary>People write the city alone, so the part behind the last slash counts as a name too.</summary>
    private static int Distance(string wanted, string id) =>
        Math.Min(EditDistance(wanted, id), EditDistance(wanted, id[(id.LastIndexOf('/') + 1)..]));

    private static int EditDistance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
