namespace GoalMetrics.Statistics;

// How far forecasts from the origins were off: of one series, or of the ratio of two.
internal sealed class OriginErrors(double[][] series, IReadOnlyList<bool>? isKnown, RollingOrigins origins)
{
    public TriedModel Try(CandidateModel model)
    {
        var errors = new double?[origins.Lengths.Count];
        var ofDenominators = 0d;
        for (var origin = 0; origin < errors.Length; origin++)
        {
            var known = origins.Lengths[origin];
            double[][] points = [.. series.Select(values => model.Fit(values[..known], origins.Steps).Points(origins.Steps))];
            errors[origin] = From(known, points);
            if (series.Length > 1)
            {
                ofDenominators += Distance(series[1].AsSpan(known, origins.Steps), points[1]);
            }
        }

        return new(model, errors, ofDenominators);
    }

    // The mean absolute error from an origin; null where no step after it has a value, not a number where a forecast has none.
    private double? From(int known, double[][] points)
    {
        var (sum, count) = (0d, 0);
        for (var step = 0; step < origins.Steps; step++)
        {
            if (Actual(known + step) is { } actual)
            {
                sum += Math.Abs(Value(points, step) - actual);
                count++;
            }
        }

        if (count == 0)
        {
            return null;
        }

        return sum / count;
    }

    // Null where there is no ratio, and where a value was filled in.
    private double? Actual(int place)
    {
        if (isKnown?[place] == false)
        {
            return null;
        }

        if (series.Length == 1)
        {
            return series[0][place];
        }

        if (series[1][place] == 0d)
        {
            return null;
        }

        return series[0][place] / series[1][place];
    }

    // Not a number where the forecast is no ratio.
    private static double Value(double[][] points, int step)
    {
        if (points.Length == 1)
        {
            return points[0][step];
        }

        var ratio = points[0][step] / points[1][step];
        if (double.IsFinite(ratio))
        {
            return ratio;
        }

        return double.NaN;
    }

    private static double Distance(ReadOnlySpan<double> actual, double[] points)
    {
        var sum = 0d;
        for (var step = 0; step < points.Length; step++)
        {
            sum += Math.Abs(points[step] - actual[step]);
        }

        return sum;
    }
}
