namespace GoalMetrics;

// Whether what a measure reads in the steps of a period is what it reads in all of it. The days of March a month earlier are not those of
// February, which are fewer; its days a week earlier are 31 days in a row.
internal static class ShiftedSteps
{
    public static bool MakeUp(ReportingPeriod period, Grain grain, Measure measure) =>
        !ShiftedView.IsIn(measure) || ProjectedPeriods.IsOne(period, grain) || MakeUp([.. period.SplitBy(grain)], period, measure);

    private static bool MakeUp(ReportingPeriod[] steps, ReportingPeriod whole, Measure measure)
    {
        if (measure is NamedMeasure named)
        {
            return MakeUp(steps, whole, named.Measure);
        }

        if (measure is not WindowedMeasure { View: ShiftedView view } shifted)
        {
            return measure.Inputs.All(input => MakeUp(steps, whole, input));
        }

        ReportingPeriod?[] parts = [.. steps.Select(step => step.Shifted(view.Count, view.Grain))];
        var all = whole.Shifted(view.Count, view.Grain);
        return all is not null
            && Array.TrueForAll(parts, part => part is not null)
            && FollowEachOther(parts!, all)
            && MakeUp(parts!, all, shifted.Measure);
    }

    private static bool FollowEachOther(ReportingPeriod[] parts, ReportingPeriod all)
    {
        var end = all.Start;
        foreach (var part in parts)
        {
            if (part.Start != end)
            {
                return false;
            }

            end = part.End;
        }

        return end == all.End;
    }
}
