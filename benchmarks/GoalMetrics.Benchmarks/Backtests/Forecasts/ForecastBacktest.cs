using System.Globalization;
using GoalMetrics.Benchmarks.Peers;
using GoalMetrics.Statistics;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>
/// Forecasts of the series of the M3 and M4 competitions, ours and those of another library in one run: how far off, how often intervals
/// hold, and how long a series takes on one thread.
/// </summary>
internal static class ForecastBacktest
{
    private static readonly (string File, int[] Seasons)[] Sets = [("m3_monthly", [12]), ("m4_weekly", [52]), ("m4_hourly", [24, 168])];

    /// <summary>Runs the test on the files in a folder, or one of them, and writes its table.</summary>
    public static int Run(string folder, string? only)
    {
        Write($"| series | method | sMAPE | MASE | 80 %, 95 % hold | of sums | ms each |\n|---|---|---|---|---|---|---|");
        var together = new IntervalCoverage();
        foreach (var (file, seasons) in Sets.Where(set => only is null || set.File == only))
        {
            var all = CompetitionSeries.Read(Path.Combine(folder, $"{file}.csv"));
            foreach (var (name, method) in Ours(seasons))
            {
                WriteOurs(file, all, seasons, name, method);
            }

            all.ToList().ForEach(series => together.Add(Ours(seasons)[0].Of(series.Known, series.Ahead.Length), series.Ahead));
            List<CompetitionSeries> earlier = [.. all.SelectMany(series => series.AtMoments(4))];
            WriteOurs(file, earlier, seasons, "default, from four moments", Ours(seasons)[0].Of);

            foreach (var (name, points) in Others(all, seasons))
            {
                var outcome = new ForecastOutcome(seasons[0]);
                outcome.Time(points).Zip(all).ToList().ForEach(pair => outcome.Add(pair.Second, pair.First));
                Write(outcome.Row($"{all.Count} {file}", name));
            }
        }

        Write($"| all of these | default | | | {together.Points} | {together.Sums} | |");
        return 0;
    }

    private static void WriteOurs(
        string file, IReadOnlyList<CompetitionSeries> all, int[] seasons, string name, Func<double[], int, Forecast> method)
    {
        var outcome = new ForecastOutcome(seasons[0]);
        var forecasts = outcome.Time(() => all.Select(series => method(series.Known, series.Ahead.Length)).ToList());
        forecasts.Zip(all).ToList().ForEach(pair => outcome.Add(pair.Second, pair.First));
        Write(outcome.Row($"{all.Count} {file}", name));
    }

    private static (string Name, Func<double[], int, Forecast> Of)[] Ours(int[] seasons) =>
    [
        ("default", (known, steps) => Forecast.OfSeasons(known, steps, seasons)),
        ("choice", (known, steps) => ForecastChoice.OfSeasons(known, steps, seasons).Forecast),
        ("Theta", (known, steps) => Forecast.Theta(known, steps, seasons[0])),
        ("seasonal naive", (known, steps) => Forecast.SeasonalNaive(known, steps, seasons[0])),
        ("naive", (known, steps) => Forecast.SeasonalNaive(known, steps)),
    ];

    // Trees for each hourly series alone take minutes.
    private static IEnumerable<(string Name, Func<List<double[]>> Points)> Others(IReadOnlyList<CompetitionSeries> all, int[] seasons)
    {
        if (seasons is [var season])
        {
            yield return ("ML.NET FastTree, each series alone", () => [.. all.Select(series => Alone(series, season))]);
        }

        yield return ("ML.NET FastTree, all series at once", () => Together(all, seasons[^1]));
    }

    private static double[] Alone(CompetitionSeries series, int season)
    {
        using var trees = FastTreeForecaster.Train([series.Known], FastTreeForecaster.LagsFor(series.Known.Length, season));
        return trees.Forecast(series.Known, series.Ahead.Length);
    }

    private static List<double[]> Together(IReadOnlyList<CompetitionSeries> all, int season)
    {
        var shortest = all.Min(series => series.Known.Length);
        using var trees = FastTreeForecaster.Train(all.Select(series => series.Known), FastTreeForecaster.LagsFor(shortest, season));
        return [.. all.Select(series => trees.Forecast(series.Known, series.Ahead.Length))];
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
