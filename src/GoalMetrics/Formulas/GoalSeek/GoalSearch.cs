namespace GoalMetrics;

/// <summary>
/// The search for an amount at which a function has a wanted result: a coarse grid first, then closer to where results end or
/// leap, then halving between neighbours, one too high and one too low.
/// </summary>
/// <param name="result">The function.</param>
/// <param name="wanted">The result sought.</param>
/// <param name="input">The input sought, with its range.</param>
/// <param name="others">The amounts of the other inputs: results often end or leap where the one sought meets one of them.</param>
internal sealed partial class GoalSearch(Func<decimal, Quantity> result, Quantity wanted, FormulaInput input, IEnumerable<decimal> others)
{
    // Of two gaps of this size the difference is still a decimal.
    private const decimal Largest = 1e28m;

    // More than formulas have; a promise that the search ends soon.
    private const int MostEdges = 24;
    private const int MostPoles = 8;

    private decimal _nearest;
    private Quantity _nearestResult;
    private decimal? _nearestGap;
    private decimal _from;
    private int _holes;

    public GoalSeekResult From(decimal? start, Unit unit, string name, Quantity now)
    {
        _from = start ?? 0m;
        var grid = Seen(Grid([0m, start, input.Minimum, input.Maximum, .. others.Take(8)]));
        if (_nearestGap is null)
        {
            var reason = start is null ? result(1m) : now;
            return new(GoalSeekOutcome.Undefined, name, reason.WithUnit(unit), default, default);
        }

        var from = _from;
        var closer = Pairs(grid, from, HidesEdge).Take(MostEdges).SelectMany(pair => AroundEdge(pair.Low, pair.High))
            .Concat(Pairs(grid, from, HidesPole).Take(MostPoles).SelectMany(pair => AroundPole(pair.Low, pair.High)));
        List<Point> points = [.. grid.Concat(Seen(closer)).OrderBy(point => point.Amount)];
        var found = points.Where(point => point.Gap == 0m).Select(point => (decimal?)point.Amount)
            .Concat(Pairs(points, from, Surrounds).Take(8).Select(pair => Between(pair.Low, pair.High)))
            .Where(amount => amount is not null)
            .MinBy(amount => Math.Abs(amount!.Value - from));
        if (found is not { } value)
        {
            return new(
                GoalSeekOutcome.Unreachable, name, Quantity.Undefined(UndefinedReason.OutOfDomain, Causes.Unreachable, unit),
                new(_nearest, unit), _nearestResult);
        }

        value = Shortest(value);
        return new(GoalSeekOutcome.Found, name, new(value, unit), new(value, unit), result(value));
    }

    private static bool Surrounds(IReadOnlyList<Point> points, int low) =>
        points[low].IsDefined && points[low + 1].IsDefined && points[low].Sign * points[low + 1].Sign < 0;

    private static bool HidesEdge(IReadOnlyList<Point> points, int low) => points[low].IsDefined != points[low + 1].IsDefined;

    // Results that rise here and fall on both sides, or the other way round, as those of 1 / x do: a pole may be in between.
    private static bool HidesPole(IReadOnlyList<Point> points, int low) =>
        low > 0 && low + 2 < points.Count
        && Rise(points[low], points[low + 1]) is var rise && rise != 0
        && rise == -Rise(points[low - 1], points[low]) && rise == -Rise(points[low + 1], points[low + 2]);

    private static int Rise(Point low, Point high)
    {
        if (low.Gap is { } one && high.Gap is { } other)
        {
            return other.CompareTo(one);
        }

        return 0;
    }

    // Neighbours of which this holds, the nearest to a point first.
    private static IEnumerable<(Point Low, Point High)> Pairs(
        IReadOnlyList<Point> points, decimal from, Func<IReadOnlyList<Point>, int, bool> holds) =>
        Enumerable.Range(0, Math.Max(0, points.Count - 1))
            .Where(low => holds(points, low))
            .Select(low => (Low: points[low], High: points[low + 1]))
            .OrderBy(pair => Math.Min(Math.Abs(pair.Low.Amount - from), Math.Abs(pair.High.Amount - from)));

    private List<Point> Seen(IEnumerable<decimal> amounts) => [.. amounts.Where(input.Admits).Distinct().Order().Select(Look)];

    private Point Look(decimal amount)
    {
        var reached = result(amount);
        var gap = reached - wanted;
        if (!gap.IsDefined)
        {
            return new(amount, null);
        }

        // Of amounts that do as well, the one that asks for the least.
        if (_nearestGap is not { } nearest || Math.Abs(gap.Amount) < nearest
            || (Math.Abs(gap.Amount) == nearest && Math.Abs(amount - _from) < Math.Abs(_nearest - _from)))
        {
            (_nearestGap, _nearest, _nearestResult) = (Math.Abs(gap.Amount), amount, reached);
        }

        return new(amount, Math.Clamp(gap.Amount, -Largest, Largest));
    }

    // Halves until the neighbours are one apart in the last digit; null where the gap does not close: a jump or a pole.
    private decimal? Between(Point low, Point high)
    {
        var (lowest, highest) = (low, high);
        var widest = Math.Max(Math.Abs(low.Gap!.Value), Math.Abs(high.Gap!.Value));
        for (var i = 0; i < 400 && TryHalf(low.Amount, high.Amount, out var middle); i++)
        {
            // The straight line between the two hits at once what is straight, or the reciprocal of it.
            if (i % 3 == 0 && low.Gap != high.Gap)
            {
                var straight = low.Amount - (low.Gap!.Value / (high.Gap!.Value - low.Gap.Value) * (high.Amount - low.Amount));
                if (straight > low.Amount && straight < high.Amount)
                {
                    middle = straight;
                }
            }

            var point = Look(middle);
            if (!point.IsDefined)
            {
                return BesideHole(lowest, point, highest);
            }

            if (point.Gap == 0m)
            {
                return middle;
            }

            if (point.Sign == low.Sign)
            {
                low = point;
            }
            else
            {
                high = point;
            }
        }

        var closer = Math.Abs(low.Gap!.Value) <= Math.Abs(high.Gap!.Value) ? low : high;
        var left = Math.Abs(closer.Gap!.Value);
        var scale = Math.Max(Math.Abs(wanted.Amount), 1e-6m);
        if (left <= scale * 1e-9m && left < widest)
        {
            return closer.Amount;
        }

        return null;
    }

    // Of the amounts that do as well, the one with the fewest digits: 0.05, not 0.0499999999999999999999999998.
    private decimal Shortest(decimal amount)
    {
        var gap = Math.Abs(Look(amount).Gap!.Value);
        for (var digits = 0; digits < 28; digits++)
        {
            var rounded = Math.Round(amount, digits);
            if (input.Admits(rounded) && Look(rounded).Gap is { } other && Math.Abs(other) <= gap)
            {
                return rounded;
            }
        }

        return amount;
    }

    /// <summary>An amount, and how far its result is above what is wanted; null where there is none.</summary>
    private readonly record struct Point(decimal Amount, decimal? Gap)
    {
        public bool IsDefined => Gap is not null;

        public int Sign => Math.Sign(Gap ?? 0m);
    }
}
