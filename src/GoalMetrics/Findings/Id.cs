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
