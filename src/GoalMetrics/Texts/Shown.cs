using System.Globalization;

namespace GoalMetrics;

// How a value that somebody gave us is shown in a message: quoted, on one line, never longer than a line.
internal static class Shown
{
    private const int Longest = 60;

    public static string Quote(string? text) => text is null ? "null" : $"'{Clip(text)}'";

    public static string Clip(string text) => Clip(text, Longest);

    public static string Clip(string text, int longest)
    {
        var line = text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0 ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (line.Length <= longest)
        {
            return line;
        }

        // Never cut a surrogate pair, nor a letter from its accents, unless these alone are longer than a line.
        var kept = 0;
        while (StringInfo.GetNextTextElementLength(line.AsSpan(kept)) is var next && kept + next <= longest)
        {
            kept += next;
        }

        kept = kept > 0 ? kept : char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;

        return $"{line.AsSpan(0, kept)}… ({text.Length} characters)";
    }

    public static string List(IEnumerable<string> names)
    {
        var first = names.Take(11).Select(name => Clip(name)).ToList();
        return first.Count > 10 ? string.Join(", ", first.Take(10)) + ", …" : string.Join(", ", first);
    }
}
