using GoalMetrics.Statistics;

namespace GoalMetrics;

// The figures of a projection in every future: single steps and totals, of a measure or of the ratio of its parts.
internal sealed class ProjectedFigures
{
    private readonly MeasureHistory _history;
    private readonly ProjectedPart[] _parts;
    private readonly SeriesPlaces _places;
    private readonly double[][] _expected;
    private readonly double[][][] _paths;
    private readonly (double Least, double Most) _range;
    private readonly double _nothing;

    // The points are what is known of each step.
    public ProjectedFigures(
        MeasureHistory history, ProjectedPart[] parts, ForecastChoice? choice, SeriesPlaces places, IReadOnlyList<HistoryPoint?> points)
    {
        (_history, _parts, _places) = (history, parts, places);
        (_range, _nothing) = (RangeOf(history), Nothing(history));
        IReadOnlyList<Forecast> forecasts = ForecastsOf(choice);
        KnownShare[][] known = [.. parts.Select(part => points.Select(part.KnownOf).ToArray())];
        _expected = [.. forecasts.Select((forecast, part) => WithKnown(known[part], forecast.Points))];
        _paths = [.. forecasts.Select((forecast, part) => forecast.Paths.Select(path => WithKnown(known[part], path)).ToArray())];
    }

    // A step ahead.
    public Futures At(int step, Unit unit, long n)
    {
        var expected = ValueOf(part => _expected[part][step]);
        var possible = Enumerable.Range(0, _paths[0].Length).Select(path => ValueOf(part => _paths[part][path][step]));
        return new(expected, possible, unit, n);
    }

    // What has added up before, with some of the steps ahead. Where neither is there, nothing is known of the total.
    public Futures Over(IReadOnlyList<HistoryPoint> before, IReadOnlyList<int> steps, Unit unit, long n)
    {
        if (steps.Count == 0 && !before.Any(point => _parts.Any(part => part.Known(point) is not null)))
        {
            return Futures.None(UndefinedReason.NoData, unit, n);
        }

        double[] known = [.. _parts.Select(part => before.Sum(point => part.Known(point) ?? 0d))];
        if (_paths.Length == 0)
        {
            var total = ValueOf(part => known[part]);
            return new(total, [total], unit, n);
        }

        var expected = ValueOf(part => Total(part, _expected[part]));
        var possible = Enumerable.Range(0, _paths[0].Length).Select(path => ValueOf(part => Total(part, _paths[part][path])));
        return new(expected, possible, unit, n);

        double Total(int part, double[] values)
        {
            var sum = known[part];
            foreach (var step in steps)
            {
                sum += values[step];
            }

            return sum;
        }
    }

    // The value of the measure from those of its parts. Without a denominator there is none.
    private double ValueOf(Func<int, double> part)
    {
        if (_history.Ratio is not { } ratio)
        {
            return Math.Clamp(part(0), _range.Least, _range.Most);
        }

        var (above, below) = (part(0), part(1));
        return below <= _nothing ? double.NaN : Math.Clamp(ratio.Factor * above / below, _range.Least, _range.Most);
    }

    private double[] WithKnown(KnownShare[] known, IReadOnlyList<double> forecast)
    {
        var values = new double[known.Length];
        for (var step = 0; step < values.Length; step++)
        {
            values[step] = known[step].With(forecast[_places.StepOf(step)]);
        }

        return values;
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

    // A score has its scale; a ratio that never left 0 to 100 % does not leave it.
    private static (double Least, double Most) RangeOf(MeasureHistory history)
    {
        if (history.Measure.Unit is { Minimum: { } least, Maximum: { } most })
        {
            return ((double)least, (double)most);
        }

        var isShare = history.Measure.Unit?.Kind == UnitKind.Ratio
            && history.Settled.All(point => point.Value.AmountOrNull is null or (>= 0m and <= 1m));
        return isShare ? (0d, 1d) : (double.NegativeInfinity, double.PositiveInfinity);
    }
}
