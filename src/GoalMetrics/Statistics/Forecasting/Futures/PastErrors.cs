namespace GoalMetrics.Statistics;

/// <summary>
/// By how much a model would have missed, step by step, from each earlier moment: stretches of errors that futures are drawn from. They
/// know how errors grow with the steps, how neighbours among them resemble each other, and how large they rarely are.
/// </summary>
internal sealed class PastErrors
{
    // Stretches that do not overlap. Fewer do not say how far a whole stretch strays.
    private const int FewestApart = 2;

    private const int Most = 1_000;

    // Overlapping stretches show as much of their spread as half again as many that lie apart: Lo and MacKinlay 1988, Review of
    // Financial Studies 1:41-66.
    private const double GainOfOverlap = 1.5;

    private readonly double[][] _stretches;
    private readonly double _lift;
    private readonly int _freedom;

    private PastErrors(double[][] stretches, double lift, int freedom) =>
        (_stretches, _lift, _freedom) = (stretches, lift, freedom);

    // Those from a place in the series on, by the points from so many steps before its end; null where there are too few. Values that
    // were filled in are missed by nothing that means anything: there, another stretch says by how much its step was missed.
    public static PastErrors? Of(
        double[] values, IReadOnlyList<bool>? isKnown, int start, int horizon, Func<int, double[]> pointsBefore, double fitted)
    {
        var count = values.Length - start - horizon + 1;
        if (count < (long)FewestApart * horizon)
        {
            return null;
        }

        var kept = Math.Min(count, Most);
        var stretches = new double[kept][];
        for (var place = 0; place < kept; place++)
        {
            var back = horizon + (int)((long)place * count / kept);
            stretches[place] = pointsBefore(back);
            for (var step = 0; step < horizon; step++)
            {
                var at = values.Length - back + step;
                stretches[place][step] = isKnown?[at] ?? true ? values[at] - stretches[place][step] : double.NaN;
            }
        }

        var known = isKnown?.Take(values.Length).Count(each => each) ?? values.Length;
        var areAll = known == values.Length || TryFill(stretches);
        var apart = GainOfOverlap * count / horizon * known / values.Length;
        if (areAll)
        {
            return new(stretches, LiftFor(known, fitted), Math.Max(1, (int)apart));
        }

        return null;
    }

    // Whether each step is known in one of the stretches; those that are not take it from the latest before that knows it, or after.
    private static bool TryFill(double[][] stretches)
    {
        for (var step = 0; step < stretches[0].Length; step++)
        {
            var known = Array.FindIndex(stretches, stretch => !double.IsNaN(stretch[step]));
            if (known < 0)
            {
                return false;
            }

            for (var place = 0; place < stretches.Length; place++)
            {
                if (!double.IsNaN(stretches[place][step]))
                {
                    known = place;
                }

                stretches[place][step] = stretches[known][step];
            }
        }

        return true;
    }

    /// <summary>
    /// Adds the errors from one moment to a path. The surprise says which moment, and its sign which way they go, so that pairs keep the
    /// mean.
    /// </summary>
    public void AddTo(Span<double> path, double surprise, double scale)
    {
        var share = 1d - Normal.TwoSided(surprise);
        var stretch = _stretches[Math.Min((int)(share * _stretches.Length), _stretches.Length - 1)];
        var ofSteps = _lift * (surprise < 0d ? -scale : scale);
        var ofMean = ofSteps * ScaleOfMean(surprise);
        var mean = CompensatedSum.Of(stretch) / stretch.Length;
        for (var step = 0; step < path.Length; step++)
        {
            path[step] += (ofMean * mean) + (ofSteps * (stretch[step] - mean));
        }
    }

    // What errors of a stretch have in common is known from few stretches, and what sets its steps apart from all values.
    private double ScaleOfMean(double surprise)
    {
        var random = new RandomNumbers(unchecked((ulong)BitConverter.DoubleToInt64Bits(Math.Abs(surprise))));
        return Math.Sqrt(_freedom / random.ChiSquare(_freedom));
    }

    // Values that a model was fitted to are missed by less than those to come: Akaike's final prediction error (1969, Annals of the
    // Institute of Statistical Mathematics 21:243-247).
    private static double LiftFor(double count, double fitted)
    {
        var parameters = Math.Min(fitted, count / 2d);
        return Math.Sqrt((count + parameters) / (count - parameters));
    }
}
