using System.Globalization;

namespace GoalMetrics;

// The name of the instruments of an id. OpenTelemetry allows ASCII letters, digits and underscores, and ignores letter case.
internal static class InstrumentName
{
    // With the longest prefix before it, a name has at most the 255 characters that OpenTelemetry allows.
    private const int Longest = 255 - 30;

    public static string Of(string id)
    {
        var name = string.Concat(id.Select(Spelled));
        if (name.Length <= Longest)
        {
            return name;
        }

        throw new ArgumentException(
            $"The id {Shown.Quote(id)} gives an instrument a name of {name.Length} characters,"
            + $" since letters outside ASCII are spelled out; expected at most {Longest}. Give it a shorter id.");
    }

    public static void CheckDifferent(IEnumerable<string> ids, string parameter)
    {
        if (ids.GroupBy(Of, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } alike)
        {
            throw new ArgumentException(
                $"The KPIs {string.Join(" and ", alike.Take(2).Select(Shown.Quote))} would both be published as '{alike.Key}'."
                + " Expected ids that differ in more than letter case, hyphens and underscores.",
                parameter);
        }
    }

    private static string Spelled(char c) => c switch
    {
        '-' => "_",
        'æ' or 'ä' => "ae",
        'ø' or 'ö' => "oe",
        'å' => "aa",
        'ü' => "ue",
        'ß' => "ss",
        'Æ' or 'Ä' => "Ae",
        'Ø' or 'Ö' => "Oe",
        'Å' => "Aa",
        'Ü' => "Ue",
        _ when char.IsAscii(c) => c.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"u{(int)c:x4}"),
    };
}
