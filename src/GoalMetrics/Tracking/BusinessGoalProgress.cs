namespace GoalMetrics;

/// <summary>The progress of a business goal, rolled up from the SMART goals that serve it. Immutable.</summary>
public sealed class BusinessGoalProgress
{
    internal BusinessGoalProgress(BusinessGoal goal, IEnumerable<GoalProgress> goals)
    {
        Goal = goal;
        Goals = [.. goals];
        var known = Goals.Where(progress => progress.Attainment.IsDefined).ToList();
        UnknownGoals = [.. Goals.Except(known)];
        Attainment = known.Count == 0
            ? Quantity.Undefined(UndefinedReason.InsufficientData, goal.Id, Unit.Ratio)
            : WeightedMean(known);
        WorstStatus = Goals.Select(progress => progress.Status).DefaultIfEmpty(GoalStatus.Unknown).MaxBy(Badness);
    }

    /// <summary>The business goal.</summary>
    public BusinessGoal Goal { get; }

    /// <summary>The SMART goals that serve it.</summary>
    public IReadOnlyList<GoalProgress> Goals { get; }

    /// <summary>The goals whose progress is unknown: left out of <see cref="Attainment"/>, not counted as zero.</summary>
    public IReadOnlyList<GoalProgress> UnknownGoals { get; }

    /// <summary>The mean attainment of its SMART goals, weighted by <see cref="SmartGoal.Weight"/>; undefined if none is known.</summary>
    public Quantity Attainment { get; }

    /// <summary>The worst status among its SMART goals.</summary>
    public GoalStatus WorstStatus { get; }

    private static Quantity WeightedMean(IReadOnlyList<GoalProgress> goals)
    {
        var weights = Quantity.Ratio(goals.Sum(progress => progress.Goal.Weight));
        var sum = goals.Aggregate(Quantity.Ratio(0m), (sum, progress) => sum + Weighted(progress));
        return sum.DividedBy(weights, "weights");

        static Quantity Weighted(GoalProgress progress) => progress.Attainment * Quantity.Ratio(progress.Goal.Weight);
    }

    private static int Badness(GoalStatus status) => status switch
    {
        GoalStatus.Missed => 6,
        GoalStatus.OffTrack => 5,
        GoalStatus.AtRisk => 4,
        GoalStatus.Unknown => 3,
        GoalStatus.OnTrack => 2,
        GoalStatus.NotStarted => 1,
        _ => 0,
    };
}
