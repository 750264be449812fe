using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// What a goal wants of its measure: a value to reach, a step to make, limits to stay within, or milestones to complete. Immutable; made
/// by the methods here, which refuse a target that contradicts itself.
/// </summary>
[JsonConverter(typeof(ResultConverter<Target>))]
public sealed partial class Target
{
    private Target(TargetKind kind) => Kind = kind;

    /// <summary>The kind.</summary>
    public TargetKind Kind { get; }

    /// <summary>The value to reach or to stay at; for a band, its lower end. Null for steps and milestones.</summary>
    public Quantity? Value { get; private init; }

    /// <summary>The upper end of a band; null for other kinds.</summary>
    public Quantity? Upper { get; private init; }

    /// <summary>
    /// The step to make: a share of the baseline, or an amount in the measure's unit (percentage points for ratios). Null for other kinds.
    /// </summary>
    public Quantity? Step { get; private init; }

    /// <summary>Where the goal starts from; null if not stated.</summary>
    public Baseline? Baseline { get; private init; }

    /// <summary>The milestones; empty for other kinds.</summary>
    public IReadOnlyList<Milestone> Milestones { get; private init; } = [];

    /// <summary>Whether the value is to be kept rather than reached.</summary>
    public bool IsStay => Kind is TargetKind.StayAtLeast or TargetKind.StayAtMost or TargetKind.StayWithin;

    // The value that is not to be fallen below; null if there is none.
    internal Quantity? Least
    {
        get
        {
            if (Kind is TargetKind.StayAtLeast or TargetKind.StayWithin)
            {
                return Value;
            }

            return null;
        }
    }

    // The value that is not to be exceeded; null if there is none.
    internal Quantity? Most => Kind switch
    {
        TargetKind.StayAtMost => Value,
        TargetKind.StayWithin => Upper,
        _ => null,
    };

    /// <summary>Reach a value. The progress of a level is measured from a baseline, which the other overloads take.</summary>
    /// <param name="value">The value to reach, in the measure's unit.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    public static Target Reach(Quantity value) => new(TargetKind.Reach) { Value = Defined(value, nameof(value)) };

    /// <summary>Reach a value, starting from a stated one.</summary>
    /// <param name="value">The value to reach, in the measure's unit.</param>
    /// <param name="from">The value it starts from, in the same unit.</param>
    /// <exception cref="ArgumentException">One of them is undefined, or both are the same.</exception>
    /// <exception cref="UnitMismatchException">They are in different units.</exception>
    public static Target Reach(Quantity value, Quantity from)
    {
        Defined(value, nameof(value));
        if (value.CompareTo(Defined(from, nameof(from))) != 0)
        {
            return new(TargetKind.Reach) { Value = value, Baseline = Baseline.At(from) };
        }

        throw new ArgumentException(
            $"The target equals the baseline: both are {value.ToString(null)}."
            + " A goal that only keeps a value is StayAtLeast or StayAtMost.",
            nameof(value));
    }

    /// <summary>Reach a value, starting from what was measured over an earlier period.</summary>
    /// <param name="value">The value to reach, in the measure's unit.</param>
    /// <param name="over">The earlier period.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    public static Target Reach(Quantity value, ReportingPeriod over) =>
        new(TargetKind.Reach) { Value = Defined(value, nameof(value)), Baseline = Measured(over, nameof(over)) };

    /// <summary>Rise above what was measured over an earlier period.</summary>
    /// <param name="step">
    /// A share (<c>20.Percent()</c>), or an amount in the measure's unit (<c>2.PercentagePoints()</c> for a ratio); above 0.
    /// </param>
    /// <param name="over">The earlier period.</param>
    /// <exception cref="ArgumentException">The step is not above 0.</exception>
    public static Target IncreaseBy(Quantity step, ReportingPeriod over) =>
        Change(TargetKind.IncreaseBy, step, Measured(over, nameof(over)));

    /// <summary>Rise from a stated quantity.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit; above 0.</param>
    /// <param name="from">The quantity it starts from.</param>
    /// <exception cref="ArgumentException">The step is not above 0, or changes nothing from this baseline.</exception>
    public static Target IncreaseBy(Quantity step, Quantity from) =>
        Change(TargetKind.IncreaseBy, step, Baseline.At(Defined(from, nameof(from))));

    /// <summary>Fall below what was measured over an earlier period.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit; above 0.</param>
    /// <param name="under">The earlier period.</param>
    /// <exception cref="ArgumentException">The step is not above 0, or is a share above 100 %.</exception>
    public static Target DecreaseBy(Quantity step, ReportingPeriod under) =>
        Change(TargetKind.DecreaseBy, step, Measured(under, nameof(under)));

    /// <summary>Fall from a stated quantity.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit; above 0.</param>
    /// <param name="from">The quantity it starts from.</param>
    /// <exception cref="ArgumentException">The step is not above 0, a share above 100 %, or changes nothing from this baseline.</exception>
    public static Target DecreaseBy(Quantity step, Quantity from) =>
        Change(TargetKind.DecreaseBy, step, Baseline.At(Defined(from, nameof(from))));

    /// <summary>Never fall below a value, in any period in which the goal is read.</summary>
    /// <param name="value">The least value, in the measure's unit.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    public static Target StayAtLeast(Quantity value) => new(TargetKind.StayAtLeast) { Value = Defined(value, nameof(value)) };

    /// <summary>Never rise above a value, in any period in which the goal is read.</summary>
    /// <param name="value">The greatest value, in the measure's unit.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    public static Target StayAtMost(Quantity value) => new(TargetKind.StayAtMost) { Value = Defined(value, nameof(value)) };

    /// <summary>Stay within the band between two values, both included, in every period in which the goal is read.</summary>
    /// <param name="lower">The least value, in the measure's unit.</param>
    /// <param name="upper">The greatest value, in the same unit.</param>
    /// <exception cref="ArgumentException">One of them is undefined, or the upper end is not above the lower.</exception>
    /// <exception cref="UnitMismatchException">They are in different units.</exception>
    public static Target StayWithin(Quantity lower, Quantity upper)
    {
        if (Defined(lower, nameof(lower)) < Defined(upper, nameof(upper)))
        {
            return new(TargetKind.StayWithin) { Value = lower, Upper = upper };
        }

        throw new ArgumentException(
            $"A band ends above its start; found {lower.ToString(null)} to {upper.ToString(null)}.", nameof(upper));
    }

    /// <summary>Complete milestones.</summary>
    /// <param name="milestones">One or more milestones with different names.</param>
    /// <exception cref="ArgumentException">There are none, or two have the same name.</exception>
    public static Target Complete(params Milestone[] milestones)
    {
        var all = Copies.Of(milestones, nameof(milestones));
        if (all.Count == 0)
        {
            throw new ArgumentException("Expected at least one milestone; found none.", nameof(milestones));
        }

        if (all.GroupBy(milestone => milestone.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Two milestones are named {Shown.Quote(twice.Key)}. Expected a different name for each.", nameof(milestones));
        }

        return new(TargetKind.Complete) { Milestones = all };
    }

    /// <summary>The value to reach from a baseline: <c>baseline · (1 + 20 %)</c>, or <c>baseline + step</c>.</summary>
    /// <param name="baseline">The baseline; it matters only if there is a step.</param>
    /// <returns>The value; undefined for milestones, and where there is a step and the baseline is undefined.</returns>
    /// <exception cref="UnitMismatchException">The baseline is in another unit.</exception>
    public Quantity ValueFrom(Quantity baseline)
    {
        if (Step is not { } step)
        {
            return Value ?? Quantity.Undefined(UndefinedReason.InsufficientData, "target");
        }

        // A share of a negative baseline still leads the way that was meant.
        var way = step.Unit!.Kind == UnitKind.Ratio ? baseline.Magnitude() * step : step;
        if (Kind == TargetKind.IncreaseBy)
        {
            return baseline + way;
        }

        return baseline - way;
    }

    // The same in the unit of time that the target is stated in, as hours are for seconds. What has no such unit is itself.
    internal Quantity InItsTime(Quantity value)
    {
        if ((Value ?? Step)?.Unit is not { } stated || value.Unit is not { } own || own.Equals(stated))
        {
            return value;
        }

        if (own.TimeFactorTo(stated) is null)
        {
            return value;
        }

        return value.In(stated);
    }

    /// <summary>The target in a few words: <c>IncreaseBy 20 % over 2011-Q3</c>.</summary>
    public override string ToString()
    {
        if (Kind == TargetKind.Complete)
        {
            return $"Complete {Shown.List(Milestones.Select(milestone => milestone.Name))}";
        }

        var text = $"{Kind} {(Step ?? Value)?.ToString(null)}";
        if (Upper is { } upper)
        {
            text += $" … {upper.ToString(null)}";
        }

        if (Baseline is { } baseline)
        {
            text += baseline.Stated is null ? $" over {baseline}" : $" from {baseline}";
        }

        return text;
    }

    private static Target Change(TargetKind kind, Quantity step, Baseline baseline)
    {
        if (Defined(step, nameof(step)).Amount <= 0m)
        {
            var other = kind == TargetKind.IncreaseBy ? nameof(DecreaseBy) : nameof(IncreaseBy);
            throw new ArgumentOutOfRangeException(
                nameof(step), step.ToString(null), $"{kind} expects a step above 0. For the other way use {other}.");
        }

        if (kind == TargetKind.DecreaseBy && step.Unit!.Kind == UnitKind.Ratio && step.Amount > 1m)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step.ToString(null), "Nothing can fall by more than 100 % of itself.");
        }

        var target = new Target(kind) { Step = step, Baseline = baseline };
        if (baseline.Stated is { } stated && target.ValueFrom(stated).CompareTo(stated) == 0)
        {
            throw new ArgumentException(
                $"The target equals the baseline: {step.ToString(null)} of {stated.ToString(null)} is no change."
                + " State the step as an amount, or use Reach.",
                nameof(step));
        }

        return target;
    }

    private static Baseline Measured(ReportingPeriod period, string name)
    {
        ArgumentNullException.ThrowIfNull(period, name);
        return Baseline.Over(period);
    }

    private static Quantity Defined(Quantity quantity, string name)
    {
        if (quantity.IsDefined)
        {
            return quantity;
        }

        throw new ArgumentException($"Expected a quantity with a value; found {quantity.ToString(null)}.", name);
    }
}
