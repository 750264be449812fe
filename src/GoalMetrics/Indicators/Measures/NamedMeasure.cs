using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A measure under its own name and with a purpose: a <see cref="Kpi"/> or a <see cref="PerformanceIndicator"/>. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<NamedMeasure>))]
public abstract class NamedMeasure : Measure
{
    private protected NamedMeasure(string id, Measure measure)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Measure = measure;
        Unit = measure.Unit;
        Direction = measure.Direction;
    }

    private protected NamedMeasure(NamedMeasure other)
        : base(other) => Measure = other.Measure;

    /// <summary>The measure that is computed.</summary>
    public Measure Measure { get; }

    /// <summary>The measures it is computed from directly.</summary>
    public override IReadOnlyList<Measure> Inputs => Measure.Inputs;

    internal override object Computation => Measure.Computation;

    internal override IEnumerable<Metric> Balances => Measure.Balances;

    internal override Measure? NotAdding
    {
        get
        {
            if (Additivity == Additivity.Additive)
            {
                return null;
            }

            return Measure.NotAdding;
        }
    }

    internal override TimeEffect MoreTime => Measure.MoreTime;

    internal override bool StaysReached(ReportingPeriod period) => Measure.StaysReached(period);

    internal override bool GrowsWithTime => Measure.GrowsWithTime;

    internal override bool LooksBack => Measure.LooksBack;

    internal override bool ReadsOtherWindows => Measure.ReadsOtherWindows;

    internal override IEnumerable<Metric> RunningTotals => Measure.RunningTotals;

    internal override Metric? AsMetric => Measure.AsMetric;

    internal override Quantity Try(Func<Measure, Quantity> valueOf) => Measure.Try(valueOf);

    internal override bool Reads(Measure other) => Measure.IsSameAs(other) || Measure.Reads(other);

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part) => Measure.Compile(windows, part);

    private protected override Additivity DerivedAdditivity => Measure.Additivity;

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(Measure.Metrics);
}
