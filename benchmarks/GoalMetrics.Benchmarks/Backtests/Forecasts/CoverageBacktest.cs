using System.Globalization;
using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>
/// How often the intervals of chosen forecasts, and of projected ratios, hold what comes, over series that were made up, so that many of a
/// kind can be had.
/// </summary>
internal static class CoverageBacktest
{
    private const int SeriesOfEach = 400;
    private static readonly LocalDate First = new(2025, 1, 6);

    /// <summary>Runs the test and writes its tables.</summary>
    public static int Run()
    {
        Write($"| {SeriesOfEach} series each | points in 80 %, 95 % | sums | bias of the sum of points, of the mean of paths |");
        Write($"|---|---|---|---|");
        foreach (var kind in SimulatedSeries.All)
        {
            var coverage = new IntervalCoverage();
            var random = new Random(20261130);
            var (expected, pointed, came) = (0d, 0d, 0d);
            for (var series = 0; series < SeriesOfEach; series++)
            {
                var (known, ahead) = kind.Next(random);
                var forecast = ForecastChoice.Of(known, kind.Ahead, kind.Season).Forecast;
                coverage.Add(forecast, ahead);
                expected += forecast.Paths.Count == 0 ? forecast.Points.Sum() : forecast.Paths.Average(path => path.Sum());
                pointed += forecast.Points.Sum();
                came += ahead.Sum();
            }

            var (ofPoints, ofPaths) = ((pointed / came) - 1d, (expected / came) - 1d);
            FormattableString bias = $"{ofPoints:+0 %;-0 %;0 %}, {ofPaths:+0 %;-0 %;0 %}";
            Write($"| {kind.Name} | {coverage.Points} | {coverage.Sums} | {bias} |");
        }

        foreach (var kind in SimulatedRatio.All)
        {
            var coverage = new IntervalCoverage();
            var random = new Random(20261130);
            for (var series = 0; series < SeriesOfEach; series++)
            {
                AddRatio(coverage, kind, random);
            }

            Write($"| {kind.Name} | {coverage.Points} | {coverage.Sums} | |");
        }

        return 0;
    }

    private static void AddRatio(IntervalCoverage coverage, SimulatedRatio kind, Random random)
    {
        var (orders, visits) = kind.Next(random);
        var table = FactTable.From("shop", Enumerable.Range(0, kind.Known).Select(day => (Day: First.PlusDays(day), Place: day)))
            .At(row => row.Day)
            .Value("orders", row => (decimal)orders[row.Place], Unit.Count("order"))
            .Value("visits", row => (decimal)visits[row.Place], Unit.Count("visit"))
            .Covering(First, First.PlusDays(kind.Known))
            .Build();
        var calendar = ReportingCalendar.Utc;
        Measure above = Metric.Sum("orders", table, "orders"), below = Metric.Sum("visits", table, "visits");
        var rate = Measure.Of("rate", (numerator, denominator) => numerator / denominator, above, below);
        var asOf = calendar.StartOfDay(First.PlusDays(kind.Known));
        var until = calendar.Range(First.PlusDays(kind.Known), First.PlusDays(kind.Known + kind.Ahead));
        var projection = new InMemorySource(calendar, table).Project(rate, Grain.Day, asOf, until);
        double[] ahead = [.. orders[kind.Known..].Zip(visits[kind.Known..], (part, whole) => part / whole)];
        coverage.Add(
            (step, level) => projection.Points[step - 1].Interval(level),
            level => projection.Landing(level),
            ahead,
            orders[kind.Known..].Sum() / visits[kind.Known..].Sum());
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
