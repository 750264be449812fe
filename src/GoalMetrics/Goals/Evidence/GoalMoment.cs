using NodaTime;

namespace GoalMetrics;

// Where in its period a goal is judged.
internal sealed class GoalMoment(AskedGoal goal, Instant judgedAt, Instant gone, Duration settling)
{
    public Instant JudgedAt => judgedAt;

    public bool HasStarted => judgedAt > goal.Period.Start;

    public PeriodState State => goal.Period.State(judgedAt, settling);

    public bool IsClosed => State == PeriodState.Closed;

    public decimal ElapsedDays => goal.Period.ElapsedDays(gone);

    public decimal RemainingDays => goal.Period.Days - ElapsedDays;

    public PathPosition Position => PathCheck.PositionOf(goal.Goal, gone);

    public Quantity Expected => Quantity.Ratio(Position.Share);

    // Where the path was when the part of the goal's period that is read had ended: what was read then is set against what was expected
    // then. Once the whole period is closed, all of the way is.
    public PathPosition PositionFor(ReportingPeriod part)
    {
        if (!IsClosed && part.End < gone)
        {
            return PathCheck.PositionOf(goal.Goal, part.End);
        }

        return Position;
    }

    // A projection needs a day that is over, or an hour where the goal is one for a day or less.
    public bool CanBeProjected
    {
        get
        {
            if (goal.Period.Days > 1)
            {
                return ElapsedDays >= 1m;
            }

            return ElapsedDays >= 1m / 24m;
        }
    }

    // Whether all facts of a part of the goal's period are in, at the moment of the question as well.
    public bool HasClosed(ReportingPeriod part, Instant asOf) =>
        part.End <= judgedAt && part.State(asOf, settling) == PeriodState.Closed;
}
