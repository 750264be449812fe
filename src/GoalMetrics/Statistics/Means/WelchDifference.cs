namespace GoalMetrics.Statistics;

// The difference of two means, its standard error, and the degrees of freedom of that, or why there is none.
internal readonly struct WelchDifference
{
    public WelchDifference(SampleMoments sample, SampleMoments baseSample)
    {
        var (variance, baseVariance) = (sample.Variance, baseSample.Variance);
        Cause = variance.IsDefined ? "baseValues" : "values";
        if (!variance.IsDefined || !baseVariance.IsDefined)
        {
            Reason = variance.Reason ?? baseVariance.Reason;
            return;
        }

        var (part, basePart) = (variance.Value / sample.N, baseVariance.Value / baseSample.N);
        var share = part / (part + basePart);
        Difference = sample.Mean.Value - baseSample.Mean.Value;
        Error = Math.Sqrt(part + basePart);
        DegreesOfFreedom = 1d / ((share * share / (sample.N - 1d)) + ((1d - share) * (1d - share) / (baseSample.N - 1d)));
        if (!double.IsFinite(Difference) || !double.IsFinite(Error))
        {
            Reason = UndefinedReason.Overflow;
        }
    }

    public UndefinedReason? Reason { get; }

    public string Cause { get; }

    public double Difference { get; }

    public double Error { get; }

    public double DegreesOfFreedom { get; }
}
