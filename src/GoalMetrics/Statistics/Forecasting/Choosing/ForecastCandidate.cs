namespace GoalMetrics.Statistics;

/// <summary>A model that a forecast could be made with, and how far it was off in the past. Immutable.</summary>
public sealed partial class ForecastCandidate
{
    internal ForecastCandidate(ForecastMethod method, int season, Statistic error) =>
        (Method, Season, MeanAbsoluteError) = (method, season, error);

    /// <summary>The method.</summary>
    public ForecastMethod Method { get; }

    /// <summary>The length of the season that it was given; 1 for none. Seasonal naive without a season is the naive model.</summary>
    public int Season { get; }

    /// <summary>
    /// The mean absolute error of its forecasts from all origins, in the unit of the values. Undefined where the series is too short to
    /// spare an end (<see cref="UndefinedReason.InsufficientData"/>), and where a ratio was forecast with a denominator of 0
    /// (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    public Statistic MeanAbsoluteError { get; }

    /// <summary>Whether it is the naive model: the last value again and again.</summary>
    public bool IsNaive => Method == ForecastMethod.SeasonalNaive && Season == 1;

    /// <summary>As <c>SeasonalNaive (7): 12.5</c>.</summary>
    public override string ToString()
    {
        var name = IsNaive ? "Naive" : $"{Method}";
        return FormattableString.Invariant($"{name}{(Season > 1 ? $" ({Season})" : "")}: {MeanAbsoluteError}");
    }
}
