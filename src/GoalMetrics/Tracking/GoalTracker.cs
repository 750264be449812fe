using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Says where a goal stands at a moment: baseline, target, attainment, expected, pace, landing, required rate, status (S6).
/// Immutable and safe from any thread.
/// </summary>
public sealed class GoalTracker
{
    /// <summary>A tracker with a status policy.</summary>
    /// <exception cref="ArgumentException">The policy's goals are at risk from a higher pace than they are on track.</exception>
    public GoalTracker(StatusPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.AtRiskFrom > policy.OnTrackFrom)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"At risk from pace {policy.AtRiskFrom}, but on track from {policy.OnTrackFrom} already: expected AtRiskFrom at or below OnTrackFrom."),
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
    /// <param name="asOf">The moment to judge at; later facts are not looked at.</param>
    /// <param name="previous">The status it had when last judged, so that it does not waver; null where that is not known.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The goal's period or baseline period is of another calendar than the source, or a table is not there.</exception>
    public async ValueTask<GoalProgress> TrackAsync(
        SmartGoal goal, IMetricSource source, Instant asOf, GoalStatus? previous = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(source);
        if (Incomplete(goal) is { } finding)
        {
            return new(goal, asOf) { Findings = [finding] };
        }

        CheckCalendar(goal, "period", goal.Period!, source.Calendar);
        CheckCalendar(goal, "baseline period", goal.Target!.Baseline?.Period ?? goal.Period!, source.Calendar);
        return await new GoalJudgement(new(goal, new MetricReader(source, asOf)), Policy, previous).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where a goal stands, from facts in memory.</summary>
    /// <inheritdoc cref="TrackAsync"/>
    public GoalProgress Track(SmartGoal goal, InMemorySource source, Instant asOf, GoalStatus? previous = null) =>
        TrackAsync(goal, source, asOf, previous).Result();

    private static void CheckCalendar(SmartGoal goal, string name, ReportingPeriod period, ReportingCalendar calendar)
    {
        if (period.Calendar != calendar)
        {
            throw new ArgumentException(
                $"Goal '{goal.Id}': its {name} {period} is of the calendar {period.Calendar}; the source has {calendar}. Take periods from the source's calendar.",
                nameof(goal));
        }
    }

    private static Finding? Incomplete(SmartGoal goal)
    {
        return goal.Target is null ? Missing("target", "et mål at nå")
            : goal.Period is null ? Missing("period", "en periode")
            : goal.Measure is null && goal.Target.Kind != TargetKind.Complete ? Missing("measure", "noget at måle med")
            : null;

        Finding Missing(string part, string danish) =>
            TrackingFindings.Incomplete.At($"goals/{goal.Id}/{part}", [new("part", new LocalizedText(part, danish))]);
    }
}
