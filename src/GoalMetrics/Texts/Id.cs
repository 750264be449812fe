using System.Globalization;

namespace GoalMetrics;

// Ids are short names of letters, digits, hyphens and underscores, so that they read well in documents, paths and URLs. They are kept as
// they are typed and compared letter by letter: "Orders" and "orders" are two ids.
internal static class Id
{
    private const int Longest = 64;

    public static string Checked(string id, string parameter)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        if (IsWellFormed(id))
        {
            return id;
        }

        throw new ArgumentException(
            $"Expected an id of at most {Longest} letters, digits, hyphens and underscores, with a letter or digit at each end,"
            + $" such as 'conversion-rate'; found {Shown.Quote(id)}.{Advice(id)}",
            parameter);
    }

    // An id made of another and what is done to it. If it grows too long its front is cut, and a number made of the whole is put in.
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
        return $"{id[..Math.Min(id.Length, room - end.Length - 1)].TrimEnd('-', '_')}-{mark}-{end}";
    }

    private static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= Longest && char.IsLetterOrDigit(id[0]) && char.IsLetterOrDigit(id[^1]) && id.All(IsAllowed);

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    // A letter with its accent apart, as some keyboards and file systems write it, is not the letter that it looks like.
    private static string Advice(string id)
    {
        var composed = IsValidUnicode(id) ? id.Normalize() : id;
        var words = string.Concat(composed.Select(c => IsAllowed(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wellFormed = string.Join('-', words.Select(word => word.Trim('-', '_')).Where(word => word.Length > 0));
        if (IsWellFormed(wellFormed))
        {
            return $" Try '{wellFormed}'.";
        }

        return "";
    }

    private static bool IsValidUnicode(string text) => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
