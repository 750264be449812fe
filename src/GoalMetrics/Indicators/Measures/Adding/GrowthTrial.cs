namespace GoalMetrics;

// What more time does to the value of a formula over measures of which each can only grow, or only fall: found by trying it with less and
// more of one of them after the other.
internal static class GrowthTrial
{
    // None where it is not the same for all of them, as that of a ratio is not.
    public static TimeEffect Of(FormulaMeasure measure)
    {
        var inputs = measure.Inputs;
        if (!inputs.All(IsKnown))
        {
            return TimeEffect.None;
        }

        var (rises, falls) = (false, false);
        foreach (var amounts in TrialAmounts.All)
        {
            for (var place = 0; place < inputs.Count; place++)
            {
                if (inputs[place] is ConstantMeasure)
                {
                    continue;
                }

                if (Change(measure, amounts, place) is not { } change)
                {
                    return TimeEffect.None;
                }

                rises |= change > 0;
                falls |= change < 0;
            }
        }

        return (rises, falls) switch
        {
            (true, false) => TimeEffect.OnlyAdds,
            (false, true) => TimeEffect.OnlySubtracts,
            _ => TimeEffect.None,
        };
    }

    private static bool IsKnown(Measure input) =>
        input is ConstantMeasure || input.MoreTime is TimeEffect.OnlyAdds or TimeEffect.OnlySubtracts;

    // The sign of what more time for one of the inputs changes, 0 where that is undefined. Null where the formula cannot be tried.
    private static int? Change(FormulaMeasure measure, TrialAmounts amounts, int place)
    {
        Quantity[] before = [.. measure.Inputs.Select((input, i) => input is ConstantMeasure constant ? constant.Value : Amount(input, i))];
        Quantity[] after = [.. before];
        var unit = before[place].Unit ?? Unit.Count();
        var more = new Quantity(Math.Abs(amounts.Of(place, unit).Second), unit);
        var adds = measure.Inputs[place].MoreTime == TimeEffect.OnlyAdds;
        after[place] = adds ? before[place] + more : before[place] - more;
        try
        {
            var (first, second) = (measure.Formula.EvaluateMeasured([.. before]), measure.Formula.EvaluateMeasured([.. after]));
            return first.IsDefined && second.IsDefined ? second.Amount.CompareTo(first.Amount) : 0;
        }
        catch (Exception thrown) when (thrown is not (OutOfMemoryException or OperationCanceledException))
        {
            return null;
        }

        Quantity Amount(Measure input, int i)
        {
            var own = input.Unit ?? Unit.Count();
            return new(amounts.Of(i, own).First, own);
        }
    }
}
