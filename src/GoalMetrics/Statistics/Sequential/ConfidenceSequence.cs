namespace GoalMetrics.Statistics;

/// <summary>
/// Intervals for those who look every day: the truth lies in all of them, at every look and for ever, with the stated level. A test may be
/// stopped as soon as one excludes the value in question. Pure; may be called from several threads.
/// </summary>
/// <remarks>
/// An ordinary interval holds for one look that was fixed beforehand: read daily for two months, a z test at 5 % finds a difference that is
/// not there in almost every third comparison. The price is width, about half as much again.
/// </remarks>
public static class ConfidenceSequence
{
    /// <summary>
    /// Of a share: all shares at which the posterior density under a uniform prior exceeds <c>1 − level</c>. Exact at every number of
    /// trials.
    /// </summary>
    /// <remarks>
    /// For the true share, prior over posterior density is a martingale that begins at 1 and exceeds <c>1/α</c> with a chance of at most α
    /// (Ville 1939). Undefined without trials (<see cref="UndefinedReason.ZeroDenominator"/>). Bounds have a relative error below 1e-10.
    /// Sources: Robbins 1970, Annals of Mathematical Statistics 41:1397-1409; Waudby-Smith and Ramdas 2020, NeurIPS (prior-posterior
    /// ratio).
    /// </remarks>
    /// <param name="successes">How many did it so far: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have so far.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is negative, successes exceed trials, or the level is not between 0 and 1.
    /// </exception>
    public static Interval OfProportion(long successes, long trials, double level = 0.95)
    {
        const IntervalMethod method = IntervalMethod.BetaMixtureSequence;
        Require.Counts(successes, trials);
        Require.Share(level);
        if (trials == 0)
        {
            return new(UndefinedReason.ZeroDenominator, nameof(trials), level, trials, method, Unit.Ratio);
        }

        var (share, lower, upper) = Proportion.Around(successes, trials, (count, all) => LowerBound(count, all, 1d - level));
        return new(share, lower, upper, level, trials, method, Unit.Ratio);
    }

    /// <summary>
    /// Of a mean: <c>mean ± s √(2 (n ρ² + 1) / (n² ρ²) · ln(√(n ρ² + 1) / α))</c>, with ρ such that it is narrowest at
    /// <paramref name="narrowestAt"/>. Holds once there are enough observations for the mean to be about normal at the first look: a
    /// hundred, or a thousand where a few large ones dominate.
    /// </summary>
    /// <remarks>
    /// Undefined of fewer than two observations and of equal ones, whose spread is not known (<see
    /// cref="UndefinedReason.InsufficientData"/>). Sources: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Time-uniform Central
    /// Limit Theory and Asymptotic Confidence Sequences, Annals of Statistics 52; Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021,
    /// Annals of Statistics 49:1055-1080.
    /// </remarks>
    /// <param name="sample">The observations so far.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <param name="narrowestAt">
    /// The number of observations at which most is to be known, at least 2; to be chosen before the first look and kept. Defaults to
    /// 10,000.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The level or the number is outside its range.</exception>
    public static Interval OfMean(SampleMoments sample, double level = 0.95, long narrowestAt = 10_000)
    {
        Require.Share(level);
        Require.AtLeast(narrowestAt, 2);
        var variance = sample.Variance;
        if (variance is not { IsDefined: true, Value: > 0d })
        {
            return new(
                variance.Reason ?? UndefinedReason.InsufficientData, nameof(sample), level, sample.N, IntervalMethod.AsymptoticSequence);
        }

        return Around(sample.Mean.Value, Math.Sqrt(variance.Value / sample.N), sample.N, level, narrowestAt);
    }

    /// <summary>
    /// Of the difference of two means, <c>mean of sample − mean of baseSample</c>: as <see cref="OfMean"/>, with the standard error
    /// <c>√(s₁²/n₁ + s₂²/n₂)</c> and the observations of both sides together.
    /// </summary>
    /// <remarks>Undefined where a side has fewer than two observations, or neither varies.</remarks>
    /// <param name="sample">The observations so far.</param>
    /// <param name="baseSample">The observations so far on the side that is compared with.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <param name="narrowestAt">
    /// The number of observations of both sides at which most is to be known, at least 2; to be chosen before the first look and kept.
    /// Defaults to 10,000.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The level or the number is outside its range.</exception>
    public static Interval OfDifference(SampleMoments sample, SampleMoments baseSample, double level = 0.95, long narrowestAt = 10_000)
    {
        Require.Share(level);
        Require.AtLeast(narrowestAt, 2);
        var (welch, n) = (new WelchDifference(sample, baseSample), Require.Together(sample.N, baseSample.N, nameof(baseSample)));
        if (welch.Reason is { } reason)
        {
            return new(reason, welch.Cause, level, n, IntervalMethod.AsymptoticSequence);
        }

        if (welch.Error == 0d)
        {
            return new(UndefinedReason.InsufficientData, "values", level, n, IntervalMethod.AsymptoticSequence);
        }

        return Around(welch.Difference, welch.Error, n, level, narrowestAt);
    }

    /// <summary>
    /// Of the difference of two shares, <c>successes/trials − baseSuccesses/baseTrials</c>, in percentage points: as
    /// <see cref="OfDifference"/> of ones and zeros.
    /// </summary>
    /// <remarks>
    /// Undefined where a side has fewer than two trials, or all trials of both sides ended alike on their side (<see
    /// cref="UndefinedReason.InsufficientData"/>).
    /// </remarks>
    /// <param name="successes">How many did it so far: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have so far.</param>
    /// <param name="baseSuccesses">How many did it so far on the side that is compared with.</param>
    /// <param name="baseTrials">How many could have so far on the side that is compared with.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <param name="narrowestAt">
    /// The number of trials of both sides at which most is to be known, at least 2; to be chosen before the first look and kept. Defaults
    /// to 10,000.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A count, the level or the number is outside its range.</exception>
    public static Interval OfProportionDifference(
        long successes,
        long trials,
        long baseSuccesses,
        long baseTrials,
        double level = 0.95,
        long narrowestAt = 10_000)
    {
        Require.Counts(successes, trials);
        Require.Counts(baseSuccesses, baseTrials);
        var difference = OfDifference(Outcomes(successes, trials), Outcomes(baseSuccesses, baseTrials), level, narrowestAt);
        return difference.WithUnit(Unit.PercentagePoint);
    }

    private static SampleMoments Outcomes(double successes, long trials)
    {
        if (trials == 0)
        {
            return default;
        }

        var share = successes / trials;
        return new(trials, share, trials == 1 ? 0d : Math.Sqrt(share * (1d - share) * (trials / (trials - 1d))));
    }

    private static Interval Around(double estimate, double error, long n, double level, long narrowestAt)
    {
        var log = -2d * GammaFunction.LogOnePlus(-level);
        var weight = n * ((log + GammaFunction.LogOnePlus(log)) / narrowestAt);
        var half = error * Math.Sqrt((weight + 1d) / weight * (GammaFunction.LogOnePlus(weight) + log));
        return Interval.Computed(estimate, half, level, n, IntervalMethod.AsymptoticSequence);
    }

    // Below the estimate the density falls towards 0; without successes it never falls under alpha.
    private static double LowerBound(long successes, long trials, double alpha)
    {
        if (successes == 0)
        {
            return 0d;
        }

        var estimate = (double)successes / trials;
        return Root.Between(Excess, 0d, estimate);

        double Excess(double share)
        {
            if (share == 0d)
            {
                return double.NegativeInfinity;
            }

            return LogDensity(successes, trials, share) - Math.Log(alpha);
        }
    }

    private static double LogDensity(double successes, double trials, double share)
    {
        if (share == 1d)
        {
            return Math.Log(trials + 1d);
        }

        return BetaFunction.LogKernel(successes + 1d, trials - successes + 1d, share, 1d - share) - Math.Log(share * (1d - share));
    }
}
