namespace GoalMetrics.Statistics;

/// <summary>
/// A process behaviour chart of shares, each with its own number of trials: a rate that rests on twelve visitors has wide limits and is no
/// signal only because it jumped. Immutable and safe to share between threads.
/// </summary>
public sealed partial class ProportionChart
{
    private ProportionChart(
        Statistic centre, Statistic spread, IReadOnlyList<ProportionPoint> points, IReadOnlyList<ChartSignal> signals) =>
        (Centre, Spread, Points, Signals) = (centre, spread, Copies.Guarded(points), Copies.Guarded(signals));

    /// <summary>The share of all points together; undefined without trials (<see cref="UndefinedReason.ZeroDenominator"/>).</summary>
    public Statistic Centre { get; }

    /// <summary>
    /// How many times as widely the points vary as trials that are independent: 1 in a p chart; Laney's sigma z in a p′ chart. Undefined
    /// where the limits are.
    /// </summary>
    public Statistic Spread { get; }

    /// <summary>The points with their limits.</summary>
    public IReadOnlyList<ProportionPoint> Points { get; }

    /// <summary>What is more than noise. Points without trials neither signal nor break a run.</summary>
    public IReadOnlyList<ChartSignal> Signals { get; }

    /// <summary>The p chart: limits <c>p̄ ± 3 √(p̄ (1 − p̄) / n)</c> for each point. Right where trials are independent.</summary>
    /// <remarks>
    /// Limits are undefined where all trials ended alike (<see cref="UndefinedReason.ZeroDenominator"/>). With many trials a point it
    /// signals all the time, since days differ; use <see cref="LaneyP"/> then. Source: NIST/SEMATECH e-Handbook, 6.3.3.2.
    /// </remarks>
    /// <param name="successes">How many did it at each step, oldest first.</param>
    /// <param name="trials">How many could have.</param>
    /// <exception cref="ArgumentException">A count is negative, successes exceed trials, or the lists differ in length.</exception>
    public static ProportionChart P(IReadOnlyList<long> successes, IReadOnlyList<long> trials) => Of(successes, trials, isLaney: false);

    /// <summary>
    /// Laney's p′ chart: limits <c>p̄ ± 3 σz √(p̄ (1 − p̄) / n)</c>, where σz is the mean moving range of the standardised points / 1.128.
    /// It takes in that days differ by more than chance.
    /// </summary>
    /// <remarks>
    /// Limits are undefined where all trials ended alike (<see cref="UndefinedReason.ZeroDenominator"/>), and of fewer than two points with
    /// trials (<see cref="UndefinedReason.InsufficientData"/>). Source: Laney 2002, Quality Engineering 14:531-537.
    /// </remarks>
    /// <param name="successes">How many did it at each step, oldest first.</param>
    /// <param name="trials">How many could have.</param>
    /// <exception cref="ArgumentException">A count is negative, successes exceed trials, or the lists differ in length.</exception>
    public static ProportionChart LaneyP(IReadOnlyList<long> successes, IReadOnlyList<long> trials) => Of(successes, trials, isLaney: true);

    private static ProportionChart Of(IReadOnlyList<long> successes, IReadOnlyList<long> trials, bool isLaney)
    {
        Check(successes, trials);
        var total = Require.Total(trials);
        if (total == 0)
        {
            return Undefined(Statistic.Undefined(UndefinedReason.ZeroDenominator, nameof(trials)), UndefinedReason.ZeroDenominator);
        }

        var centre = (double)successes.Sum() / total;
        var sigma = Math.Sqrt(centre * (1d - centre));
        if (sigma == 0d)
        {
            return Undefined(new(centre), UndefinedReason.ZeroDenominator);
        }

        int[] places = [.. Enumerable.Range(0, trials.Count).Where(i => trials[i] > 0)];
        double[] distances = [.. places.Select(i => (((double)successes[i] / trials[i]) - centre) / sigma * Math.Sqrt(trials[i]))];
        if (isLaney && places.Length < 2)
        {
            return Undefined(new(centre), UndefinedReason.InsufficientData);
        }

        var spread = isLaney ? distances.Zip(distances.Skip(1), (a, b) => Math.Abs(b - a)).Average() / 1.128 : 1d;
        List<ChartSignal> signals = [];
        if (spread > 0d)
        {
            new ChartRules([.. distances.Select(distance => distance / spread)], 0, signals).Apply();
        }

        return new(
            new(centre),
            new(spread),
            PointsOf(successes, trials, n => Math.Max(0d, centre - (3d * spread * sigma / Math.Sqrt(n))),
                n => Math.Min(1d, centre + (3d * spread * sigma / Math.Sqrt(n)))),
            [.. signals.Select(signal => new ChartSignal(signal.Rule, signal.Side, places[signal.First], places[signal.Last]))]);

        ProportionChart Undefined(Statistic middle, UndefinedReason reason) => new(
            middle, Statistic.Undefined(reason, nameof(trials)), PointsOf(successes, trials, lower: null, upper: null), []);
    }

    private static ProportionPoint[] PointsOf(
        IReadOnlyList<long> successes, IReadOnlyList<long> trials, Func<double, double>? lower, Func<double, double>? upper)
    {
        var none = Statistic.Undefined(UndefinedReason.ZeroDenominator, nameof(trials));
        return [.. trials.Select((n, i) => new ProportionPoint(
            n > 0 ? new((double)successes[i] / n) : none, n, LimitAt(lower, n), LimitAt(upper, n)))];

        Statistic LimitAt(Func<double, double>? limit, long n)
        {
            if (n > 0 && limit is not null)
            {
                return new(limit(n));
            }

            return none;
        }
    }

    private static void Check(IReadOnlyList<long> successes, IReadOnlyList<long> trials)
    {
        ArgumentNullException.ThrowIfNull(successes);
        ArgumentNullException.ThrowIfNull(trials);
        if (successes.Count != trials.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected as many counts as successes has, {successes.Count}; found {trials.Count}."),
                nameof(trials));
        }

        for (var i = 0; i < trials.Count; i++)
        {
            if (trials[i] < 0)
            {
                throw Require.WrongAt(nameof(trials), "counts of at least 0", trials[i], i);
            }

            if (successes[i] < 0 || successes[i] > trials[i])
            {
                var expected = FormattableString.Invariant($"counts from 0 to the {trials[i]} of trials");
                throw Require.WrongAt(nameof(successes), expected, successes[i], i);
            }
        }
    }
}
