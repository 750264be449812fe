namespace GoalMetrics.Statistics;

/// <summary>
/// A forecast by the model that would have been closest in the past. The end of the series is forecast from several earlier moments
/// (rolling origins) with each candidate: the default combination, damped Holt, simple smoothing, Holt-Winters, seasonal naive and naive.
/// Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// <para>Another model than the default is chosen where it was closer from every origin, and by a tenth on the whole; the naive model
/// where it was closer from every origin. Where all are as close, and where there are fewer than three origins, the default stays. The
/// smallest error alone chooses by chance: on the M3 monthly series it is worse than the default everywhere, and this rule is better.
/// Source of rolling origins: Tashman 2000, International Journal of Forecasting 16:437-450.</para>
/// <para>Where no value is below 0, a third is 0 and these lie scattered among the others, events are rare, and the smallest absolute error
/// would be that of 0 for ever. Such a series is <see cref="ForecastMethod.Resampling"/>: values are drawn from the known ones, of the same
/// place in the season where each was known four times, and their mean is expected. Only the naive model is tried beside it.</para>
/// </remarks>
public sealed partial class ForecastChoice
{
    // Measured on the M3 monthly series, where the smaller error alone is worse than never to choose.
    private const double Margin = 0.1;

    // Errors that differ by their last digits only are the same.
    private const double Rounding = 1e-9;

    private ForecastChoice(IReadOnlyList<ForecastCandidate> candidates, RollingOrigins origins, Forecast forecast, Forecast? denominators)
    {
        Candidates = candidates;
        Origins = origins.Lengths.Count;
        Steps = origins.Steps;
        Forecast = forecast;
        Denominators = denominators;
    }

    /// <summary>The forecast by the chosen model; of a ratio, that of the numerators.</summary>
    public Forecast Forecast { get; }

    /// <summary>Of a ratio, the forecast of the denominators; null for a single series.</summary>
    public Forecast? Denominators { get; }

    /// <summary>The candidates: the chosen one first, then by their errors.</summary>
    public IReadOnlyList<ForecastCandidate> Candidates { get; }

    /// <summary>The chosen model.</summary>
    public ForecastCandidate Chosen => Candidates[0];

    /// <summary>The best of the others; null where there is only one candidate.</summary>
    public ForecastCandidate? RunnerUp => Candidates.Skip(1).FirstOrDefault();

    /// <summary>The naive model, which a forecast has to beat.</summary>
    public ForecastCandidate Naive => Candidates.First(candidate => candidate.IsNaive);

    /// <summary>From how many moments in the past the candidates were tried; 0 where the series is too short.</summary>
    public int Origins { get; }

    /// <summary>How many steps ahead were forecast from each.</summary>
    public int Steps { get; }

    /// <summary>Chooses a model for a series, and forecasts it.</summary>
    /// <remarks>Undefined of no values, as <see cref="Forecast.Of"/> is. With fewer than four values there is nothing to choose
    /// by.</remarks>
    /// <param name="values">The values at equal steps, oldest first; for gaps see <see cref="SeriesGaps"/>.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="period">The length of the season; defaults to 1, none. Taken as none where there are not two whole ones.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or a number is outside its range.</exception>
    public static ForecastChoice Of(IReadOnlyList<double> values, int horizon, int period = 1, ForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require.AtLeast(period, 1);
        return Of(values, isKnown: null, horizon, [period], options);
    }

    /// <summary>
    /// The same for two seasons, such as day and week in hourly values. The default knows both, and seasonal naive is tried with each.
    /// </summary>
    /// <remarks>See <see cref="Of(IReadOnlyList{double}, int, int, ForecastOptions?)"/>. A season of which there are not two whole ones
    /// is left out.</remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="periods">The lengths of the seasons, in any order: 24 and 168; two are at least 2 and differ.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, a number is outside its range, or the seasons are not one or two different ones.
    /// </exception>
    public static ForecastChoice OfSeasons(
        IReadOnlyList<double> values, int horizon, IReadOnlyList<int> periods, ForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(values, isKnown: null, horizon, Require.Seasons(periods, least: 1), options);
    }

    /// <summary>
    /// Chooses a model for a ratio of two series by the errors of the ratio, unless it is worse for the denominators, and forecasts both
    /// with it. Path by path their surprises are as alike as their differences over a season were.
    /// </summary>
    /// <remarks>
    /// The ratio ahead is <c>numerator / denominator</c> of the points, and of each pair of paths. Steps in the past whose denominator is 0
    /// have no ratio, and are left out of the errors.
    /// </remarks>
    /// <param name="numerators">The numerators at equal steps, oldest first.</param>
    /// <param name="denominators">The denominators, as many.</param>
    /// <param name="horizon">How many steps ahead: from 1 to 10,000.</param>
    /// <param name="period">The length of the season; defaults to 1, none. Taken as none where there are not two whole ones.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, a number is outside its range, or the lists differ in length.
    /// </exception>
    public static ForecastChoice OfRatio(
        IReadOnlyList<double> numerators,
        IReadOnlyList<double> denominators,
        int horizon,
        int period = 1,
        ForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(numerators);
        ArgumentNullException.ThrowIfNull(denominators);
        Require.SameLength(numerators, denominators);
        Require.AtLeast(period, 1);
        return OfRatio(numerators, denominators, isKnown: null, horizon, [period], options);
    }

    // Of a series whose gaps are filled.
    internal static ForecastChoice Of(
        IReadOnlyList<double> values, IReadOnlyList<bool>? isKnown, int horizon, IReadOnlyList<int> periods, ForecastOptions? options)
    {
        var (candidates, origins, model) = Choose([values], isKnown, horizon, periods);
        return new(candidates, origins, Forecast.By(model, values, horizon, options), denominators: null);
    }

    internal static ForecastChoice OfRatio(
        IReadOnlyList<double> numerators,
        IReadOnlyList<double> denominators,
        IReadOnlyList<bool>? isKnown,
        int horizon,
        IReadOnlyList<int> periods,
        ForecastOptions? options)
    {
        var (candidates, origins, model) = Choose([numerators, denominators], isKnown, horizon, periods);
        var (above, below) = Forecast.PairBy(model, numerators, denominators, horizon, options);
        return new(candidates, origins, above, below);
    }

    private static (List<ForecastCandidate> Candidates, RollingOrigins Origins, CandidateModel Model) Choose(
        IReadOnlyList<double>[] series, IReadOnlyList<bool>? isKnown, int horizon, IReadOnlyList<int> periods)
    {
        foreach (var values in series)
        {
            Require.Finite(values, nameof(values));
        }

        Require.Between(horizon, 1, Forecast.MostSteps);
        var length = series[0].Count;
        int[] seasons = [.. periods.Where(period => length >= 2L * period).DefaultIfEmpty(1)];
        var season = seasons[0];
        var origins = RollingOrigins.In(Array.Exists(series, Forecast.IsTooLarge) ? 0 : length, season, horizon);
        var shortest = origins.Lengths.Count == 0 ? length : origins.Lengths[^1];
        double[][] all = [.. series.Select(values => values.ToArray())];
        var errors = new OriginErrors(all, isKnown, origins);
        var areRare = Array.Exists(all, values => RareValues.Are(values, season, isKnown));
        List<CandidateModel> models = areRare
            ? [CandidateModel.Resampling(all, seasons, isKnown), CandidateModel.Naive(isKnown)]
            : CandidateModel.For(shortest, seasons, isKnown);
        List<TriedModel> tried = [.. models.Select(errors.Try)];
        var chosen = areRare ? tried[0] : BestOf(tried);
        var ranked = tried.Where(each => each != chosen).OrderBy(each => each.Error.ValueOrNull ?? double.MaxValue).Prepend(chosen);
        return ([.. ranked.Select(each => each.ToCandidate())], origins, chosen.Model);
    }

    // The default, unless another is clearly better, or the naive model is better than all. A tie changes nothing.
    private static TriedModel BestOf(List<TriedModel> tried)
    {
        var standard = tried[0];
        var naive = tried.Find(each => each.Model.IsNaive)!;
        var better = tried.Where(each => each.IsBetterThan(standard, Margin)).MinBy(each => each.Error.Value);
        var best = better ?? standard;
        if (naive.IsBetterThan(best, Rounding))
        {
            return naive;
        }

        return best;
    }
}
