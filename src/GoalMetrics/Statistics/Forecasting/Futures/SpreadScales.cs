namespace GoalMetrics.Statistics;

/// <summary>
/// Finds the scale on which the surprises of a series are of one size, and takes series there and their futures back: Box and Cox 1964,
/// Journal of the Royal Statistical Society B 26:211-252; Hyndman and Athanasopoulos, Forecasting, 3.1 and 5.6.
/// </summary>
internal static class SpreadScales
{
    // One parameter more than a level has, and too few to estimate a scale from.
    private const int FewestValues = 8;

    // Beyond this a power of e is no double.
    private const double LargestExponent = 300d;

    /// <summary>
    /// The likeliest of the scales given the surprises of a smoothed level without its season. Series that have zeros take the root, which
    /// evens out counts (Bartlett 1936); those that were ever negative have none.
    /// </summary>
    public static SpreadScale LikeliestFor(double[] values, int period)
    {
        if (values.Length < FewestValues || values.Any(value => value < 0d) || values.All(value => value == values[0]))
        {
            return SpreadScale.Original;
        }

        if (values.Contains(0d))
        {
            return SpreadScale.Root;
        }

        return Enum.GetValues<SpreadScale>().MinBy(scale => Unlikeliness(scale, values, period));
    }

    public static double[] To(SpreadScale scale, double[] values) => scale switch
    {
        SpreadScale.Root => Array.ConvertAll(values, Math.Sqrt),
        SpreadScale.Log => Array.ConvertAll(values, Math.Log),
        _ => values,
    };

    /// <summary>The form of a season on another scale: factors have become sums. Null where the values are as they were.</summary>
    public static SeasonalForm? SeasonOn(SpreadScale? scale)
    {
        if (scale is null)
        {
            return null;
        }

        return SeasonalForm.Additive;
    }

    /// <summary>
    /// Whether a walk of the last value would grow by powers of ten: on logarithms, of values that differ by more than ten times.
    /// </summary>
    public static bool RunsAway(SpreadScale? scale, double[] logs) =>
        scale == SpreadScale.Log && logs.Max() - logs.Min() > Math.Log(10d);

    public static void Back(SpreadScale scale, double[][] paths)
    {
        if (scale == SpreadScale.Original)
        {
            return;
        }

        foreach (var path in paths)
        {
            for (var step = 0; step < path.Length; step++)
            {
                path[step] = Back(scale, path[step]);
            }
        }
    }

    // Minus twice the log-likelihood, but for what all scales have in common.
    private static double Unlikeliness(SpreadScale scale, double[] values, int period)
    {
        var power = scale switch { SpreadScale.Original => 1d, SpreadScale.Root => 0.5, _ => 0d };
        var slope = power == 0d ? 1d : power;
        var adjusted = new SeasonalFigures(To(scale, values), [period], SeasonalForm.Additive).Adjusted;
        var squares = SmoothingFit.FromFirstValues(SmoothingShape.Simple, adjusted, new()).Squares / (slope * slope);
        return (values.Length * Math.Log(squares)) + (2d * (1d - power) * values.Sum(value => Math.Log(value)));
    }

    private static double Back(SpreadScale scale, double value)
    {
        if (scale == SpreadScale.Log)
        {
            return Math.Exp(Math.Min(value, LargestExponent));
        }

        if (value <= 0d)
        {
            return 0d;
        }

        return value * value;
    }
}
