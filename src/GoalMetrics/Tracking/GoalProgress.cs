using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>Where a goal stands at a moment, and on what evidence. Immutable.</summary>
/// <remarks>
/// Durations are stated in the unit of the goal's target: hours where it is 100 hours, though the measure is in seconds.
/// </remarks>
[JsonConverter(typeof(ResultConverter<GoalProgress>))]
public sealed partial class GoalProgress
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
        JudgedAt = situation.Moment.JudgedAt;
        Nature = situation.Nature;
        State = situation.Moment.State;
        Status = status;
        Baseline = InTimeOfTarget(situation.Aim.Baseline);
        Target = InTimeOfTarget(situation.Aim.Target);
        Expected = situation.Moment.Expected;
        ElapsedDays = situation.Moment.ElapsedDays;
        RemainingDays = situation.Moment.RemainingDays;
        Findings = situation.Findings;
    }

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>The moment of the question.</summary>
    public Instant AsOf { get; }

    /// <summary>The moment it was judged at: <see cref="AsOf"/>, or the end of the data if that comes first.</summary>
    public Instant JudgedAt { get; }

    /// <summary>How the goal is judged.</summary>
    public GoalNature Nature { get; }

    /// <summary>Whether the goal's period is open, settling or closed.</summary>
    public PeriodState State { get; }

    /// <summary>How it stands.</summary>
    public GoalStatus Status { get; }

    /// <summary>Where it started from; undefined if no baseline was stated, or if it could not be measured.</summary>
    public Quantity Baseline { get; }

    /// <summary>The value to reach: a total for a flow, otherwise a level.</summary>
    public Quantity Target { get; }

    /// <summary>
    /// The value so far: the total since the start for a flow, the complete share for milestones, otherwise the level.
    /// </summary>
    public Quantity Actual { get; internal init => field = InTimeOfTarget(value); }

    /// <summary>
    /// How well the goal is attained, unclipped: <c>actual / target</c> for a flow, the share of periods kept for a goal to stay within
    /// limits, the complete share for milestones, <c>(actual − baseline) / (target − baseline)</c> for a level.
    /// </summary>
    /// <remarks>
    /// A value to be kept down that has no baseline is a limit: 1 while it is kept, and <c>limit / end</c> where it ends beyond, where the
    /// end is the landing of a flow while the period is open, and the actual value otherwise. A flow to be brought down from a baseline is
    /// at <c>(baseline − end) / (baseline − target)</c>: from 12 complaints down to 2, 9 at the close are 30 %.
    /// </remarks>
    public Quantity Attainment { get; internal init; }

    /// <summary>How much of a limit has been used: <c>actual / target</c> for a value to be kept down; undefined for other goals.</summary>
    public Quantity LimitUsed { get; internal init; }

    /// <summary><see cref="Attainment"/> kept between 0 and 100 %, for bars and gauges.</summary>
    public Quantity ClippedAttainment
    {
        get
        {
            if (Attainment.AmountOrNull is { } share)
            {
                return Quantity.Ratio(Math.Clamp(share, 0m, 1m));
            }

            return Attainment;
        }
    }

    // Whether the target is a limit: the words are others then.
    internal bool IsKeptDown { get; init; }

    /// <summary>
    /// The share that the goal's path expects by now; of a level that is read by a shorter period, by the end of the one that it was read
    /// in (<see cref="ReadIn"/>), until the goal's own period is closed.
    /// </summary>
    public Quantity Expected { get; internal init; }

    /// <summary>
    /// <c>attainment / expected</c>, or <c>expected / used</c> for a flow to be kept down; 1 is on time. Undefined before the period
    /// starts, and where it would divide by zero: nothing is expected yet, or nothing has been used of a flow to be kept down. Of a flow
    /// to be kept down that is below zero, as credit notes make it, and of one whose target is (<see cref="UndefinedReason.OutOfDomain"/>).
    /// </summary>
    public Quantity Pace { get; internal init; }

    /// <summary>
    /// Where it lands if it goes on like this: <c>accumulated / expected share</c> for a flow, <c>complete / expected share</c> up
    /// to 100 % for milestones, otherwise the level itself. A flow has no landing (<see cref="UndefinedReason.InsufficientData"/>) before
    /// the first day has passed, or the first hour where the goal is one for a day.
    /// </summary>
    /// <seealso cref="Projection">An interval around where a measure will land, and the chance of reaching a value.</seealso>
    public Quantity Landing { get; internal init => field = InTimeOfTarget(value); }

    /// <summary>
    /// The average so far per day of the goal's path (<see cref="PathPosition.DayUnit"/>): per local day, or per working day on a
    /// <see cref="WeightedDaysPath"/>; for flows only.
    /// </summary>
    public Quantity RunRate { get; internal init; }

    /// <summary>
    /// What each remaining day of the goal's path must bring to reach the target, per local or per working day as <see cref="RunRate"/>;
    /// for a flow to be kept down, what it may bring; for a level, how far it must move a day, in percentage points for ratios. 0 once the
    /// target is reached or the limit broken; undefined when no days are left, whatever was reached, and for milestones and goals to stay
    /// within limits. A duration in days is stated in hours per day.
    /// </summary>
    public Quantity RequiredRate { get; internal init; }

    /// <summary>
    /// The local days of the goal's period that have passed. Today counts as one where all of it was read: in tables of dates whose data go
    /// on beyond it.
    /// </summary>
    public decimal ElapsedDays { get; }

    /// <summary>The local days of the goal's period that are left.</summary>
    public decimal RemainingDays { get; }

    /// <summary>The period the level was read in; null for the period to date.</summary>
    public ReportingPeriod? ReadIn { get; internal init; }

    /// <summary>Every closed period so far, for a goal to stay within limits; otherwise empty.</summary>
    public IReadOnlyList<StayReading> Readings { get; internal init; } = [];

    /// <summary>What the actual value was computed from: the inputs of the measure's formula, with their values.</summary>
    public IReadOnlyList<MeasureValue> Evidence { get; internal init; } = [];

    /// <summary>What the reader must know about the judgement.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    private Quantity InTimeOfTarget(Quantity value) => Goal.Target?.InItsTime(value) ?? value;

    /// <summary>
    /// The progress in one line: "At risk: 61 % of the target, 65 % expected, pace 0.94, lands at DKK 1,200.00, target DKK 1,300.00".
    /// Undefined figures are left out; if there is none to show, the finding that explains why takes their place.
    /// </summary>
    /// <param name="culture">The language and the format of numbers. Defaults to English and the invariant format.</param>
    public string ToText(CultureInfo? culture = null) => GoalProgressText.Of(this, culture);

    /// <summary>The goal's id, and its progress in one line in English.</summary>
    public override string ToString() => $"{Goal.Id}: {ToText()}";
}
