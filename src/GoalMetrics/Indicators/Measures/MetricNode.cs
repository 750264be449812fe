using GoalMetrics.Sources;

namespace GoalMetrics;

// A metric whose value is one aggregate, a weighted average, or is interpolated between two neighbouring sorted values.
internal sealed class MetricNode : TableNode
{
    private readonly PlannedAggregate[] _aggregates;

    // Null where each member of the currency's dimension has its own.
    private readonly Unit? _unit;

    public MetricNode(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
        : base(metric, windows, part)
    {
        _aggregates = new PlannedAggregate[metric.Aggregates.Count];
        for (var i = 0; i < _aggregates.Length; i++)
        {
            _aggregates[i] = Table.Plan(metric.Aggregates[i], Places, metric.Id);
        }

        _unit = metric.Unit ?? MixedMoney.UnitOf(metric, part);
        PlanCounts(part.Plan);
    }

    public override bool IsLookedUp => _aggregates.Length == 1;

    public override bool HasFacts(int window, Reading reading) =>
        Places[window] is >= 0 and var place && _aggregates[0].TryValue(place, reading, out _);

    public override Quantity Value(int window, Reading reading)
    {
        var place = Places[window];
        if ((_unit ?? MixedMoney.UnitAt(Metric, reading)) is not { } unit)
        {
            return MixedMoney.Undefined(Metric);
        }

        if (place < 0)
        {
            return Undefined(place, unit);
        }

        if (!_aggregates[0].TryValue(place, reading, out var found))
        {
            if (Table.Touches(place))
            {
                return Metric.Empty(unit);
            }

            return Metric.Missing(unit);
        }

        if (IsUnknown(place, reading))
        {
            return Metric.Missing(unit);
        }

        if (_aggregates.Length > 1 && found.IsDefined)
        {
            if (Metric.Weight is null)
            {
                return Interpolated(found, place, reading, unit);
            }

            return Weighted(found, place, reading, unit);
        }

        if (reading.IsRaised(Metric))
        {
            return Raised(found, unit);
        }

        return Metric.Of(found, unit);
    }

    private Quantity Interpolated(AggregateValue below, int place, Reading reading, Unit unit)
    {
        _aggregates[1].TryValue(place, reading, out var above);
        _aggregates[2].TryValue(place, reading, out var count);
        return Metric.Between(below, above, count, unit);
    }

    private Quantity Weighted(AggregateValue products, int place, Reading reading, Unit unit)
    {
        _aggregates[1].TryValue(place, reading, out var weights);
        _aggregates[2].TryValue(place, reading, out var count);
        _aggregates[3].TryValue(place, reading, out var negative);
        return Metric.Weighted(products, weights, count, negative, unit);
    }

    private Quantity Raised(AggregateValue found, Unit unit)
    {
        var value = Metric.Of(found, unit);
        if (found.Error > 0m)
        {
            return value + new Quantity(found.Error, unit);
        }

        return value;
    }
}
