using GoalMetrics.Sources;

namespace GoalMetrics;

// The accumulator for an aggregate over a table.
internal sealed class AccumulatorChoice(
    FactTable table,
    AskedFacts asked,
    Func<EventConversion, ConversionCredits> conversions,
    CancellationToken cancellationToken) : AggregateVisitor<Accumulator>
{
    public override Accumulator VisitCount(Aggregate.Count aggregate) => new CountAccumulator(FilterOf(aggregate));

    public override Accumulator VisitCountDistinct(Aggregate.CountDistinct aggregate) =>
        new DistinctAccumulator(table.Dimension(aggregate.Dimension), FilterOf(aggregate));

    public override Accumulator VisitApproximateCountDistinct(Aggregate.ApproximateCountDistinct aggregate) =>
        new ApproximateDistinctAccumulator(table.DimensionOrHashes(aggregate.Dimension), FilterOf(aggregate));

    public override Accumulator VisitSum(Aggregate.Sum aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new SumAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitSumOfProducts(Aggregate.SumOfProducts aggregate)
    {
        var (values, factors) = (table.Values(aggregate.Column), table.Values(aggregate.Factor));
        return new ProductAccumulator(values, factors, RowFilter.WhereKnown(factors, WhereKnown(values, aggregate)));
    }

    public override Accumulator VisitAverage(Aggregate.Average aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new AverageAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitMinimum(Aggregate.Minimum aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new ExtremeAccumulator(values, WhereKnown(values, aggregate), -1);
    }

    public override Accumulator VisitMaximum(Aggregate.Maximum aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new ExtremeAccumulator(values, WhereKnown(values, aggregate), 1);
    }

    public override Accumulator VisitOrderStatistic(Aggregate.OrderStatistic aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new OrderStatisticAccumulator(values, WhereKnown(values, aggregate), cancellationToken);
    }

    public override Accumulator VisitApproximatePercentile(Aggregate.ApproximatePercentile aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new ApproximatePercentileAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitFirst(Aggregate.First aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new EdgeAccumulator(values, WhereKnown(values, aggregate), table, -1);
    }

    public override Accumulator VisitLast(Aggregate.Last aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new EdgeAccumulator(values, WhereKnown(values, aggregate), table, 1);
    }

    public override Accumulator VisitSoleValue(Aggregate.SoleValue aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new SoleValueAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitBalance(Aggregate.Balance aggregate)
    {
        var values = table.Values(aggregate.Column);
        var isBalance = RowFilter.WhereKnown(values, asked.Seen(aggregate.Among, table));
        var passes = asked.Passing(aggregate.Filter, table);
        return new BalanceAccumulator(values, isBalance, passes, table, aggregate, cancellationToken);
    }

    public override Accumulator VisitConversion(Aggregate.Conversion aggregate) =>
        new ConversionAccumulator(aggregate, conversions(aggregate.Match), FilterOf(aggregate));

    public override Accumulator VisitAverageTimeToConvert(Aggregate.AverageTimeToConvert aggregate) =>
        new AverageTimeAccumulator(Converted(aggregate), FilterOf(aggregate));

    public override Accumulator VisitTimeToConvert(Aggregate.TimeToConvert aggregate) =>
        new TimesAccumulator(Converted(aggregate), FilterOf(aggregate), cancellationToken);

    private ConversionTimes Converted(Aggregate.OfConversions aggregate) => new(conversions(aggregate.Match), aggregate.Match);

    private RowFilter? FilterOf(Aggregate aggregate)
    {
        if (aggregate.Filter is { } filter)
        {
            return RowFilter.For(filter, table);
        }

        return null;
    }

    private RowFilter WhereKnown(ValueColumn values, Aggregate aggregate) => RowFilter.WhereKnown(values, FilterOf(aggregate));
}
