namespace GoalMetrics.Statistics;

// A model that takes part in a choice, and how it is fitted. Only the default knows a longer season beside its own. Which values are known
// is null where all are; the others were filled in.
internal sealed record CandidateModel(ForecastMethod Method, int Season, IReadOnlyList<bool>? IsKnown, int? Longer = null)
{
    // The last value again and again, which a forecast has to beat.
    public bool IsNaive => Method == ForecastMethod.SeasonalNaive && Season == 1;

    public static CandidateModel Naive(IReadOnlyList<bool>? isKnown) => new(ForecastMethod.SeasonalNaive, 1, isKnown);

    // Draws from what is known of a series, or of both parts of a ratio: by the longest of the seasons that there is.
    public static CandidateModel Resampling(double[][] series, IReadOnlyList<int> seasons, IReadOnlyList<bool>? isKnown)
    {
        var season = seasons.Reverse().Select(each => ResampledSeason.Of(series, each, isKnown)).FirstOrDefault(each => each > 1, 1);
        return new(ForecastMethod.Resampling, season, isKnown);
    }

    // Those that a training part of this length can be fitted with. The default comes first, so that it wins where others are no better.
    public static List<CandidateModel> For(int length, IReadOnlyList<int> seasons, IReadOnlyList<bool>? isKnown)
    {
        var season = seasons[0];
        List<CandidateModel> all =
        [
            new(ForecastMethod.Combination, season, isKnown, Longer: seasons.Count > 1 ? seasons[1] : null),
            Naive(isKnown),
        ];
        if (length >= 3)
        {
            all.Add(new(ForecastMethod.Simple, 1, isKnown));
        }

        if (length >= 6)
        {
            all.Add(new(ForecastMethod.DampedHolt, 1, isKnown));
        }

        all.AddRange(seasons.Where(each => each > 1).Select(each => new CandidateModel(ForecastMethod.SeasonalNaive, each, isKnown)));
        if (season > 1 && length >= (2 * season) + 2)
        {
            all.Add(new(ForecastMethod.HoltWinters, season, isKnown));
        }

        return all;
    }

    // On another scale than its own the season of a series adds; otherwise its form is found.
    public ForecastModel Fit(double[] values, int horizon, SpreadScale? scale = null) => Method switch
    {
        _ when AlikeModel.Is(values) => new AlikeModel(values[0], values.Length),
        ForecastMethod.Resampling => new ResampledModel(values, Season, IsKnown),
        ForecastMethod.SeasonalNaive => Alone(values, new SeasonalNaiveModel(values, Season)),
        ForecastMethod.Simple => Alone(values, SmoothingFit.FromFirstValues(SmoothingShape.Simple, values, new())),
        ForecastMethod.DampedHolt => Alone(values, SmoothingFit.FromFirstValues(SmoothingShape.DampedHolt, values, new())),
        ForecastMethod.HoltWinters =>
            Alone(values, SmoothingFit.FromTwoSeasons(Season, FormOf(values, scale), values, new())),
        _ => Combination.Of(values, Longer is { } longer ? [Season, longer] : [Season], horizon, scale, IsKnown),
    };

    private SeasonalForm FormOf(double[] values, SpreadScale? scale) =>
        SpreadScales.SeasonOn(scale) ?? SeasonalFigures.LikelierForm(values, Season);

    // Its futures stray as it missed in the past.
    private CombinedModel Alone(double[] values, TrackedModel model) =>
        new([model], weights: null, values, IsKnown, Combination.StartOf(values, [Season]));
}
