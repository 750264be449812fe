using NodaTime;

namespace GoalMetrics;

// The data behind goals that are validated together: read once, and only if a rule asks.
internal sealed class SharedEvidence(IReadOnlyList<SmartGoal> goals, IMetricSource source, Instant asOf)
{
    private Task<IReadOnlyDictionary<SmartGoal, GoalEvidence>>? _read;

    public IMetricSource Source { get; } = source.Snapshot();

    public async ValueTask<GoalEvidence?> OfAsync(SmartGoal goal, CancellationToken cancellationToken)
    {
        _read ??= PlannedEvidence.ReadAsync(goals, Source, asOf, cancellationToken).AsTask();
        var evidence = await _read.ConfigureAwait(false);
        return evidence.GetValueOrDefault(goal);
    }
}
