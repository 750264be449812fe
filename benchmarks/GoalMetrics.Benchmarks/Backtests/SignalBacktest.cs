using System.Globalization;
using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>
/// How often a <see cref="SignalReport"/> finds what was planted, how soon, and how often it cries wolf: 200 series with shifts and 200
/// without, each read every day as it would be in use, with limits frozen on the first 90 days.
/// </summary>
internal static class SignalBacktest
{
    private const int SeriesOfEach = 40;
    private const int Nulls = 200;
    private static readonly LocalDate First = new(2025, 1, 6);

    private static readonly (string Name, ChartRule[] Rules)[] Readings =
    [
        ("beyond a limit only", [ChartRule.BeyondLimit]),
        ("all rules", Enum.GetValues<ChartRule>()),
    ];

    /// <summary>Runs the test and writes its tables.</summary>
    public static int Run()
    {
        foreach (var (name, rules) in Readings)
        {
            Write($"**{name}**\n\n| planted | found | median delay, days |\n|---|---|---|");
            var random = new Random(20261129);
            var (found, early) = (0, 0);
            foreach (var shift in PlantedShift.All)
            {
                var delays = new List<int>();
                foreach (var values in Enumerable.Range(0, SeriesOfEach).Select(_ => shift.Series(random)))
                {
                    early += FirstAlarm(values, PlantedShift.Baseline, PlantedShift.Day, rules) is null ? 0 : 1;
                    if (FirstAlarm(values, PlantedShift.Day, PlantedShift.Days, rules) is { } alarm)
                    {
                        delays.Add(alarm - PlantedShift.Day);
                    }
                }

                delays.Sort();
                found += delays.Count;
                var median = delays.Count == 0 ? "–" : delays[delays.Count / 2].ToString(CultureInfo.InvariantCulture);
                Write($"| {shift.Name} | {(double)delays.Count / SeriesOfEach:P0} | {median} |");
            }

            var nulls = Enumerable.Range(0, Nulls).Select(_ => PlantedShift.None.Series(random)).ToList();
            var cried = nulls.Count(values => FirstAlarm(values, PlantedShift.Day, PlantedShift.Days, rules) is not null);
            var perYear = nulls.Average(values => Alarms(values, rules)) * 365d / (PlantedShift.Days - PlantedShift.Baseline);
            var (precision, recall) = ((double)found / (found + cried), (double)found / (PlantedShift.All.Count * SeriesOfEach));
            Write($"\nPrecision {precision:P0}, recall {recall:P0}; false alarms in a series and year: {perYear:F1}. Of 200 series");
            Write($"without a shift {Nulls - cried} were left alone for 60 days, and {early} of the others cried wolf before it.\n");
        }

        return 0;
    }

    // The first of these days on which a report, read that evening, has a signal that goes on to that day.
    private static int? FirstAlarm(decimal[] values, int from, int until, ChartRule[] rules)
    {
        for (var day = from; day < until; day++)
        {
            if (Signals(values, day + 1, rules).Any(signal => signal.Last.StartDate == First.PlusDays(day)))
            {
                return day;
            }
        }

        return null;
    }

    private static int Alarms(decimal[] values, ChartRule[] rules) =>
        Signals(values, values.Length, rules).Count(signal => signal.Last.StartDate >= First.PlusDays(PlantedShift.Baseline));

    private static IReadOnlyList<Signal> Signals(decimal[] values, int days, ChartRule[] rules)
    {
        var table = FactTable.From("sales", values.Take(days).Select((value, day) => (Day: First.PlusDays(day), Value: value)))
            .At(row => row.Day).Value("sales", row => row.Value, Unit.Count()).Covering(First, First.PlusDays(days)).Build();
        var options = new SignalOptions { Baseline = PlantedShift.Baseline, Rules = rules };
        var asOf = ReportingCalendar.Utc.StartOfDay(First.PlusDays(days));
        var source = new InMemorySource(ReportingCalendar.Utc, table);
        return SignalReport.Of(Metric.Sum("sales", table, "sales"), source, asOf, options).Signals;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
