namespace GoalMetrics;

// What is to be kept in every period.
internal sealed partial class GoalJudgement
{
    private GoalProgress Stay()
    {
        if (Measured.Readings.Count == 0)
        {
            if (!Measured.LeavesOutParts && !Measured.HasNothing)
            {
                FindNothingToJudge(situation.Asked.KeptBy, situation.Asked.HoldsPartsToJudge);
            }

            return Unjudged(GoalStatus.Unknown);
        }

        StayReading[] readings = [.. Measured.Readings.Select(Judged)];
        var known = readings.Count(reading => reading.IsKept is not null);
        var kept = Quantity.Count(readings.Count(reading => reading.IsKept == true));
        var attainment = kept.DividedBy(Quantity.Count(known), situation.Goal.Measure!.Id);
        return new(situation, StayStatus(attainment, known, readings.Length))
        {
            Actual = readings[^1].Value,
            Attainment = attainment,
            Expected = Quantity.Ratio(1m),
            Pace = attainment,
            Landing = readings[^1].Value,
            ReadIn = readings[^1].Period,
            Readings = readings,
        };
    }

    private void FindNothingToJudge(Grain grain, bool hasWhole)
    {
        var title = new FindingArgument("grain", grain.Title());
        if (hasWhole)
        {
            situation.Report(TrackingFindings.NothingClosed, "read-every", [title]);
        }
        else
        {
            situation.Report(TrackingFindings.NoWholePeriod, "read-every", [title, new("period", situation.Period)]);
        }
    }

    // Broken once is broken for good; and with an unknown period at the end, the goal was not shown to be kept.
    private GoalStatus StayStatus(Quantity attainment, int known, int all)
    {
        if (known == 0)
        {
            return GoalStatus.Unknown;
        }

        if (attainment.Amount < 1m)
        {
            return GoalStatus.Missed;
        }

        if (!Moment.IsClosed)
        {
            return GoalStatus.OnTrack;
        }

        if (known == all && !Measured.LeavesOutParts)
        {
            return GoalStatus.Achieved;
        }

        return GoalStatus.Unknown;
    }

    private StayReading Judged(GoalReading reading)
    {
        var value = reading.Value;
        return new(reading.Period, situation.Asked.Target.InItsTime(value), value.IsDefined ? IsKept(value) : null);
    }

    private bool IsKept(Quantity value) => !(value < situation.Asked.Target.Least) && !(value > situation.Asked.Target.Most);
}
