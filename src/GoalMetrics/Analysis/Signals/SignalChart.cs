using GoalMetrics.Statistics;

namespace GoalMetrics;

// The chart of a measure's history: where each value was to be expected, how far values stray, and what is more than that.
internal sealed class SignalChart
{
    // Fewer values say nothing about how far values stray.
    public const int FewestValues = 6;
    public const int DependableFrom = 10;

    // With fewer expected of either outcome a share jumps by itself; with fewer observations a mean does.
    private const double FewestOutcomes = 5d;
    private const double FewestObservations = 30d;
    private const long AboutAsFew = 4;

    private SignalChart(SignalMethod method, SignalSeries series)
    {
        (Method, Series) = (method, series);
        Centres = new double[series.Places.Length];
        Sigmas = new double[series.Places.Length];
        IsJudged = new bool[series.Places.Length];
        Weights = new double[series.Places.Length];
        Array.Fill(Weights, 1d);
    }

    public SignalMethod Method { get; }

    public SignalSeries Series { get; }

    // Of each value of the series.
    public double[] Centres { get; }

    public double[] Sigmas { get; }

    public bool[] IsJudged { get; }

    // How many observations each value rests on; 1 where that is not known.
    public double[] Weights { get; }

    // The index of the first value of each stretch, and the limits of each; null where it has too few values.
    public int[] Starts => Series.Starts;

    public IReadOnlyList<(double Centre, double Sigma)?> Limits { get; private set; } = [];

    public IReadOnlyList<ChartSignal> Signals { get; private set; } = [];

    public static SignalChart Of(MeasureHistory history, SignalOptions options)
    {
        var isStock = CarriesOver(history);
        var series = SignalSeries.Of(history, options, isOfChanges: isStock);
        var method = isStock ? SignalMethod.XmrOfChanges : MethodFor(history, series);
        var chart = new SignalChart(method, series);
        if (method is SignalMethod.LaneyP or SignalMethod.WeightedMean)
        {
            chart.Weigh(history, options.Baseline);
        }
        else
        {
            chart.Compute(history, options.Baseline);
        }

        return chart;
    }

    // Balances, and ratios of which the numerator is one: what was there yesterday is there today.
    private static bool CarriesOver(MeasureHistory history)
    {
        var level = history.Ratio?.Numerator ?? history.Measure;
        return level.Additivity == Additivity.SemiAdditive || (level.Metrics.Count > 0 && level.Metrics.All(metric => metric.IsBalance));
    }

    private static SignalMethod MethodFor(MeasureHistory history, SignalSeries series)
    {
        List<HistoryPoint> points = [.. series.Places.Select(place => history.Points[place])];
        if (points.Count == 0 || !points.TrueForAll(point => point.N is not null))
        {
            return SignalMethod.Xmr;
        }

        var isShare = history is { Ratio.Factor: 1d, Measure.Unit.Kind: UnitKind.Ratio }
            && points.TrueForAll(point => point is { Numerator.Unit.Kind: UnitKind.Count, Value.Amount: >= 0m and <= 1m });
        if (isShare)
        {
            return SignalMethod.LaneyP;
        }

        // Where all values rest on about as few, all are as uncertain, and are compared as they are.
        var (least, most) = (points.Min(point => point.N!.Value), points.Max(point => point.N!.Value));
        if (most < FewestObservations && most <= AboutAsFew * least)
        {
            return SignalMethod.Xmr;
        }

        return SignalMethod.WeightedMean;
    }

    private void Compute(MeasureHistory history, int? baseline)
    {
        XmrChart[] charts = [.. Starts.Select((_, stretch) => ChartOf(stretch, baseline is not null))];
        Limits = [.. charts.Select((chart, stretch) => LimitsOf(chart, stretch))];
        var isCount = history is { AddsUp: true, Measure.Unit.Kind: UnitKind.Count };
        for (var i = 0; i < Centres.Length; i++)
        {
            if (Limits[StretchOf(i)] is var (centre, sigma))
            {
                (Centres[i], Sigmas[i]) = (centre, sigma);
                IsJudged[i] = !isCount || centre + Series.Offsets[i] >= FewestOutcomes;
            }
        }

        Signals = [.. charts.SelectMany((chart, stretch) => SignalsOf(chart, Starts[stretch])).Where(AreJudged)];
    }

    // Each stretch has limits of its own.
    private XmrChart ChartOf(int stretch, bool isFrozen) =>
        XmrChart.Of(Series.Values[Starts[stretch]..EndOf(stretch)], isFrozen ? Series.Baselines[stretch] : null);

    private (double Centre, double Sigma)? LimitsOf(XmrChart chart, int stretch)
    {
        if (chart.Limits is [{ IsDefined: true } limits] && IsLongEnough(stretch))
        {
            return (limits.Centre.Value, limits.Sigma.Value);
        }

        return null;
    }

    private static IEnumerable<ChartSignal> SignalsOf(XmrChart chart, int start) => chart.Signals.Select(
        signal => new ChartSignal(signal.Rule, signal.Side, start + signal.First, start + signal.Last));

    private bool AreJudged(ChartSignal signal) => IsJudged.AsSpan()[signal.First..(signal.Last + 1)].IndexOf(false) < 0;

    // Of fewer values how far they stray is not known.
    private bool IsLongEnough(int stretch) => EndOf(stretch) - Starts[stretch] >= FewestValues;

    private void Weigh(MeasureHistory history, int? baseline)
    {
        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] = history.Points[Series.Places[i]].N!.Value;
        }

        double[] shares = [.. Starts.Select((_, stretch) => MeanOf(stretch))];
        bool[] isEnough = [.. Weights.Select(IsEnough)];
        var chart = WeightedChart.Of(new(Series.Values, Weights, isEnough), Starts, baseline);
        Limits = [.. chart.Limits.Select(LimitsOf)];
        Signals = [.. chart.Signals.Where(signal => Limits[StretchOf(signal.First)] is not null)];
        for (var i = 0; i < Centres.Length; i++)
        {
            if (Limits[StretchOf(i)] is not null)
            {
                var limits = chart.Limits[StretchOf(i)];
                (Centres[i], Sigmas[i], IsJudged[i]) = (limits.Centre, limits.SigmaOf(Weights[i]), isEnough[i]);
            }
        }

        (double Centre, double Sigma)? LimitsOf(WeightedLimits limits, int stretch)
        {
            if (limits.IsDefined && JudgedOf(stretch) >= FewestValues)
            {
                return (limits.Centre, limits.SigmaOf(limits.MeanWeight));
            }

            return null;
        }

        int JudgedOf(int stretch) => isEnough[Starts[stretch]..EndOf(stretch)].Count(isJudged => isJudged);

        bool IsEnough(double weight, int i)
        {
            if (Method != SignalMethod.LaneyP)
            {
                return weight >= FewestObservations;
            }

            var share = Math.Clamp(shares[StretchOf(i)] + Series.Offsets[i], 0d, 1d);
            return weight * Math.Min(share, 1d - share) >= FewestOutcomes;
        }
    }

    // Of all observations of a stretch together.
    private double MeanOf(int stretch)
    {
        double sum = 0d, all = 0d;
        for (var i = Starts[stretch]; i < EndOf(stretch); i++)
        {
            sum += Series.Values[i] * Weights[i];
            all += Weights[i];
        }

        return sum / all;
    }

    // How many values the limits of the shortest stretch are computed from.
    public int FewestOfAStretch => Enumerable.Range(0, Starts.Length).Min(stretch => EndOf(stretch) - Starts[stretch]);

    public int StretchOf(int index) => Array.FindLastIndex(Starts, start => start <= index);

    public int EndOf(int stretch)
    {
        if (stretch + 1 < Starts.Length)
        {
            return Starts[stretch + 1];
        }

        return Series.Values.Length;
    }
}
