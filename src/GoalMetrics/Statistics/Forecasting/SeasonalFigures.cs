namespace GoalMetrics.Statistics;

// A series without its seasons, where the data say that it has some, and what puts them back on the steps ahead.
internal sealed class SeasonalFigures
{
    private readonly List<(double[] Figure, SeasonalForm Form)> _seasons = [];

    public SeasonalFigures(double[] values, IReadOnlyList<int> periods, SeasonalForm? preferred = null)
    {
        Adjusted = values;
        foreach (var period in periods)
        {
            if (IsSeasonal(Adjusted, period))
            {
                var form = preferred is { } stated && IsPossible(stated, Adjusted) ? stated : LikelierForm(Adjusted, period);
                var parts = Decomposition.Classical(Adjusted, period, form);
                Adjusted = [.. parts.SeasonallyAdjusted];
                double[] figure = [.. Enumerable.Range(values.Length, period).Select(place => parts.Seasonals[0][place % period])];
                _seasons.Insert(0, (figure, form));
            }
        }
    }

    /// <summary>The series without its seasons.</summary>
    public double[] Adjusted { get; }

    public TrackedModel Around(TrackedModel model) =>
        _seasons.Aggregate(model, (inner, season) => new SeasonalModel(inner, season.Figure, season.Form));

    /// <summary>
    /// The test of Theta's authors: the correlation over a season is beyond what chance allows, at 90 %, given those over fewer steps.
    /// Three whole seasons are wanted.
    /// </summary>
    public static bool IsSeasonal(double[] values, int period)
    {
        const double limit = 1.645;
        if (period < 2 || values.Length < 3L * period)
        {
            return false;
        }

        var mean = values.Average();
        var variance = CovarianceAt(0);
        if (variance <= 1e-20 * mean * mean * values.Length)
        {
            return false;
        }

        var squares = 0d;
        for (var lag = 1; lag < period; lag++)
        {
            squares += CovarianceAt(lag) / variance * (CovarianceAt(lag) / variance);
        }

        return Math.Abs(CovarianceAt(period) / variance) > limit * Math.Sqrt((1d + (2d * squares)) / values.Length);

        double CovarianceAt(int lag)
        {
            var sum = 0d;
            for (var i = lag; i < values.Length; i++)
            {
                sum += (values[i] - mean) * (values[i - lag] - mean);
            }

            return sum;
        }
    }

    private static bool IsPossible(SeasonalForm form, double[] values) =>
        form == SeasonalForm.Additive || Array.TrueForAll(values, value => value > 0d);

    /// <summary>The form in which trend and season leave the smaller errors; factors only where all values are above 0.</summary>
    public static SeasonalForm LikelierForm(double[] values, int period)
    {
        if (values.Any(value => value <= 0d))
        {
            return SeasonalForm.Additive;
        }

        var trend = ClassicalSeason.Trend(values, period);
        return Squares(SeasonalForm.Additive) < Squares(SeasonalForm.Multiplicative) ? SeasonalForm.Additive : SeasonalForm.Multiplicative;

        double Squares(SeasonalForm form)
        {
            var figure = ClassicalSeason.Figure(values, trend, period, form);
            var sum = 0d;
            for (var i = 0; i < values.Length; i++)
            {
                var error = trend[i] is { } level ? values[i] - form.With(level, figure[i % period]) : 0d;
                sum += error * error;
            }

            return sum;
        }
    }
}
