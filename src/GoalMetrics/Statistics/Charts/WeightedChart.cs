namespace GoalMetrics.Statistics;

// Laney's chart for means of all kinds: a value that rests on n observations has the limits centre ± 3 s / √n, where s is the mean moving
// range of the differences from the centre times √n, over 1.128. For shares these are the limits of Laney's p′ chart.
internal sealed class WeightedChart
{
    private WeightedChart(IReadOnlyList<WeightedLimits> limits, IReadOnlyList<ChartSignal> signals) =>
        (Limits, Signals) = (limits, signals);

    // One for each stretch.
    public IReadOnlyList<WeightedLimits> Limits { get; }

    public IReadOnlyList<ChartSignal> Signals { get; }

    // The centre is that of all values of a stretch or its baseline; those that are not judged neither signal nor break a run.
    public static WeightedChart Of(WeightedSeries series, IReadOnlyList<int> starts, int? baseline)
    {
        var limits = new List<WeightedLimits>();
        var signals = new List<ChartSignal>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : series.Values.Length;
            var until = Math.Min(end, starts[i] + (baseline ?? int.MaxValue / 2));
            limits.Add(LimitsOf(series, starts[i], until));
            AddSignals(series, starts[i], end, limits[i], signals);
        }

        return new(limits, signals);
    }

    private static WeightedLimits LimitsOf(WeightedSeries series, int start, int end)
    {
        double sum = 0d, weights = 0d;
        for (var i = start; i < end; i++)
        {
            sum += series.Values[i] * series.Weights[i];
            weights += series.Weights[i];
        }

        var centre = sum / weights;
        double? before = null;
        double ranges = 0d;
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (!series.IsJudged[i])
            {
                continue;
            }

            var distance = (series.Values[i] - centre) * Math.Sqrt(series.Weights[i]);
            if (before is { } last)
            {
                ranges += Math.Abs(distance - last);
                count++;
            }

            before = distance;
        }

        var spread = ranges / count / 1.128;
        if (count > 0 && double.IsFinite(spread))
        {
            return new(centre, spread, weights / (end - start));
        }

        return default;
    }

    private static void AddSignals(WeightedSeries series, int start, int end, WeightedLimits limits, List<ChartSignal> signals)
    {
        if (!limits.IsDefined)
        {
            return;
        }

        int[] judged = [.. Enumerable.Range(start, end - start).Where(i => series.IsJudged[i])];
        double[] distances = [.. judged.Select(i => limits.DistanceOf(series.Values[i], series.Weights[i]))];
        List<ChartSignal> found = [];
        new ChartRules(distances, 0, found).Apply();
        signals.AddRange(found.Select(signal => new ChartSignal(signal.Rule, signal.Side, judged[signal.First], judged[signal.Last])));
    }
}
