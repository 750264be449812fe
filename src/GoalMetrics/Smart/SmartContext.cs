using NodaTime;

namespace GoalMetrics;

/// <summary>
/// What an <see cref="ISmartRule"/> looks at, and where it reports to. Made by a <see cref="SmartValidator"/> for one validation;
/// rules run one after another, so it is used from one thread at a time.
/// </summary>
public sealed class SmartContext
{
    // Nothing is allocated while nothing is found.
    private List<(SmartCriterion Criterion, Finding Finding)>? _found;
    private SmartCriterion? _running;

    internal SmartContext(SmartGoal goal, Strategy? strategy, IMetricSource? source, Instant asOf)
    {
        Goal = goal;
        Strategy = strategy;
        Source = source;
        AsOf = asOf;
    }

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; private set; }

    /// <summary>The strategy it is part of; null where it is judged alone.</summary>
    public Strategy? Strategy { get; private set; }

    /// <summary>The data; null where the goal is judged without.</summary>
    public IMetricSource? Source { get; private set; }

    /// <summary>The moment the goal is judged at.</summary>
    public Instant AsOf { get; private set; }

    /// <summary>Records a finding for the criterion of the rule that is running.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="part">Where in the goal: <c>owner</c> gives the path <c>goals/more-visitors/owner</c>.</param>
    /// <param name="arguments">The values for the texts of the kind, by name.</param>
    /// <exception cref="InvalidOperationException">No rule is running: it was reported after the rule's task completed.</exception>
    public void Report(FindingKind kind, string part, IEnumerable<FindingArgument>? arguments = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        if (_running is not { } criterion)
        {
            throw new InvalidOperationException($"{kind} was reported for goal '{Goal.Id}' after the validation had ended. Report before the task of CheckAsync completes.");
        }

        (_found ??= []).Add((criterion, kind.At($"goals/{Goal.Id}/{part}", arguments)));
    }

    internal ValueTask RunAsync(ISmartRule rule, CancellationToken cancellationToken)
    {
        _running = rule.Criterion;
        return rule.CheckAsync(this, cancellationToken);
    }

    internal void Run(SmartRule rule)
    {
        _running = rule.Criterion;
        rule.Run(this);
    }

    internal SmartReport ToReport()
    {
        _running = null;
        return new(Goal, AsOf, _found);
    }

    // For another validation, where nobody can have kept the context of the last.
    internal SmartContext For(SmartGoal goal, Strategy? strategy, IMetricSource? source, Instant asOf)
    {
        Goal = goal;
        Strategy = strategy;
        Source = source;
        AsOf = asOf;
        return this;
    }

    // Holds on to nothing of the caller's while it waits for another validation.
    internal SmartContext Emptied()
    {
        _found = null;
        return For(null!, null, null, default);
    }
}
