using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// How SMART a goal is: a verdict on each criterion, and the findings behind it. Made by a <see cref="SmartValidator"/>.
/// Immutable and free to share between threads.
/// </summary>
public sealed class SmartReport
{
    private readonly ImmutableArray<(SmartCriterion Criterion, Finding Finding)> _found = [];

    internal SmartReport(SmartGoal goal, Instant asOf, IReadOnlyCollection<(SmartCriterion Criterion, Finding Finding)>? found)
    {
        Goal = goal;
        AsOf = asOf;
        if (found is not null)
        {
            _found = [.. found.OrderBy(each => each.Criterion).ThenByDescending(each => each.Finding.Severity)];
            Findings = [.. _found.Select(each => each.Finding)];
        }
    }

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>The moment it was judged at.</summary>
    public Instant AsOf { get; }

    /// <summary>Everything that was found: by criterion, the gravest first, then in the order of the rules.</summary>
    public ImmutableArray<Finding> Findings { get; } = [];

    /// <summary>Whether no criterion is <see cref="SmartVerdict.NotMet"/>. Doubts do not stand in the way.</summary>
    public bool IsSmart => !Findings.Any(finding => finding.Severity == FindingSeverity.Error);

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
    public ImmutableArray<Finding> FindingsOn(SmartCriterion criterion) => Enum.IsDefined(criterion)
        ? [.. _found.Where(each => each.Criterion == criterion).Select(each => each.Finding)]
        : throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Expected one of the five criteria, Specific to TimeBound.");

    /// <summary>
    /// The report as plain text: the goal, then a line for each criterion with its verdict and, beneath it, what was found and
    /// what to do. In the culture's language, or in English.
    /// </summary>
    public string ToText(CultureInfo? culture = null) => SmartReportText.Of(this, culture);

    /// <summary>The report as plain English text.</summary>
    public override string ToString() => ToText();
}
