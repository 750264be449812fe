using System.Data;
using System.Globalization;

namespace GoalMetrics.Tests;

// Files that come with the samples, or that lie next to the project where it is developed.
internal static class DataFiles
{
    private static readonly string Root = Upward("GoalMetrics.sln") ?? throw new DirectoryNotFoundException(
        "The solution is not above the tests.");

    public static string Sample(string sample, string file) => Path.Combine(Root, "docs", "samples", sample, "data", file);

    // Skips the test where the folder is not there.
    public static string Reference(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "reference", file));
        Assert.SkipUnless(File.Exists(path), $"The reference data are not there: ../shared/data/reference/{file}, next to the project.");
        return path;
    }

    // Text throughout, as a CSV reader hands it over. Enough for these files: quotes around cells, none inside.
    public static IDataReader Csv(string path)
    {
        var lines = File.ReadLines(path).Select(Cells).ToList();
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var name in lines[0])
        {
            table.Columns.Add(name);
        }

        foreach (var cells in lines.Skip(1))
        {
            table.Rows.Add([.. cells]);
        }

        return table.CreateDataReader();
    }

    private static List<string> Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return [.. line.Split(',')];
        }

        List<string> cells = [""];
        var isQuoted = false;
        foreach (var letter in line)
        {
            switch (letter)
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    cells.Add("");
                    break;
                default:
                    cells[^1] += letter;
                    break;
            }
        }

        return cells;
    }

    private static string? Upward(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
