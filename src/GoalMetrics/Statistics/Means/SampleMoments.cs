namespace GoalMetrics.Statistics;

/// <summary>
/// What is kept of a sample to compare its mean: how many, their mean and their standard deviation. <c>default(SampleMoments)</c> is an
/// empty sample. Immutable; safe to share between threads.
/// </summary>
public readonly partial struct SampleMoments
{
    private readonly double _mean;
    private readonly double _squares;

    /// <summary>A sample known by its figures alone, such as from a report.</summary>
    /// <param name="n">How many there are: at least 1.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="standardDeviation">Their standard deviation with n − 1 below, at least 0; 0 where there is one only.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public SampleMoments(long n, double mean, double standardDeviation)
    {
        Require.AtLeast(n, 1);
        Require.Finite(mean);
        Require.NotNegative(standardDeviation);
        Require.Between(standardDeviation, 0d, n == 1 ? 0d : double.MaxValue);
        N = n;
        _mean = mean;
        _squares = (n - 1d) * standardDeviation * standardDeviation;
    }

    private SampleMoments(double mean, double squares, long n) => (_mean, _squares, N) = (mean, squares, n);

    /// <summary>How many there are.</summary>
    public long N { get; }

    /// <summary>Their mean; undefined where there are none (<see cref="UndefinedReason.NoData"/>).</summary>
    public Statistic Mean
    {
        get
        {
            if (N == 0)
            {
                return Statistic.Undefined(UndefinedReason.NoData, "values");
            }

            return Statistic.Computed(_mean);
        }
    }

    /// <summary>
    /// Their variance, <c>Σ (x − mean)² / (n − 1)</c>; undefined where there are fewer than two (<see
    /// cref="UndefinedReason.InsufficientData"/>).
    /// </summary>
    public Statistic Variance => N switch
    {
        0 => Statistic.Undefined(UndefinedReason.NoData, "values"),
        1 => Statistic.Undefined(UndefinedReason.InsufficientData, "values"),
        _ => Statistic.Computed(_squares / (N - 1d)),
    };

    /// <summary>The square root of <see cref="Variance"/>; undefined as that is.</summary>
    public Statistic StandardDeviation
    {
        get
        {
            if (Variance.IsDefined)
            {
                return Statistic.Computed(Math.Sqrt(Variance.Value));
            }

            return Variance;
        }
    }

    /// <summary>
    /// Of these values: the mean by compensated summation (Neumaier 1974) and the squares in a second pass about it, corrected for what the
    /// mean lacks (Chan, Golub and LeVeque 1983).
    /// </summary>
    /// <remarks>
    /// As exact as double allows: 14 digits of the mean and 13 of the deviation on NIST's univariate reference data; on NumAcc3 and NumAcc4
    /// the values themselves lose 7 and 8 digits of the deviation when they are written as doubles.
    /// </remarks>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static SampleMoments Of(IReadOnlyList<double> values) => Of(values, nameof(values));

    // Of a sample that the caller calls by another name.
    internal static SampleMoments Of(IReadOnlyList<double> values, string name)
    {
        Require.Finite(values, name);
        var n = values.Count;
        if (n == 0)
        {
            return default;
        }

        var (sum, lost) = CompensatedSum.PartsOf(values);
        var mean = double.IsFinite(sum) ? (sum + lost) / n : values.Sum(value => value / n);
        double squares = 0d, squaresLost = 0d, off = 0d;
        foreach (var value in values)
        {
            var difference = value - mean;
            off += difference;
            CompensatedSum.Add(difference * difference, ref squares, ref squaresLost);
        }

        squares = double.IsFinite(squares) ? Math.Max(0d, squares + squaresLost - (off / n * off)) : double.PositiveInfinity;
        return new(mean, squares, n);
    }
}
