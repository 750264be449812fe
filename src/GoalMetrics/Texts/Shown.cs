using System.Globalization;

namespace GoalMetrics;

// How a caller's value is shown in a message: quoted, on one line, and cut if it is too long for the line.
internal static class Shown
{
    private const int Longest = 60;
    private const int MostNames = 10;

    public static string Quote(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        return $"'{Clip(text)}'";
    }

    public static string Clip(string text) => Clip(text, Longest);

    public static string Clip(string text, int longest)
    {
        var isOneLine = text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0;
        var line = isOneLine ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (line.Length <= longest)
        {
            return line;
        }

        // A surrogate pair stays whole, and so does a letter with its accents, unless that alone is longer than a line.
        var kept = 0;
        while (StringInfo.GetNextTextElementLength(line.AsSpan(kept)) is var next && kept + next <= longest)
        {
            kept += next;
        }

        if (kept == 0)
        {
            kept = char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        }

        return $"{line.AsSpan(0, kept)}… ({text.Length} characters)";
    }

    public static string List(IEnumerable<string> names, string ifNone = "")
    {
        var first = names.Take(MostNames + 1).Select(name => Clip(name)).ToList();
        if (first.Count == 0)
        {
            return ifNone;
        }

        var shown = string.Join(", ", first.Take(MostNames));
        if (first.Count > MostNames)
        {
            return $"{shown}, …";
        }

        return shown;
    }

    // 1 row, 2 rows.
    public static string Number(int count, string noun)
    {
        if (count == 1)
        {
            return $"1 {noun}";
        }

        return FormattableString.Invariant($"{count} {noun}s");
    }
}
