using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A SMART goal: one concrete result, meant to be Specific, Measurable, Achievable, Relevant and Time-bound. It only states what is
/// wanted: a <c>SmartValidator</c> judges how SMART it is, and a <c>GoalTracker</c> where it stands. Immutable.
/// </summary>
/// <remarks>
/// Everything but the id may be left out, so that a goal can be written down before it is ready; what is missing becomes a
/// finding. A goal that contradicts itself is refused.
/// </remarks>
[JsonConverter(typeof(ResultConverter<SmartGoal>))]
public sealed partial class SmartGoal
{
    /// <summary>A goal.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores, unique among the goals of a strategy.</param>
    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public SmartGoal(string id) => Id = GoalMetrics.Id.Checked(id, nameof(id));

    /// <summary>The short name.</summary>
    public string Id { get; }

    /// <summary>The goal in one sentence: "Increase site visitors by 20 % during the next quarter".</summary>
    public string? Statement { get; init; }

    /// <summary>What is measured: a KPI, a performance indicator or a metric.</summary>
    /// <exception cref="ArgumentException">It contradicts the target.</exception>
    public Measure? Measure
    {
        get;
        init
        {
            field = value;
            CheckTarget();
        }
    }

    /// <summary>What the measure is to reach, or where it is to stay.</summary>
    /// <exception cref="ArgumentException">
    /// It contradicts the measure's unit or direction, or its baseline does not end before the period begins.
    /// </exception>
    public Target? Target
    {
        get;
        init
        {
            field = value;
            CheckTarget();
        }
    }

    /// <summary>The period in which the target is to be met.</summary>
    /// <exception cref="ArgumentException">The target's baseline does not end before it begins.</exception>
    public ReportingPeriod? Period
    {
        get;
        init
        {
            field = value;
            CheckTarget();
        }
    }

    /// <summary>Who is responsible for the goal: a person or a department.</summary>
    public string? Owner { get; init; }

    /// <summary>The ids of the business goals it serves, each once. They can be given as objects or as ids.</summary>
    /// <exception cref="ArgumentException">An id is null.</exception>
    public IReadOnlyList<string> Serves
    {
        get;
        init => field = Copies.Of(value).Distinct(StringComparer.Ordinal).ToImmutableArray();
    }
    = [];

    /// <summary>
    /// How often the measure is read. If stated, a level is judged by its latest closed period of this grain, instead of the goal's
    /// period to date. A goal to stay within limits is judged by every closed period of this grain, which defaults to a month.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the named grains.</exception>
    public Grain? ReadEvery { get; init => field = EnumValue.Checked(value, nameof(ReadEvery)); }

    // The same, with the default of a goal to stay within limits.
    internal Grain? ReadsEvery => ReadEvery ?? (Target is { IsStay: true } ? Grain.Month : null);

    /// <summary>The path to the target over time. Defaults to a steady one, <see cref="LinearPath.Instance"/>.</summary>
    /// <exception cref="ArgumentNullException">The path is null.</exception>
    public IProgressPath Path
    {
        get;
        init
        {
            field = value ?? throw new ArgumentNullException(
                nameof(value),
                $"The path of goal '{Id}' is null. Expected one; where none is stated it is the steady one, LinearPath.Instance.");
        }
    }
    = LinearPath.Instance;

    /// <summary>How much the goal counts in the progress of the business goals it serves; above 0. Defaults to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not above 0.</exception>
    public decimal Weight
    {
        get;
        init
        {
            if (value <= 0m)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A goal's weight is above 0.");
            }

            field = value;
        }
    }
    = 1m;

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // Measure, target and period are set in any order; with the last of them a contradiction is seen.
    private void CheckTarget()
    {
        if (Target is not { } target)
        {
            return;
        }

        if (Measure is { } measure)
        {
            TargetCheck.Unit(Id, measure, target);
            TargetCheck.Direction(Id, measure, target);
        }

        if (Period is { } period && target.Baseline?.Period is { } earlier && earlier.End > period.Start)
        {
            throw new ArgumentException(
                $"Goal '{Id}': the baseline period {earlier} does not end before the goal's period {period} begins."
                + " Expected an earlier period.");
        }
    }
}
