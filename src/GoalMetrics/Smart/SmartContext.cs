using NodaTime;

namespace GoalMetrics;

/// <summary>
/// The goal and everything known about it, for an <see cref="ISmartRule"/> to check and report on. A <see cref="SmartValidator"/> creates
/// one for each validation and runs its rules one after another, so a context is used by one rule at a time.
/// </summary>
public sealed class SmartContext
{
    private readonly List<(SmartCriterion Criterion, Finding Finding)> _found = [];
    private readonly bool[] _isChecked = new bool[(int)SmartCriterion.TimeBound + 1];
    private readonly SharedEvidence? _evidence;
    private ISmartRule? _running;
    private bool _abstains;

    internal SmartContext(SmartGoal goal, Strategy? strategy, SharedEvidence? evidence, Instant asOf)
    {
        Goal = goal;
        Strategy = strategy;
        _evidence = evidence;
        AsOf = asOf;
    }

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>The strategy that the goal is part of; null if the goal is judged alone.</summary>
    public Strategy? Strategy { get; }

    /// <summary>
    /// The data, of which all rules see the same facts; null if the goal is judged without. A rule that needs data and has no source
    /// abstains.
    /// </summary>
    public IMetricSource? Source => _evidence?.Source;

    /// <summary>The moment the goal is judged at.</summary>
    public Instant AsOf { get; }

    /// <summary>
    /// What the data say about the goal. The first rule to ask has it read for all goals that are validated together, in one call to the
    /// source.
    /// </summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// Null without a source, and for a goal that no data can show progress of: one without a measure, a target or a period, one of
    /// milestones, and one whose periods are of another calendar than the source.
    /// </returns>
    public ValueTask<GoalEvidence?> EvidenceAsync(CancellationToken cancellationToken = default) =>
        _evidence is null ? default : _evidence.OfAsync(Goal, cancellationToken);

    /// <summary>Records a finding for the criterion of the rule that is running.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="part">Where in the goal: <c>owner</c> gives the path <c>goals/more-visitors/owner</c>.</param>
    /// <param name="arguments">The values for the texts of the kind, such as <c>[new("owner", owner)]</c>; none if left out.</param>
    /// <exception cref="ArgumentException">The part is blank, or an argument is null.</exception>
    /// <exception cref="InvalidOperationException">No rule is running: the call came after the rule's task had completed.</exception>
    public void Report(FindingKind kind, string part, IEnumerable<FindingArgument>? arguments = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        Running($"{kind} was reported");
        Report(kind.At($"goals/{Goal.Id}/{part}", arguments));
    }

    /// <summary>Records a finding made elsewhere, such as in the evidence, for the criterion of the rule that is running.</summary>
    /// <param name="finding">The finding.</param>
    /// <exception cref="InvalidOperationException">No rule is running: the call came after the rule's task had completed.</exception>
    public void Report(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var rule = Running($"{finding.Code} was reported");
        _found.Add((rule.Criterion, finding));
    }

    /// <summary>
    /// States that the running rule cannot check this goal, as something it needs is missing: a strategy, data, a part of the goal. The
    /// rule then does not count as having checked its criterion. Findings it has already reported stay.
    /// </summary>
    /// <exception cref="InvalidOperationException">No rule is running: the call came after the rule's task had completed.</exception>
    public void Abstain()
    {
        Running("A rule abstained");
        _abstains = true;
    }

    internal ValueTask CheckAsync(ISmartRule rule, CancellationToken cancellationToken)
    {
        _running = rule;
        _abstains = false;
        return rule.CheckAsync(this, cancellationToken);
    }

    internal void Completed(SmartCriterion criterion) => _isChecked[(int)criterion] |= !_abstains;

    // Nothing can be reported any more.
    internal void Close() => _running = null;

    internal SmartReport ToReport() => new(Goal, AsOf, _found, _isChecked);

    private ISmartRule Running(string what) => _running ?? throw new InvalidOperationException(
        $"{what} for goal '{Goal.Id}' after the validation had ended. Report before the task of CheckAsync completes.");
}
