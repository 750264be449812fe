namespace GoalMetrics.Statistics;

/// <summary>A series taken apart into trend, season and remainder. Immutable and safe to share between threads.</summary>
public sealed partial class Decomposition
{
    // A season of this strength is worth taking out: Wang, Smith and Hyndman 2006; nsdiffs in R's forecast package.
    internal const double Strong = 0.64;

    private Decomposition(
        SeasonalForm form, IReadOnlyList<int> periods, double?[] trend, IReadOnlyList<IReadOnlyList<double>> seasonals, double[] values)
    {
        (Form, Periods, Trend, Seasonals, IsDefined) = (form, periods, trend, seasonals, true);
        SeasonallyAdjusted = [.. values.Select((value, i) => form.Without(value, seasonals, i))];
        Remainder = [.. trend.Select((level, i) => level is { } known ? form.Without(SeasonallyAdjusted[i], known) : (double?)null)];
    }

    private Decomposition(SeasonalForm form, IReadOnlyList<int> periods, UndefinedReason reason)
    {
        (Form, Periods, Reason) = (form, periods, reason);
        (Trend, Seasonals, Remainder, SeasonallyAdjusted) = ([], [], [], []);
    }

    /// <summary>Whether the series could be taken apart; otherwise the lists are empty.</summary>
    public bool IsDefined { get; }

    /// <summary>Why it could not; null where it could.</summary>
    public UndefinedReason? Reason { get; }

    /// <summary>Whether the parts add up to the series or multiply to it.</summary>
    public SeasonalForm Form { get; }

    /// <summary>The lengths of the seasons, shortest first.</summary>
    public IReadOnlyList<int> Periods { get; }

    /// <summary>The trend of each value; null where a moving average does not reach.</summary>
    public IReadOnlyList<double?> Trend { get; }

    /// <summary>For each of <see cref="Periods"/> the seasonal part of each value.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Seasonals { get; }

    /// <summary>What is left of each value; null where the trend is.</summary>
    public IReadOnlyList<double?> Remainder { get; }

    /// <summary>The series without its seasons.</summary>
    public IReadOnlyList<double> SeasonallyAdjusted { get; }

    /// <summary>
    /// The classical decomposition: a centred moving average over a season as trend, the mean of what is left at each place of the season
    /// as its figure.
    /// </summary>
    /// <remarks>
    /// Undefined of fewer than two whole seasons (<see cref="UndefinedReason.InsufficientData"/>), multiplicative of values that are
    /// not above 0 (<see cref="UndefinedReason.OutOfDomain"/>), and where a part is too large (<see cref="UndefinedReason.Overflow"/>).
    /// Source: Hyndman and Athanasopoulos, Forecasting, 3.4; R's decompose.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="period">The length of the season: at least 2, such as 7 or 12.</param>
    /// <param name="form">Whether the season adds or multiplies; defaults to adding.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the period is below 2.</exception>
    public static Decomposition Classical(IReadOnlyList<double> values, int period, SeasonalForm form = SeasonalForm.Additive)
    {
        Require.Finite(values);
        Require.AtLeast(period, 2);
        Require.Known(form);
        if (values.Count < 2L * period)
        {
            return new(form, [period], UndefinedReason.InsufficientData);
        }

        if (form == SeasonalForm.Multiplicative && values.Any(value => value <= 0d))
        {
            return new(form, [period], UndefinedReason.OutOfDomain);
        }

        double[] series = [.. values];
        var trend = ClassicalSeason.Trend(series, period);
        var figure = ClassicalSeason.Figure(series, trend, period, form);
        return Made(form, [period], trend, [[.. series.Select((_, i) => figure[i % period])]], series);
    }

    /// <summary>The decomposition by local regression with one season; see the other overload.</summary>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="period">The length of the season: at least 2, such as 7 or 12.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the period is below 2.</exception>
    public static Decomposition Stl(IReadOnlyList<double> values, int period)
    {
        Require.AtLeast(period, 2);
        return Stl(values, [period], options: null);
    }

    /// <summary>
    /// The decomposition by local regression, STL, which reaches to both ends, lets seasons change, and is not led astray by outliers.
    /// Several seasons, such as weekday and year, are found in turn, twice over.
    /// </summary>
    /// <remarks>
    /// Undefined of fewer than two whole seasons (<see cref="UndefinedReason.InsufficientData"/>), and where a part is too large (<see
    /// cref="UndefinedReason.Overflow"/>). Sources: Cleveland et al. 1990, Journal
    /// of Official Statistics 6:3-73; Bandara, Hyndman and Bergmeir 2021, MSTL.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="periods">The lengths of the seasons in any order: one or two different ones of at least 2, such as 7 and 365.</param>
    /// <param name="options">How to smooth; null for a season that stays the same, robustly.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, a period is below 2, there are not one or two different ones, or an option is wrong.
    /// </exception>
    public static Decomposition Stl(IReadOnlyList<double> values, IReadOnlyList<int> periods, StlOptions? options)
    {
        Require.Finite(values);
        int[] sorted = Require.Seasons(periods, least: 2);
        options ??= new StlOptions();
        options.Check();
        if (values.Count < 2L * sorted[^1])
        {
            return new(SeasonalForm.Additive, sorted, UndefinedReason.InsufficientData);
        }

        double[] series = [.. values];
        var seasonals = sorted.Select(_ => new double[series.Length]).ToArray();
        var trend = new double[series.Length];
        var rounds = sorted.Length > 1 ? 2 : 1;
        for (var round = 0; round < rounds; round++)
        {
            for (var season = 0; season < sorted.Length; season++)
            {
                double[] others = [.. series.Select((value, i) => value - seasonals.Where((_, s) => s != season).Sum(part => part[i]))];
                (trend, seasonals[season]) = new StlSmoother(sorted[season], series.Length, options).Fit(others);
            }
        }

        return Made(SeasonalForm.Additive, sorted, [.. trend.Select(level => (double?)level)], seasonals, series);
    }

    // Where a part is too large for a double, there is none.
    private static Decomposition Made(
        SeasonalForm form, IReadOnlyList<int> periods, double?[] trend, IReadOnlyList<IReadOnlyList<double>> seasonals, double[] values)
    {
        var parts = new Decomposition(form, periods, trend, seasonals, values);
        var isFinite = seasonals.Append(parts.SeasonallyAdjusted).All(part => part.All(double.IsFinite))
            && parts.Trend.Concat(parts.Remainder).All(part => double.IsFinite(part ?? 0d));
        if (isFinite)
        {
            return parts;
        }

        return new(form, periods, UndefinedReason.Overflow);
    }

    /// <summary>
    /// How strong a season is, from 0 to 1: <c>1 − var(remainder) / var(season + remainder)</c>, on logarithms where the season is a
    /// factor. Above 0.64 it is worth taking out.
    /// </summary>
    /// <remarks>
    /// Undefined where the decomposition is, where season and remainder are all nought (<see cref="UndefinedReason.ZeroDenominator"/>),
    /// and where they are too large (<see cref="UndefinedReason.Overflow"/>).
    /// Source: Wang, Smith and Hyndman 2006, Data Mining and Knowledge Discovery 13:335-364.
    /// </remarks>
    /// <param name="period">One of <see cref="Periods"/>.</param>
    /// <exception cref="ArgumentException">The period is not one of them.</exception>
    public Statistic SeasonalStrength(int period)
    {
        var place = Periods.ToList().IndexOf(period);
        if (place < 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected one of the periods {string.Join(", ", Periods)}; found {period}."), nameof(period));
        }

        if (!IsDefined)
        {
            return Statistic.Undefined(Reason!.Value, "values");
        }

        List<double> rests = [], both = [];
        for (var i = 0; i < Remainder.Count; i++)
        {
            if (Remainder[i] is { } rest)
            {
                var (season, left) = (Form.Amount(Seasonals[place][i]), Form.Amount(rest));
                rests.Add(left);
                both.Add(left + season);
            }
        }

        if (!both.TrueForAll(double.IsFinite) || !rests.TrueForAll(double.IsFinite))
        {
            return Statistic.Undefined(UndefinedReason.Overflow, "values");
        }

        var total = SampleMoments.Of(both).Variance;
        if (total is { IsDefined: true, Value: > 0d })
        {
            return new(Math.Max(0d, 1d - (SampleMoments.Of(rests).Variance.Value / total.Value)));
        }

        return Statistic.Undefined(total.Reason ?? UndefinedReason.ZeroDenominator, "values");
    }
}
