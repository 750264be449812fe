namespace GoalMetrics.Statistics;

/// <summary>
/// Several models in one: their median at each step, or their mean by weights. Its futures stray as it would itself have missed in the
/// past. Where too little is past, they are drawn from the models in turn, as often as they weigh, and moved to the common points.
/// </summary>
internal sealed class CombinedModel(
    IReadOnlyList<TrackedModel> models, double[]? weights, double[] values, IReadOnlyList<bool>? isKnown, int start) : ForecastModel
{
    private const double GoldenShare = 0.6180339887498949;

    private double[][] _own = [];
    private double[] _points = [];
    private PastErrors? _past;
    private int _drawn;

    public override int DegreesOfFreedom => models.Min(model => model.DegreesOfFreedom);

    // Those of a model that is there for the sake of its past errors.
    public override SmoothingParameters? Parameters
    {
        get
        {
            if (models.Count == 1)
            {
                return models[0].Parameters;
            }

            return null;
        }
    }

    public override double[] Points(int horizon) => PointsBefore(0, NewOwn(horizon));

    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        Prepare(path.Length);
        if (_past is null)
        {
            SimulateInTurn(surprises, scale, path);
            return;
        }

        _points.CopyTo(path);
        _past.AddTo(path, surprises[path.Length], scale);
    }

    // Two futures each, as their surprises come in pairs of opposite sign.
    private void SimulateInTurn(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        var turn = _drawn++ / 2 * GoldenShare;
        var drawn = Drawn(turn - Math.Floor(turn));
        models[drawn].Simulate(surprises, scale, path);
        for (var step = 0; step < path.Length; step++)
        {
            path[step] += _points[step] - _own[drawn][step];
        }
    }

    private void Prepare(int horizon)
    {
        if (_points.Length == horizon)
        {
            return;
        }

        var scratch = NewOwn(horizon);
        var fitted = models.Select((model, place) => model.Fitted * (weights?[place] ?? 1d / models.Count)).Sum();
        _past = PastErrors.Of(values, isKnown, start, horizon, back => PointsBefore(back, scratch), fitted);
        _own = NewOwn(horizon);
        _points = PointsBefore(0, _own);
    }

    private double[][] NewOwn(int horizon) => [.. models.Select(_ => new double[horizon])];

    private double[] PointsBefore(int back, double[][] own)
    {
        for (var model = 0; model < own.Length; model++)
        {
            models[model].PointsBefore(back, own[model]);
        }

        var points = new double[own[0].Length];
        Span<double> atStep = stackalloc double[own.Length];
        for (var step = 0; step < points.Length; step++)
        {
            for (var model = 0; model < own.Length; model++)
            {
                atStep[model] = own[model][step];
            }

            points[step] = Together(atStep);
        }

        return points;
    }

    private double Together(Span<double> points)
    {
        if (weights is null)
        {
            return Median(points);
        }

        var mean = 0d;
        for (var model = 0; model < points.Length; model++)
        {
            mean += points[model] * weights[model];
        }

        return mean;
    }

    // Of four or five, which are sorted fastest by hand.
    private static double Median(Span<double> points)
    {
        for (var place = 1; place < points.Length; place++)
        {
            for (var lower = place; lower > 0 && points[lower] < points[lower - 1]; lower--)
            {
                (points[lower], points[lower - 1]) = (points[lower - 1], points[lower]);
            }
        }

        var middle = points.Length / 2;
        if (points.Length % 2 == 1)
        {
            return points[middle];
        }

        return points[middle - 1] + (0.5 * (points[middle] - points[middle - 1]));
    }

    private int Drawn(double share)
    {
        if (weights is null)
        {
            return (int)(share * models.Count);
        }

        // Squared, so that it is seldom one that has failed.
        var model = 0;
        share *= weights.Sum(weight => weight * weight);
        while (model < weights.Length - 1 && share >= weights[model] * weights[model])
        {
            share -= weights[model] * weights[model];
            model++;
        }

        return model;
    }
}
