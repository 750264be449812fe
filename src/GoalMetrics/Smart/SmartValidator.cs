using System.Collections.Immutable;
using GoalMetrics.Smart;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Tells how SMART a goal is, by a plain list of rules. Immutable and free to share between threads, as its rules must be.
/// </summary>
/// <remarks>
/// A goal is judged as of the moment that is passed in; to judge it as it was set, pass the moment it was set. An exception
/// that a rule throws goes through. With the built-in rules alone, a validation that finds nothing allocates
/// nothing, or one small object where another is under way at the same time.
/// </remarks>
public sealed class SmartValidator
{
    private readonly ImmutableArray<ISmartRule> _rules;

    // The same rules where all are the library's own, which are done at once and keep no context; else null.
    private readonly SmartRule[]? _builtIn;

    // A context between two validations, so that one that finds nothing allocates nothing. Whoever comes meanwhile makes another.
    private SmartContext? _spare;

    private SmartValidator(ImmutableArray<ISmartRule> rules)
    {
        foreach (var rule in rules)
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            if (!Enum.IsDefined(rule.Criterion))
            {
                throw new ArgumentException($"{rule.GetType().Name} is for the criterion {rule.Criterion}. Expected one of the five, Specific to TimeBound.", nameof(rules));
            }
        }

        _rules = rules;
        _builtIn = rules.All(IsBuiltIn) ? [.. rules.Cast<SmartRule>()] : null;
    }

    /// <summary>The built-in rules.</summary>
    public static SmartValidator Default { get; } = Of(
        new StatementRule(),
        new OwnerRule(),
        new FigureRule(),
        new MeasureRule(),
        new TargetRule(),
        new BaselineRule(),
        new BaselineLengthRule(),
        new ReadingRule(),
        new EvidenceRule(),
        new LimitRule(),
        new StepRule(),
        new TimeLeftRule(),
        new LoadRule(),
        new ServesRule(),
        new KnownBusinessGoalRule(),
        new TellingMeasureRule(),
        new PeriodRule(),
        new EndedRule(),
        new LengthRule(),
        new MilestoneRule());

    /// <summary>The rules, in the order they run.</summary>
    public IReadOnlyList<ISmartRule> Rules => _rules;

    /// <summary>A validator with these rules only. A criterion without a rule is met.</summary>
    /// <exception cref="ArgumentException">A rule is null, or for none of the five criteria.</exception>
    public static SmartValidator Of(params ISmartRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new([.. rules]);
    }

    /// <summary>The same validator with these rules too, which run last.</summary>
    /// <exception cref="ArgumentException">A rule is null, or for none of the five criteria.</exception>
    public SmartValidator With(params ISmartRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new([.. _rules, .. rules]);
    }

    /// <summary>The same validator without the rules of a type; unchanged where it has none.</summary>
    public SmartValidator Without<TRule>()
        where TRule : ISmartRule => new(_rules.RemoveAll(rule => rule is TRule));

    /// <summary>Judges a goal alone.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="asOf">The moment to judge at.</param>
    public SmartReport Validate(SmartGoal goal, Instant asOf) => Validate(goal, null, null, asOf);

    /// <summary>Judges a goal within its strategy.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="strategy">The strategy; null to judge the goal alone.</param>
    /// <param name="asOf">The moment to judge at.</param>
    public SmartReport Validate(SmartGoal goal, Strategy? strategy, Instant asOf) => Validate(goal, strategy, null, asOf);

    /// <summary>Judges a goal within its strategy, with the data in memory. Waits for rules of your own that are not done at once.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="strategy">The strategy; null to judge the goal alone.</param>
    /// <param name="source">The data; null to judge without.</param>
    /// <param name="asOf">The moment to judge at.</param>
    public SmartReport Validate(SmartGoal goal, Strategy? strategy, InMemorySource? source, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return _builtIn is null ? ValidateAsync(goal, strategy, source, asOf).Result() : Run(_builtIn, goal, strategy, source, asOf);
    }

    /// <summary>Judges a goal within its strategy, with the data of any source.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="strategy">The strategy; null to judge the goal alone.</param>
    /// <param name="source">The data; null to judge without.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ValueTask<SmartReport> ValidateAsync(
        SmartGoal goal, Strategy? strategy, IMetricSource? source, Instant asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return _builtIn is null ? RunAsync(new(goal, strategy, source, asOf), cancellationToken)
            : cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<SmartReport>(cancellationToken)
            : new(Run(_builtIn, goal, strategy, source, asOf));
    }

    private async ValueTask<SmartReport> RunAsync(SmartContext context, CancellationToken cancellationToken)
    {
        foreach (var rule in _rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await context.RunAsync(rule, cancellationToken).ConfigureAwait(false);
        }

        return context.ToReport();
    }

    private SmartReport Run(SmartRule[] rules, SmartGoal goal, Strategy? strategy, IMetricSource? source, Instant asOf)
    {
        var context = Interlocked.Exchange(ref _spare, null)?.For(goal, strategy, source, asOf) ?? new(goal, strategy, source, asOf);
        foreach (var rule in rules)
        {
            context.Run(rule);
        }

        var report = context.ToReport();
        Volatile.Write(ref _spare, context.Emptied());
        return report;
    }

    // A rule from outside may keep its context and report too late, which must not end up in another goal's report.
    private static bool IsBuiltIn(ISmartRule rule) => rule is SmartRule && rule.GetType().Assembly == typeof(SmartRule).Assembly;
}
