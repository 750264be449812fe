using GoalMetrics.Statistics;

namespace GoalMetrics;

// The seasonal pattern of a series, where it has one that is strong enough to be taken out: a figure for each weekday, hour or month. It
// goes by the calendar, so that clocks that change, gaps and years of 53 weeks do not shift it.
internal sealed class MeasureSeason
{
    // With few cycles any series seems to have a season.
    private const int FewestCycles = 4;
    private const int FewestYears = 3;

    private readonly Phases? _phases;
    private readonly double[] _figures;
    private readonly ClosedPlaces _closed;

    private MeasureSeason(Phases? phases, double[] figures, ClosedPlaces closed) =>
        (_phases, _figures, _closed) = (phases, figures, closed);

    public static MeasureSeason None { get; } = new(null, [], ClosedPlaces.None);

    public SeasonalPattern Pattern => _phases?.Pattern ?? SeasonalPattern.None;

    // How many periods the pattern takes; 1 where there is none.
    public int Length => _phases?.Count ?? 1;

    // Whether there are places of the pattern at which nothing happens.
    public bool HasClosed => !_closed.IsEmpty;

    public bool IsClosedAt(ReportingPeriod period) => _closed.Hold(period);

    public double At(ReportingPeriod period)
    {
        if (_phases is null)
        {
            return 0d;
        }

        return _figures[_phases.Of(period)];
    }

    // Where 0 means that nothing happened, places that are closed are looked for too.
    public static MeasureSeason Of(
        IReadOnlyList<double?> values, IReadOnlyList<ReportingPeriod> periods, Grain grain, bool mayBeClosed)
    {
        Phases[] known = [.. Candidates(grain).Where(phases => values.Count >= phases.Count * phases.FewestCycles)];
        var closed = ClosedPlaces.None;
        if (mayBeClosed && known is [var finest, ..])
        {
            closed = ClosedPlaces.Of(values, periods, finest.Of, finest.FewestCycles);
        }

        foreach (var phases in known)
        {
            if (FiguresOf(values, periods, phases) is { } figures)
            {
                return new(phases, figures, closed);
            }
        }

        return new(null, [], closed);
    }

    private static Phases[] Candidates(Grain grain) => grain switch
    {
        Grain.Hour =>
        [
            new(SeasonalPattern.HourOfWeek, 168, FewestCycles, period => (((int)period.StartDate.DayOfWeek - 1) * 24) + HourOf(period)),
            new(SeasonalPattern.HourOfDay, 24, FewestCycles, HourOf),
        ],
        Grain.Day => [new(SeasonalPattern.Weekday, 7, FewestCycles, period => (int)period.StartDate.DayOfWeek - 1)],
        Grain.Week or Grain.RetailWeek =>
            [new(SeasonalPattern.WeekOfYear, 53, FewestYears, period => (period.StartDate.DayOfYear - 1) / 7)],
        Grain.Month or Grain.RetailPeriod => [new(SeasonalPattern.MonthOfYear, 12, FewestYears, MonthOf)],
        Grain.Quarter or Grain.FiscalQuarter or Grain.RetailQuarter =>
            [new(SeasonalPattern.QuarterOfYear, 4, FewestCycles, period => MonthOf(period) / 3)],
        _ => [],
    };

    private static int HourOf(ReportingPeriod period) => period.Start.InZone(period.Calendar.Zone).Hour;

    // The month that holds most of a period, counted from 0: retail periods begin some days apart from year to year.
    private static int MonthOf(ReportingPeriod period) => period.StartDate.PlusDays(Math.Min(period.Days, 31) / 2).Month - 1;

    // The middle of what lies above or below the trend, weekday by weekday; null where that explains too little.
    private static double[]? FiguresOf(IReadOnlyList<double?> values, IReadOnlyList<ReportingPeriod> periods, Phases phases)
    {
        var trend = Trend(values, phases.Count);
        var above = Enumerable.Range(0, phases.Count).Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && trend[i] is { } level)
            {
                above[phases.Of(periods[i])].Add(value - level);
            }
        }

        if (above.Count(list => list.Count >= 2) < phases.Count - 1)
        {
            return null;
        }

        double[] figures = [.. above.Select(MiddleOf)];
        var mean = figures.Average();
        figures = [.. figures.Select(figure => figure - mean)];
        if (StrengthOf(above, figures) >= Decomposition.Strong)
        {
            return figures;
        }

        return null;
    }

    private static double StrengthOf(List<double>[] above, double[] figures)
    {
        var both = SampleMoments.Of([.. above.SelectMany(list => list)]).Variance;
        var rest = SampleMoments.Of([.. above.SelectMany((list, phase) => list.Select(value => value - figures[phase]))]).Variance;
        if (both is { IsDefined: true, Value: > 0d } && rest.IsDefined)
        {
            return 1d - (rest.Value / both.Value);
        }

        return 0d;
    }

    // Without a fifth at either end, so that single days that were unlike do not count.
    private static double MiddleOf(List<double> values)
    {
        values.Sort();
        var left = values.Count / 5;
        if (values.Count == 0)
        {
            return 0d;
        }

        return values.Skip(left).Take(values.Count - (2 * left)).Average();
    }

    // A mean over a whole cycle around each value, of what is known of it; at the ends the nearest one there is.
    private static double?[] Trend(IReadOnlyList<double?> values, int length)
    {
        var trend = new double?[values.Count];
        var half = length / 2;
        for (var i = half; i + length - half <= values.Count; i++)
        {
            var known = Enumerable.Range(i - half, length).Select(place => values[place]).OfType<double>().ToList();
            trend[i] = known.Count * 3 > length * 2 ? known.Average() : null;
        }

        var first = Array.FindIndex(trend, level => level is not null);
        var last = Array.FindLastIndex(trend, level => level is not null);
        for (var i = 0; first >= 0 && i < trend.Length; i++)
        {
            trend[i] ??= i < first ? trend[first] : trend[Math.Min(i, last)];
        }

        return trend;
    }

    // The places of a cycle, and which of them a period has.
    private sealed record Phases(SeasonalPattern Pattern, int Count, int FewestCycles, Func<ReportingPeriod, int> Of);
}
