using GoalMetrics.Sources;

namespace GoalMetrics;

// Values of stretches of time that are joined to that of a longer one.
public sealed partial class Metric
{
    internal StretchJoining JoiningFrom(TableDescription table)
    {
        var isOfFacts = table.KeptGrain is null or Grain.Hour or Grain.Day;
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
            _ when IsConvertedMean => StretchJoining.Mean,
            AggregateKind.Average => StretchJoining.Mean,
            AggregateKind.Minimum => StretchJoining.Smallest,
            AggregateKind.Maximum => StretchJoining.Largest,
            AggregateKind.First => StretchJoining.Earliest,
            AggregateKind.Last => StretchJoining.Latest,
            _ => StretchJoining.None,
        };
    }

    // What a mean is made of: the sum of the values, in the currency that they are converted to, and their number.
    internal Metric SumOfMean
    {
        get
        {
            if (IsConvertedMean)
            {
                return Part(Main);
            }

            return Part(new Aggregate.Sum(ValueColumn!) { Filter = Filter });
        }
    }

    internal Metric CountOfMean
    {
        get
        {
            var known = FilterExtensions.And(Filter, !GoalMetrics.Filter.NoValue(ValueColumn!));
            return CountedAs(IsConvertedMean ? Aggregates[1] : new Aggregate.Count { Filter = known });
        }
    }

    // The number of values as the difference of what a live table keeps beside a mean.
    internal Metric FactsOfMean => CountedAs(new Aggregate.Count { Filter = Filter });

    internal Metric UnknownOfMean => CountedAs(new Aggregate.Count { Filter = UnknownFilter });

    private Metric Part(Aggregate aggregate) => new(this) { Aggregates = [aggregate] };

    private Metric CountedAs(Aggregate count) => new(this) { Aggregates = [count], Unit = Unit.Count(), Currency = null };
}
