namespace GoalMetrics.Statistics;

/// <summary>
/// Several models in one: their median at each step, or their mean by weights. Its futures are drawn from the models in turn, as often as
/// they weigh, and moved to the common points.
/// </summary>
internal sealed class CombinedModel(IReadOnlyList<ForecastModel> models, double[]? weights) : ForecastModel
{
    private const double GoldenShare = 0.6180339887498949;

    private double[][] _own = [];
    private double[] _points = [];
    private int _drawn;

    public override int DegreesOfFreedom => models.Min(model => model.DegreesOfFreedom);

    public override double[] Points(int horizon)
    {
        if (_points.Length != horizon)
        {
            _own = [.. models.Select(model => model.Points(horizon))];
            _points = [.. Enumerable.Range(0, horizon).Select(PointAt)];
        }

        return [.. _points];
    }

    // Two futures each, as their surprises come in pairs of opposite sign.
    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        if (_points.Length != path.Length)
        {
            Points(path.Length);
        }

        var turn = _drawn++ / 2 * GoldenShare;
        var drawn = Drawn(turn - Math.Floor(turn));
        models[drawn].Simulate(surprises, scale, path);
        for (var step = 0; step < path.Length; step++)
        {
            path[step] += _points[step] - _own[drawn][step];
        }
    }

    private double PointAt(int step)
    {
        double[] points = [.. _own.Select(own => own[step])];
        if (weights is not null)
        {
            return points.Zip(weights, (point, weight) => point * weight).Sum();
        }

        Array.Sort(points);
        return Quantiles.OfSorted(points, 0.5, QuantileType.Type7);
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
