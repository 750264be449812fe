namespace GoalMetrics.Statistics;

// Forecasts by a model that was chosen.
public sealed partial class Forecast
{
    internal const int MostSteps = 10_000;

    // A chosen model never leaves the sign that all values had, whichever it is.
    internal static Forecast By(CandidateModel chosen, IReadOnlyList<double> values, int horizon, ForecastOptions? options)
    {
        options ??= new ForecastOptions();
        options.Check();
        if (values.Count == 0)
        {
            return new(chosen.Method, 0, UndefinedReason.NoData);
        }

        var model = chosen.Fit([.. values], horizon);
        var paths = model.DegreesOfFreedom > 0 ? SamplePaths.Of(model, horizon, options) : [];
        return Made(chosen.Method, model, values, horizon, paths, keepsSign: true);
    }

    internal static (Forecast First, Forecast Second) PairBy(
        CandidateModel chosen, IReadOnlyList<double> first, IReadOnlyList<double> second, int horizon, ForecastOptions? options)
    {
        options ??= new ForecastOptions();
        options.Check();
        if (first.Count == 0)
        {
            var none = new Forecast(chosen.Method, 0, UndefinedReason.NoData);
            return (none, none);
        }

        double[] one = [.. first], other = [.. second];
        ForecastModel[] models = [chosen.Fit(one, horizon), chosen.Fit(other, horizon)];
        var paths = models.All(model => model.DegreesOfFreedom > 0)
            ? SamplePaths.Of(models, Likeness(one, other, chosen.Season), horizon, options)
            : [[], []];
        return (
            Made(chosen.Method, models[0], first, horizon, paths[0], keepsSign: true),
            Made(chosen.Method, models[1], second, horizon, paths[1], keepsSign: true));
    }

    // The correlation of the differences over a season; 0 where one of the series does not change.
    private static double Likeness(double[] one, double[] other, int season)
    {
        double[] x = Stationarity.Differenced(one, season), y = Stationarity.Differenced(other, season);
        if (x.Length < 3)
        {
            return 0d;
        }

        double meanX = CompensatedSum.Of(x) / x.Length, meanY = CompensatedSum.Of(y) / y.Length;
        double both = 0d, ofX = 0d, ofY = 0d;
        for (var i = 0; i < x.Length; i++)
        {
            both += (x[i] - meanX) * (y[i] - meanY);
            ofX += (x[i] - meanX) * (x[i] - meanX);
            ofY += (y[i] - meanY) * (y[i] - meanY);
        }

        return ofX > 0d && ofY > 0d ? Math.Clamp(both / Math.Sqrt(ofX * ofY), -1d, 1d) : 0d;
    }
}
