using GoalMetrics.Sources;

namespace GoalMetrics;

// What more time, or days that are missing, can still change about a value: what can only grow has reached its target for good.
internal sealed class TimeToCome(AskedGoal goal, GoalAim aim, SourceTables tables, bool isIncomplete)
{
    // Whether days are missing of what is judged, and what they would add is not known.
    public bool IsIncomplete => isIncomplete;

    // Whether what has accumulated can only become less: it does not come back to a target above it, nor beyond a limit.
    public bool OnlyFalls => goal.Measure.MoreTime == TimeEffect.OnlySubtracts && OfLater == TimeEffect.OnlySubtracts;

    // A later week or month that the goal is read in may be another.
    private TimeEffect OfLater
    {
        get
        {
            if (goal.ReadEvery is null && goal.Measure.StaysReached(goal.Period))
            {
                return OfMore;
            }

            return TimeEffect.None;
        }
    }

    // To sums of columns that hold returns or credit notes, more days may add less than nothing. A source may have to look through its
    // facts to know, so it is asked only where something depends on it.
    private TimeEffect OfMore
    {
        get
        {
            var effect = goal.Measure.MoreTime;
            var goesOneWay = effect is TimeEffect.OnlyAdds or TimeEffect.OnlySubtracts;
            if (goesOneWay && goal.Measure.Metrics.Any(MaySumNegatives))
            {
                return TimeEffect.EitherWay;
            }

            return effect;
        }
    }

    // Whether the rest of a period to be kept cannot change what its known part says: 12 complaints are more than 10.
    public bool IsDecidedBy(Quantity part)
    {
        var (least, most) = (goal.Target.Least, goal.Target.Most);
        return OfMore switch
        {
            TimeEffect.OnlyAdds => part > most || (most is null && part >= least),
            TimeEffect.OnlySubtracts => part < least || (least is null && part <= most),

            // A rate or an average of the days that are known stands for the others.
            TimeEffect.None => true,
            _ => false,
        };
    }

    // Whether days are missing that could still take the value to its target, or away from it, or beyond its limit.
    public bool IsLeftOpen(Quantity actual) => isIncomplete && OfMore switch
    {
        _ when !aim.HasShares => actual.IsDefined,
        TimeEffect.OnlyAdds when aim.Rises => actual < aim.Target,
        TimeEffect.OnlyAdds => actual <= aim.Target,
        TimeEffect.OnlySubtracts when aim.Rises => actual >= aim.Target,
        TimeEffect.OnlySubtracts => actual > aim.Target,
        _ => actual.IsDefined,
    };

    public bool IsReachedForGood(Quantity actual) => OfLater switch
    {
        TimeEffect.OnlyAdds => aim.Rises && actual >= aim.Target,
        TimeEffect.OnlySubtracts => !aim.Rises && actual <= aim.Target,
        _ => false,
    };

    // Beyond its limit, from where it does not come back.
    public bool IsMissedForGood(Quantity actual) => OfLater switch
    {
        TimeEffect.OnlyAdds => !aim.Rises && actual > aim.Target,
        TimeEffect.OnlySubtracts => aim.Rises && actual < aim.Target,
        _ => false,
    };

    private bool MaySumNegatives(Metric metric) =>
        metric.Aggregates[0] is Aggregate.Sum sum && tables.Of(metric.Table).HasNegatives?.Invoke(sum.Column) != false;
}
