using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A measure with the same value everywhere. It never adds up: a price is no higher over two months than over one. Created with
/// <see cref="Measure.Constant"/>. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<ConstantMeasure>))]
public sealed class ConstantMeasure : Measure
{
    internal ConstantMeasure(string id, Quantity value)
        : base(id)
    {
        if (!value.IsDefined)
        {
            throw new ArgumentException($"Constant '{id}': expected a value; found {value.ToString(null)}.", nameof(value));
        }

        Value = value;
        Unit = value.Unit;
        Additivity = Additivity.NonAdditive;
    }

    /// <summary>The value.</summary>
    public Quantity Value { get; }

    internal override object Computation => Value;

    // A price times a measure that adds up does add up.
    internal override Measure? NotAdding => null;

    internal override bool StaysReached(ReportingPeriod period) => true;

    internal override Instant? ReadUntil(ReadingWindow window) => null;

    internal override Quantity Try(Func<Measure, Quantity> valueOf) => Value;

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part) => new Node(Value);

    private protected override void CollectMetrics(List<Metric> metrics)
    {
    }

    private sealed class Node(Quantity value) : MeasureNode
    {
        public override bool IsTimeless => true;

        public override WindowCoverage Coverage(int window) => WindowCoverage.Full;

        public override void AddLacking(int window, LackingData lacking)
        {
        }

        public override IReadOnlyList<Interval>? Times(int window) => null;

        public override Quantity Value(int window, Reading reading) => value;

        public override bool HasFacts(int window, Reading reading) => false;
    }
}
