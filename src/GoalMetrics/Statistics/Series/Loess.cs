namespace GoalMetrics.Statistics;

// Local regression over equal steps with tricube weights (Cleveland 1979), as STL uses it.
internal static class Loess
{
    /// <summary>The smoothed values at 0, 1, …; every jump-th is computed and those between are interpolated.</summary>
    public static double[] Smooth(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int window, int degree, int jump)
    {
        var smooth = new double[values.Length];
        var last = values.Length - 1;
        for (var place = 0; place < last; place += jump)
        {
            smooth[place] = At(values, weights, window, degree, place) ?? values[place];
        }

        smooth[last] = At(values, weights, window, degree, last) ?? values[last];
        for (var place = 0; place < last; place += jump)
        {
            var next = Math.Min(place + jump, last);
            for (var between = place + 1; between < next; between++)
            {
                smooth[between] = smooth[place] + ((smooth[next] - smooth[place]) * (between - place) / (next - place));
            }
        }

        return smooth;
    }

    /// <summary>
    /// The smoothed value at a place, which may lie beyond the ends. Without weights all count alike; null where none in reach has any.
    /// </summary>
    public static double? At(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int window, int degree, int place)
    {
        var count = Math.Min(window, values.Length);
        var left = Math.Clamp(place - (count / 2), 0, values.Length - count);
        var reach = Math.Max(place - left, left + count - 1 - place) + (Math.Max(0, window - values.Length) / 2);

        double sum = 0d, moment = 0d, square = 0d, total = 0d, product = 0d;
        for (var i = left; i < left + count; i++)
        {
            double offset = i - place;
            var weight = Tricube(Math.Abs(offset), reach) * (weights.IsEmpty ? 1d : weights[i]);
            sum += weight;
            moment += weight * offset;
            square += weight * offset * offset;
            total += weight * values[i];
            product += weight * offset * values[i];
        }

        if (sum <= 0d)
        {
            return null;
        }

        var spread = square - (moment * moment / sum);
        if (degree == 0 || Math.Sqrt(Math.Max(0d, spread / sum)) <= 0.001 * (values.Length - 1))
        {
            return total / sum;
        }

        var slope = (product - (moment * total / sum)) / spread;
        return (total - (slope * moment)) / sum;
    }

    private static double Tricube(double distance, double reach)
    {
        if (distance > 0.999 * reach)
        {
            return reach == 0d ? 1d : 0d;
        }

        var share = distance / reach;
        var rest = 1d - (share * share * share);
        if (distance <= 0.001 * reach)
        {
            return 1d;
        }

        return rest * rest * rest;
    }
}
