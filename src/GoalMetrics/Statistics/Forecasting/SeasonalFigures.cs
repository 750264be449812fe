namespace GoalMetrics.Statistics;

// A series without its seasons, where the data say that it has some, and what puts them back on the steps ahead.
internal sealed class SeasonalFigures
{
    private readonly List<(double[] Figure, SeasonalForm Form)> _seasons = [];

    public SeasonalFigures(double[] values, IReadOnlyList<int> periods, SeasonalForm? preferred = null)
    {
        Adjusted = values;
        for (var place = 0; place < periods.Count; place++)
        {
            var period = periods[place];
            if (!IsSeasonal(Adjusted, period))
            {
                continue;
            }

            var form = preferred is { } stated && IsPossible(stated, Adjusted) ? stated : LikelierForm(Adjusted, period);
            preferred ??= form;
            var parts = Decomposition.Classical(Adjusted, period, form);
            Adjusted = [.. parts.SeasonallyAdjusted];
            double[] figure = [.. Enumerable.Range(values.Length, period).Select(step => parts.Seasonals[0][step % period])];
            _seasons.Insert(0, (figure, form));
            HasFirst |= place == 0;
            HasLonger |= place > 0;
        }
    }

    /// <summary>The series without its seasons.</summary>
    public double[] Adjusted { get; }

    /// <summary>Whether the first of the seasons was found.</summary>
    public bool HasFirst { get; }

    /// <summary>Whether the longer of two seasons was found.</summary>
    public bool HasLonger { get; }

    public TrackedModel Around(TrackedModel model) =>
        _seasons.Aggregate(model, (inner, season) => new SeasonalModel(inner, season.Figure, season.Form));

    /// <summary>
    /// Whether there is a season: the correlation over it is beyond chance, or what it explains is strong. Two whole seasons are wanted;
    /// of only two, which explain half of any noise, it has to be very strong.
    /// </summary>
    /// <remarks>
    /// Neither is enough by itself. Where neighbours are alike, as in three years with a warm and a cold half, chance allows any
    /// correlation; and a weak season that returns for years is one, though noise hides most of it.
    /// </remarks>
    public static bool IsSeasonal(double[] values, int period)
    {
        if (period < 2 || values.Length < 2L * period)
        {
            return false;
        }

        var mean = values.Average();
        var variance = CovarianceAt(values, mean, 0);
        return variance > 1e-20 * mean * mean * values.Length
            && ((values.Length >= 3L * period && IsCorrelated(values, mean, period, variance)) || IsStrong(values, period));
    }

    // The test of Theta's authors: at 90 %, given the correlations over fewer steps.
    private static bool IsCorrelated(double[] values, double mean, int period, double variance)
    {
        const double limit = 1.645;
        var squares = 0d;
        for (var lag = 1; lag < period; lag++)
        {
            var correlation = CovarianceAt(values, mean, lag) / variance;
            squares += correlation * correlation;
        }

        var overSeason = CovarianceAt(values, mean, period) / variance;
        return Math.Abs(overSeason) > limit * Math.Sqrt((1d + (2d * squares)) / values.Length);
    }

    private static bool IsStrong(double[] values, int period)
    {
        const double chance = 0.001;
        var parts = Decomposition.Stl(values, [period], new() { RobustIterations = 0 });
        if (!(parts.SeasonalStrength(period).ValueOrNull is { } strength && strength > Decomposition.Strong))
        {
            return false;
        }

        var (free, left) = (period - 1d, (values.Length - period) * ShareOfIndependent(parts));
        return FisherF.Survival(strength / (1d - strength) * left / free, free, left) < chance;
    }

    // Remainders that resemble their neighbours say less than as many independent ones: (1 − r) / (1 + r) of it.
    private static double ShareOfIndependent(Decomposition parts)
    {
        double[] rests = [.. parts.Remainder.OfType<double>()];
        var likeness = Math.Max(0d, Autocorrelation.At(rests, 1).ValueOrNull ?? 0d);
        return (1d - likeness) / (1d + likeness);
    }

    private static double CovarianceAt(double[] values, double mean, int lag)
    {
        var sum = 0d;
        for (var i = lag; i < values.Length; i++)
        {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }

        return sum;
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
        if (Squares(SeasonalForm.Additive) < Squares(SeasonalForm.Multiplicative))
        {
            return SeasonalForm.Additive;
        }

        return SeasonalForm.Multiplicative;

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
