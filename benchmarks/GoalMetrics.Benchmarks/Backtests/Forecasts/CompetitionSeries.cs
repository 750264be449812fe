using System.Globalization;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>A series of a forecasting competition: what was known, and what came.</summary>
internal sealed record CompetitionSeries(double[] Known, double[] Ahead)
{
    /// <summary>Reads a file with a row for each part: series, kind, train or test, values.</summary>
    public static IReadOnlyList<CompetitionSeries> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(cells => cells[0]).Select(Of)];

    /// <summary>The same series as it was known at earlier moments too, a horizon apart, of which at least half was known.</summary>
    public IEnumerable<CompetitionSeries> AtMoments(int count)
    {
        double[] whole = [.. Known, .. Ahead];
        for (var moment = 0; moment < count && 2 * (Known.Length - (moment * Ahead.Length)) >= Known.Length; moment++)
        {
            var known = Known.Length - (moment * Ahead.Length);
            yield return new(whole[..known], whole[known..(known + Ahead.Length)]);
        }
    }

    private static CompetitionSeries Of(IEnumerable<string[]> rows) => new(Values(rows, "train"), Values(rows, "test"));

    private static double[] Values(IEnumerable<string[]> rows, string part) =>
        [.. rows.Single(cells => cells[^2] == part)[^1].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
