namespace GoalMetrics;

// One value out of those of the shorter periods inside the period asked for.
internal sealed class PartsMeasure : Measure
{
    private readonly Measure _measure;
    private readonly Grain _grain;
    private readonly PartsValue _value;

    public PartsMeasure(Measure measure, Grain grain, PartsValue value, string? id)
        : base(id ?? GoalMetrics.Id.Joined(measure.Id, $"{(value == PartsValue.Average ? "average-over" : value.ToString().ToLowerInvariant())}-{grain.Slug()}"))
    {
        _measure = measure;
        _grain = grain;
        _value = value;
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
        foreach (var part in scope.Parts(_grain))
        {
            _measure.Plan(part, plan);
        }
    }

    internal override Quantity Evaluate(MeasureScope scope, MetricValues values)
    {
        var parts = scope.Parts(_grain).ToList();
        return (_value == PartsValue.Average ? Mean() : Edge()) ?? Quantity.Undefined(UndefinedReason.NoData, _measure.Id, Unit);

        Quantity? Edge()
        {
            var inOrder = _value == PartsValue.First ? parts : Enumerable.Reverse(parts);
            return inOrder.Select(part => _measure.Evaluate(part, values)).Where(Counts).Cast<Quantity?>().FirstOrDefault();
        }

        Quantity? Mean()
        {
            if (parts.Any(HasEnded))
            {
                parts.RemoveAll(part => !HasEnded(part));
            }

            var all = parts.Select(part => _measure.Evaluate(part, values)).Where(Counts).ToList();
            return all.Count == 0 ? null : all.Aggregate((sum, next) => sum + next) / Quantity.Ratio(all.Count);
        }

        static bool HasEnded(MeasureScope part) => part.Until == part.Period.End;
    }

    // No data is passed over; any other trouble is told.
    private static bool Counts(Quantity value) => value.Reason is not UndefinedReason.NoData;

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(_measure.Metrics);
}
