namespace GoalMetrics;

// One value out of those of the shorter periods inside the period asked for.
internal sealed class PartsMeasure : Measure
{
    private readonly Measure _measure;
    private readonly Grain _grain;
    private readonly PartsValue _value;
    private readonly Metric? _balance;

    public PartsMeasure(Measure measure, Grain grain, PartsValue value, string? id)
        : base(id ?? GoalMetrics.Id.Joined(measure.Id, $"{(value == PartsValue.Average ? "average-over" : value.ToString().ToLowerInvariant())}-{grain.Slug()}"))
    {
        _measure = measure;
        _grain = grain;
        _value = value;
        _balance = BalanceOf(measure);
        Title = Words.Joined(measure.Title, value switch
        {
            PartsValue.Last => Named("last {grain}", "sidste {grain}"),
            PartsValue.First => Named("first {grain}", "første {grain}"),
            _ => Named("average by {grain}", "gennemsnit pr. {grain}"),
        });
        Unit = measure.Unit;
        Direction = measure.Direction;
        Additivity = Additivity.NonAdditive;

        LocalizedText Named(string english, string danish) => new LocalizedText(english, danish).Filled("{grain}", grain.Title());
    }

    internal override IReadOnlyList<Measure> Inputs => [_measure];

    internal override object Computation => (_value, _grain, _measure.Computation);

    internal override void Plan(MeasureScope scope, MetricPlan plan)
    {
        if (_balance is not null)
        {
            _balance.Plan(scope, plan);
            return;
        }

        var (parts, areAllCovered) = Parts(scope);
        foreach (var part in parts)
        {
            _measure.Plan(part, plan);
        }

        if (!areAllCovered)
        {
            plan.LackCoverage();
        }
    }

    internal override Quantity Evaluate(MeasureScope scope, MetricValues values)
    {
        if (_balance is not null)
        {
            return _balance.Evaluate(scope, values);
        }

        var inOrder = Parts(scope).Read;
        return (_value == PartsValue.Average ? Mean() : Edge()) ?? Quantity.Undefined(UndefinedReason.NoData, _measure.Id, Unit);

        Quantity? Edge() => (_value == PartsValue.First ? inOrder : inOrder.Reverse())
            .Select(part => _measure.Evaluate(part, values)).Where(Counts).Cast<Quantity?>().FirstOrDefault();

        Quantity? Mean()
        {
            var all = inOrder.Select(part => _measure.Evaluate(part, values)).Where(Counts).ToList();
            return all.Count == 0 ? null : all.Aggregate((sum, next) => sum + next) / Quantity.Ratio(all.Count);
        }
    }

    // The parts that are read: those that nothing cuts, neither the period, nor the moment, nor the ends of the facts, or all where there
    // are none. And whether the facts are complete for every whole one.
    private (IReadOnlyList<MeasureScope> Read, bool AreAllCovered) Parts(MeasureScope scope) => scope.Once(this, static (measure, scope) =>
    {
        var parts = scope.Parts(measure._grain).ToList();
        var whole = parts.Where(part => part.IsWhole).ToList();
        var covered = whole.Where(part => part.IsCoveredFor(measure._measure)).ToList();
        return ((IReadOnlyList<MeasureScope>)(covered.Count > 0 ? covered : parts), covered.Count == whole.Count);
    });

    // An account that is not told on the last day has not gone: the last balance of a period is that of each account, and so is the first.
    // Where a balance is one of several inputs, or a mean is taken, each part sees what was last told since the period began.
    private Metric? BalanceOf(Measure measure)
    {
        if (measure.Balances.FirstOrDefault(balance => balance.Aggregate.Aggregation != Aggregation.Balance) is { } settled)
        {
            throw new ArgumentException(
                $"'{measure.Id}' cannot be read by {_grain.Title()}: the balance '{settled.Id}' says itself which value of each entity stands for a period."
                + $" Read it as it is, or make it with Metric.Balance(\"{settled.Id}\", …, over: BalanceValue.Last).");
        }

        if (measure.AsMetric is not { IsBalance: true } metric)
        {
            return _value == PartsValue.First && measure.Balances.FirstOrDefault() is { } closing
                ? throw new ArgumentException(
                    $"'{measure.Id}' cannot be read at the first {_grain.Title()}: not every entity of the balance '{closing.Id}' need be told in it."
                    + $" Make the balance with Metric.Balance(\"{closing.Id}\", …, over: BalanceValue.First), and read the measure as it is.")
                : null;
        }

        return _value switch
        {
            PartsValue.First => metric.Opening(),
            PartsValue.Last => metric,
            _ => null,
        };
    }

    // No data is passed over; any other trouble is told.
    private static bool Counts(Quantity value) => value.Reason is not UndefinedReason.NoData;

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(_measure.Metrics);
}
