using GoalMetrics.Statistics;

namespace GoalMetrics;

// The seasonal pattern of a series, where it has one that is strong enough to be taken out.
internal sealed class MeasureSeason
{
    // From here on a season explains more of a series than is left without it (Wang, Smith and Hyndman 2006).
    private const double StrongEnough = 0.64;

    // With few cycles any series seems to have a season.
    private const int FewestCycles = 4;
    private const int FewestYears = 3;

    private static readonly MeasureSeason None = new(SeasonalPattern.None, []);

    private readonly IReadOnlyList<double> _figures;

    private MeasureSeason(SeasonalPattern pattern, IReadOnlyList<double> figures) => (Pattern, _figures) = (pattern, figures);

    public SeasonalPattern Pattern { get; }

    public double At(int place) => _figures.Count == 0 ? 0d : _figures[place];

    public static MeasureSeason Of(IReadOnlyList<double?> values, Grain grain)
    {
        foreach (var (pattern, period, fewest) in Candidates(grain))
        {
            if (values.Count >= period * fewest && Filled(values, period) is { } filled)
            {
                var parts = Decomposition.Stl(filled, period);
                if (parts.IsDefined && parts.SeasonalStrength(period).ValueOrNull >= StrongEnough)
                {
                    return new(pattern, parts.Seasonals[0]);
                }
            }
        }

        return None;
    }

    private static (SeasonalPattern Pattern, int Period, int Fewest)[] Candidates(Grain grain) => grain switch
    {
        Grain.Hour => [(SeasonalPattern.HourOfWeek, 168, FewestCycles), (SeasonalPattern.HourOfDay, 24, FewestCycles)],
        Grain.Day => [(SeasonalPattern.Weekday, 7, FewestCycles)],
        Grain.Week or Grain.RetailWeek => [(SeasonalPattern.WeekOfYear, 52, FewestYears)],
        Grain.Month => [(SeasonalPattern.MonthOfYear, 12, FewestYears)],
        Grain.Quarter or Grain.FiscalQuarter => [(SeasonalPattern.QuarterOfYear, 4, FewestCycles)],
        _ => [],
    };

    // A gap is bridged by the same place of the nearest cycle, to find the pattern and for nothing else. Null where a third is missing.
    private static double[]? Filled(IReadOnlyList<double?> values, int period)
    {
        var filled = new double[values.Count];
        var missing = 0;
        for (var i = 0; i < filled.Length; i++)
        {
            if (values[i] is { } known)
            {
                filled[i] = known;
                continue;
            }

            missing++;
            if (NearestTo(i) is not { } near)
            {
                return null;
            }

            filled[i] = near;
        }

        return missing * 3 < filled.Length ? filled : null;

        double? NearestTo(int place)
        {
            for (var step = period; step < values.Count; step += period)
            {
                var before = place - step >= 0 ? values[place - step] : null;
                if ((before ?? (place + step < values.Count ? values[place + step] : null)) is { } near)
                {
                    return near;
                }
            }

            return null;
        }
    }
}
