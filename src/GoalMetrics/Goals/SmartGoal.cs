using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>
/// A SMART goal: one concrete result, meant to be Specific, Measurable, Achievable, Relevant and Time-bound. It states; a
/// <c>SmartValidator</c> says how SMART it is and a <c>GoalTracker</c> where it stands. Immutable.
/// </summary>
/// <remarks>
/// Everything but the id may be left out, so that a goal can be written down before it is ready: what is missing becomes a
/// finding. What contradicts itself is refused.
/// </remarks>
public sealed class SmartGoal
{
    /// <summary>A goal.</summary>
    /// <param name="id">A short kebab-case name, unique among the goals of a strategy.</param>
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
            Metrics = value is null ? [] : [.. value.Metrics];
        }
    }

    // What the measure reads, listed once: rules ask for it in every validation.
    internal ImmutableArray<Metric> Metrics { get; private init; } = [];

    /// <summary>What is wanted of the measure.</summary>
    /// <exception cref="ArgumentException">It contradicts the measure's unit or direction, or its baseline does not end before the period begins.</exception>
    public Target? Target
    {
        get;
        init
        {
            field = value;
            CheckTarget();
        }
    }

    /// <summary>The time the goal is for.</summary>
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

    /// <summary>Whose goal it is: a person or a department.</summary>
    public string? Owner { get; init; }

    /// <summary>The business goals it serves, each once: by object or by id.</summary>
    public IReadOnlyList<string> Serves { get; init => field = Listed.Copy(value).Distinct(StringComparer.Ordinal).ToImmutableArray(); } = [];

    /// <summary>
    /// The grain the measure is read in. A level is then judged by its latest closed period of this grain instead of the period
    /// to date, and a "stay" goal by every closed one; a month unless told for the latter.
    /// </summary>
    public Grain? ReadEvery
    {
        get;
        init => field = value is not { } grain || Enum.IsDefined(grain)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected one of the named grains.");
    }

    /// <summary>The way to the target over time; steady unless told.</summary>
    public IProgressPath Path
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = LinearPath.Instance;

    /// <summary>How much the goal counts in the progress of the business goals it serves; 1 unless told, above 0.</summary>
    public decimal Weight
    {
        get;
        init => field = value > 0m ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A goal's weight is above 0.");
    }
    = 1m;

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // Whichever of the three comes last brings the contradiction to light.
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
            throw new ArgumentException($"Goal '{Id}': the baseline period {earlier} does not end before the goal's period {period} begins. Expected an earlier period.");
        }
    }
}
