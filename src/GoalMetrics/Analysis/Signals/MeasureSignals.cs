using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A measure's routine variation, and what goes beyond it: its chart and its signals. Part of a <see cref="SignalReport"/>. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<MeasureSignals>))]
public sealed partial class MeasureSignals
{
    internal MeasureSignals(Measure measure, Grain grain) => (Measure, Grain) = (measure, grain);

    /// <summary>The measure.</summary>
    public Measure Measure { get; }

    /// <summary>The grain of the periods.</summary>
    public Grain Grain { get; }

    /// <summary>The past that it is about; null where the measure could not be read.</summary>
    public MeasureHistory? History { get; internal init; }

    /// <summary>How the limits are computed.</summary>
    public SignalMethod Method { get; internal init; }

    /// <summary>Which pattern was taken out before values were judged.</summary>
    public SeasonalPattern Pattern { get; internal init; }

    /// <summary>The limits of each stretch between declared shifts, oldest first; empty where there are none.</summary>
    public IReadOnlyList<SignalLimits> Limits { get; internal init; } = [];

    /// <summary>Every period of the history, oldest first, with what was to be expected. Ready to be drawn.</summary>
    public IReadOnlyList<SignalPoint> Points { get; internal init; } = [];

    /// <summary>What is more than noise, and data that are late or missing, by the last period they are about, latest first.</summary>
    public IReadOnlyList<Signal> Signals { get; internal init; } = [];

    /// <summary>The KPIs that the measure drives, where it is a performance indicator of the report.</summary>
    public IReadOnlyList<Kpi> Drives { get; internal init; } = [];

    /// <summary>
    /// The goals of the strategy on this measure whose target is one for a period, and whether the process as it is keeps it. Empty for a
    /// report that is not of a strategy.
    /// </summary>
    public IReadOnlyList<TargetOutlook> Targets =>
        field ??= [.. Goals.Where(IsOfPeriod).Select(goal => new TargetOutlook(goal, ReachOf(goal.Target!)))];

    /// <summary>What limits what can be said: too few periods, values that overlap, what was found in the data.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    // The goals of the strategy, on whatever measure.
    internal IReadOnlyList<SmartGoal> Goals { get; init; } = [];

    // What a period does at best and at worst, over a whole season; null where there are no limits.
    internal (double Lower, double Upper)? Reach { get; init; }

    /// <summary>
    /// Whether the process, if it goes on as it is, keeps a target in every period: always where even the worse limit does, never where
    /// even the better limit falls short, sometimes in between. A target far from what a process does is not reached by wishing.
    /// </summary>
    /// <param name="target">What every period should reach, in the unit of the measure, such as 3 % of a conversion rate.</param>
    /// <param name="direction">Which way is better. Defaults to the direction of the measure.</param>
    /// <returns>
    /// <see cref="TargetReach.Unknown"/> where there are no limits, the target is undefined or it is not known which way is better; for
    /// balances too, as their limits are those of changes.
    /// </returns>
    /// <exception cref="UnitMismatchException">The target is in another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The direction is not one of the named ones.</exception>
    public TargetReach Reaches(Quantity target, Direction? direction = null)
    {
        var better = EnumValue.Checked(direction) ?? Measure.Direction;
        if (Reach is not var (lower, upper) || !target.IsDefined || Measure.Unit is not { } unit)
        {
            return TargetReach.Unknown;
        }

        // In the unit of the measure, or refused.
        var wanted = (double)(new Quantity(0m, unit) + target).Amount;
        return better switch
        {
            Direction.HigherIsBetter => Between(wanted, worst: lower, best: upper),
            Direction.LowerIsBetter => Between(-wanted, worst: -upper, best: -lower),
            _ => TargetReach.Unknown,
        };
    }

    // Whether it is a goal on this measure with a target for a period: a rate to reach, or what is to be kept by the same periods.
    private bool IsOfPeriod(SmartGoal goal)
    {
        if (goal is not { Measure: { } measure, Target: { } target } || !measure.Computation.Equals(Measure.Computation))
        {
            return false;
        }

        if (target.IsStay)
        {
            return (goal.ReadEvery ?? GoalMetrics.Grain.Month) == Grain;
        }

        return target is { Kind: TargetKind.Reach, Value.IsDefined: true } && Measure.Additivity == Additivity.NonAdditive;
    }

    private TargetReach ReachOf(Target target)
    {
        var value = target.Value!.Value;
        return target.Kind switch
        {
            TargetKind.StayAtLeast => Reaches(value, Direction.HigherIsBetter),
            TargetKind.StayAtMost => Reaches(value, Direction.LowerIsBetter),
            TargetKind.StayWithin => Lesser(
                Reaches(value, Direction.HigherIsBetter), Reaches(target.Upper!.Value, Direction.LowerIsBetter)),
            _ => Reaches(value),
        };
    }

    private static TargetReach Lesser(TargetReach one, TargetReach other)
    {
        if (one < other)
        {
            return one;
        }

        return other;
    }

    private static TargetReach Between(double wanted, double worst, double best)
    {
        if (wanted <= worst)
        {
            return TargetReach.Always;
        }

        if (wanted > best)
        {
            return TargetReach.Never;
        }

        return TargetReach.Sometimes;
    }
}
