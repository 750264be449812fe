using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>Where a goal stands at a moment, and on what evidence (S6). Immutable.</summary>
public sealed class GoalProgress
{
    internal GoalProgress(SmartGoal goal, Instant asOf)
    {
        Goal = goal;
        AsOf = asOf;
        JudgedAt = asOf;
    }

    internal GoalProgress(GoalSituation situation, GoalStatus status)
        : this(situation.Goal, situation.AsOf)
    {
        JudgedAt = situation.JudgedAt;
        Nature = situation.Nature;
        State = situation.State;
        Status = status;
        Baseline = situation.Baseline;
        Target = situation.Target;
        Expected = situation.Expected;
        ElapsedDays = situation.ElapsedDays;
        RemainingDays = situation.RemainingDays;
        Findings = situation.Findings;
    }

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>The moment that was asked about.</summary>
    public Instant AsOf { get; }

    /// <summary>The moment it was judged at: <see cref="AsOf"/>, or the end of the data where that comes first (S6.7).</summary>
    public Instant JudgedAt { get; }

    /// <summary>How the goal is judged.</summary>
    public GoalNature Nature { get; }

    /// <summary>Whether the goal's period is open, settling or closed.</summary>
    public PeriodState State { get; }

    /// <summary>How it stands.</summary>
    public GoalStatus Status { get; }

    /// <summary>Where it started from; undefined where that was not said or could not be measured.</summary>
    public Quantity Baseline { get; }

    /// <summary>The value to reach: a total for a flow, a level else.</summary>
    public Quantity Target { get; }

    /// <summary>What there is: accumulated since the start for a flow, the level else; for milestones the complete share.</summary>
    public Quantity Actual { get; internal init; }

    /// <summary>
    /// How much of the way is done, unclipped: <c>actual / target</c> for a flow, <c>(actual − baseline) / (target − baseline)</c>
    /// for a level, the share of periods kept for a "stay" goal.
    /// </summary>
    public Quantity Attainment { get; internal init; }

    /// <summary><see cref="Attainment"/> kept between 0 and 100 %, for bars and gauges.</summary>
    public Quantity ClippedAttainment => Attainment.AmountOrNull is { } share ? Quantity.Ratio(Math.Clamp(share, 0m, 1m)) : Attainment;

    /// <summary>The share expected by now on the goal's path.</summary>
    public Quantity Expected { get; internal init; }

    /// <summary>
    /// <c>attainment / expected</c>; the other way up for a flow to be kept down. 1 is on time. Undefined before the period starts,
    /// and where it would divide by zero: nothing is expected yet, or nothing is spent of what is to be kept down.
    /// </summary>
    public Quantity Pace { get; internal init; }

    /// <summary>
    /// Where it lands if it goes on like this: <c>accumulated / expected share</c> for a flow, <c>complete / expected share</c> but
    /// no more than all for milestones, the level itself else.
    /// </summary>
    public Quantity Landing { get; internal init; }

    /// <summary>What a day has brought on average so far; for flows.</summary>
    public Quantity RunRate { get; internal init; }

    /// <summary>
    /// What every day left must bring to reach the target; for a flow to be kept down, what it may bring; for a level, how far it
    /// must move a day, in percentage points for ratios. 0 once there; undefined when no days are left, and for other natures.
    /// </summary>
    public Quantity RequiredRate { get; internal init; }

    /// <summary>The local days of the goal's period that have gone.</summary>
    public decimal ElapsedDays { get; }

    /// <summary>The local days of the goal's period that are left.</summary>
    public decimal RemainingDays { get; }

    /// <summary>The period the level was read in; null for the period to date.</summary>
    public ReportingPeriod? ReadIn { get; internal init; }

    /// <summary>For a "stay" goal, every closed period so far.</summary>
    public IReadOnlyList<StayReading> Readings { get; internal init; } = [];

    /// <summary>What the actual value was computed from: the inputs of the measure's formula, with their values.</summary>
    public IReadOnlyList<MeasureValue> Evidence { get; internal init; } = [];

    /// <summary>What the reader must know about the judgement.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    /// <summary>
    /// It in one line: "At risk: 61 % of the target, 65 % expected, pace 0.94, lands at DKK 1,200.00, target DKK 1,300.00". What is
    /// undefined is left out; where nothing can be said, the finding that tells why takes its place.
    /// </summary>
    /// <param name="culture">The language and the format of numbers; English and the invariant format unless told.</param>
    public string ToText(CultureInfo? culture = null) => GoalProgressText.Of(this, culture);

    /// <summary>The goal's id and the line in English.</summary>
    public override string ToString() => $"{Goal.Id}: {ToText()}";
}
