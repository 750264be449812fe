using GoalMetrics.Statistics;

namespace GoalMetrics;

// The figures of a projection in every future: single steps and totals, of a measure or of the ratio of its parts.
internal sealed class ProjectedFigures
{
    private readonly ProjectedParts _parts;
    private readonly SeriesPlaces _places;
    private readonly double[][] _expected;
    private readonly double[][][] _paths;
    private readonly (double Least, double Most) _range;
    private readonly double _nothing;
    private readonly KnownShare[][] _known;
    private readonly ClosuresAhead _closures;

    // The points are what is known of each step; the last one that was learnt from comes before them.
    public ProjectedFigures(
        MeasureHistory history,
        ProjectedParts parts,
        ForecastChoice? choice,
        SeriesPlaces places,
        HistoryPoint last,
        IReadOnlyList<HistoryPoint?> points,
        long seed)
    {
        (_parts, _places) = (parts, places);
        (_range, _nothing) = (RangeOf(history, parts), Nothing(history, parts));
        IReadOnlyList<Forecast> forecasts = ForecastsOf(choice);
        _known = [.. parts.All.Select(part => points.Select(part.KnownOf).ToArray())];
        KnownSteps[] steps = [.. parts.All.Select((part, place) => new KnownSteps(_known[place], part.Known(last)!.Value, LeastOf(part)))];
        double[][] forecastPoints = [.. forecasts.Select((forecast, part) => AtSteps(parts.All[part], forecast.Points))];
        _closures = new(parts, seed);
        _expected = [.. forecastPoints.Select((forecast, part) => steps[part].With(_closures.Expected(forecast)))];
        _paths = [.. forecasts.Select((forecast, part) => PathsOf(parts.All[part], forecast, forecastPoints[part], steps[part]))];

        // What never was negative does not become so.
        double LeastOf(ProjectedPart part)
        {
            if (history.Settled.Min(part.Known) >= 0d)
            {
                return 0d;
            }

            return double.NegativeInfinity;
        }
    }

    // Whether not all of a step is known.
    public bool IsForecast(int step) => Array.Exists(_known, part => part[step].IsForecast);

    // A step ahead.
    public Futures At(int step, Unit unit, long n)
    {
        var expected = ValueOf(part => _expected[part][step]);
        var possible = Enumerable.Range(0, _paths[0].Length).Select(path => ValueOf(part => _paths[part][path][step]));
        return new(expected, possible, unit, n);
    }

    // What the parts had come to before, with some of the steps ahead. Where neither is there, nothing is known of the whole.
    public Futures Over(IReadOnlyList<HistoryPoint> before, IReadOnlyList<int> steps, Unit unit, long n)
    {
        Quantity?[] amounts = [.. _parts.All.Select(part => part.Over(before))];
        if (Array.Find(amounts, amount => amount is { IsDefined: false }) is { Reason: { } reason })
        {
            return Futures.None(reason, unit, n);
        }

        double?[] known = [.. amounts.Select(amount => (double?)amount?.Amount)];
        if (steps.Count == 0 && Array.Exists(known, value => value is null))
        {
            return Futures.None(UndefinedReason.NoData, unit, n);
        }

        if (_paths.Length == 0)
        {
            var whole = ValueOf(part => known[part]!.Value);
            return new(whole, [whole], unit, n);
        }

        var expected = ValueOf(part => Whole(part, _expected[part]));
        var possible = Enumerable.Range(0, _paths[0].Length).Select(path => ValueOf(part => Whole(part, _paths[part][path])));
        return new(expected, possible, unit, n);

        double Whole(int part, double[] values) => _parts.All[part].Over(known[part], [.. steps.Select(step => values[step])])!.Value;
    }

    // The value of the measure from those of its parts. Without a denominator there is none.
    private double ValueOf(Func<int, double> part)
    {
        if (!_parts.AreRatio)
        {
            return Math.Clamp(part(0), _range.Least, _range.Most);
        }

        var (above, below) = (part(0), part(1));
        if (Math.Abs(below) <= _nothing)
        {
            return double.NaN;
        }

        return Math.Clamp(above / below, _range.Least, _range.Most);
    }

    private double[][] PathsOf(ProjectedPart part, Forecast forecast, double[] expected, KnownSteps steps) =>
        [.. forecast.Paths.Select((path, number) => steps.With(_closures.Drawn(AtSteps(part, path), number), expected, number))];

    private double[] AtSteps(ProjectedPart part, IReadOnlyList<double> forecast)
    {
        var values = new double[_known[0].Length];
        for (var step = 0; step < values.Length; step++)
        {
            values[step] = part.On(_places.Ahead[step], forecast[_places.StepOf(step)]);
        }

        return values;
    }

    private static IReadOnlyList<Forecast> ForecastsOf(ForecastChoice? choice)
    {
        if (choice is null)
        {
            return [];
        }

        if (choice.Denominators is { } below)
        {
            return [choice.Forecast, below];
        }

        return [choice.Forecast];
    }

    // Half a visitor is none: a forecast of 0 seldom is exactly 0. Of amounts, what the last digits of a double leave is nothing.
    private static double Nothing(MeasureHistory history, ProjectedParts parts)
    {
        const double half = 0.5, digits = 1e-9;
        if (parts.Denominator is null || parts.Denominator.Unit?.Kind == UnitKind.Count)
        {
            return half;
        }

        if (history.Settled.Max(parts.All[1].Known) is > 0d and var most)
        {
            return most * digits;
        }

        return 0d;
    }

    // A score has its scale; a ratio that never left 0 to 100 % does not leave it.
    private static (double Least, double Most) RangeOf(MeasureHistory history, ProjectedParts parts)
    {
        if (parts.GoBeyondSteps)
        {
            return (double.NegativeInfinity, double.PositiveInfinity);
        }

        if (history.Measure.Unit is { Minimum: { } least, Maximum: { } most })
        {
            return ((double)least, (double)most);
        }

        var isShare = history.Measure.Unit?.Kind == UnitKind.Ratio
            && history.Settled.All(point => point.Value.AmountOrNull is null or (>= 0m and <= 1m));
        if (isShare)
        {
            return (0d, 1d);
        }

        return (double.NegativeInfinity, double.PositiveInfinity);
    }
}
