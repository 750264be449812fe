namespace GoalMetrics.Statistics;

/// <summary>How sure one can be of a mean, such as an average order value. Pure; may be called from several threads.</summary>
/// <remarks>
/// All tests are two-sided. Bounds and p-values have a relative error below 1e-11, apart from what the sample's figures lack.
/// </remarks>
public static class Mean
{
    /// <summary>
    /// Student's t interval of a mean: <c>mean ± t(n − 1) s / √n</c>. Undefined of fewer than two values (<see
    /// cref="UndefinedReason.InsufficientData"/>).
    /// </summary>
    /// <remarks>Source: Student 1908, Biometrika 6:1-25.</remarks>
    /// <param name="values">The sample.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the level is not between 0 and 1.</exception>
    public static Interval Interval(IReadOnlyList<double> values, double level = 0.95) => IntervalFrom(SampleMoments.Of(values), level);

    /// <summary>Student's t interval of the mean of a sample that is known by its figures.</summary>
    /// <param name="sample">How many, their mean and deviation.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static Interval IntervalFrom(SampleMoments sample, double level = 0.95)
    {
        Require.Share(level);
        var deviation = sample.StandardDeviation;
        if (!deviation.IsDefined || !sample.Mean.IsDefined)
        {
            return new(deviation.Reason ?? UndefinedReason.Overflow, "values", level, sample.N, IntervalMethod.StudentT);
        }

        var half = StudentT.ForLevel(level, sample.N - 1d) * deviation.Value / Math.Sqrt(sample.N);
        return Statistics.Interval.Computed(sample.Mean.Value, half, level, sample.N, IntervalMethod.StudentT);
    }

    /// <summary>Welch's interval of the difference of two means, <c>mean of values − mean of baseValues</c>.</summary>
    /// <inheritdoc cref="DifferenceFrom(SampleMoments, SampleMoments, double)" path="/remarks"/>
    /// <param name="values">One sample.</param>
    /// <param name="baseValues">The sample that is compared with.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the level is not between 0 and 1.</exception>
    public static Interval Difference(IReadOnlyList<double> values, IReadOnlyList<double> baseValues, double level = 0.95) =>
        DifferenceFrom(SampleMoments.Of(values), SampleMoments.Of(baseValues, nameof(baseValues)), level);

    /// <summary>Welch's interval of the difference of the means of two samples that are known by their figures.</summary>
    /// <remarks>
    /// <c>d ± t(ν) √(s₁²/n₁ + s₂²/n₂)</c> with Satterthwaite's degrees of freedom ν; the deviations may differ. Undefined where a side has
    /// fewer than two values (<see cref="UndefinedReason.InsufficientData"/>). Where all values of both sides are equal, the interval has
    /// no width. Source: Welch 1947, Biometrika 34:28-35.
    /// </remarks>
    /// <param name="sample">One sample.</param>
    /// <param name="baseSample">The sample that is compared with.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static Interval DifferenceFrom(SampleMoments sample, SampleMoments baseSample, double level = 0.95)
    {
        Require.Share(level);
        var (welch, n) = (new WelchDifference(sample, baseSample), Require.Together(sample.N, baseSample.N, nameof(baseSample)));
        if (welch.Reason is { } reason)
        {
            return new(reason, welch.Cause, level, n, IntervalMethod.Welch);
        }

        var half = welch.Error == 0d ? 0d : StudentT.ForLevel(level, welch.DegreesOfFreedom) * welch.Error;
        return Statistics.Interval.Computed(welch.Difference, half, level, n, IntervalMethod.Welch);
    }

    /// <summary>Welch's t test of two means being the same.</summary>
    /// <inheritdoc cref="WelchTest(SampleMoments, SampleMoments)" path="/remarks"/>
    /// <param name="values">One sample.</param>
    /// <param name="baseValues">The sample that is compared with.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static HypothesisTest WelchTest(IReadOnlyList<double> values, IReadOnlyList<double> baseValues) =>
        WelchTest(SampleMoments.Of(values), SampleMoments.Of(baseValues, nameof(baseValues)));

    /// <summary>Welch's t test of the means of two samples that are known by their figures.</summary>
    /// <remarks>
    /// <c>t = d / √(s₁²/n₁ + s₂²/n₂)</c> with Satterthwaite's degrees of freedom. Undefined where a side has fewer than two values
    /// (<see cref="UndefinedReason.InsufficientData"/>), and where neither side varies (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </remarks>
    /// <param name="sample">One sample.</param>
    /// <param name="baseSample">The sample that is compared with.</param>
    public static HypothesisTest WelchTest(SampleMoments sample, SampleMoments baseSample)
    {
        var (welch, n) = (new WelchDifference(sample, baseSample), Require.Together(sample.N, baseSample.N, nameof(baseSample)));
        if (welch.Reason is { } reason)
        {
            return new(TestMethod.Welch, n, reason, welch.Cause);
        }

        if (welch.Error == 0d)
        {
            return new(TestMethod.Welch, n, UndefinedReason.ZeroDenominator, "standard error");
        }

        var t = welch.Difference / welch.Error;
        if (!double.IsFinite(t))
        {
            return new(TestMethod.Welch, n, UndefinedReason.Overflow, "values");
        }

        return new(TestMethod.Welch, n, t, welch.DegreesOfFreedom, new(StudentT.TwoSided(t, welch.DegreesOfFreedom)));
    }
}
