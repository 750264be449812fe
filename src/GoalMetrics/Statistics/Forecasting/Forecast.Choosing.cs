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
        if (WhyNone(values) is { } reason)
        {
            return new(chosen.Method, 0, reason);
        }

        return Made(chosen.Method, FittedSeries.By(chosen, [.. values], horizon), values.Count, horizon, options);
    }

    internal static (Forecast First, Forecast Second) PairBy(
        CandidateModel chosen, IReadOnlyList<double> first, IReadOnlyList<double> second, int horizon, ForecastOptions? options)
    {
        options ??= new ForecastOptions();
        options.Check();
        if ((WhyNone(first) ?? WhyNone(second)) is { } reason)
        {
            var none = new Forecast(chosen.Method, 0, reason);
            return (none, none);
        }

        FittedSeries[] fitted = [FittedSeries.By(chosen, [.. first], horizon), FittedSeries.By(chosen, [.. second], horizon)];
        var paths = Array.TrueForAll(fitted, series => series.Drawn.DegreesOfFreedom > 0)
            ? SamplePaths.Of([fitted[0].Drawn, fitted[1].Drawn], LikenessOf(fitted, chosen.Season), horizon, options)
            : [[], []];
        return (
            Made(chosen.Method, fitted[0], first.Count, horizon, paths[0]),
            Made(chosen.Method, fitted[1], second.Count, horizon, paths[1]));
    }

    // The correlation of the differences over a season; 0 where one of the series does not change.
    private static double LikenessOf(FittedSeries[] fitted, int season)
    {
        double[] x = Stationarity.Differenced(fitted[0].Scaled, season), y = Stationarity.Differenced(fitted[1].Scaled, season);
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

        if (ofX > 0d && ofY > 0d)
        {
            return Math.Clamp(both / Math.Sqrt(ofX * ofY), -1d, 1d);
        }

        return 0d;
    }
}
