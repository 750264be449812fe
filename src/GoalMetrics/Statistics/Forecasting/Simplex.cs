namespace GoalMetrics.Statistics;

// The least value of a function of a few variables without derivatives (Nelder and Mead 1965), kept between bounds by clamping.
internal sealed class Simplex
{
    private readonly Func<double[], double> _function;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[][] _points;
    private readonly double[] _values;

    private Simplex(Func<double[], double> function, double[] start, double[] low, double[] high)
    {
        (_function, _low, _high) = (function, low, high);
        _points = [.. Enumerable.Range(0, start.Length + 1).Select(corner => Corner(start, corner - 1))];
        _values = [.. _points.Select(function)];
    }

    public static double[] Minimum(Func<double[], double> function, double[] start, double[] low, double[] high, int mostSteps)
    {
        var simplex = new Simplex(function, start, low, high);
        for (var step = 0; step < mostSteps && !simplex.IsFlat; step++)
        {
            simplex.Move();
        }

        Array.Sort(simplex._values, simplex._points);
        return simplex._points[0];
    }

    private bool IsFlat => _values.Max() - _values.Min() <= 1e-9 * Math.Abs(_values.Min());

    private double[] Corner(double[] start, int variable)
    {
        double[] corner = [.. start];
        if (variable >= 0)
        {
            var step = 0.2 * (_high[variable] - _low[variable]);
            corner[variable] += corner[variable] + step > _high[variable] ? -step : step;
        }

        return corner;
    }

    private void Move()
    {
        Array.Sort(_values, _points);
        var last = _points.Length - 1;
        var middle = new double[_low.Length];
        for (var i = 0; i < middle.Length; i++)
        {
            for (var corner = 0; corner < last; corner++)
            {
                middle[i] += _points[corner][i] / last;
            }
        }

        var (reflected, atReflected) = Along(middle, -1d);
        if (atReflected < _values[0])
        {
            var (expanded, atExpanded) = Along(middle, -2d);
            Replace(atExpanded < atReflected ? expanded : reflected, Math.Min(atExpanded, atReflected));
        }
        else if (atReflected < _values[last - 1])
        {
            Replace(reflected, atReflected);
        }
        else
        {
            Contract(middle, atReflected < _values[last] ? -0.5 : 0.5, Math.Min(atReflected, _values[last]));
        }
    }

    private void Contract(double[] middle, double share, double limit)
    {
        var (contracted, atContracted) = Along(middle, share);
        if (atContracted < limit)
        {
            Replace(contracted, atContracted);
            return;
        }

        for (var corner = 1; corner < _points.Length; corner++)
        {
            _points[corner] = [.. _points[corner].Zip(_points[0], (worse, best) => (worse + best) / 2d)];
            _values[corner] = _function(_points[corner]);
        }
    }

    private (double[] Point, double Value) Along(double[] middle, double share)
    {
        var worst = _points[^1];
        var point = new double[middle.Length];
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = Math.Clamp(middle[i] + (share * (worst[i] - middle[i])), _low[i], _high[i]);
        }

        return (point, _function(point));
    }

    private void Replace(double[] point, double value) => (_points[^1], _values[^1]) = (point, value);
}
