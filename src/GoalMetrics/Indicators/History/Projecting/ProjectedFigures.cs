using GoalMetrics.Statistics;

namespace GoalMetrics;

// The figures of a projection in every future: single steps and totals, of a measure or of the ratio of its parts.
internal sealed class ProjectedFigures
{
    private readonly MeasureHistory _history;
    private readonly ProjectedPart[] _parts;
    private readonly double[][] _expected;
    private readonly double[][][] _paths;
    private readonly bool _isShare;
    private readonly double _nothing;

    // The points are what is known of each step.
    public ProjectedFigures(
        MeasureHistory history, ProjectedPart[] parts, ForecastChoice? choice, IReadOnlyList<HistoryPoint?> points)
    {
        (_history, _parts) = (history, parts);
        (_isShare, _nothing) = (IsShare(history), Nothing(history));
        IReadOnlyList<Forecast> forecasts = ForecastsOf(choice);
        _expected = [.. forecasts.Select((forecast, part) => WithKnown(part, forecast.Points))];
        _paths = [.. forecasts.Select((forecast, part) => forecast.Paths.Select(path => WithKnown(part, path)).ToArray())];

        double[] WithKnown(int part, IReadOnlyList<double> values) =>
            [.. values.Select((value, step) => parts[part].WithKnown(value, points[step]))];
    }

    // A step ahead; where there is none, the latest value.
    public Futures At(int step, HistoryPoint latest, Unit unit, long n)
    {
        if (step < 0)
        {
            var value = latest.Value.AmountOrNull is { } amount ? (double)amount : double.NaN;
            return new(value, [value], unit, n);
        }

        var expected = ValueOf(part => _expected[part][step]);
        var possible = Enumerable.Range(0, _paths[0].Length).Select(path => ValueOf(part => _paths[part][path][step]));
        return new(expected, possible, unit, n);
    }

    // What has added up before, with some of the steps ahead.
    public Futures Over(IReadOnlyList<HistoryPoint> before, IReadOnlyList<int> steps, Unit unit, long n)
    {
        double[] known = [.. _parts.Select(part => before.Sum(point => part.Known(point) ?? 0d))];
        if (_paths.Length == 0)
        {
            var total = ValueOf(part => known[part]);
            return new(total, [total], unit, n);
        }

        var expected = ValueOf(part => Total(part, _expected[part]));
        var possible = Enumerable.Range(0, _paths[0].Length).Select(path => ValueOf(part => Total(part, _paths[part][path])));
        return new(expected, possible, unit, n);

        double Total(int part, double[] values) => known[part] + steps.Sum(step => values[step]);
    }

    // The value of the measure from those of its parts. Without a denominator there is none.
    private double ValueOf(Func<int, double> part)
    {
        if (_history.Ratio is not { } ratio)
        {
            return part(0);
        }

        var (above, below) = (part(0), part(1));
        if (below <= _nothing)
        {
            return double.NaN;
        }

        return ratio.Factor * (_isShare ? Math.Min(above, below) : above) / below;
    }

    private static IReadOnlyList<Forecast> ForecastsOf(ForecastChoice? choice)
    {
        if (choice is null)
        {
            return [];
        }

        return choice.Denominators is { } below ? [choice.Forecast, below] : [choice.Forecast];
    }

    // Half a visitor is none: a forecast of 0 seldom is exactly 0. Of amounts, what the last digits of a double leave is nothing.
    private static double Nothing(MeasureHistory history)
    {
        const double half = 0.5, digits = 1e-9;
        if (history.Denominator?.Unit?.Kind == UnitKind.Count)
        {
            return half;
        }

        return history.Settled.Max(point => (double?)point.Denominator?.AmountOrNull) is > 0d and var most ? most * digits : 0d;
    }

    // Counts of counts that never were more than all of them.
    private static bool IsShare(MeasureHistory history) =>
        history.Ratio is { Numerator.Unit.Kind: UnitKind.Count, Denominator.Unit.Kind: UnitKind.Count, Factor: 1d }
        && history.Settled.All(point => !(point.Numerator?.AmountOrNull > point.Denominator?.AmountOrNull));
}
