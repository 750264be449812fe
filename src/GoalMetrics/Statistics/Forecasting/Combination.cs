namespace GoalMetrics.Statistics;

/// <summary>
/// The default: Theta, a damped trend with season (or without), Holt-Winters and seasonal naive. Short series take the median of these;
/// long ones weigh each by how well it would have forecast their end.
/// </summary>
/// <remarks>
/// Combinations of simple models won the M4 competition's field of pure methods (Makridakis, Spiliotis and Assimakopoulos 2020). The median
/// keeps out a single model that runs away; weights need more seasons than a short series has.
/// </remarks>
internal static class Combination
{
    // From this many seasons on the end can be spared to weigh the models by.
    private const int ManySeasons = 10;

    // A damped trend with its start has five parameters.
    private const int LeastForTrend = 8;

    // Which values are known is null where all are.
    public static ForecastModel Of(
        double[] values, IReadOnlyList<int> periods, int horizon, SpreadScale? scale = null, IReadOnlyList<bool>? isKnown = null)
    {
        if (AlikeModel.Is(values))
        {
            return new AlikeModel(values[0], values.Length);
        }

        if (values.Length < 4)
        {
            return SmoothingFit.FromFirstValues(SmoothingShape.Simple, values, new());
        }

        var models = Models(values, periods, scale, out var figures);
        var weights = Weights(values, periods, horizon, figures, scale);
        return new CombinedModel(models, weights, values, isKnown, StartOf(values, periods));
    }

    /// <summary>
    /// Where past errors begin: what the first seasons teach the models is no surprise to them. The same for all series of a length, so
    /// that the errors of two are drawn from the same moments.
    /// </summary>
    public static int StartOf(double[] values, IReadOnlyList<int> periods)
    {
        if (values.Length < 2L * periods[0])
        {
            return 1;
        }

        return (int)Math.Min(values.Length, 1L + Math.Max(2L * periods[0], periods[^1]));
    }

    private static List<TrackedModel> Models(
        double[] values, IReadOnlyList<int> periods, SpreadScale? scale, out SeasonalFigures figures)
    {
        var given = SpreadScales.SeasonOn(scale);
        var period = periods[0];
        figures = new(values, periods, given);
        if (figures.HasLonger)
        {
            // Models that know the day alone would outvote those that know the week.
            var damped = SmoothingFit.DampedWithFreeStart(figures.Adjusted);
            return [figures.Around(new ThetaModel(figures.Adjusted)), figures.Around(damped), new SeasonalNaiveModel(values, periods[^1])];
        }

        var theta = figures.Around(new ThetaModel(figures.Adjusted));
        List<TrackedModel> models = [theta];
        if (values.Length < LeastForTrend)
        {
            models.Add(new SeasonalNaiveModel(values, period: 1));
            return models;
        }

        if (figures.HasFirst)
        {
            var form = given ?? SeasonalFigures.LikelierForm(values, period);
            models.Add(SmoothingFit.SeasonalWithFreeStart(values, period, form));
            models.Add(SmoothingFit.FromTwoSeasons(period, form, values, new()));
        }
        else
        {
            models.Add(figures.Around(SmoothingFit.DampedWithFreeStart(figures.Adjusted)));
            models.Add(theta);
        }

        models.AddRange(periods
            .Select(length => values.Length < 2L * length ? 1 : length)
            .Where(length => length > 1 || !SpreadScales.RunsAway(scale, values))
            .Select(length => new SeasonalNaiveModel(values, length)));
        return models;
    }

    private static double[]? Weights(double[] values, IReadOnlyList<int> periods, int horizon, SeasonalFigures whole, SpreadScale? scale)
    {
        var length = values.Length - horizon;
        if (periods[0] < 2 || length < (long)ManySeasons * periods[0] || length < 3L * periods[^1])
        {
            return null;
        }

        var models = Models(values[..length], periods, scale, out var figures);
        if ((figures.HasFirst, figures.HasLonger) != (whole.HasFirst, whole.HasLonger))
        {
            return null;
        }

        double[] weights = [.. models.Select(model => 1d / Math.Max(SquaredDistance(model, values.AsSpan(length)), double.Epsilon))];
        var sum = weights.Sum();
        if (double.IsFinite(sum))
        {
            return [.. weights.Select(weight => weight / sum)];
        }

        return null;
    }

    // The square of the mean absolute error.
    private static double SquaredDistance(ForecastModel model, ReadOnlySpan<double> actual)
    {
        var points = model.Points(actual.Length);
        var sum = 0d;
        for (var step = 0; step < points.Length; step++)
        {
            sum += Math.Abs(points[step] - actual[step]);
        }

        return sum / points.Length * (sum / points.Length);
    }
}
