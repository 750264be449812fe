namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// Text with a line of names, as a reader of text. Enough for tests: quotes around cells, none inside.
internal static class CsvText
{
    public static FakeReader Reader(char mark, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => Cells(line, mark)).ToList();
        return new(lines[0], lines.Skip(1).Select(cells => cells.ToArray<object?>()));
    }

    private static string[] Cells(string line, char mark)
    {
        List<string> cells = [""];
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == mark && !isQuoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return [.. cells];
    }
}
