using NodaTime;

namespace GoalMetrics;

// A metric read from its table in a list of windows: where, and how far the facts cover what it reads.
internal abstract class TableNode : MeasureNode
{
    private readonly WindowCoverage[] _coverage;

    // How many facts there are, and how many of them lack their value; null where that does not matter.
    private (PlannedAggregate Facts, PlannedAggregate Unknown)? _counts;

    protected TableNode(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        Metric = metric;
        Windows = windows;
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i] is { } window)
            {
                WindowRules.Check(metric, window);
            }
        }

        MixedComparison.Check(metric, FilterExtensions.And(metric.Filter, part.Filter));
        Table = part.Table(metric.Table);
        Places = Table.PlacesOf(metric, windows);
        _coverage = new WindowCoverage[windows.Count];
        for (var i = 0; i < _coverage.Length; i++)
        {
            _coverage[i] = windows[i] is { } window ? window.CoverageOf(metric) : WindowCoverage.Full;
        }
    }

    public IReadOnlyList<ReadingWindow?> Windows { get; }

    public override WindowCoverage Coverage(int window) => _coverage[window];

    public override void AddLacking(int window, LackingData lacking)
    {
        if (_coverage[window] != WindowCoverage.Full)
        {
            Windows[window]!.AddLacking(Metric, lacking);
        }
    }

    public override object? Place => Places;

    public override IReadOnlyList<Interval>? Times(int window)
    {
        if (Windows[window] is { } asked)
        {
            return Table.Description.CoveredParts(asked.WindowOf(Metric));
        }

        return null;
    }

    protected Metric Metric { get; }

    protected PlannedTable Table { get; }

    // Where each window is read: its number in the table's plan, or a code of WindowPlace.
    protected int[] Places { get; }

    // After what the metric itself is made of: an engine that ranks members does so by the first aggregate.
    protected void PlanCounts(ReadingPlan plan)
    {
        if (plan.MayLack(Metric) && Metric.UnknownCounts is var (facts, unknown))
        {
            _counts = (Table.Plan(facts, Places, Metric.Id), Table.Plan(unknown, Places, Metric.Id));
        }
    }

    // A null is not a zero: the sum of facts of which none has a known value is not known either.
    protected bool IsUnknown(int place, Reading reading)
    {
        if (_counts is not var (facts, unknown))
        {
            return false;
        }

        return unknown.TryValue(place, reading, out var missing)
            && missing.Amount > 0m
            && facts.TryValue(place, reading, out var all)
            && all.Amount == missing.Amount;
    }

    protected Quantity Undefined(int place, Unit? unit) => place switch
    {
        WindowPlace.NotAdditive => Quantity.Undefined(UndefinedReason.NotAdditive, Metric.Id, unit),
        WindowPlace.Unknown => Metric.Missing(unit),
        _ => throw new InvalidOperationException($"'{Metric.Id}' was asked for in a window that was not planned."),
    };
}
