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

    // The index of the first value of each stretch, and its limits.
    public int[] Starts { get; private init; } = [];

    public IReadOnlyList<(double Centre, double Sigma)?> Limits { get; private set; } = [];

    public IReadOnlyList<ChartSignal> Signals { get; private set; } = [];

    // Null where there are too few values.
    public static SignalChart? Of(MeasureHistory history, SignalOptions options)
    {
        var isStock = history.Measure.Additivity == Additivity.SemiAdditive;
        var series = isStock ? SignalSeries.OfChanges(history) : SignalSeries.Of(history);
        var method = isStock ? SignalMethod.XmrOfChanges : MethodFor(history, series);
        int[] starts = [0, .. StartsOf(options.Shifts.Where(shift => shift.Concerns(history.Measure)), history, series)];
        var chart = new SignalChart(method, series) { Starts = starts };
        if (series.Values.Length < FewestValues)
        {
            return null;
        }

        if (method is SignalMethod.LaneyP or SignalMethod.WeightedMean)
        {
            chart.Weigh(history, options.Baseline);
        }
        else
        {
            chart.Compute(options.Baseline);
        }

        return chart;
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

        // Where all values rest on few, these are all as uncertain.
        var typical = points.Select(point => point.N!.Value).Order().ElementAt(points.Count / 2);
        return typical >= FewestObservations ? SignalMethod.WeightedMean : SignalMethod.Xmr;
    }

    // Where the first value of each shift stands. Shifts before the second value, and after the last, change nothing.
    private static IEnumerable<int> StartsOf(IEnumerable<DeclaredShift> shifts, MeasureHistory history, SignalSeries series) => shifts
        .Select(shift => Array.FindIndex(series.Places, place => history.Points[place].Period.EndDate > shift.From))
        .Where(start => start > 0)
        .Distinct()
        .Order();

    private void Compute(int? baseline)
    {
        var chart = XmrChart.Of(Series.Values, baseline, Starts[1..]);
        Limits = [.. chart.Limits.Select(limits => limits.IsDefined ? (limits.Centre.Value, limits.Sigma.Value) : ((double, double)?)null)];
        Signals = chart.Signals;
        for (var i = 0; i < Centres.Length; i++)
        {
            if (Limits[StretchOf(i)] is var (centre, sigma))
            {
                (Centres[i], Sigmas[i], IsJudged[i]) = (centre, sigma, true);
            }
        }
    }

    private void Weigh(MeasureHistory history, int? baseline)
    {
        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] = history.Points[Series.Places[i]].N!.Value;
        }

        double[] shares = [.. Starts.Select((_, stretch) => MeanOf(stretch))];
        bool[] isEnough = [.. Weights.Select(IsEnough)];
        var chart = WeightedChart.Of(new(Series.Values, Weights, isEnough), Starts, baseline);
        Limits = [.. chart.Limits.Select(limits =>
            limits.IsDefined ? (limits.Centre, limits.SigmaOf(limits.MeanWeight)) : ((double, double)?)null)];
        Signals = chart.Signals;
        for (var i = 0; i < Centres.Length; i++)
        {
            if (chart.Limits[StretchOf(i)] is { IsDefined: true } limits)
            {
                (Centres[i], Sigmas[i], IsJudged[i]) = (limits.Centre, limits.SigmaOf(Weights[i]), isEnough[i]);
            }
        }

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

    public int StretchOf(int index) => Array.FindLastIndex(Starts, start => start <= index);

    public int EndOf(int stretch) => stretch + 1 < Starts.Length ? Starts[stretch + 1] : Series.Values.Length;
}
