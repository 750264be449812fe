namespace GoalMetrics.Statistics;

// A series with the model that its points come from, and the one that its futures are drawn from on the scale of their spread.
internal sealed class FittedSeries
{
    private readonly double[] _values;
    private readonly SpreadScale _scale;
    private readonly bool _keepsSign;

    private FittedSeries(double[] values, SpreadScale scale, bool keepsSign, ForecastModel model, ForecastModel drawn)
    {
        (_values, _scale, _keepsSign) = (values, scale, keepsSign && Array.TrueForAll(values, value => value >= 0d));
        (Model, Drawn) = (model, drawn);
    }

    public ForecastModel Model { get; }

    public ForecastModel Drawn { get; }

    // The values as the drawn model knows them.
    public double[] Scaled => SpreadScales.To(_scale, _values);

    // A method by itself draws its futures as it is defined.
    public static FittedSeries AsDefined(double[] values, ForecastModel model) =>
        new(values, SpreadScale.Original, keepsSign: false, model, model);

    // On another scale a season adds, and what is drawn has the points of the original scale.
    public static FittedSeries OnLikeliestScale(double[] values, int season, Func<double[], SpreadScale?, ForecastModel> fit)
    {
        var model = fit(values, null);
        if (model is AlikeModel)
        {
            return AsDefined(values, model);
        }

        var scale = SpreadScales.LikeliestFor(values, season);
        if (scale == SpreadScale.Original)
        {
            return OnItsOwnScale(values, model);
        }

        return new(values, scale, keepsSign: true, model, fit(SpreadScales.To(scale, values), scale));
    }

    // Draws from the past are as they were, and a walk of the last value on the scale of logs would lose all measure.
    public static FittedSeries By(CandidateModel chosen, double[] values, int horizon) => chosen.Method switch
    {
        ForecastMethod.Resampling => AsDefined(values, chosen.Fit(values, horizon)),
        ForecastMethod.SeasonalNaive => OnItsOwnScale(values, chosen.Fit(values, horizon)),
        _ => OnLikeliestScale(values, chosen.Season, (series, scale) => chosen.Fit(series, horizon, scale)),
    };

    private static FittedSeries OnItsOwnScale(double[] values, ForecastModel model) =>
        new(values, SpreadScale.Original, keepsSign: true, model, model);

    // Values that were never negative are not expected to be, and neither is any of their futures.
    public double[] PointsWith(double[][] paths, int horizon)
    {
        var points = Model.Points(horizon);
        SpreadScales.Back(_scale, paths);
        if (_keepsSign)
        {
            SamplePaths.KeepFromNegative([points, .. paths]);
            SteadyMeans.Keep(points, paths, _scale);
        }

        return points;
    }
}
