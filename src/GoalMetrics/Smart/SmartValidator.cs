using System.Collections.Immutable;
using GoalMetrics.Smart;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Judges how SMART a goal is, by a plain list of rules. Immutable and safe to share between threads, as its rules must be.
/// </summary>
/// <remarks>
/// A goal is judged as of the moment that is passed in; to judge it as it was set, pass the moment it was set. The rules run one after
/// another, the built-in ones and your own alike. An exception that a rule throws reaches the caller.
/// </remarks>
public sealed class SmartValidator
{
    private readonly ImmutableArray<ISmartRule> _rules;

    // Of each rule, asked once: it does not change, and is needed whenever the rule has run.
    private readonly ImmutableArray<SmartCriterion> _criteria;

    private SmartValidator(ImmutableArray<ISmartRule> rules)
    {
        _rules = rules;
        _criteria = [.. rules.Select(rule => CriterionOf(rule, nameof(rules)))];
    }

    /// <summary>The built-in rules.</summary>
    public static SmartValidator Default { get; } = Of(
        new StatementRule(),
        new OwnerRule(),
        new FigureRule(),
        new DirectionRule(),
        new MeasureRule(),
        new TargetRule(),
        new BaselineRule(),
        new BaselineLengthRule(),
        new ReadingRule(),
        new EvidenceRule(),
        new GroundsRule(),
        new LimitRule(),
        new StepRule(),
        new PastRule(),
        new TimeLeftRule(),
        new LoadRule(),
        new ServesRule(),
        new KnownBusinessGoalRule(),
        new RelevantMeasureRule(),
        new PeriodRule(),
        new CalendarRule(),
        new OpenPeriodRule(),
        new PeriodLengthRule(),
        new PathRule(),
        new MilestoneRule());

    /// <summary>The rules, in the order they run.</summary>
    public IReadOnlyList<ISmartRule> Rules => _rules;

    /// <summary>A validator with these rules only. A criterion without a rule is <see cref="SmartVerdict.NotChecked"/>.</summary>
    /// <param name="rules">The rules, in the order they are to run.</param>
    /// <exception cref="ArgumentException">A rule is null, or its criterion is not one of the five.</exception>
    public static SmartValidator Of(params ISmartRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new([.. rules]);
    }

    /// <summary>A validator with the same rules and these, which run last.</summary>
    /// <param name="rules">The rules to add, in the order they are to run.</param>
    /// <exception cref="ArgumentException">A rule is null, or its criterion is not one of the five.</exception>
    public SmartValidator With(params ISmartRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new([.. _rules, .. rules]);
    }

    /// <summary>A validator with the same rules except those of a type. If there are none of that type, all of them.</summary>
    /// <typeparam name="TRule">The type of the rules to leave out.</typeparam>
    public SmartValidator Without<TRule>()
        where TRule : ISmartRule => new(_rules.RemoveAll(rule => rule is TRule));

    /// <summary>Judges a goal alone, without a strategy or data.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <exception cref="InvalidOperationException">A rule did not complete at once; call <see cref="ValidateAsync"/>.</exception>
    public SmartReport Validate(SmartGoal goal, Instant asOf) => Validate(goal, null, null, asOf);

    /// <summary>Judges a goal within its strategy, without data.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="strategy">The strategy; null to judge the goal alone.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <exception cref="InvalidOperationException">A rule did not complete at once; call <see cref="ValidateAsync"/>.</exception>
    public SmartReport Validate(SmartGoal goal, Strategy? strategy, Instant asOf) => Validate(goal, strategy, null, asOf);

    /// <summary>Judges a goal within its strategy, with data in memory.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="strategy">The strategy; null to judge the goal alone.</param>
    /// <param name="source">The data; null to judge without.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <param name="cancellationToken">Cancels the validation.</param>
    /// <remarks>A rule may be asynchronous if it asks this source only, which answers at once. No rule is waited for.</remarks>
    /// <exception cref="InvalidOperationException">A rule did not complete at once; call <see cref="ValidateAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SmartReport Validate(
        SmartGoal goal, Strategy? strategy, InMemorySource? source, Instant asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return RunAsync(new(goal, strategy, Evidence([goal], source, asOf), asOf), mayWait: false, cancellationToken).Result();
    }

    /// <summary>Judges a goal within its strategy, with the data of any source.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="strategy">The strategy; null to judge the goal alone.</param>
    /// <param name="source">The data; null to judge without.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <param name="cancellationToken">Cancels the validation.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ValueTask<SmartReport> ValidateAsync(
        SmartGoal goal, Strategy? strategy, IMetricSource? source, Instant asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return RunAsync(new(goal, strategy, Evidence([goal], source, asOf), asOf), mayWait: true, cancellationToken);
    }

    /// <summary>Judges all goals of a strategy, with data in memory.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="source">The data; null to judge without.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <param name="cancellationToken">Cancels the validation.</param>
    /// <returns>A report for each goal, in the strategy's order. A measure that fails is a finding of its goal; the others stand.</returns>
    /// <exception cref="InvalidOperationException">A rule did not complete at once; call <see cref="ValidateAllAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<SmartReport> ValidateAll(
        Strategy strategy, InMemorySource? source, Instant asOf, CancellationToken cancellationToken = default) =>
        RunAllAsync(strategy, source, asOf, mayWait: false, cancellationToken).Result();

    /// <summary>
    /// Judges all goals of a strategy, with the data of any source. The built-in rules ask it once for all goals together.
    /// </summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="source">The data; null to judge without.</param>
    /// <param name="asOf">The moment to judge at.</param>
    /// <param name="cancellationToken">Cancels the validation.</param>
    /// <returns>A report for each goal, in the strategy's order. A measure that fails is a finding of its goal; the others stand.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ValueTask<IReadOnlyList<SmartReport>> ValidateAllAsync(
        Strategy strategy, IMetricSource? source, Instant asOf, CancellationToken cancellationToken = default) =>
        RunAllAsync(strategy, source, asOf, mayWait: true, cancellationToken);

    private static SmartCriterion CriterionOf(ISmartRule rule, string parameter)
    {
        ArgumentNullException.ThrowIfNull(rule, parameter);
        var criterion = rule.Criterion;
        if (Enum.IsDefined(criterion))
        {
            return criterion;
        }

        throw new ArgumentException(
            $"{rule.GetType().Name} is for the criterion {criterion}. Expected one of the five, Specific to TimeBound.",
            parameter);
    }

    private static SharedEvidence? Evidence(IReadOnlyList<SmartGoal> goals, IMetricSource? source, Instant asOf) =>
        source is null ? null : new(goals, source, asOf);

    private async ValueTask<IReadOnlyList<SmartReport>> RunAllAsync(
        Strategy strategy, IMetricSource? source, Instant asOf, bool mayWait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var evidence = Evidence(strategy.Goals, source, asOf);
        var reports = new List<SmartReport>(strategy.Goals.Count);
        foreach (var goal in strategy.Goals)
        {
            reports.Add(await RunAsync(new(goal, strategy, evidence, asOf), mayWait, cancellationToken).ConfigureAwait(false));
        }

        return reports.AsReadOnly();
    }

    private ValueTask<SmartReport> RunAsync(SmartContext context, bool mayWait, CancellationToken cancellationToken)
    {
        if (!Telemetry.IsHeard)
        {
            return CheckAllAsync(context, mayWait, cancellationToken);
        }

        return Question.ObserveAsync(
            "validation",
            (Validator: this, Context: context, MayWait: mayWait),
            static (asked, token) => asked.Validator.CheckAllAsync(asked.Context, asked.MayWait, token),
            static (activity, asked) => activity.AddGoal(asked.Context.Goal),
            cancellationToken);
    }

    private async ValueTask<SmartReport> CheckAllAsync(SmartContext context, bool mayWait, CancellationToken cancellationToken)
    {
        try
        {
            for (var place = 0; place < _rules.Length; place++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var check = context.CheckAsync(_rules[place], cancellationToken);
                if (!mayWait && !check.IsCompleted)
                {
                    throw new InvalidOperationException(
                        $"{_rules[place].GetType().Name} did not complete at once, and Validate does not wait."
                        + " Call ValidateAsync and await it.");
                }

                await check.ConfigureAwait(false);
                context.Completed(_criteria[place]);
            }

            return context.ToReport();
        }
        finally
        {
            context.Close();
        }
    }
}
