namespace GoalMetrics.Statistics;

/// <summary>
/// Fills gaps in a series, so that it can be decomposed and forecast. A gap is not zero. Pure; may be called from several threads.
/// </summary>
public static class SeriesGaps
{
    private const int MostRounds = 50;

    /// <summary>
    /// The series from its first to its last known value. A gap is filled on a straight line between its known neighbours, through values
    /// without their season where there is one, and gets the figure of its own place in the season: a missing Friday is filled as a Friday.
    /// </summary>
    /// <remarks>
    /// <para>There is a season where the series spans two whole ones, at least three quarters of as many values are known, and the gap's
    /// place in the season is known at least once. Its figure is then the mean of what the known values of the place differ by from a
    /// smooth trend (local regression over two seasons); otherwise the line is through the values as they are. A place whose
    /// known values are all 0, as the Sundays of a shop that is closed then, is filled with 0, and is no neighbour to draw a line from.
    /// What never was negative is not filled below 0. Figures that would lead far out of what is known (by more than half its range) are
    /// not used.</para>
    /// <para>Gaps before the first and after the last known value are left out; without a known value the result is empty. Sources: the
    /// idea, and the bounds of half the range, are those of <c>na.interp</c>, Hyndman and Khandakar 2008, Journal of Statistical Software
    /// 27(3); trend and figures are fitted in turn (Hastie and Tibshirani 1990, Generalized Additive Models).</para>
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first; null where there is none.</param>
    /// <param name="period">The length of the season; defaults to 1, none.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the period is below 1.</exception>
    public static IReadOnlyList<double> Filled(IReadOnlyList<double?> values, int period = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require.AtLeast(period, 1);
        Require.Finite([.. values.Select(value => value ?? 0d)], nameof(values));
        double?[] series = [.. values.SkipWhile(value => value is null).Reverse().SkipWhile(value => value is null).Reverse()];
        if (Array.TrueForAll(series, value => value is not null))
        {
            return OnLines(series);
        }

        return OnLines(BySeason(series, period) ?? series);
    }

    // The gaps whose places in the season are known, filled; null where there is no season, or its figures lead too far.
    private static double?[]? BySeason(double?[] series, int period)
    {
        var known = series.Count(value => value is not null);
        if (period == 1 || series.Length / 2 < period || known < period + (period / 2))
        {
            return null;
        }

        var (low, high) = (series.Min()!.Value, series.Max()!.Value);
        bool[] isKnown = [.. Places(series, period).Select(place => place.Any(value => value is not null))];
        bool[] isEmpty = [.. Places(series, period).Select(place => place.All(value => value is null or 0d))];
        double?[] open = [.. series.Select((value, i) => isEmpty[i % period] ? null : value)];
        if (Array.TrueForAll(open, value => value is null))
        {
            return [.. series.Select((value, i) => isKnown[i % period] ? 0d : value)];
        }

        var bySeason = FilledBy(Figures(open, period));
        var slack = (high - low) / 2d;
        if (Array.TrueForAll(bySeason, IsNear) && SeasonalFigures.IsSeasonal(OnLines(bySeason), period))
        {
            return bySeason;
        }

        return FilledBy(new double[period]);

        bool IsNear(double? value) => value is null || (double.IsFinite(value.Value) && value >= low - slack && value <= high + slack);

        double?[] FilledBy(double[] figures)
        {
            var level = Adjusted(open, figures);
            return [.. series.Select((value, i) => value ?? (isKnown[i % period] ? OfPlace(level[i] + figures[i % period], i) : null))];
        }

        double OfPlace(double value, int i)
        {
            if (isEmpty[i % period])
            {
                return 0d;
            }

            if (low >= 0d)
            {
                return Math.Max(0d, value);
            }

            return value;
        }
    }

    // By how much each place of the season differs from a smooth trend: both are fitted in turn until neither moves.
    private static double[] Figures(double?[] series, int period)
    {
        const double still = 1e-12;
        var window = (2 * period) + 1;
        var jump = Math.Max(1, window / 10);
        double[] weights = [.. series.Select(value => value is null ? 0d : 1d)];
        var figures = new double[period];
        for (var round = 0; round < MostRounds; round++)
        {
            var trend = Loess.Smooth(Adjusted(series, figures), weights, window, degree: 1, jump);
            double?[] rests = [.. series.Select((value, i) => value - trend[i])];
            double?[] means = [.. Places(rests, period).Select(place => place.Average())];
            var middle = means.Average()!.Value;
            double[] next = [.. means.Select(mean => mean - middle ?? 0d)];
            var moved = next.Zip(figures, (now, before) => Math.Abs(now - before)).Max();
            figures = next;
            if (moved <= still * figures.Max(Math.Abs))
            {
                break;
            }
        }

        return figures;
    }

    // The series without its season, and without gaps.
    private static double[] Adjusted(double?[] series, double[] figures) =>
        OnLines([.. series.Select((value, i) => value - figures[i % figures.Length])]);

    // The values of each place of the season.
    private static IEnumerable<IEnumerable<double?>> Places(double?[] series, int period) => Enumerable.Range(0, period)
        .Select(place => Enumerable.Range(0, ((series.Length - 1 - place) / period) + 1).Select(cycle => series[place + (cycle * period)]));

    // Gaps filled on the lines between known neighbours; at the ends, with the nearest one.
    private static double[] OnLines(double?[] series)
    {
        var filled = new double[series.Length];
        var before = -1;
        for (var after = 0; after <= series.Length; after++)
        {
            if (after < series.Length && series[after] is null)
            {
                continue;
            }

            for (var i = before + 1; i < after; i++)
            {
                filled[i] = Between(series, before, after, i);
            }

            if (after < series.Length)
            {
                filled[after] = series[after]!.Value;
            }

            before = after;
        }

        return filled;
    }

    private static double Between(double?[] series, int before, int after, int place)
    {
        if (before < 0 || after == series.Length)
        {
            return series[before < 0 ? after : before]!.Value;
        }

        return Quantiles.Between(series[before]!.Value, series[after]!.Value, (double)(place - before) / (after - before));
    }
}
