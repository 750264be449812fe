namespace GoalMetrics;

/// <summary>
/// A performance indicator (PI): a specific, operational measure, read hourly, daily or weekly, that drives a KPI. Immutable.
/// </summary>
public sealed class PerformanceIndicator : Measure
{
    private readonly Measure _measure;

    private PerformanceIndicator(Measure measure, Grain every)
        : base(measure)
    {
        _measure = measure;
        ReadEvery = every;
    }

    /// <summary>How often it is read.</summary>
    public Grain ReadEvery { get; }

    internal override IReadOnlyList<Measure> Inputs => _measure.Inputs;

    internal override object Computation => _measure.Computation;

    internal override IEnumerable<Metric> Balances => _measure.Balances;

    internal override Measure? NotAdding => Additivity == Additivity.Additive ? null : _measure.NotAdding;

    internal override Quantity Try(Func<Measure, Quantity> valueOf) => _measure.Try(valueOf);

    internal override Metric? AsMetric => _measure.AsMetric;

    // Two indicators that read the same measure equally often are the same.
    internal (Measure Measure, Grain Grain) Definition => (_measure, ReadEvery);

    /// <summary>A measure read every period of a grain.</summary>
    /// <exception cref="ArgumentException">The grain is the hour, and a table the measure is computed from has only dates.</exception>
    public static PerformanceIndicator Every(Grain grain, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new(measure, Readable(grain, measure, nameof(grain)));
    }

    /// <summary>A measure read every day.</summary>
    public static PerformanceIndicator Daily(Measure measure) => Every(Grain.Day, measure);

    /// <summary>A measure read every week.</summary>
    public static PerformanceIndicator Weekly(Measure measure) => Every(Grain.Week, measure);

    internal override void Plan(MeasureScope scope, MetricPlan plan) => _measure.Plan(scope, plan);

    internal override Quantity Evaluate(MeasureScope scope, MetricValues values) => _measure.Evaluate(scope, values);

    internal override IReadOnlyList<(Measure Input, Quantity Value)> Evidence(MeasureScope scope, MetricValues values) =>
        _measure.Evidence(scope, values);

    internal override bool Reads(Measure other) => ReferenceEquals(_measure, other) || _measure.Reads(other);

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(_measure.Metrics);
}
