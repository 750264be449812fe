namespace GoalMetrics.Statistics;

/// <summary>
/// Futures made of the known values themselves: each step is one of them, drawn by chance. Where each place of the season is known often
/// enough, a step is drawn from the values of its own place. For each future the known values are first drawn anew, so that the
/// futures also differ by what is not known of the mean: the bootstrap of Efron 1979, with one draw fewer than there are values (McCarthy
/// and Snowden 1985).
/// </summary>
internal sealed class ResampledModel : ForecastModel
{
    private readonly double[] _values;
    private readonly int[][] _known;

    // What is not known was filled in, and is not drawn. The places of a season are drawn from apart; a season of 1 is none.
    public ResampledModel(double[] values, int season, IReadOnlyList<bool>? isKnown) =>
        (_values, _known) = (values, ResampledSeason.Places(values.Length, season, isKnown));

    public override int DegreesOfFreedom => _known.Sum(places => places.Length) - 1;

    public override double[] Points(int horizon)
    {
        double[] means = [.. _known.Select(places => places.Sum(place => _values[place]) / places.Length)];
        return [.. Enumerable.Range(0, horizon).Select(step => means[PlaceOf(step)])];
    }

    // The surprise after those of the steps is the seed. Two series share it, so that both are drawn from the same moments.
    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        var random = new RandomNumbers(unchecked((ulong)BitConverter.DoubleToInt64Bits(surprises[path.Length])));
        int[][] drawn = [.. _known.Select(places => Drawn(places, random))];
        for (var step = 0; step < path.Length; step++)
        {
            var places = drawn[PlaceOf(step)];
            path[step] = _values[places[random.Below(places.Length)]];
        }
    }

    // One fewer than there are, since the values stray less around their own mean than around the true one.
    private static int[] Drawn(int[] places, RandomNumbers random) =>
        [.. places.Skip(1).Select(_ => places[random.Below(places.Length)])];

    private int PlaceOf(int step) => (_values.Length + step) % _known.Length;
}
