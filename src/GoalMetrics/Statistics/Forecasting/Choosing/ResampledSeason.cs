namespace GoalMetrics.Statistics;

/// <summary>
/// Whether values are drawn from those of the same place in a season: only where each place is known often enough, and the places differ by
/// more than chance, as the test of Kruskal and Wallis (1952, Journal of the American Statistical Association 47:583-621) has it.
/// Four Mondays say less of a Monday than thirty days do where Mondays are days like any other.
/// </summary>
internal static class ResampledSeason
{
    private const int FewestCycles = 4;
    private const double Chance = 0.05;

    /// <summary>The season, where it is one of any of the series; otherwise 1.</summary>
    public static int Of(double[][] series, int season, IReadOnlyList<bool>? isKnown)
    {
        var places = Places(series[0].Length, season, isKnown);
        if (places.Length > 1 && Array.Exists(series, values => Differ(values, places)))
        {
            return season;
        }

        return 1;
    }

    /// <summary>Where in the series each place in the season is known; where one is not known often enough, all in one.</summary>
    public static int[][] Places(int count, int season, IReadOnlyList<bool>? isKnown)
    {
        int[] known = [.. Enumerable.Range(0, count).Where(place => isKnown?[place] ?? true)];
        int[][] bySeason = [.. Enumerable.Range(0, season).Select(first => Array.FindAll(known, place => place % season == first))];
        if (Array.TrueForAll(bySeason, places => places.Length >= FewestCycles))
        {
            return bySeason;
        }

        return [known];
    }

    private static bool Differ(double[] values, int[][] places)
    {
        int[] all = [.. places.SelectMany(known => known)];
        var (ranks, ties) = Ranks(values, all);
        double count = all.Length, squares = 0d;
        var evenness = 1d - (ties / ((count * count * count) - count));
        if (evenness <= 0d)
        {
            return false;
        }

        foreach (var known in places)
        {
            var sum = known.Sum(place => ranks[place]);
            squares += sum * sum / known.Length;
        }

        var statistic = ((12d / (count * (count + 1d)) * squares) - (3d * (count + 1d))) / evenness;
        return ChiSquare.Survival(statistic, places.Length - 1) < Chance;
    }

    // The mean rank of each value among those that are alike, and what these take off the variance: the sum of t³ − t.
    private static (double[] Ranks, double Ties) Ranks(double[] values, int[] known)
    {
        var ranks = new double[values.Length];
        var (before, ties) = (0, 0d);
        foreach (var alike in known.GroupBy(place => values[place]).OrderBy(group => group.Key))
        {
            var count = alike.Count();
            foreach (var place in alike)
            {
                ranks[place] = before + ((count + 1) / 2d);
            }

            before += count;
            ties += ((double)count * count * count) - count;
        }

        return (ranks, ties);
    }
}
