using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>The progress of a business goal, rolled up from the SMART goals that serve it. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<BusinessGoalProgress>))]
public sealed partial class BusinessGoalProgress
{
    internal BusinessGoalProgress(BusinessGoal goal, IEnumerable<GoalProgress> goals)
    {
        Goal = goal;
        Goals = [.. goals];
        var known = Goals.Where(progress => progress is { Attainment.IsDefined: true, Status: not GoalStatus.Unknown }).ToList();
        UnknownGoals = [.. Goals.Except(known)];
        if (known.Count == 0)
        {
            Attainment = Quantity.Undefined(UndefinedReason.InsufficientData, goal.Id, Unit.Ratio);
            UnclippedAttainment = Attainment;
        }
        else
        {
            Attainment = WeightedMean(known, progress => progress.ClippedAttainment);
            UnclippedAttainment = WeightedMean(known, progress => progress.Attainment);
        }

        WorstStatus = Goals.Select(progress => progress.Status).DefaultIfEmpty(GoalStatus.Unknown).MaxBy(Badness);
    }

    /// <summary>The business goal.</summary>
    public BusinessGoal Goal { get; }

    /// <summary>The SMART goals that serve it.</summary>
    public IReadOnlyList<GoalProgress> Goals { get; }

    /// <summary>The goals whose progress is unknown: left out of <see cref="Attainment"/>, not counted as zero.</summary>
    public IReadOnlyList<GoalProgress> UnknownGoals { get; }

    /// <summary>
    /// The mean attainment of its SMART goals, each between 0 and 100 %, weighted by <see cref="SmartGoal.Weight"/>: a goal that went
    /// beyond its target does not make up for another that fell short. Undefined if none is known.
    /// </summary>
    public Quantity Attainment { get; }

    /// <summary>The same of their unclipped attainment: above <see cref="Attainment"/> where goals went beyond their targets.</summary>
    public Quantity UnclippedAttainment { get; }

    /// <summary>The worst status among its SMART goals; unknown if there is none.</summary>
    public GoalStatus WorstStatus { get; }

    /// <summary>
    /// The progress in one line: "75 % attained, worst status: Off track, progress not known: 1 of 3 goals". Where no goal serves it, or
    /// nothing is known of those that do, it says so.
    /// </summary>
    /// <param name="culture">The language and the format of numbers. Defaults to English and the invariant format.</param>
    public string ToText(CultureInfo? culture = null) => BusinessGoalText.Of(this, culture);

    /// <summary>The business goal's id, and its progress in one line in English.</summary>
    public override string ToString() => $"{Goal.Id}: {ToText()}";

    private static Quantity WeightedMean(IReadOnlyList<GoalProgress> goals, Func<GoalProgress, Quantity> attainment)
    {
        var weights = Quantity.Ratio(goals.Sum(progress => progress.Goal.Weight));
        var sum = goals.Aggregate(Quantity.Ratio(0m), (sum, progress) => sum + Weighted(progress));
        return sum.DividedBy(weights, "weights");

        Quantity Weighted(GoalProgress progress) => attainment(progress) * Quantity.Ratio(progress.Goal.Weight);
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
