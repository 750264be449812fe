namespace GoalMetrics;

// The steps ahead of one series: what is known of each, the value before them, and below what none of them comes.
internal sealed class KnownSteps(KnownShare[] known, double last, double least)
{
    // What is expected, with what is known.
    public double[] With(double[] expected) => With(expected, expected, path: null);

    // A future with what is known; of the same series, what is expected. From a balance that is known, it goes on as it would have.
    public double[] With(double[] future, double[] expected, int? path)
    {
        var values = new double[known.Length];
        var (before, expectedBefore, moved) = (last, last, 0d);
        for (var step = 0; step < values.Length; step++)
        {
            if (known[step].IsLevel)
            {
                var change = expected[step] - expectedBefore;
                values[step] = Math.Max(least, known[step].Moved(change, future[step] - before - change));
                moved = values[step] - future[step];
            }
            else if (known[step].IsSum && path is { } one)
            {
                values[step] = Math.Max(Reached(known[step]), known[step].Added(future[step], expected[step], one));
            }
            else
            {
                values[step] = known[step].With(moved == 0d ? future[step] : Math.Max(least, future[step] + moved));
            }

            (before, expectedBefore) = (future[step], expected[step]);
        }

        return values;
    }

    // What never was negative only grows.
    private double Reached(KnownShare share) => least < 0d ? least : share.Known;
}
