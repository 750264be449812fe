using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Judges where a goal stands at a moment: baseline, target, attainment, expected share, pace, landing, required rate and status.
/// Immutable and safe to use from any thread.
/// </summary>
public sealed class GoalTracker
{
    /// <summary>A tracker with a status policy.</summary>
    /// <exception cref="ArgumentException">The policy's at-risk threshold is above its on-track threshold.</exception>
    public GoalTracker(StatusPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.AtRiskFrom > policy.OnTrackFrom)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At risk from pace {policy.AtRiskFrom}, but on track from"
                    + $" {policy.OnTrackFrom} already: expected AtRiskFrom at or below OnTrackFrom."),
                nameof(policy));
        }

        Policy = policy;
    }

    /// <summary>The tracker with the default status policy.</summary>
    public static GoalTracker Default { get; } = new(StatusPolicy.Default);

    /// <summary>When a goal under way is on track, at risk or off track.</summary>
    public StatusPolicy Policy { get; }

    /// <summary>Where a goal stands.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="source">The facts.</param>
    /// <param name="asOf">The moment to judge at; later facts are ignored.</param>
    /// <param name="previous">The status when it was last judged, which keeps it from wavering; null if that is not known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    /// <remarks>
    /// What is missing in the data is a finding. A goal that cannot be judged at all throws, since there is nothing else to answer: an
    /// exception of its formula, its path or the source reaches the caller as it is. Where other goals must not suffer, a
    /// <see cref="Scorecard"/> and a <see cref="SmartValidator"/> report it as a finding (<c>TRACK-FAILED</c>).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The source lacks a table, or has another calendar than the goal's period or baseline period; or a <see cref="SeasonalPath"/> does
    /// not hold the season of the period.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The previous status is not one of the named ones.</exception>
    /// <exception cref="InvalidOperationException">The goal's path expects a share that is not from 0 to 1.</exception>
    public ValueTask<GoalProgress> TrackAsync(
        SmartGoal goal, IMetricSource source, Instant asOf, GoalStatus? previous = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(source);
        EnumValue.Checked(previous);
        if (!Telemetry.IsHeard)
        {
            return AnswerAsync(goal, source, asOf, previous, cancellationToken);
        }

        return Question.ObserveAsync(
            "goal",
            (Tracker: this, Goal: goal, Source: source, AsOf: asOf, Previous: previous),
            static (asked, token) => asked.Tracker.AnswerAsync(asked.Goal, asked.Source, asked.AsOf, asked.Previous, token),
            static (activity, asked) => activity.AddGoal(asked.Goal),
            cancellationToken);
    }

    private async ValueTask<GoalProgress> AnswerAsync(
        SmartGoal goal, IMetricSource source, Instant asOf, GoalStatus? previous, CancellationToken cancellationToken)
    {
        IReadOnlyList<Metric> metrics = [];
        if (Incomplete(goal) is null)
        {
            CalendarCheck.Check(goal, source.Calendar);
            metrics = ReadableMeasures.MetricsOf(goal);
        }

        var tables = await SourceTables.DescribeAsync(source, metrics, cancellationToken).ConfigureAwait(false);
        var plan = new ReadingPlan(tables, asOf);
        var planned = Plan(goal, plan);
        var spelling = MemberCheck.WhereCheap(metrics, filter: null, plan);
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        planned.AddMisspelt(await MemberCheck.FindAsync(spelling, cancellationToken).ConfigureAwait(false));

        return planned.Judge(previous);
    }

    /// <summary>Where a goal stands, from facts in memory.</summary>
    /// <inheritdoc cref="TrackAsync"/>
    public GoalProgress Track(
        SmartGoal goal, InMemorySource source, Instant asOf, GoalStatus? previous = null, CancellationToken cancellationToken = default) =>
        TrackAsync(goal, source, asOf, previous, cancellationToken).Result();

    // Plans what the goal needs; it is judged once the plan has been read.
    internal PlannedGoal Plan(SmartGoal goal, ReadingPlan plan)
    {
        if (Incomplete(goal) is { } finding)
        {
            return new(this, new GoalProgress(goal, plan.AsOf) { Findings = [finding] });
        }

        if (CalendarCheck.Find(goal, plan.Tables.Calendar).ToList() is { Count: > 0 } foreign)
        {
            return new(this, new GoalProgress(goal, plan.AsOf) { Findings = foreign });
        }

        return new(this, new GoalSituation(goal, plan));
    }

    private static Finding? Incomplete(SmartGoal goal)
    {
        if (goal.Target is null)
        {
            return Missing("target", "et måltal");
        }

        if (goal.Period is null)
        {
            return Missing("period", "en periode");
        }

        if (goal.Measure is null && goal.Target.Kind != TargetKind.Complete)
        {
            return Missing("measure", "en KPI, PI eller metrik");
        }

        return null;

        Finding Missing(string part, string danish) =>
            TrackingFindings.Incomplete.At($"goals/{goal.Id}/{part}", [new("part", new LocalizedText(part, danish))]);
    }
}
