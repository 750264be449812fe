using System.Globalization;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>A series of a forecasting competition: what was known, and what came.</summary>
internal sealed record CompetitionSeries(double[] Known, double[] Ahead)
{
    /// <summary>Reads a file with a row for each part: series, kind, train or test, values.</summary>
    public static IReadOnlyList<CompetitionSeries> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(cells => cells[0]).Select(Of)];

    private static CompetitionSeries Of(IEnumerable<string[]> rows) => new(Values(rows, "train"), Values(rows, "test"));

    private static double[] Values(IEnumerable<string[]> rows, string part) =>
        [.. rows.Single(cells => cells[^2] == part)[^1].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
