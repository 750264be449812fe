namespace GoalMetrics.Benchmarks;

/// <summary>The rows of goals as text for the screen or as markdown, with the machine below.</summary>
internal sealed class GoalTable(IReadOnlyList<GoalRow> all, MachineDescription machine)
{
    private static readonly string[] Titles = ["goal", "limit", "measured", "verdict", "figures"];

    /// <summary>Columns of equal width, for the screen.</summary>
    public string ToText()
    {
        var rows = all.Where(row => !row.IsInFullOnly).ToList();
        var cells = Cells(rows).ToList();
        var widths = Titles.Select((_, column) => cells.Max(line => line[column].Length)).ToArray();
        var lines = cells.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return Joined([.. lines, "", .. Footer(rows)]);
    }

    /// <summary>A table in full, bold where the limit was missed, and the machine as a list.</summary>
    public string ToMarkdown()
    {
        var lines = Cells(all).Select(line => $"| {string.Join(" | ", line.Select(Marked))} |").ToList();
        var rule = $"|{string.Concat(Enumerable.Repeat("---|", Titles.Length))}";
        return Joined([lines[0], rule, .. lines[1..], "", .. Footer(all).Select(fact => $"- {fact}")]);
    }

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Marked(string cell) => cell == "missed" ? "**missed**" : cell;

    private static IEnumerable<string[]> Cells(IEnumerable<GoalRow> rows) => rows.Select(Cells).Prepend(Titles);

    private static string[] Cells(GoalRow row) =>
        [row.Goal, row.Limit?.ToString() ?? "", row.Measured?.ToString() ?? "", row.Verdict, row.Detail];

    private IEnumerable<string> Footer(IEnumerable<GoalRow> rows)
    {
        var verdicts = rows.GroupBy(row => row.Verdict).Select(group => $"{group.Count()} {group.Key}");
        return machine.Lines.Append($"Verdicts: {string.Join(", ", verdicts)}");
    }
}
