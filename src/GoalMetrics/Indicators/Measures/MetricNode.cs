using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A metric whose value is one aggregate, or is interpolated between two neighbouring sorted values.
internal sealed class MetricNode : MeasureNode
{
    private readonly Metric _metric;
    private readonly PlannedTable _table;
    private readonly int[] _places;
    private readonly PlannedAggregate[] _aggregates;
    private readonly WindowCoverage[] _coverage;

    public MetricNode(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        _metric = metric;
        Windows = windows;
        foreach (var window in windows)
        {
            if (window is not null)
            {
                WindowRules.Check(metric, window);
            }
        }

        _table = part.Table(metric.Table);
        _places = _table.PlacesOf(metric, windows);
        _aggregates = [.. metric.Aggregates.Select(aggregate => _table.Plan(aggregate, _places, metric.Id))];
        _coverage = new WindowCoverage[windows.Count];
        for (var i = 0; i < _coverage.Length; i++)
        {
            _coverage[i] = windows[i] is { } window ? window.CoverageOf(metric) : WindowCoverage.Full;
        }
    }

    public IReadOnlyList<ReadingWindow?> Windows { get; }

    public override bool IsLookedUp => _aggregates.Length == 1;

    public override WindowCoverage Coverage(int window) => _coverage[window];

    public override IReadOnlyList<Interval>? Times(int window) =>
        Windows[window] is { } asked ? _table.Description.CoveredParts(asked.WindowOf(_metric)) : null;

    public override Quantity Value(int window, Reading reading)
    {
        var place = _places[window];
        if (place < 0)
        {
            return Undefined(place);
        }

        if (!_aggregates[0].TryValue(place, reading, out var found))
        {
            return _table.Touches(place) ? _metric.Empty : _metric.Missing;
        }

        if (_aggregates.Length > 1 && found.IsDefined)
        {
            return Interpolated(found, place, reading);
        }

        return reading.IsRaised(_metric) ? Raised(found) : _metric.Of(found);
    }

    private Quantity Interpolated(AggregateValue below, int place, Reading reading)
    {
        _aggregates[1].TryValue(place, reading, out var above);
        _aggregates[2].TryValue(place, reading, out var count);
        return _metric.Between(below, above, count);
    }

    private Quantity Raised(AggregateValue found)
    {
        var value = _metric.Of(found);
        return found.Error > 0m ? value + new Quantity(found.Error, _metric.Unit!) : value;
    }

    private Quantity Undefined(int place) => place switch
    {
        WindowPlace.NotAdditive => Quantity.Undefined(UndefinedReason.NotAdditive, _metric.Id, _metric.Unit),
        WindowPlace.Unknown => _metric.Missing,
        _ => throw new InvalidOperationException($"'{_metric.Id}' was asked for in a window that was not planned."),
    };
}
