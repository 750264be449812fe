namespace GoalMetrics.Statistics;

// Finds what is not given of a smoothing model, by the least squared one-step errors.
internal static class SmoothingFit
{
    private const double Least = 1e-4;
    private const double Most = 1d - Least;
    private const double LeastPhi = 0.8;
    private const double MostPhi = 0.98;

    /// <summary>Started as Hyndman and Athanasopoulos do: the level is the first value and the trend the first difference.</summary>
    public static SmoothingModel FromFirstValues(SmoothingShape shape, double[] values, SmoothingParameters given)
    {
        var start = new SmoothingStart(
            0.3, 0.1, 0d, 1d, given.Level ?? values[0], given.Trend ?? (values.Length > 1 ? values[1] - values[0] : 0d), []);
        return Fitted(shape, start, values, given);
    }

    /// <summary>
    /// Started from a classical decomposition of the first two seasons, as R's HoltWinters: the season's figures from it, level and trend
    /// by the line through its trend; smoothing begins with the second season.
    /// </summary>
    public static SmoothingModel FromTwoSeasons(int period, SeasonalForm form, double[] values, SmoothingParameters given)
    {
        var shape = new SmoothingShape(HasTrend: true, IsDamped: false, period, form);
        var first = values.AsSpan(0, 2 * period);
        var trend = ClassicalSeason.Trend(first, period);
        double[] figure = given.Season is { } season ? [.. season] : ClassicalSeason.Figure(first, trend, period, form);
        var line = new Line([.. trend.Where(level => level is not null).Select(level => level!.Value)]);
        var start = new SmoothingStart(0.3, 0.1, 0.1, 1d, given.Level ?? (line.Start - line.Slope), given.Trend ?? line.Slope, figure);
        return Fitted(shape, start, values.AsSpan(period).ToArray(), given);
    }

    /// <summary>A damped trend whose start values are found with the parameters, from the line through the first ten values.</summary>
    public static SmoothingModel DampedWithFreeStart(double[] values)
    {
        var shape = SmoothingShape.DampedHolt;
        var line = new Line(values.AsSpan(0, Math.Min(10, values.Length)));
        var spread = SpreadOf(values);
        var best = Simplex.Minimum(
            p => At(p).Squares(shape, values, out _, out _, []),
            [0.3, 0.1, 0.9, line.Start - line.Slope, line.Slope],
            [Least, Least, LeastPhi, line.Start - spread, line.Slope - (spread / 4d)],
            [Most, Most, MostPhi, line.Start + spread, line.Slope + (spread / 4d)],
            mostSteps: 250);
        return new(shape, At(best), values, fitted: 5);

        static SmoothingStart At(double[] p) => new(p[0], p[1], 0d, p[2], p[3], p[4], []);
    }

    /// <summary>
    /// A damped trend and a season that may change, started from the figures of the whole series and the line through its first seasons.
    /// </summary>
    public static SmoothingModel SeasonalWithFreeStart(double[] values, int period, SeasonalForm form)
    {
        var shape = new SmoothingShape(HasTrend: true, IsDamped: true, period, form);
        var parts = Decomposition.Classical(values, period, form);
        double[] adjusted = [.. parts.SeasonallyAdjusted];
        double[] figure = [.. parts.Seasonals[0].Take(period)];
        var line = new Line(adjusted.AsSpan(0, Math.Min(Math.Max(10, 2 * period), adjusted.Length)));
        var spread = SpreadOf(adjusted);
        var scratch = new double[period];
        var best = Simplex.Minimum(
            p => At(p).Squares(shape, values, out _, out _, scratch),
            [0.3, 0.1, 0.1, 0.9, line.Start - line.Slope, line.Slope],
            [Least, Least, Least, LeastPhi, line.Start - spread, line.Slope - (spread / 4d)],
            [Most, Most, Most, MostPhi, line.Start + spread, line.Slope + (spread / 4d)],
            mostSteps: 300);
        return new(shape, At(best), values, fitted: 6, figures: period - 1);

        SmoothingStart At(double[] p) => new(p[0], p[1], p[2], p[3], p[4], p[5], figure);
    }

    // How far the start may lie from where the first values put it: nowhere else where all are alike.
    private static double SpreadOf(double[] values)
    {
        const double almostNone = 1e-9;
        var spread = values.Max() - values.Min();
        if (spread > 0d)
        {
            return spread;
        }

        return almostNone * Math.Max(Math.Abs(values[0]), double.Epsilon);
    }

    private static SmoothingModel Fitted(SmoothingShape shape, SmoothingStart start, double[] values, SmoothingParameters given)
    {
        List<double> low = [], high = [], from = [];
        Add(given.Alpha, start.Alpha, Least, Most);
        if (shape.HasTrend)
        {
            Add(given.Beta, start.Beta, Least, Most);
        }

        if (shape.HasSeason)
        {
            Add(given.Gamma, start.Gamma, Least, Most);
        }

        if (shape.IsDamped)
        {
            Add(given.Phi, 0.9, LeastPhi, MostPhi);
        }

        var scratch = new double[shape.Period];
        double[] best = from.Count switch
        {
            0 => [],
            1 => [BoundedMinimum.Find(x => SquaresAt([x]), low[0], high[0])],
            _ => Simplex.Minimum(SquaresAt, [.. from], [.. low], [.. high], mostSteps: 150 * from.Count),
        };
        return new(shape, At(best), values, fitted: from.Count + 1 + (shape.HasTrend ? 1 : 0));

        double SquaresAt(double[] free) => At(free).Squares(shape, values, out _, out _, scratch);

        void Add(double? known, double usual, double least, double most)
        {
            if (known is null)
            {
                from.Add(usual);
                low.Add(least);
                high.Add(most);
            }
        }

        SmoothingStart At(double[] free)
        {
            var next = 0;
            return start with
            {
                Alpha = given.Alpha ?? free[next++],
                Beta = shape.HasTrend ? given.Beta ?? free[next++] : 0d,
                Gamma = shape.HasSeason ? given.Gamma ?? free[next++] : 0d,
                Phi = shape.IsDamped ? given.Phi ?? free[next] : 1d,
            };
        }
    }
}
