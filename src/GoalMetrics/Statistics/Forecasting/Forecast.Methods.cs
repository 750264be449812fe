namespace GoalMetrics.Statistics;

public sealed partial class Forecast
{
    /// <summary>
    /// The default: Theta, a damped trend with season, Holt-Winters and seasonal naive together, by their median, or from ten seasons on
    /// weighed by how well each would have forecast the end of the series.
    /// </summary>
    /// <remarks>
    /// <para>A season counts where three whole ones are there and their correlation is beyond chance, or two, of which it explains so
    /// much (0.64 by <see cref="Decomposition.SeasonalStrength"/>) that this is no chance either, at 0.1 %. It adds or multiplies,
    /// whichever leaves the smaller errors. Of two seasons that were both found, only models that know both take part. Fewer than four
    /// values are smoothed to a level. Where no value is below 0, nothing forecast is either. Where, besides, a third is 0 and these lie
    /// scattered among the others, events are rare, and known values are drawn (<see cref="ForecastMethod.Resampling"/>; see <see
    /// cref="ForecastChoice"/>).</para>
    /// <para>Paths are the points and a stretch of what the same forecast would have missed at an earlier moment, where two such stretches
    /// lie side by side; otherwise they are drawn from the models in turn. This is done on the likeliest scale of Box and Cox (the values,
    /// their square roots or their logarithms), with the mean of the paths at the points, on logarithms their median lifted by half the
    /// variance; of fewer than nine values that are all alike, and of zeros, a step differs with the chance of a share of 0 in n
    /// (Jeffreys).</para>
    /// <para>Undefined of no values (<see cref="UndefinedReason.NoData"/>), and of values beyond 1e100 (<see
    /// cref="UndefinedReason.Overflow"/>). Source: Makridakis, Spiliotis and Assimakopoulos 2020, International Journal of Forecasting
    /// 36:54-74.</para>
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first; for gaps see <see cref="SeriesGaps"/>.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="period">The length of the season: 12 for months, 7 for days; defaults to 1, none.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast Of(IReadOnlyList<double> values, int horizon, int period = 1, ForecastOptions? options = null)
    {
        Require.AtLeast(period, 1);
        return OfSeasons(values, horizon, [period], options);
    }

    /// <summary>The default for two seasons, such as day and week in hourly values; see <see cref="Of"/>.</summary>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="periods">The lengths of the seasons, in any order: 24 and 168; two are at least 2 and differ.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, a number is outside its range, or the seasons are not one or two different ones.
    /// </exception>
    public static Forecast OfSeasons(IReadOnlyList<double> values, int horizon, IReadOnlyList<int> periods, ForecastOptions? options = null)
    {
        var seasons = Require.Seasons(periods, least: 1);
        ArgumentNullException.ThrowIfNull(values);
        if (RareValues.Are(values, seasons[0]))
        {
            return MakeFitted(ForecastMethod.Resampling, values, horizon, options, series => Resampled(series, seasons));
        }

        return MakeFitted(
            ForecastMethod.Combination,
            values,
            horizon,
            options,
            series => FittedSeries.OnLikeliestScale(series, seasons[0], (each, scale) => Combination.Of(each, seasons, horizon, scale)));
    }

    /// <summary>The values of a season before, again and again; without a whole season, of all values there are.</summary>
    /// <remarks>The benchmark that a forecast has to beat. Undefined of no values (<see cref="UndefinedReason.NoData"/>).</remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="period">The length of the season; defaults to 1: the last value again and again.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast SeasonalNaive(IReadOnlyList<double> values, int horizon, int period = 1, ForecastOptions? options = null)
    {
        Require.AtLeast(period, 1);
        return Make(ForecastMethod.SeasonalNaive, values, horizon, options, series => new SeasonalNaiveModel(series, period));
    }

    /// <summary>
    /// Simple exponential smoothing, <c>level = α y + (1 − α) level</c>, from the first value on; α has the least squared one-step errors.
    /// </summary>
    /// <remarks>Undefined of no values. Source: Brown 1959; Hyndman and Athanasopoulos, Forecasting, 8.1.</remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="options">Parameters that are given, paths and seed; null for none given.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast Simple(IReadOnlyList<double> values, int horizon, ForecastOptions? options = null) =>
        Smoothed(ForecastMethod.Simple, SmoothingShape.Simple, values, horizon, options);

    /// <summary>Holt's linear smoothing, a level and a trend that go on, started from the first value and the first difference.</summary>
    /// <remarks>
    /// Undefined of no values; a single one has no trend. Source: Holt 1957; Hyndman and Athanasopoulos, Forecasting, 8.2.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="options">Parameters that are given, paths and seed; null for none given.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast Holt(IReadOnlyList<double> values, int horizon, ForecastOptions? options = null) =>
        Smoothed(ForecastMethod.Holt, SmoothingShape.Holt, values, horizon, options);

    /// <summary>Holt's smoothing with a trend that levels off: φ, from 0.8 to 0.98 unless given, of it is left after each step.</summary>
    /// <remarks>Undefined of no values. Source: Gardner and McKenzie 1985, Management Science 31:1237-1246.</remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="options">Parameters that are given, paths and seed; null for none given.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast DampedHolt(IReadOnlyList<double> values, int horizon, ForecastOptions? options = null) =>
        Smoothed(ForecastMethod.DampedHolt, SmoothingShape.DampedHolt, values, horizon, options);

    /// <summary>
    /// Holt and Winters' smoothing with a season. Started from a classical decomposition of the first two seasons; smoothing begins with
    /// the second.
    /// </summary>
    /// <remarks>
    /// Undefined of fewer than two whole seasons (<see cref="UndefinedReason.InsufficientData"/>), and with factors where a value is not
    /// above 0 (<see cref="UndefinedReason.OutOfDomain"/>). Source: Winters 1960, Management Science 6:324-342; start values as in R's
    /// HoltWinters.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="period">The length of the season: at least 2.</param>
    /// <param name="form">Whether the season adds or multiplies; defaults to adding.</param>
    /// <param name="options">Parameters and start values that are given, paths and seed; null for none given.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, a number is outside its range, or the given season has another length.
    /// </exception>
    public static Forecast HoltWinters(
        IReadOnlyList<double> values, int horizon, int period, SeasonalForm form = SeasonalForm.Additive, ForecastOptions? options = null)
    {
        const ForecastMethod method = ForecastMethod.HoltWinters;
        Require.Finite(values);
        Require.AtLeast(period, 2);
        Require.Known(form);
        var given = options?.Given ?? new();
        Require.Between(given.Season?.Count ?? period, period, period, nameof(SmoothingParameters.Season));
        if (values.Count > 0 && values.Count < 2L * period)
        {
            return new(method, values.Count, UndefinedReason.InsufficientData);
        }

        if (form == SeasonalForm.Multiplicative && values.Any(value => value <= 0d))
        {
            return new(method, values.Count, UndefinedReason.OutOfDomain);
        }

        return Make(method, values, horizon, options, series => SmoothingFit.FromTwoSeasons(period, form, series, given));
    }

    /// <summary>The line of least squares, with its prediction interval by Student's t.</summary>
    /// <remarks>
    /// Undefined of fewer than two values (<see cref="UndefinedReason.InsufficientData"/>); intervals want three. Source: Draper and Smith,
    /// Applied Regression Analysis, 1.4.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast LinearTrend(IReadOnlyList<double> values, int horizon, ForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 1)
        {
            return new(ForecastMethod.LinearTrend, 1, UndefinedReason.InsufficientData);
        }

        return Make(ForecastMethod.LinearTrend, values, horizon, options, series => new LinearTrendModel(series));
    }

    /// <summary>
    /// The Theta method, the best of the M3 competition: simple smoothing with half the slope of the line of least squares, seasonally
    /// adjusted where the data say so.
    /// </summary>
    /// <remarks>
    /// The season is taken out by factors, unless a value is not above 0. Undefined of no values. Source: Assimakopoulos and Nikolopoulos
    /// 2000, International Journal of Forecasting 16:521-530; Hyndman and Billah 2003.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="period">The length of the season; defaults to 1, none.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static Forecast Theta(IReadOnlyList<double> values, int horizon, int period = 1, ForecastOptions? options = null)
    {
        Require.AtLeast(period, 1);
        return Make(ForecastMethod.Theta, values, horizon, options, series =>
        {
            var figures = new SeasonalFigures(series, [period], SeasonalForm.Multiplicative);
            return figures.Around(new ThetaModel(figures.Adjusted));
        });
    }

    private static Forecast Smoothed(
        ForecastMethod method, SmoothingShape shape, IReadOnlyList<double> values, int horizon, ForecastOptions? options) =>
        Make(method, values, horizon, options, series => SmoothingFit.FromFirstValues(shape, series, options?.Given ?? new()));

    private static FittedSeries Resampled(double[] values, IReadOnlyList<int> seasons) =>
        FittedSeries.By(CandidateModel.Resampling([values], seasons, isKnown: null), values, horizon: 1);

    private static Forecast Make(
        ForecastMethod method,
        IReadOnlyList<double> values,
        int horizon,
        ForecastOptions? options,
        Func<double[], ForecastModel> fit) =>
        MakeFitted(method, values, horizon, options, series => FittedSeries.AsDefined(series, fit(series)));

    private static Forecast MakeFitted(
        ForecastMethod method,
        IReadOnlyList<double> values,
        int horizon,
        ForecastOptions? options,
        Func<double[], FittedSeries> fit)
    {
        Require.Finite(values);
        Require.Between(horizon, 1, MostSteps);
        options ??= new ForecastOptions();
        options.Check();
        if (WhyNone(values) is { } reason)
        {
            return new(method, 0, reason);
        }

        return Made(method, fit([.. values]), values.Count, horizon, options);
    }

    // Models are fitted by the least squares, and those of larger values are no numbers.
    internal static bool IsTooLarge(IReadOnlyList<double> values)
    {
        const double largest = 1e100;
        return values.Any(value => Math.Abs(value) > largest);
    }

    private static UndefinedReason? WhyNone(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return UndefinedReason.NoData;
        }

        if (IsTooLarge(values))
        {
            return UndefinedReason.Overflow;
        }

        return null;
    }

    private static Forecast Made(ForecastMethod method, FittedSeries fitted, int count, int horizon, ForecastOptions options)
    {
        var paths = fitted.Drawn.DegreesOfFreedom > 0 ? SamplePaths.Of(fitted.Drawn, horizon, options) : [];
        return Made(method, fitted, count, horizon, paths);
    }

    private static Forecast Made(ForecastMethod method, FittedSeries fitted, int count, int horizon, double[][] paths)
    {
        var points = fitted.PointsWith(paths, horizon);
        if (!Array.TrueForAll(points, double.IsFinite))
        {
            return new(method, count, UndefinedReason.Overflow);
        }

        Func<int, double, double>? halfWidth = fitted.Model is LinearTrendModel line ? line.HalfWidth : null;
        return new(method, count, points, paths, fitted.Model.Parameters, halfWidth);
    }
}
