using NodaTime;

namespace GoalMetrics;

// What is said about the values that a goal is judged by.
internal sealed class GoalReadingFindings(AskedGoal goal, GoalData data, DaysLookedBackOn lookedBackOn)
{
    private ReportingPeriod Period => goal.Period;

    public IEnumerable<Finding> Find(GoalReadings readings, GoalAim aim, TimeToCome toCome)
    {
        if (readings.All.Count == 0)
        {
            return [.. WhereNothingIsRead(readings)];
        }

        return [.. InValues(readings.All), .. InActual(readings.All[0], aim, toCome)];
    }

    // Where nothing else is read of the measure, whether it can be computed at all.
    public IEnumerable<Finding> FindInTrial(ReadMeasure measure, GoalWindows windows)
    {
        if (windows.Trial is { } trial && measure.ValueIn(trial) is { IsDefined: false } value)
        {
            return NoValue(value, trial.Period);
        }

        return [];
    }

    private IEnumerable<Finding> WhereNothingIsRead(GoalReadings readings)
    {
        if (readings.LeavesOutParts)
        {
            yield return Gap(Period);
        }

        if (data.Reach.HasNothing)
        {
            var nothing = Quantity.Undefined(data.Reach.WhyNothing, goal.Measure.Id, goal.Measure.Unit);
            foreach (var finding in NoValue(nothing, Period))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> InValues(List<GoalReading> readings)
    {
        if (readings.Exists(reading => reading.Value.IsDefined))
        {
            return readings.Where(IsUnknown).Select(Unknown);
        }

        var latest = readings[^1];
        if (goal.Nature != GoalNature.Stay)
        {
            return NoValue(latest.Value, Period, lookedBackOn.In(latest.Window, latest.Period));
        }

        if (data.Tables.HaveGapIn(new(latest.Period.Start, latest.Period.End)))
        {
            return [Gap(latest.Period)];
        }

        return NoValue(latest.Value, latest.Period, lookedBackOn.In(latest.Window, latest.Period));
    }

    // Of a value that is reached or kept, days that are missing and may change that.
    private IEnumerable<Finding> InActual(GoalReading actual, GoalAim aim, TimeToCome toCome)
    {
        var hasTarget = goal.Nature != GoalNature.Flow || aim.Target.IsDefined;
        if (goal.Nature == GoalNature.Stay || !actual.Value.IsDefined || !hasTarget || !toCome.IsLeftOpen(actual.Value))
        {
            return [];
        }

        var period = goal.ReadEvery is null ? Period : actual.Period;
        if (lookedBackOn.In(actual.Window, period) is { } limits)
        {
            return
            [
                goal.Finding(
                    GoalFindings.GapLookedBackOn,
                    "data",
                    [new("measure", goal.Measure.Id), new("limits", limits), new("period", period)]),
            ];
        }

        return [Gap(period)];
    }

    private bool IsUnknown(GoalReading reading) => !reading.Value.IsDefined && !data.Cut.Cuts(reading.Period);

    private Finding Unknown(GoalReading reading)
    {
        (object why, object days) = (reading.Value, reading.Period);
        if (lookedBackOn.In(reading.Window, reading.Period) is { } limits)
        {
            (why, days) = (TableLimits.Because(limits), TableLimits.DaysLookedBackOn);
        }

        return goal.Finding(
            GoalFindings.UnknownReading,
            "measure",
            [new("measure", goal.Measure.Id), new("period", reading.Period), new("reason", why), new("days", days)]);
    }

    // Where a table has nothing of the period, that is why. That the data have totals of other periods has been said.
    private IEnumerable<Finding> NoValue(Quantity value, ReportingPeriod period, LocalizedText? limits = null)
    {
        if (data.Cut.LeavesNothing)
        {
            return [];
        }

        var until = Instant.Max(period.Start, Instant.Min(period.End, data.AsOf));
        var without = data.Tables.All.FindAll(table => IsWithout(table, period.Start, until));
        (object why, object days) = (value, period);
        if (without.Count > 0)
        {
            why = TableLimits.Of(without, period.Start, until, Period.Calendar);
        }
        else if (limits is not null)
        {
            (why, days) = (TableLimits.Because(limits), TableLimits.DaysLookedBackOn);
        }

        return
        [
            goal.Finding(
                GoalFindings.NoValue,
                "measure",
                [new("measure", goal.Measure.Id), new("reason", why), new("period", period), new("days", days)]),
        ];
    }

    // Of totals of months, that of a month which is not over is not known yet.
    private bool IsWithout(TableDescription table, Instant start, Instant until) =>
        !table.IsEmpty && (!table.Touches(new(start, until)) || table.KnownUntil(until, Period.Calendar) <= start);

    private Finding Gap(ReportingPeriod period) => goal.Finding(GoalFindings.GapInPeriod, "data", [new("period", period)]);
}
