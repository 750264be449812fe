namespace GoalMetrics;

// The same value everywhere. It adds up over nothing: twice as long does not make a price twice as high.
internal sealed class ConstantMeasure : Measure
{
    private readonly Quantity _value;

    public ConstantMeasure(string id, Quantity value)
        : base(id)
    {
        _value = value.IsDefined ? value : throw new ArgumentException($"Constant '{id}': expected a value; found {value.ToString(null)}.", nameof(value));
        Unit = value.Unit;
        Additivity = Additivity.NonAdditive;
    }

    internal override object Computation => _value;

    // A price times what adds up does add up.
    internal override Measure? NotAdding => null;

    internal override Quantity Try(Func<Measure, Quantity> valueOf) => _value;

    internal override void Plan(MeasureScope scope, MetricPlan plan)
    {
    }

    internal override Quantity Evaluate(MeasureScope scope, MetricValues values) => _value;

    private protected override void CollectMetrics(List<Metric> metrics)
    {
    }
}
