using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Something that can be measured: an immutable object that states what to compute, not how. A <see cref="Metric"/> aggregates
/// facts, <c>Measure.Of</c> applies a formula to other measures, and <see cref="Kpi"/> and <see cref="PerformanceIndicator"/>
/// give a measure a purpose.
/// </summary>
[JsonConverter(typeof(ResultConverter<Measure>))]
public abstract partial class Measure
{
    // Null where it follows from what the measure is made of.
    private readonly Additivity? _additivity;

    private protected Measure(string id)
    {
        Id = GoalMetrics.Id.Checked(id, nameof(id));
        Title = id;
    }

    private protected Measure(Measure other)
    {
        Id = other.Id;
        Title = other.Title;
        Unit = other.Unit;
        Direction = other.Direction;
        _additivity = other._additivity;
    }

    /// <summary>A short name of letters, digits, hyphens and underscores, unique among the measures of a query or strategy.</summary>
    public string Id { get; private protected init; }

    /// <summary>The name shown to people. Defaults to the id.</summary>
    public LocalizedText Title { get; private protected init; }

    /// <summary>The unit of its values; null where it cannot be derived from a formula.</summary>
    public Unit? Unit { get; private protected init; }

    /// <summary>Whether higher or lower values are better.</summary>
    public Direction Direction { get; private protected init; }

    /// <summary>
    /// Whether its values add up over time. Goals on additive measures accumulate; others are about a level. A formula is tried with
    /// made-up values: revenue − cost adds up, revenue / orders does not.
    /// </summary>
    public Additivity Additivity
    {
        get => _additivity ?? DerivedAdditivity;
        private protected init => _additivity = value;
    }

    /// <summary>The metrics it is computed from, each once.</summary>
    public IReadOnlyList<Metric> Metrics => field ??= CollectMetrics();

    /// <summary>The measures it is computed from directly; empty for metrics and constants.</summary>
    public virtual IReadOnlyList<Measure> Inputs => [];

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // What is computed, apart from name and purpose: measures with equal computations have the same values.
    internal virtual object Computation => this;

    // Plans what has to be read in these windows, and how values are computed from it. A null window has no value.
    internal abstract MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part);

    // The balances that are read in the period itself, rather than through a window of their own.
    internal virtual IEnumerable<Metric> Balances => [];

    // The first measure it is computed from whose values do not add up over time; null where all do.
    internal virtual Measure? NotAdding => Additivity == Additivity.Additive ? null : this;

    // The value for given values of the measures that it is built on.
    internal virtual Quantity Try(Func<Measure, Quantity> valueOf) => valueOf(this);

    // The metric that this is another name for; null where a formula or a window of time comes between.
    internal virtual Metric? AsMetric => null;

    // What time that is not known could do to its value.
    internal virtual TimeEffect MoreTime
    {
        get
        {
            if (Additivity == Additivity.Additive || LooksBack)
            {
                return TimeEffect.EitherWay;
            }

            return TimeEffect.None;
        }
    }

    // Whether, from the start of the period to its end, the value can only go the way that more time takes it.
    internal virtual bool StaysReached(ReportingPeriod period) => false;

    // Whether a longer time brings more of it, so that half a month cannot be held to what a whole one is.
    internal virtual bool GrowsWithTime =>
        Additivity == Additivity.Additive || (LooksBack && Inputs.Any(input => input.GrowsWithTime));

    // Whether it reads other time than the period asked for.
    internal virtual bool LooksBack => Inputs.Any(input => input.LooksBack);

    // How far into a window it reads; null where it reads other time alone.
    internal virtual Instant? ReadUntil(ReadingWindow window)
    {
        if (Inputs.Count == 0)
        {
            return window.Until;
        }

        return Inputs.Max(input => input.ReadUntil(window));
    }

    // Whether anything is read in windows other than those asked for, be it other time or parts of a period.
    internal virtual bool ReadsOtherWindows => Inputs.Any(input => input.ReadsOtherWindows);

    // The metrics that it adds up from the beginning of the data on.
    internal virtual IEnumerable<Metric> RunningTotals => Inputs.SelectMany(input => input.RunningTotals);

    // Whether the other is among what this is computed from.
    internal virtual bool Reads(Measure other) => Inputs.Any(input => input.IsSameAs(other) || input.Reads(other));

    // Measures that were made twice are one where all of this is the same.
    internal (string Id, Unit? Unit, object Computation, Direction Direction) Identity => (Id, Unit, Computation, Direction);

    // Whether the other is this measure, whichever direction and title either was given.
    internal bool IsSameAs(Measure other) => ReferenceEquals(this, other) || Identity.Equals(other.Identity with { Direction = Direction });

    // The metrics whose values are read: those of the measure, but for a balance that is read at the first part of a period.
    internal virtual IEnumerable<Metric> ReadMetrics
    {
        get
        {
            if (Inputs.Count == 0)
            {
                return Metrics;
            }

            return Inputs.SelectMany(input => input.ReadMetrics);
        }
    }

    private protected virtual Additivity DerivedAdditivity => Additivity.NonAdditive;

    private protected abstract void CollectMetrics(List<Metric> metrics);

    private IReadOnlyList<Metric> CollectMetrics()
    {
        var metrics = new List<Metric>();
        CollectMetrics(metrics);

        // Few, as almost all measures have, are told apart before a set of them would be made.
        var each = new List<Metric>(metrics.Count);
        foreach (var metric in metrics)
        {
            if (!each.Contains(metric))
            {
                each.Add(metric);
            }
        }

        return Copies.Guarded<Metric>([.. each]);
    }
}
