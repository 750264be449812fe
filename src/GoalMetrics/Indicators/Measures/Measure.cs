namespace GoalMetrics;

/// <summary>
/// Something that can be measured: an immutable object that says what to compute, not how. A <see cref="Metric"/> aggregates
/// facts, <c>Measure.Of</c> computes a formula over other measures, <see cref="Kpi"/> and <see cref="PerformanceIndicator"/>
/// give a measure a purpose.
/// </summary>
public abstract partial class Measure
{
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
        Additivity = other.Additivity;
    }

    /// <summary>A short name of letters, digits, hyphens and underscores, unique among the measures of a query or strategy.</summary>
    public string Id { get; }

    /// <summary>The name people call it by; the id where none was given.</summary>
    public LocalizedText Title { get; private protected init; }

    /// <summary>What it is measured in; null where a formula does not let it be known.</summary>
    public Unit? Unit { get; private protected init; }

    /// <summary>Which way is better.</summary>
    public Direction Direction { get; private protected init; }

    /// <summary>Whether its values add up over time. Goals on additive measures accumulate; others are levels (S6.3).</summary>
    public Additivity Additivity { get; private protected init; }

    /// <summary>The metrics it is computed from, each once.</summary>
    public IReadOnlyList<Metric> Metrics
    {
        get
        {
            var metrics = new List<Metric>();
            CollectMetrics(metrics);
            return metrics.Distinct().ToList();
        }
    }

    /// <summary>What it is computed from directly; empty for metrics and constants.</summary>
    public virtual IReadOnlyList<Measure> Inputs => [];

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // A grain the measure can be read in: dates have no hours.
    private protected static Grain Readable(Grain grain, Measure measure, string parameter)
    {
        if (!Enum.IsDefined(grain))
        {
            throw new ArgumentOutOfRangeException(parameter, grain, "Expected one of the named grains.");
        }

        return grain == Grain.Hour && measure.Metrics.FirstOrDefault(metric => metric.Table.Time == FactTime.Date) is { } daily
            ? throw new ArgumentException($"'{measure.Id}' cannot be read every hour: table '{daily.Table}' has dates, and no times of day. Read it every day, or load instants.", parameter)
            : grain;
    }

    private protected static Direction Named(Direction direction) => Enum.IsDefined(direction)
        ? direction
        : throw new ArgumentOutOfRangeException(nameof(direction), direction, "Expected one of the named directions.");

    // What is computed, whatever it is called and whom it serves: two measures with equal ones have the same values.
    internal virtual object Computation => this;

    // What a plan has to read for it in these windows, and how its values come from that. No window, no value.
    internal abstract MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part);

    // The balances that it reads in the very time it is asked for, and not through a window of its own.
    internal virtual IEnumerable<Metric> Balances => [];

    // The first measure it is computed from whose values do not add up over time; null where all do.
    internal virtual Measure? NotAdding => Additivity == Additivity.Additive ? null : this;

    // The value for given values of the measures at its bottom, each of which adds up where it does not itself say otherwise.
    internal virtual Quantity Try(Func<Measure, Quantity> valueOf) => valueOf(this);

    // The metric that it is by another name; null for whatever is computed.
    internal virtual Metric? AsMetric => null;

    // Whether the other is among what this is computed from.
    internal virtual bool Reads(Measure other) => Inputs.Any(input => ReferenceEquals(input, other) || input.Reads(other));

    private protected abstract void CollectMetrics(List<Metric> metrics);
}
