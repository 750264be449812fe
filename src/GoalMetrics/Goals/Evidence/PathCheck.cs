using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// A path may be anyone's, so what it expects is checked.
internal static class PathCheck
{
    // Where the goal's path is at the moment.
    public static PathPosition PositionOf(SmartGoal goal, Instant moment)
    {
        var position = goal.Path.PositionAt(goal.Period!, moment);
        if (position.Share is >= 0m and <= 1m)
        {
            return position;
        }

        var path = goal.Path.GetType().Name;
        throw new InvalidOperationException(Invariant(
            $"Goal '{goal.Id}': its path {path} expects a share of {position.Share} at {moment}. Expected one from 0 to 1."));
    }

    // Why the path cannot be followed, tried out at the start, halfway and at the end of the goal's period; null if it can.
    public static string? ProblemOf(SmartGoal goal)
    {
        // A steady one fits any period.
        if (goal.Path is LinearPath)
        {
            return null;
        }

        var period = goal.Period!;
        try
        {
            foreach (var moment in (Instant[])[period.Start, period.Start + (period.Length / 2), period.End])
            {
                PositionOf(goal, moment);
            }

            return null;
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            return Failure.MessageOf(error);
        }
    }
}
