using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>What a goal wants of its measure (S6.1). Immutable; made by the methods here, which refuse what contradicts itself.</summary>
public sealed class Target
{
    private readonly Quantity? _value;
    private readonly Quantity? _upper;
    private readonly Quantity? _step;

    private Target(TargetKind kind) => Kind = kind;

    /// <summary>The kind.</summary>
    public TargetKind Kind { get; }

    /// <summary>The value to reach or stay at; of a band, the lower end. Null for steps and milestones.</summary>
    public Quantity? Value { get => _value; private init => _value = value; }

    /// <summary>The upper end of a band; null for other kinds.</summary>
    public Quantity? Upper { get => _upper; private init => _upper = value; }

    /// <summary>The step to make: a share of the baseline, or an amount in the measure's unit (percentage points for ratios). Null for other kinds.</summary>
    public Quantity? Step { get => _step; private init => _step = value; }

    /// <summary>Where it starts from; null where nothing was said.</summary>
    public Baseline? Baseline { get; private init; }

    /// <summary>The milestones; empty for other kinds.</summary>
    public ImmutableArray<Milestone> Milestones { get; private init; } = [];

    // The same for rules, which run often: without a copy, and undefined where there is none.
    internal ref readonly Quantity ValueOrNone => ref Nullable.GetValueRefOrDefaultRef(in _value);

    internal ref readonly Quantity UpperOrNone => ref Nullable.GetValueRefOrDefaultRef(in _upper);

    internal ref readonly Quantity StepOrNone => ref Nullable.GetValueRefOrDefaultRef(in _step);

    /// <summary>Whether the value is to be kept rather than reached.</summary>
    public bool IsStay => Kind is TargetKind.StayAtLeast or TargetKind.StayAtMost or TargetKind.StayWithin;

    /// <summary>Reach a value. Progress of a level is told from a baseline: state one with another <c>Reach</c>.</summary>
    public static Target Reach(Quantity value) => new(TargetKind.Reach) { Value = Defined(value, nameof(value)) };

    /// <summary>Reach a value from a stated one.</summary>
    /// <exception cref="ArgumentException">Both are the same.</exception>
    /// <exception cref="UnitMismatchException">Both are in unlike units.</exception>
    public static Target Reach(Quantity value, Quantity from)
    {
        Defined(value, nameof(value));
        return value.CompareTo(Defined(from, nameof(from))) != 0
            ? new(TargetKind.Reach) { Value = value, Baseline = Baseline.At(from) }
            : throw new ArgumentException($"The target equals the baseline: both are {value.ToString(null)}. A goal that only keeps a value is StayAtLeast or StayAtMost.", nameof(value));
    }

    /// <summary>Reach a value from what was measured over an earlier period.</summary>
    public static Target Reach(Quantity value, ReportingPeriod over) =>
        new(TargetKind.Reach) { Value = Defined(value, nameof(value)), Baseline = Measured(over, nameof(over)) };

    /// <summary>Rise over what was measured in an earlier period.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit (<c>2.PercentagePoints()</c> for a ratio); above 0.</param>
    /// <param name="over">The earlier period.</param>
    /// <exception cref="ArgumentException">The step is not above 0.</exception>
    public static Target IncreaseBy(Quantity step, ReportingPeriod over) => Change(TargetKind.IncreaseBy, step, Measured(over, nameof(over)));

    /// <summary>Rise from a stated quantity.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit; above 0.</param>
    /// <param name="from">The quantity it starts from.</param>
    /// <exception cref="ArgumentException">The step is not above 0, or leads nowhere from this baseline.</exception>
    public static Target IncreaseBy(Quantity step, Quantity from) => Change(TargetKind.IncreaseBy, step, Baseline.At(Defined(from, nameof(from))));

    /// <summary>Fall below what was measured in an earlier period.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit; above 0.</param>
    /// <param name="under">The earlier period.</param>
    /// <exception cref="ArgumentException">The step is not above 0, or a share above 100 %.</exception>
    public static Target DecreaseBy(Quantity step, ReportingPeriod under) => Change(TargetKind.DecreaseBy, step, Measured(under, nameof(under)));

    /// <summary>Fall from a stated quantity.</summary>
    /// <param name="step">A share (<c>20.Percent()</c>), or an amount in the measure's unit; above 0.</param>
    /// <param name="from">The quantity it starts from.</param>
    /// <exception cref="ArgumentException">The step is not above 0, a share above 100 %, or leads nowhere from this baseline.</exception>
    public static Target DecreaseBy(Quantity step, Quantity from) => Change(TargetKind.DecreaseBy, step, Baseline.At(Defined(from, nameof(from))));

    /// <summary>Never fall below a value, in any period the goal is read in.</summary>
    public static Target StayAtLeast(Quantity value) => new(TargetKind.StayAtLeast) { Value = Defined(value, nameof(value)) };

    /// <summary>Never rise above a value, in any period the goal is read in.</summary>
    public static Target StayAtMost(Quantity value) => new(TargetKind.StayAtMost) { Value = Defined(value, nameof(value)) };

    /// <summary>Never leave the band between two values, which belong to it.</summary>
    /// <exception cref="ArgumentException">The upper end is not above the lower.</exception>
    /// <exception cref="UnitMismatchException">The two are in unlike units.</exception>
    public static Target StayWithin(Quantity lower, Quantity upper) => Defined(lower, nameof(lower)) < Defined(upper, nameof(upper))
        ? new(TargetKind.StayWithin) { Value = lower, Upper = upper }
        : throw new ArgumentException($"A band ends above its start; found {lower.ToString(null)} to {upper.ToString(null)}.", nameof(upper));

    /// <summary>Complete milestones.</summary>
    /// <exception cref="ArgumentException">There are none, or two have the same name.</exception>
    public static Target Complete(params Milestone[] milestones)
    {
        var all = Listed.Copy(milestones, nameof(milestones));
        if (all.Count == 0)
        {
            throw new ArgumentException("Expected at least one milestone; found none.", nameof(milestones));
        }

        return all.GroupBy(milestone => milestone.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new ArgumentException($"Two milestones are named {Shown.Quote(twice.Key)}. Expected a different name for each.", nameof(milestones))
            : new(TargetKind.Complete) { Milestones = [.. all] };
    }

    /// <summary>The value to reach from a baseline: <c>baseline · (1 + 20 %)</c>, or <c>baseline + step</c>. Undefined where the baseline is and matters.</summary>
    /// <exception cref="UnitMismatchException">The baseline is in another unit.</exception>
    public Quantity ValueFrom(Quantity baseline)
    {
        if (Step is not { } step)
        {
            return Value ?? Quantity.Undefined(UndefinedReason.InsufficientData, "target");
        }

        var way = step.Unit!.Kind == UnitKind.Ratio ? Size(baseline) * step : step;
        return Kind == TargetKind.IncreaseBy ? baseline + way : baseline - way;
    }

    /// <summary>The target in a few words: <c>IncreaseBy 20 % over 2011-Q3</c>.</summary>
    public override string ToString()
    {
        var what = Step ?? Value;
        var upper = Upper is { } end ? $" … {end.ToString(null)}" : "";
        var from = Baseline is { } baseline ? $" {(baseline.Stated is null ? "over" : "from")} {baseline}" : "";
        return Kind == TargetKind.Complete ? $"Complete {Shown.List(Milestones.Select(milestone => milestone.Name))}" : $"{Kind} {what?.ToString(null)}{upper}{from}";
    }

    private static Target Change(TargetKind kind, Quantity step, Baseline baseline)
    {
        if (Defined(step, nameof(step)).Amount <= 0m)
        {
            var other = kind == TargetKind.IncreaseBy ? nameof(DecreaseBy) : nameof(IncreaseBy);
            throw new ArgumentOutOfRangeException(nameof(step), step.ToString(null), $"{kind} expects a step above 0. For the other way use {other}.");
        }

        if (kind == TargetKind.DecreaseBy && step.Unit!.Kind == UnitKind.Ratio && step.Amount > 1m)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step.ToString(null), "Nothing can fall by more than 100 % of itself.");
        }

        var target = new Target(kind) { Step = step, Baseline = baseline };
        return baseline.Stated is { } stated && target.ValueFrom(stated).CompareTo(stated) == 0
            ? throw new ArgumentException($"The target equals the baseline: {step.ToString(null)} of {stated.ToString(null)} is no change. State the step as an amount, or use Reach.", nameof(step))
            : target;
    }

    // A share of a negative baseline still leads the way that was meant.
    private static Quantity Size(Quantity baseline) => baseline.IsDefined && baseline.IsNegative ? -baseline : baseline;

    private static Baseline Measured(ReportingPeriod period, string name)
    {
        ArgumentNullException.ThrowIfNull(period, name);
        return Baseline.Over(period);
    }

    private static Quantity Defined(Quantity quantity, string name) => quantity.IsDefined
        ? quantity
        : throw new ArgumentException($"Expected a quantity with a value; found {quantity.ToString(null)}.", name);
}
