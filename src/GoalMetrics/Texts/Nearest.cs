namespace GoalMetrics;

// The known names nearest to one that was not found, for messages.
internal static class Nearest
{
    public static string Hint(string found, IEnumerable<string> known)
    {
        var nearest = Of(found, known);
        if (nearest.Count == 0)
        {
            return "";
        }

        return $" Did you mean {string.Join(", ", nearest.Select(Shown.Quote))}?";
    }

    public static IReadOnlyList<string> Of(string found, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Length > 100)
        {
            return [];
        }

        var reach = Math.Max(1, found.Length / 3);
        return [.. known
            .Select(name => (Name: name, Distance: Distance(found, name)))
            .Where(candidate => candidate.Distance <= reach)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(candidate => candidate.Name)];
    }

    // Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; letter case is ignored. The
    // largest int if the lengths differ by more than the length of the first text.
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > a.Length)
        {
            return int.MaxValue;
        }

        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];

        static bool Same(char x, char y) => char.ToUpperInvariant(x) == char.ToUpperInvariant(y);
    }
}
