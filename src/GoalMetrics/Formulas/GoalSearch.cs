namespace GoalMetrics;

/// <summary>The search for an amount at which a function has a wanted result: a coarse grid first, then halving between neighbours.</summary>
internal sealed class GoalSearch(Func<decimal, Quantity> result, Quantity wanted, FormulaInput input)
{
    // Of two gaps of this size the difference is still a decimal.
    private const decimal Largest = 1e28m;

    // Steps of the grid in each power of ten.
    private static readonly decimal[] Steps = [1m, 1.5m, 2m, 3m, 5m, 7m];

    private decimal _nearest;
    private Quantity _nearestResult;
    private decimal? _nearestGap;

    public GoalSeekResult From(decimal? start, Unit unit, string name, Quantity now)
    {
        var points = Grid(start).Where(input.Admits).Distinct().Order().Select(amount => (Amount: amount, Gap: Gap(amount))).ToList();
        if (_nearestGap is null)
        {
            var reason = start is null ? result(1m) : now;
            return new(GoalSeekOutcome.Undefined, name, reason.WithUnit(unit), default, default);
        }

        var from = start ?? 0m;
        var found = points.Where(point => point.Gap == 0m).Select(point => (decimal?)point.Amount)
            .Concat(points.Zip(points.Skip(1))
                .Where(pair => pair.First.Gap is { } one && pair.Second.Gap is { } other && Math.Sign(one) * Math.Sign(other) < 0)
                .OrderBy(pair => Math.Min(Math.Abs(pair.First.Amount - from), Math.Abs(pair.Second.Amount - from)))
                .Take(8)
                .Select(pair => Between(pair.First.Amount, pair.Second.Amount, Math.Sign(pair.First.Gap!.Value))))
            .Where(amount => amount is not null)
            .MinBy(amount => Math.Abs(amount!.Value - from));
        return found is { } value
            ? new(GoalSeekOutcome.Found, name, new(value, unit), new(value, unit), result(value))
            : new(
                GoalSeekOutcome.Unreachable, name, Quantity.Undefined(UndefinedReason.OutOfDomain, "unreachable", unit),
                new(_nearest, unit), _nearestResult);
    }

    // Zero, the ends of the range, where the search begins, and every power of ten around all of them.
    private IEnumerable<decimal> Grid(decimal? start)
    {
        decimal?[] centres = [0m, start, input.Minimum, input.Maximum];
        foreach (var centre in centres.OfType<decimal>())
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

    // How far the result is above what is wanted; null where there is none.
    private decimal? Gap(decimal amount)
    {
        var reached = result(amount);
        var gap = reached - wanted;
        if (!gap.IsDefined)
        {
            return null;
        }

        if (_nearestGap is not { } nearest || Math.Abs(gap.Amount) < nearest)
        {
            (_nearestGap, _nearest, _nearestResult) = (Math.Abs(gap.Amount), amount, reached);
        }

        return Math.Clamp(gap.Amount, -Largest, Largest);
    }

    // Halves until the neighbours are one apart in the last digit; null where the gap does not close: a jump or a pole.
    private decimal? Between(decimal low, decimal high, int signOfLow)
    {
        var (lowGap, highGap) = (Gap(low), Gap(high));
        var widest = Math.Max(Math.Abs(lowGap!.Value), Math.Abs(highGap!.Value));
        for (var i = 0; i < 400; i++)
        {
            var middle = low + ((high - low) / 2m);
            if (middle == low || middle == high)
            {
                break;
            }

            // The straight line between the two hits at once what is straight, or the reciprocal of it.
            if (i % 3 == 0 && lowGap != highGap)
            {
                var straight = low - (lowGap!.Value / (highGap!.Value - lowGap.Value) * (high - low));
                middle = straight > low && straight < high ? straight : middle;
            }

            if (Gap(middle) is not { } gap)
            {
                return null;
            }

            if (gap == 0m)
            {
                return Shortest(middle);
            }

            if (Math.Sign(gap) == signOfLow)
            {
                (low, lowGap) = (middle, gap);
            }
            else
            {
                (high, highGap) = (middle, gap);
            }
        }

        var left = Math.Min(Math.Abs(lowGap!.Value), Math.Abs(highGap!.Value));
        var scale = Math.Max(Math.Abs(wanted.Amount), 1e-6m);
        return left <= scale * 1e-9m && left < widest ? Shortest(Math.Abs(lowGap.Value) <= Math.Abs(highGap.Value) ? low : high) : null;
    }

    // Of the amounts that do as well, the one with the fewest digits: 0.05, not 0.0499999999999999999999999998.
    private decimal Shortest(decimal amount)
    {
        var gap = Math.Abs(Gap(amount)!.Value);
        for (var digits = 0; digits < 28; digits++)
        {
            var rounded = Math.Round(amount, digits);
            if (input.Admits(rounded) && Gap(rounded) is { } other && Math.Abs(other) <= gap)
            {
                return rounded;
            }
        }

        return amount;
    }
}
