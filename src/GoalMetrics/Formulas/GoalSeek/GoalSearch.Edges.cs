namespace GoalMetrics;

// Where the search looks: the grid, and the neighbourhood of the places where results end or leap.
internal sealed partial class GoalSearch
{
    // Beyond, the distance of two points may be no decimal.
    private const decimal FarthestCentre = 1e28m;

    // Steps of the grid in each power of ten.
    private static readonly decimal[] Steps = [1m, 1.5m, 2m, 3m, 5m, 7m];

    // The centres and every power of ten around all of them.
    private static IEnumerable<decimal> Grid(IEnumerable<decimal?> centres)
    {
        foreach (var centre in centres.OfType<decimal>().Where(centre => Math.Abs(centre) <= FarthestCentre).Distinct())
        {
            yield return centre;
            for (var power = 1e-15m; power <= 1e20m; power *= 10m)
            {
                foreach (var step in Steps)
                {
                    yield return centre + (step * power);
                    yield return centre - (step * power);
                }
            }
        }
    }

    private static bool TryHalf(decimal low, decimal high, out decimal middle)
    {
        middle = low + ((high - low) / 2m);
        return middle != low && middle != high;
    }

    // Amounts ever closer to the end of the results between the two: on the way there they may vary without bound.
    private IEnumerable<decimal> AroundEdge(Point low, Point high)
    {
        var (without, with) = low.IsDefined ? (high, low) : (low, high);
        var start = with.Amount;
        while (TryHalf(Math.Min(without.Amount, with.Amount), Math.Max(without.Amount, with.Amount), out var middle))
        {
            var point = Look(middle);
            if (point.IsDefined)
            {
                with = point;
            }
            else
            {
                without = point;
            }
        }

        return Towards(start, with.Amount);
    }

    // Amounts ever closer to the pole between the two, on either side, or to the hole that is found there.
    private IEnumerable<decimal> AroundPole(Point low, Point high)
    {
        var (below, above) = (low, high);
        while (TryHalf(below.Amount, above.Amount, out var middle))
        {
            var point = Look(middle);
            if (!point.IsDefined)
            {
                return AroundEdge(low, point).Concat(AroundEdge(point, high));
            }

            if (Rise(below, point) == Rise(low, high))
            {
                above = point;
            }
            else
            {
                below = point;
            }
        }

        return Towards(low.Amount, below.Amount).Concat(Towards(high.Amount, above.Amount));
    }

    // A tenth of the distance again and again, to the very end.
    private static IEnumerable<decimal> Towards(decimal start, decimal end)
    {
        for (var distance = (start - end) / 10m; distance != 0m && end + distance != end; distance /= 10m)
        {
            yield return end + distance;
        }

        yield return end;
    }

    // There are no results in the middle: what is wanted lies on the way to the one end of them or to the other.
    private decimal? BesideHole(Point low, Point hole, Point high)
    {
        if (++_holes > MostEdges)
        {
            return null;
        }

        var points = Seen([low.Amount, .. AroundEdge(low, hole), hole.Amount, .. AroundEdge(hole, high), high.Amount]);
        return points.Where(point => point.Gap == 0m).Select(point => (decimal?)point.Amount).FirstOrDefault()
            ?? Pairs(points, low.Amount, Surrounds)
                .Select(pair => Between(pair.Low, pair.High))
                .FirstOrDefault(amount => amount is not null);
    }
}
