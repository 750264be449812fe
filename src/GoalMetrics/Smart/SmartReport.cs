using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// How SMART a goal is: a verdict on each criterion, and the findings behind it. Made by a <see cref="SmartValidator"/>.
/// Immutable and free to share between threads. <c>default(SmartReport)</c> has no goal and is of no use.
/// </summary>
public readonly struct SmartReport
{
    // Default where nothing was found, so that a report of that is all on the stack.
    private readonly ImmutableArray<(SmartCriterion Criterion, Finding Finding)> _found;
    private readonly ImmutableArray<Finding> _findings;
    private readonly SmartGoal? _goal;

    internal SmartReport(SmartGoal goal, Instant asOf, IReadOnlyCollection<(SmartCriterion Criterion, Finding Finding)>? found)
    {
        _goal = goal;
        AsOf = asOf;
        if (found is not null)
        {
            _found = [.. found.OrderBy(each => each.Criterion).ThenByDescending(each => each.Finding.Severity)];
            _findings = [.. _found.Select(each => each.Finding)];
        }
    }

    /// <summary>The goal.</summary>
    /// <exception cref="InvalidOperationException">The report is <c>default(SmartReport)</c>.</exception>
    public SmartGoal Goal => _goal ?? throw new InvalidOperationException("There is no goal: this report was not made by a SmartValidator. Call Validate to get one.");

    /// <summary>The moment it was judged at.</summary>
    public Instant AsOf { get; }

    /// <summary>Everything that was found: by criterion, the gravest first, then in the order of the rules.</summary>
    public ImmutableArray<Finding> Findings => _findings.IsDefault ? [] : _findings;

    /// <summary>Whether no criterion is <see cref="SmartVerdict.NotMet"/>. Doubts do not stand in the way.</summary>
    public bool IsSmart => _findings.IsDefault || !_findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>The verdict on a criterion; <see cref="SmartVerdict.Met"/> where no rule found anything.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is none of the five.</exception>
    public SmartVerdict this[SmartCriterion criterion] => FindingsOn(criterion) is [var gravest, ..]
        ? gravest.Severity switch
        {
            FindingSeverity.Error => SmartVerdict.NotMet,
            FindingSeverity.Warning => SmartVerdict.Doubtful,
            _ => SmartVerdict.Met,
        }
        : SmartVerdict.Met;

    /// <summary>What was found on a criterion, the gravest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is none of the five.</exception>
    public ImmutableArray<Finding> FindingsOn(SmartCriterion criterion)
    {
        if (!Enum.IsDefined(criterion))
        {
            throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Expected one of the five criteria, Specific to TimeBound.");
        }

        return _found.IsDefault ? [] : On(criterion, _found);
    }

    /// <summary>
    /// The report as plain text: the goal, then a line for each criterion with its verdict and, beneath it, what was found and
    /// what to do. In the culture's language, or in English.
    /// </summary>
    public string ToText(CultureInfo? culture = null) => SmartReportText.Of(this, culture);

    /// <summary>The report as plain English text.</summary>
    public override string ToString() => ToText();

    // Apart, since a lambda allocates what it captures before it is known whether it is needed.
    private static ImmutableArray<Finding> On(SmartCriterion criterion, ImmutableArray<(SmartCriterion Criterion, Finding Finding)> found) =>
        [.. found.Where(each => each.Criterion == criterion).Select(each => each.Finding)];
}
