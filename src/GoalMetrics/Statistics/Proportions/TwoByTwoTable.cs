namespace GoalMetrics.Statistics;

// The tables that share their totals: how likely each is by the hypergeometric distribution, beside the likeliest.
internal readonly struct TwoByTwoTable(long trials, long baseTrials, long successes)
{
    // Rounding must not make tables unlike that are equally likely.
    private const double Alike = 1d + 1e-7;

    private long Least => Math.Max(0, successes - baseTrials);

    private long Most => Math.Min(trials, successes);

    public double ShareAtMostAsLikelyAs(long observed)
    {
        var mode = Mode();
        var limit = LikelihoodOf(observed, mode) * Alike;
        double all = 0d, atMost = 0d;
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            var likelihood = 1d;
            var start = step > 0 ? mode : mode - 1;
            likelihood *= step > 0 ? 1d : Below(mode);
            for (var count = start; count >= Least && count <= Most && likelihood > 0d; count += step)
            {
                all += likelihood;
                if (likelihood <= limit)
                {
                    atMost += likelihood;
                }

                likelihood *= step > 0 ? Above(count) : Below(count);
            }
        }

        return Math.Min(1d, atMost / all);
    }

    private double LikelihoodOf(long observed, long mode)
    {
        var likelihood = 1d;
        for (var count = mode; count != observed && likelihood > 0d; count += Math.Sign(observed - mode))
        {
            likelihood *= observed > mode ? Above(count) : Below(count);
        }

        return likelihood;
    }

    private long Mode()
    {
        var share = (successes + 1d) / (trials + baseTrials + 2d);
        return Math.Clamp((long)Math.Floor((trials + 1d) * share), Least, Most);
    }

    // How many times as likely one success more is.
    private double Above(double count) =>
        (trials - count) / (count + 1d) * ((successes - count) / (baseTrials - successes + count + 1d));

    // How many times as likely one success less is.
    private double Below(double count) =>
        count / (trials - count + 1d) * ((baseTrials - successes + count) / (successes - count + 1d));
}
