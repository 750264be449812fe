namespace GoalMetrics;

/// <summary>
/// What the data say about a goal at a moment, whether its period has begun or not: where it starts from, the value that this leads to, and
/// what speaks against measuring it. The same is found where the goal is tracked. Immutable.
/// </summary>
public sealed class GoalEvidence
{
    internal GoalEvidence(SmartGoal goal, Quantity baseline, Quantity target, IEnumerable<Finding> findings)
    {
        Goal = goal;
        Baseline = baseline;
        Target = target;
        Findings = [.. findings];
    }

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>
    /// The stated baseline, or the measured one; undefined if there is none, or if the data do not cover the whole of its period.
    /// </summary>
    public Quantity Baseline { get; }

    /// <summary>
    /// The value to reach from the baseline; the lower end of a band. Undefined where a step starts from no known baseline.
    /// </summary>
    public Quantity Target { get; }

    /// <summary>
    /// What was found in the baseline, the measure and the tables it reads. A measure that cannot be computed is a finding, too
    /// (<c>TRACK-FAILED</c>).
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// How far the measure has moved before, beside the step that the goal asks for. Null for what is to be kept, for goals that are not
    /// made of whole days or longer periods, where fewer than four steps are known, and where the target is not.
    /// </summary>
    public PastSteps? Past { get; internal init; }

    /// <summary>The goal's id, its baseline and its target.</summary>
    public override string ToString() => $"{Goal.Id}: {Baseline.ToString(null)} → {Target.ToString(null)}";
}
