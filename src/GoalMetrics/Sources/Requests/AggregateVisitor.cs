namespace GoalMetrics.Sources;

/// <summary>One method for each kind of <see cref="Aggregate"/>: an engine that lacks one does not compile.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class AggregateVisitor<TResult>
{
    /// <summary>The number of facts.</summary>
    public abstract TResult VisitCount(Aggregate.Count aggregate);

    /// <summary>The number of different members.</summary>
    public abstract TResult VisitCountDistinct(Aggregate.CountDistinct aggregate);

    /// <summary>The approximate number of different members.</summary>
    public abstract TResult VisitApproximateCountDistinct(Aggregate.ApproximateCountDistinct aggregate);

    /// <summary>The exact sum.</summary>
    public abstract TResult VisitSum(Aggregate.Sum aggregate);

    /// <summary>The exact sum of the products of two columns.</summary>
    public abstract TResult VisitSumOfProducts(Aggregate.SumOfProducts aggregate);

    /// <summary>The mean.</summary>
    public abstract TResult VisitAverage(Aggregate.Average aggregate);

    /// <summary>The smallest value.</summary>
    public abstract TResult VisitMinimum(Aggregate.Minimum aggregate);

    /// <summary>The largest value.</summary>
    public abstract TResult VisitMaximum(Aggregate.Maximum aggregate);

    /// <summary>One of the sorted values.</summary>
    public abstract TResult VisitOrderStatistic(Aggregate.OrderStatistic aggregate);

    /// <summary>The approximate value at a share of the way through the sorted ones.</summary>
    public abstract TResult VisitApproximatePercentile(Aggregate.ApproximatePercentile aggregate);

    /// <summary>The earliest value.</summary>
    public abstract TResult VisitFirst(Aggregate.First aggregate);

    /// <summary>The latest value.</summary>
    public abstract TResult VisitLast(Aggregate.Last aggregate);

    /// <summary>The value as it stands.</summary>
    public abstract TResult VisitSoleValue(Aggregate.SoleValue aggregate);

    /// <summary>A balance, summed over entities.</summary>
    public abstract TResult VisitBalance(Aggregate.Balance aggregate);

    /// <summary>A count of base events, or of the conversions credited to them.</summary>
    public abstract TResult VisitConversion(Aggregate.Conversion aggregate);

    /// <summary>The mean time from base events to their conversions.</summary>
    public abstract TResult VisitAverageTimeToConvert(Aggregate.AverageTimeToConvert aggregate);

    /// <summary>One of the sorted times from base events to their conversions.</summary>
    public abstract TResult VisitTimeToConvert(Aggregate.TimeToConvert aggregate);
}
