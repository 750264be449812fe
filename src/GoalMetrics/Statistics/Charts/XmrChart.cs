namespace GoalMetrics.Statistics;

/// <summary>
/// A process behaviour chart of single values: within its limits a process does what it always does, whatever it looks like. Immutable and
/// safe to share between threads.
/// </summary>
/// <remarks>
/// Take seasons out first (<see cref="Decomposition.SeasonallyAdjusted"/>), and see <see cref="ProportionChart"/> for rates with a changing
/// number of trials. Sources: Shewhart 1931; Wheeler 1993, Understanding Variation; the rules of the Western Electric handbook (1956) with
/// eight on one side, and Nelson's trend of six (1984).
/// </remarks>
public sealed partial class XmrChart
{
    private XmrChart(IReadOnlyList<XmrLimits> limits, IReadOnlyList<ChartSignal> signals) =>
        (Limits, Signals) = (Copies.Guarded(limits), Copies.Guarded(signals));

    /// <summary>The limits of each stretch between declared shifts; without shifts there is one. Undefined for a single value.</summary>
    public IReadOnlyList<XmrLimits> Limits { get; }

    /// <summary>What is more than noise, in the order in which the points come; none where limits are undefined.</summary>
    public IReadOnlyList<ChartSignal> Signals { get; }

    /// <summary>The chart of values with all rules.</summary>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="baseline">
    /// How many of the first values of each stretch the limits are computed from and then frozen, at least 2; of a shorter stretch all.
    /// Null, the default, for all values of the stretch. Ten or more give dependable limits.
    /// </param>
    /// <param name="shifts">
    /// The indices at which the process is known to have changed, ascending: limits are computed anew from there on.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, the baseline is below 2, or shifts do not ascend from 1 to below the number of values.
    /// </exception>
    public static XmrChart Of(IReadOnlyList<double> values, int? baseline = null, IReadOnlyList<int>? shifts = null)
    {
        Require.Finite(values);
        Require.AtLeast(baseline ?? 2, 2, nameof(baseline));
        double[] series = [.. values];
        int[] starts = series.Length == 0 ? [] : [0, .. shifts ?? []];
        CheckShifts(starts, series.Length, shifts);

        var limits = new XmrLimits[starts.Length];
        var signals = new List<ChartSignal>();
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1] : series.Length;
            var stretch = series.AsSpan(starts[i]..end);
            limits[i] = LimitsOf(stretch[..Math.Min(stretch.Length, baseline ?? stretch.Length)], starts[i], stretch.Length);
            AddSignals(stretch, limits[i], signals);
        }

        return new(limits, signals);
    }

    private static void CheckShifts(int[] starts, int length, IReadOnlyList<int>? shifts)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] <= starts[i - 1] || starts[i] >= length)
            {
                throw Require.WrongAt(
                    nameof(shifts), FormattableString.Invariant($"ascending indices from 1 to {length - 1}"), starts[i], i - 1);
            }
        }

        if (length == 0 && shifts is { Count: > 0 })
        {
            throw Require.WrongAt(nameof(shifts), "no shifts without values", shifts[0], 0);
        }
    }

    private static XmrLimits LimitsOf(ReadOnlySpan<double> baseline, int first, int count)
    {
        if (baseline.Length < 2)
        {
            return new(first, count, UndefinedReason.InsufficientData);
        }

        double sum = baseline[0], ranges = 0d;
        for (var i = 1; i < baseline.Length; i++)
        {
            sum += baseline[i];
            ranges += Math.Abs(baseline[i] - baseline[i - 1]);
        }

        if (double.IsFinite(sum) && double.IsFinite(ranges))
        {
            return new(first, count, sum / baseline.Length, ranges / (baseline.Length - 1));
        }

        return new(first, count, UndefinedReason.Overflow);
    }

    // Where nothing varies in the baseline, a value that differs at all is beyond the limits.
    private static void AddSignals(Span<double> stretch, XmrLimits limits, List<ChartSignal> signals)
    {
        if (!limits.IsDefined)
        {
            return;
        }

        var (centre, sigma) = (limits.Centre.Value, limits.Sigma.Value);
        foreach (ref var value in stretch)
        {
            value = ChartDistance.InSigmas(value, centre, sigma);
        }

        new ChartRules(stretch, limits.First, signals).Apply();
    }
}
