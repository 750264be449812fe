using GoalMetrics.Sources;

namespace GoalMetrics;

// Values of stretches of time that are joined to that of a longer one.
public sealed partial class Metric
{
    internal StretchJoining JoiningFrom(TableDescription table)
    {
        var isOfFacts = table.Schema.FactGrain is null && table.KeptGrain is null or Grain.Hour or Grain.Day;
        if (!isOfFacts)
        {
            return StretchJoining.None;
        }

        if (Additivity == Additivity.Additive && Aggregates.All(aggregate => aggregate.AddsUp))
        {
            return StretchJoining.Sum;
        }

        return Main.Kind switch
        {
            // Totals that were kept do not say how many values there were.
            AggregateKind.Average when table.KeptGrain is null => StretchJoining.Mean,
            AggregateKind.Minimum => StretchJoining.Smallest,
            AggregateKind.Maximum => StretchJoining.Largest,
            AggregateKind.First => StretchJoining.Earliest,
            AggregateKind.Last => StretchJoining.Latest,
            _ => StretchJoining.None,
        };
    }

    // What a mean is made of: the sum of the values, and their number.
    internal Metric SumOfMean => new(this) { Aggregates = [new Aggregate.Sum(ValueColumn!) { Filter = Filter }] };

    internal Metric CountOfMean
    {
        get
        {
            var known = FilterExtensions.And(Filter, !GoalMetrics.Filter.NoValue(ValueColumn!));
            return new(this) { Aggregates = [new Aggregate.Count { Filter = known }], Unit = Unit.Count() };
        }
    }
}
