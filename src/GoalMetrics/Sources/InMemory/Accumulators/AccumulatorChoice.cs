using GoalMetrics.Sources;

namespace GoalMetrics;

// The accumulator for an aggregate over a table.
internal sealed class AccumulatorChoice(
    FactTable table, Func<EventConversion, CreditedConversions> conversions, CancellationToken cancellationToken) : AggregateVisitor<Accumulator>
{
    public override Accumulator VisitCount(Sources.Aggregate.Count aggregate) => new CountAccumulator(FilterOf(aggregate));

    public override Accumulator VisitCountDistinct(Sources.Aggregate.CountDistinct aggregate) =>
        new DistinctAccumulator(table.Dimension(aggregate.Dimension), FilterOf(aggregate));

    public override Accumulator VisitApproximateCountDistinct(Sources.Aggregate.ApproximateCountDistinct aggregate) =>
        new ApproximateDistinctAccumulator(table.DimensionOrHashes(aggregate.Dimension), FilterOf(aggregate));

    public override Accumulator VisitSum(Sources.Aggregate.Sum aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new SumAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitAverage(Sources.Aggregate.Average aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new AverageAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitMinimum(Sources.Aggregate.Minimum aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new ExtremeAccumulator(values, WhereKnown(values, aggregate), -1);
    }

    public override Accumulator VisitMaximum(Sources.Aggregate.Maximum aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new ExtremeAccumulator(values, WhereKnown(values, aggregate), 1);
    }

    public override Accumulator VisitOrderStatistic(Sources.Aggregate.OrderStatistic aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new OrderStatisticAccumulator(values, WhereKnown(values, aggregate), cancellationToken);
    }

    public override Accumulator VisitApproximatePercentile(Sources.Aggregate.ApproximatePercentile aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new ApproximatePercentileAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitFirst(Sources.Aggregate.First aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new EdgeAccumulator(values, WhereKnown(values, aggregate), table, -1);
    }

    public override Accumulator VisitLast(Sources.Aggregate.Last aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new EdgeAccumulator(values, WhereKnown(values, aggregate), table, 1);
    }

    public override Accumulator VisitSoleValue(Sources.Aggregate.SoleValue aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new SoleValueAccumulator(values, WhereKnown(values, aggregate));
    }

    public override Accumulator VisitBalance(Sources.Aggregate.Balance aggregate)
    {
        var values = table.Values(aggregate.Column);
        return new BalanceAccumulator(values, WhereKnown(values, aggregate), table, aggregate, cancellationToken);
    }

    public override Accumulator VisitConversion(Sources.Aggregate.Conversion aggregate) =>
        new ConversionAccumulator(aggregate, conversions(aggregate.Match), FilterOf(aggregate));

    private RowFilter? FilterOf(Sources.Aggregate aggregate) => aggregate.Filter is { } filter ? RowFilter.For(filter, table) : null;

    private RowFilter WhereKnown(ValueColumn values, Sources.Aggregate aggregate) => RowFilter.WhereKnown(values, FilterOf(aggregate));
}
