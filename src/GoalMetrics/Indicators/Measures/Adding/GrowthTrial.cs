namespace GoalMetrics;

// What more time does to the value of a formula over measures of which each can only grow, or only fall: found by trying it with less and
// more of one of them after the other. That sums hold returns is not known here.
internal static class GrowthTrial
{
    private const double Rounding = 1e-9;

    private static readonly decimal[] Steps = [.. Enumerable.Range(0, 12).SelectMany(Decade)];

    // None where a part of the time stands for all of it, as in a ratio, or where nothing is known of an input.
    public static TimeEffect Of(FormulaMeasure measure)
    {
        List<Measure> measured = [.. measure.Inputs.Where(input => input is not ConstantMeasure)];
        if (measured.Count == 0 || !measured.TrueForAll(input => input.MoreTime is TimeEffect.OnlyAdds or TimeEffect.OnlySubtracts))
        {
            return TimeEffect.None;
        }

        try
        {
            return Tried(measure, measured);
        }
        catch (Exception thrown) when (Failure.IsOfOne(thrown))
        {
            return TimeEffect.None;
        }
    }

    private static TimeEffect Tried(FormulaMeasure measure, List<Measure> measured)
    {
        var (rises, falls, scales) = (false, false, false);
        foreach (var others in PositiveAmounts.For(measured.Count))
        {
            for (var place = 0; place < measured.Count && !(rises && falls); place++)
            {
                var (up, down) = Along(measure, others, place);
                if (measured[place].MoreTime == TimeEffect.OnlySubtracts)
                {
                    (up, down) = (down, up);
                }

                rises |= up;
                falls |= down;
            }

            scales |= Scales(measure, others);
            if (rises && falls && scales)
            {
                return TimeEffect.EitherWay;
            }
        }

        return (rises, falls) switch
        {
            (true, false) => TimeEffect.OnlyAdds,
            (false, true) => TimeEffect.OnlySubtracts,
            _ => TimeEffect.None,
        };
    }

    private static decimal[] Decade(int power)
    {
        var ten = (decimal)Math.Pow(10d, power);
        return [ten, 2m * ten, 5m * ten];
    }

    // Whether the value rises, and whether it falls, anywhere while one input grows.
    private static (bool Rises, bool Falls) Along(FormulaMeasure measure, decimal[] others, int place)
    {
        var (rises, falls) = (false, false);
        decimal? before = null;
        foreach (var step in Steps)
        {
            decimal[] amounts = [.. others];
            amounts[place] = step;
            var value = measure.Try(amounts).AmountOrNull;
            rises |= value > before;
            falls |= value < before;
            before = value ?? before;
        }

        return (rises, falls);
    }

    // Whether twice as much of everything is another value. That of a ratio is the same.
    private static bool Scales(FormulaMeasure measure, decimal[] amounts)
    {
        var once = (double?)measure.Try(amounts).AmountOrNull;
        var twice = (double?)measure.Try([.. amounts.Select(amount => 2m * amount)]).AmountOrNull;
        return once is { } value && Math.Abs((twice ?? value) - value) > Rounding * Math.Abs(value);
    }
}
