namespace GoalMetrics.Statistics;

/// <summary>
/// How sure one can be of a share of things that were counted, such as a conversion rate. All functions are pure and may be called from
/// several threads.
/// </summary>
/// <remarks>All tests are two-sided. Bounds have a relative error below 1e-12, p-values too unless stated otherwise.</remarks>
public static class Proportion
{
    /// <summary>
    /// Wilson's score interval: the shares p for which <c>|successes/trials − p| ≤ z √(p (1 − p) / trials)</c>. Undefined without trials
    /// (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    /// <remarks>Source: Wilson 1927, JASA 22:209-212; method 3 of Newcombe 1998, Statistics in Medicine 17:857-872.</remarks>
    /// <param name="successes">How many did it: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is negative, successes exceed trials, or the level is not between 0 and 1.
    /// </exception>
    public static Interval Interval(long successes, long trials, double level = 0.95)
    {
        Require.Counts(successes, trials);
        Require.Share(level);
        if (trials == 0)
        {
            return new(UndefinedReason.ZeroDenominator, nameof(trials), level, trials, IntervalMethod.Wilson, Unit.Ratio);
        }

        var z = Normal.ForLevel(level);
        var (share, lower, upper) = Wilson(successes, trials, z);
        return new(share, lower, upper, level, trials, IntervalMethod.Wilson, Unit.Ratio);
    }

    /// <summary>
    /// Wilson's score interval with continuity correction, which is wider: its true level is at least about the stated one for every share.
    /// Undefined without trials (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    /// <remarks>Source: method 4 of Newcombe 1998, Statistics in Medicine 17:857-872.</remarks>
    /// <param name="successes">How many did it: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is negative, successes exceed trials, or the level is not between 0 and 1.
    /// </exception>
    public static Interval ContinuityCorrectedInterval(long successes, long trials, double level = 0.95)
    {
        const IntervalMethod method = IntervalMethod.WilsonContinuityCorrected;
        Require.Counts(successes, trials);
        Require.Share(level);
        if (trials == 0)
        {
            return new(UndefinedReason.ZeroDenominator, nameof(trials), level, trials, method, Unit.Ratio);
        }

        var z = Normal.ForLevel(level);
        var (share, lower, upper) = Around(successes, trials, (count, all) => CorrectedLower(count, all, z));
        return new(share, lower, upper, level, trials, method, Unit.Ratio);
    }

    /// <summary>
    /// Newcombe's hybrid score interval of the difference of two independent shares, <c>successes/trials − baseSuccesses/baseTrials</c>,
    /// in percentage points. Undefined where a side has no trials (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    /// <remarks>
    /// With the Wilson bounds l and u of each side, it reaches from <c>d − √((p₁ − l₁)² + (u₂ − p₂)²)</c> to
    /// <c>d + √((u₁ − p₁)² + (p₂ − l₂)²)</c>. Source: method 10 of Newcombe 1998, Statistics in Medicine 17:873-890.
    /// </remarks>
    /// <param name="successes">How many did it: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have.</param>
    /// <param name="baseSuccesses">How many did it on the side that is compared with.</param>
    /// <param name="baseTrials">How many could have on the side that is compared with.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is negative, successes exceed trials, or the level is not between 0 and 1.
    /// </exception>
    public static Interval Difference(long successes, long trials, long baseSuccesses, long baseTrials, double level = 0.95)
    {
        const IntervalMethod method = IntervalMethod.NewcombeHybridScore;
        Require.Counts(successes, trials);
        Require.Counts(baseSuccesses, baseTrials);
        Require.Share(level);
        var n = Require.Together(trials, baseTrials);
        if (trials == 0 || baseTrials == 0)
        {
            return new(UndefinedReason.ZeroDenominator, WithoutTrials(trials), level, n, method, Unit.PercentagePoint);
        }

        var z = Normal.ForLevel(level);
        var (share, lower, upper) = Wilson(successes, trials, z);
        var (baseShare, baseLower, baseUpper) = Wilson(baseSuccesses, baseTrials, z);
        var difference = share - baseShare;
        return new(
            difference,
            difference - double.Hypot(share - lower, baseUpper - baseShare),
            difference + double.Hypot(upper - share, baseShare - baseLower),
            level,
            n,
            method,
            Unit.PercentagePoint);
    }

    /// <summary>
    /// The z test of two independent shares being the same, with their pooled standard error:
    /// <c>z = (p₁ − p₂) / √(p (1 − p) (1/n₁ + 1/n₂))</c>, where p is the share of both together. For small counts see
    /// <see cref="FisherExactTest"/>.
    /// </summary>
    /// <remarks>
    /// Undefined where a side has no trials, and where all trials ended alike, so that nothing is known of their spread (<see
    /// cref="UndefinedReason.ZeroDenominator"/>). Source: Fleiss, Statistical Methods for Rates and Proportions.
    /// </remarks>
    /// <param name="successes">How many did it: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have.</param>
    /// <param name="baseSuccesses">How many did it on the side that is compared with.</param>
    /// <param name="baseTrials">How many could have on the side that is compared with.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or successes exceed trials.</exception>
    public static HypothesisTest PooledZTest(long successes, long trials, long baseSuccesses, long baseTrials)
    {
        Require.Counts(successes, trials);
        Require.Counts(baseSuccesses, baseTrials);
        var n = Require.Together(trials, baseTrials);
        if (trials == 0 || baseTrials == 0)
        {
            return new(TestMethod.PooledZ, n, UndefinedReason.ZeroDenominator, WithoutTrials(trials));
        }

        var pooled = (double)(successes + baseSuccesses) / n;
        if (pooled is 0d or 1d)
        {
            return new(TestMethod.PooledZ, n, UndefinedReason.ZeroDenominator, "standard error");
        }

        var error = Math.Sqrt(pooled * (1d - pooled) * ((1d / trials) + (1d / baseTrials)));
        var z = (((double)successes / trials) - ((double)baseSuccesses / baseTrials)) / error;
        return new(TestMethod.PooledZ, n, z, null, new(Normal.TwoSided(z)));
    }

    /// <summary>
    /// Fisher's exact test of two independent shares being the same: how likely a table with the same totals is that is at most as likely
    /// as this one. Right also for small counts; conservative.
    /// </summary>
    /// <remarks>
    /// Undefined where a side has no trials (<see cref="UndefinedReason.ZeroDenominator"/>). The work grows with the smaller total.
    /// Relative error below 1e-10. Source: Fisher 1935; two-sided as in R's fisher.test, which takes tables within 1e-7 as equally likely.
    /// </remarks>
    /// <param name="successes">How many did it: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many could have.</param>
    /// <param name="baseSuccesses">How many did it on the side that is compared with.</param>
    /// <param name="baseTrials">How many could have on the side that is compared with.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or successes exceed trials.</exception>
    public static HypothesisTest FisherExactTest(long successes, long trials, long baseSuccesses, long baseTrials)
    {
        Require.Counts(successes, trials);
        Require.Counts(baseSuccesses, baseTrials);
        var n = Require.Together(trials, baseTrials);
        if (trials == 0 || baseTrials == 0)
        {
            return new(TestMethod.FisherExact, n, UndefinedReason.ZeroDenominator, WithoutTrials(trials));
        }

        var table = new TwoByTwoTable(trials, baseTrials, successes + baseSuccesses);
        return new(TestMethod.FisherExact, n, null, null, new(table.ShareAtMostAsLikelyAs(successes)));
    }

    // The side without trials.
    private static string WithoutTrials(long trials) => trials == 0 ? "trials" : "baseTrials";

    private static (double Share, double Lower, double Upper) Wilson(long successes, long trials, double z) =>
        Around(successes, trials, (count, all) => WilsonLower(count, all, z));

    // The upper bound is the lower of the failures. Where the interval is narrower than a double can show, rounding must not put the
    // share outside.
    internal static (double Share, double Lower, double Upper) Around(long successes, long trials, Func<long, long, double> lower)
    {
        var share = (double)successes / trials;
        return (share, Math.Min(share, lower(successes, trials)), Math.Max(share, 1d - lower(trials - successes, trials)));
    }

    // Without the difference of two numbers that may be almost equal.
    private static double WilsonLower(double successes, double trials, double z)
    {
        if (successes == 0d)
        {
            return 0d;
        }

        var square = z * z;
        var spread = z * Math.Sqrt(square + (4d * successes * ((trials - successes) / trials)));
        return 2d * successes * (successes / trials) / ((2d * successes) + square + spread);
    }

    private static double CorrectedLower(double successes, double trials, double z)
    {
        if (successes == 0d)
        {
            return 0d;
        }

        var square = z * z;
        var spread = z * Math.Sqrt(square - 2d - (1d / trials) + (4d * (successes / trials) * (trials - successes + 1d)));
        return Math.Max(0d, ((2d * successes) + square - 1d - spread) / (2d * (trials + square)));
    }
}
