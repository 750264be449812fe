namespace GoalMetrics.Statistics;

/// <summary>
/// Where a series is expected to go, and a thousand futures that are possible: the interval of any step, and of the sum over the steps, is
/// read from these. Bounds of steps must never be added up, since not all steps are low together. Immutable and safe to share between
/// threads.
/// </summary>
public sealed partial class Forecast
{
    private readonly double[][] _paths;
    private readonly Func<int, double, double>? _halfWidth;

    private Forecast(
        ForecastMethod method,
        long n,
        double[] points,
        double[][] paths,
        SmoothingParameters? parameters,
        Func<int, double, double>? halfWidth)
    {
        (Method, N, Points, _paths, Parameters, _halfWidth) = (method, n, Copies.Guarded(points), paths, parameters, halfWidth);
        IsDefined = true;
    }

    private Forecast(ForecastMethod method, long n, UndefinedReason reason)
    {
        (Method, N, Reason) = (method, n, reason);
        (Points, _paths) = ([], []);
    }

    /// <summary>How it was made.</summary>
    public ForecastMethod Method { get; }

    /// <summary>How many values it rests on.</summary>
    public long N { get; }

    /// <summary>Whether there is a forecast; otherwise points and paths are empty.</summary>
    public bool IsDefined { get; }

    /// <summary>
    /// Why there is none, such as points that are too large (<see cref="UndefinedReason.Overflow"/>); null where there is one.
    /// </summary>
    public UndefinedReason? Reason { get; }

    /// <summary>The expected value of each step ahead.</summary>
    public IReadOnlyList<double> Points { get; }

    /// <summary>
    /// The sample paths: each a value for every step ahead. None where the series is too short to say how far it strays.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> Paths => field ??= [.. _paths.Select(Copies.Guarded<double>)];

    /// <summary>The parameters and last states of a smoothing model; null for other methods.</summary>
    public SmoothingParameters? Parameters { get; }

    /// <summary>The interval of a step: of the paths by quantiles, of the line of least squares by Student's t.</summary>
    /// <remarks>
    /// Undefined where the forecast is, and where there are too few values to know a spread (<see
    /// cref="UndefinedReason.InsufficientData"/>). Without width where at least nine values are all alike, and not 0. The estimate is the
    /// point, or the median of the paths where that lies outside the interval.
    /// </remarks>
    /// <param name="step">The step ahead: 1 is the first.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not among the points, or the level is not between 0 and 1.</exception>
    public Interval PointInterval(int step, double level = 0.95)
    {
        Require.Share(level);
        if (IsDefined)
        {
            Require.Between(step, 1, Points.Count);
        }

        if (_paths.Length > 0 && _halfWidth is not null)
        {
            var (point, half) = (Points[step - 1], _halfWidth(step, level));
            return Interval.Computed(point, half, level, N, IntervalMethod.StudentT);
        }

        return IntervalOf(path => path[step - 1], () => Points[step - 1], level);
    }

    /// <summary>The interval of the sum over the first steps, or all: quantiles of the sums of the paths.</summary>
    /// <remarks>Undefined as <see cref="PointInterval"/>.</remarks>
    /// <param name="steps">How many steps are added up; null, the default, for all.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer points, or the level is not between 0 and 1.</exception>
    public Interval SumInterval(int? steps = null, double level = 0.95)
    {
        Require.Share(level);
        if (IsDefined)
        {
            Require.Between(steps ?? 1, 1, Points.Count, nameof(steps));
        }

        var count = steps ?? Points.Count;
        return IntervalOf(path => path.AsSpan(0, count).ToArray().Sum(), () => Points.Take(count).Sum(), level);
    }

    private Interval IntervalOf(Func<double[], double> figure, Func<double> point, double level)
    {
        if (_paths.Length == 0)
        {
            return new(Reason ?? UndefinedReason.InsufficientData, "values", level, N, IntervalMethod.SamplePaths);
        }

        double[] figures = [.. _paths.Select(figure)];
        Array.Sort(figures);
        var beyond = (1d - level) / 2d;
        var lower = Quantiles.OfSorted(figures, beyond, QuantileType.Type7);
        var upper = Quantiles.OfSorted(figures, 1d - beyond, QuantileType.Type7);
        var expected = point();
        var estimate = expected >= lower && expected <= upper ? expected : Quantiles.OfSorted(figures, 0.5, QuantileType.Type7);
        return Interval.Computed(estimate, lower, upper, level, N, IntervalMethod.SamplePaths);
    }
}
