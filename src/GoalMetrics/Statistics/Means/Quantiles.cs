namespace GoalMetrics.Statistics;

// Hyndman and Fan's definitions: a quantile lies between the values of rank j and j + 1 as the fraction says.
internal static class Quantiles
{
    // Ranks that are whole numbers but for rounding are taken as such, as R does.
    private const double Fuzz = 4d * 2.220446049250313e-16;

    public static double OfSorted(ReadOnlySpan<double> sorted, double share, QuantileType type)
    {
        var n = sorted.Length;
        var rank = type switch
        {
            QuantileType.Type1 or QuantileType.Type2 or QuantileType.Type4 => n * share,
            QuantileType.Type3 => (n * share) - 0.5,
            QuantileType.Type5 => (n * share) + 0.5,
            QuantileType.Type6 => (n + 1d) * share,
            QuantileType.Type7 => ((n - 1d) * share) + 1d,
            QuantileType.Type8 => ((n + (1d / 3d)) * share) + (1d / 3d),
            _ => ((n + 0.25) * share) + 0.375,
        };

        var below = Math.Floor(rank + Fuzz);
        var fraction = rank - below;
        if (Math.Abs(fraction) < Fuzz)
        {
            fraction = 0d;
        }

        var weight = type switch
        {
            QuantileType.Type1 => fraction > 0d ? 1d : 0d,
            QuantileType.Type2 => fraction > 0d ? 1d : 0.5,
            QuantileType.Type3 => fraction == 0d && below % 2d == 0d ? 0d : 1d,
            _ => fraction,
        };

        var (lower, upper) = (At(sorted, below), At(sorted, below + 1d));
        return Between(lower, upper, weight);
    }

    /// <summary>The number between two, as the weight of the upper says; also where they are too far apart to subtract.</summary>
    public static double Between(double lower, double upper, double weight)
    {
        if (weight == 1d)
        {
            return upper;
        }

        var between = lower + (weight * (upper - lower));
        if (double.IsFinite(between))
        {
            return between;
        }

        return WeighedApart(lower, upper, weight);
    }

    private static double WeighedApart(double lower, double upper, double weight)
    {
        if (weight == 0d)
        {
            return lower;
        }

        return ((1d - weight) * lower) + (weight * upper);
    }

    private static double At(ReadOnlySpan<double> sorted, double rank) => sorted[(int)Math.Clamp(rank, 1d, sorted.Length) - 1];
}
