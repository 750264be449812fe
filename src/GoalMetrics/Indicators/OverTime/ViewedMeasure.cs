namespace GoalMetrics;

// A measure read through a view of time.
internal sealed class ViewedMeasure : Measure
{
    private readonly Measure _measure;
    private readonly TimeView _view;

    public ViewedMeasure(Measure measure, TimeView view, string? id)
        : base(id ?? GoalMetrics.Id.Joined(measure.Id, view.Suffix))
    {
        _measure = measure;
        _view = view;
        Title = Words.Joined(measure.Title, view.Title);
        Unit = measure.Unit;
        Direction = measure.Direction;
        Additivity = view.KeepsAdditivity || measure.Additivity == Additivity.NonAdditive ? measure.Additivity : Additivity.SemiAdditive;
    }

    internal override IReadOnlyList<Measure> Inputs => [_measure];

    internal override object Computation => (_view, _measure.Computation);

    internal override IEnumerable<Metric> Balances => _view.KeepsAdditivity ? _measure.Balances : [];

    internal override void Plan(MeasureScope scope, MetricPlan plan)
    {
        if (Seen(scope) is { } seen)
        {
            _measure.Plan(seen, plan);
        }
    }

    internal override Quantity Evaluate(MeasureScope scope, MetricValues values) => Seen(scope) is { } seen
        ? _measure.Evaluate(seen, values)
        : Quantity.Undefined(UndefinedReason.NoData, _measure.Id, Unit);

    // A difference of sums a year earlier is the difference of the sums a year earlier.
    internal override Measure? NotAdding => Additivity == Additivity.Additive ? null : _view.KeepsAdditivity ? _measure.NotAdding : this;

    internal override Quantity Try(Func<Measure, Quantity> valueOf) => Additivity == Additivity.Additive || !_view.KeepsAdditivity
        ? valueOf(this)
        : _measure.Try(input => valueOf(new ViewedMeasure(input, _view, null)));

    // A rolling rate was computed from rolling counts.
    internal override IReadOnlyList<(Measure Input, Quantity Value)> Evidence(MeasureScope scope, MetricValues values) =>
        Seen(scope) is { } seen ? _measure.Evidence(seen, values) : [];

    private MeasureScope? Seen(MeasureScope scope) => scope.Once(this, static (measure, scope) => measure._view.Of(scope));

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(_measure.Metrics);
}
