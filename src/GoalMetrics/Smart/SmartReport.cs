using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// How SMART a goal is: a verdict on each criterion, and the findings behind it. Made by a <see cref="SmartValidator"/>.
/// Immutable and safe to share between threads.
/// </summary>
[JsonConverter(typeof(ResultConverter<SmartReport>))]
public sealed partial class SmartReport
{
    private readonly IReadOnlyList<(SmartCriterion Criterion, Finding Finding)> _found = [];
    private readonly IReadOnlyList<bool> _isChecked;

    internal SmartReport(
        SmartGoal goal, Instant asOf, IReadOnlyList<(SmartCriterion Criterion, Finding Finding)> found, IReadOnlyList<bool> isChecked)
    {
        Goal = goal;
        AsOf = asOf;
        _isChecked = isChecked;
        if (found.Count > 0)
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
    public IReadOnlyList<Finding> Findings { get; } = [];

    /// <summary>
    /// Whether each of the five criteria was checked and none is <see cref="SmartVerdict.NotMet"/>. A criterion that is
    /// <see cref="SmartVerdict.Doubtful"/> is not an obstacle.
    /// </summary>
    public bool IsSmart => Enum.GetValues<SmartCriterion>().All(criterion => this[criterion] is SmartVerdict.Met or SmartVerdict.Doubtful);

    /// <summary>The verdict on a criterion.</summary>
    /// <param name="criterion">One of the five criteria.</param>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is not one of the five.</exception>
    public SmartVerdict this[SmartCriterion criterion] => FindingsOn(criterion) switch
    {
        [{ Severity: FindingSeverity.Error }, ..] => SmartVerdict.NotMet,
        [{ Severity: FindingSeverity.Warning }, ..] => SmartVerdict.Doubtful,
        _ => _isChecked[(int)criterion] ? SmartVerdict.Met : SmartVerdict.NotChecked,
    };

    /// <summary>What was found on a criterion, the gravest first.</summary>
    /// <param name="criterion">One of the five criteria.</param>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is not one of the five.</exception>
    public IReadOnlyList<Finding> FindingsOn(SmartCriterion criterion)
    {
        EnumValue.Checked(criterion);
        return [.. _found.Where(each => each.Criterion == criterion).Select(each => each.Finding)];
    }

    /// <summary>
    /// The report as plain text: the goal, then a line for each criterion with its verdict and, beneath it, what was found and
    /// what to do.
    /// </summary>
    /// <param name="culture">The reader's culture; English if null, or if there are no texts in its language.</param>
    public string ToText(CultureInfo? culture = null) => SmartReportText.Of(this, culture);

    /// <summary>The report as plain English text.</summary>
    public override string ToString() => ToText();
}
