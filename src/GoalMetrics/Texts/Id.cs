using System.Globalization;

namespace GoalMetrics;

// Ids are short kebab-case names, so that they read well in documents, paths and URLs.
internal static class Id
{
    private const int Longest = 64;

    public static string Checked(string id, string parameter)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        return IsWellFormed(id)
            ? id
            : throw new ArgumentException(
                $"Expected an id of small letters, digits and single hyphens, such as 'conversion-rate', of at most {Longest} characters; found {Shown.Quote(id)}.{Advice(id)}",
                parameter);
    }

    // An id made of another and what is done to it. Where it grows too long its front is cut, and told apart by a number made of all of it.
    public static string Joined(string id, string suffix)
    {
        var whole = $"{id}-{suffix}";
        if (whole.Length <= Longest)
        {
            return whole;
        }

        var number = 2_166_136_261u;
        foreach (var c in whole)
        {
            number = unchecked((number ^ c) * 16_777_619u);
        }

        var mark = number.ToString("x8", CultureInfo.InvariantCulture);
        var room = Longest - mark.Length - 1;
        var end = suffix.Length < room - 1 ? suffix : suffix[..(room - 2)].TrimEnd('-');
        return $"{id[..Math.Min(id.Length, room - end.Length - 1)].TrimEnd('-')}-{mark}-{end}";
    }

    private static bool IsWellFormed(string id)
    {
        if (id.Length is 0 or > Longest || id[0] == '-' || id[^1] == '-' || id.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static string Advice(string id)
    {
        var ascii = string.Concat(id.ToLowerInvariant().Select(c => c switch
        {
            'æ' or 'ä' => "ae",
            'ø' or 'ö' => "oe",
            'å' => "aa",
            _ => char.IsAsciiLetterOrDigit(c) ? c.ToString() : "-",
        }));
        var wellFormed = string.Join('-', ascii.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return IsWellFormed(wellFormed) ? $" Try '{wellFormed}'." : "";
    }
}
