namespace GoalMetrics;

// Made-up amounts of the inputs of a formula in two periods, in the order in which the formula reads its inputs.
internal sealed class TrialAmounts
{
    private static readonly decimal[] Falling = [6300m, 3300m, 2300m, 1800m, 1500m, 1300m];
    private static readonly decimal[] FallingMore = [6700m, 3700m, 2700m, 2200m, 1900m, 1700m];
    private static readonly decimal[] Rising = [300m, 1300m, 2300m, 3300m, 4300m, 5300m];
    private static readonly decimal[] RisingMore = [700m, 1700m, 2700m, 3700m, 4700m, 5700m];

    private readonly decimal[] _first;
    private readonly decimal[] _second;

    private TrialAmounts(decimal[] first, decimal[] second)
    {
        _first = first;
        _second = second;
    }

    // Plain amounts first: they make the example that a reader sees.
    public static IReadOnlyList<TrialAmounts> All { get; } =
    [
        new(Falling, FallingMore),
        new(Rising, FallingMore),
        new(Rising, RisingMore),

        // Each input is 0 in one of the periods, which shows what depends on an input being there.
        .. Enumerable.Range(0, Falling.Length).Select(input => new TrialAmounts(WithZero(Falling, input), FallingMore)),
        .. Enumerable.Range(0, Falling.Length).Select(input => new TrialAmounts(Falling, WithZero(FallingMore, input))),

        // Small amounts with decimals, which show what is rounded.
        new([3.37m, 14.06m, 0.58m, 22.19m, 7.41m, 1.93m], [4.26m, 25.03m, 0.77m, 31.64m, 2.38m, 8.15m]),
        new([17.49m, 2.14m, 61.27m, 5.55m, 0.32m, 44.81m], [28.23m, 1.18m, 36.46m, 9.07m, 0.45m, 12.66m]),
        new([0.04m, 0.13m, 0.02m, 0.31m, 0.24m, 0.11m], [0.03m, 0.21m, 0.14m, 0.22m, 0.17m, 0.38m]),

        // One input far larger than the next, the other way round in the other period, which shows limits and comparisons.
        new(
            [5_000_000_000m, 12m, 7_000_000_000m, 31m, 3_000_000_000m, 9m],
            [34m, 8_000_000_000m, 5m, 6_000_000_000m, 27m, 2_000_000_000m]),
        new(
            [21m, 6_000_000_000m, 14m, 9_000_000_000m, 8m, 4_000_000_000m],
            [45m, 7_000_000_000m, 9_000_000_000m, 13m, 5_000_000_000m, 3m]),
        new(
            [4_000_000_000_000_000m, 70_000_000_000_000m, 900_000_000_000_000m, 2_000_000_000_000m, 60_000_000_000m, 800m],
            [3_000_000_000_000_000m, 60_000_000_000_000m, 700_000_000_000_000m, 5_000_000_000_000m, 10_000_000_000m, 500m]),

        // Amounts below 0, as where refunds exceed sales. A count is never below 0.
        new([-4500m, 1200m, -800m, 2600m, -310m, 75m], [6000m, -1900m, 300m, -3400m, 925m, -50m]),
        new([-720m, -4100m, -65m, -1500m, -2800m, -330m], [-910m, -260m, -3700m, -45m, -1300m, -680m]),
        new([-38.61m, 5200m, 17.04m, -0.92m, 640m, -2.75m], [52.18m, -7100m, -23.57m, 0.36m, -880m, 4.09m]),
    ];

    // The amounts of an input in both periods. Counts are whole and not below 0.
    public (decimal First, decimal Second) Of(int input, Unit unit)
    {
        var (first, second) = (At(_first, input), At(_second, input));
        if (unit.Kind == UnitKind.Count)
        {
            return (Math.Ceiling(Math.Abs(first)), Math.Ceiling(Math.Abs(second)));
        }

        return (first, second);
    }

    // A formula of more inputs than there are amounts goes through them again, in another size.
    private static decimal At(decimal[] amounts, int input) => amounts[input % amounts.Length] * (1 + (input / amounts.Length));

    private static decimal[] WithZero(decimal[] amounts, int input)
    {
        decimal[] copy = [.. amounts];
        copy[input] = 0m;
        return copy;
    }
}
