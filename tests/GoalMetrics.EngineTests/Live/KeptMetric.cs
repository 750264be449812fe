namespace EngineTests.Live;

// The metric for which a live table keeps an aggregate.
internal sealed class KeptMetric(TableSchema table, string id) : AggregateVisitor<Measure>
{
    public override Measure VisitCount(Aggregate.Count aggregate) => Where(aggregate, Metric.Count(id, table));

    public override Measure VisitCountDistinct(Aggregate.CountDistinct aggregate) =>
        Where(aggregate, Metric.CountDistinct(id, table, aggregate.Dimension));

    public override Measure VisitApproximateCountDistinct(Aggregate.ApproximateCountDistinct aggregate) =>
        Where(aggregate, Metric.ApproximateCountDistinct(id, table, aggregate.Dimension));

    public override Measure VisitSum(Aggregate.Sum aggregate) => Where(aggregate, Metric.Sum(id, table, aggregate.Column));

    public override Measure VisitSumOfProducts(Aggregate.SumOfProducts aggregate) =>
        Where(aggregate, Metric.WeightedAverage(id, table, aggregate.Column, aggregate.Factor));

    public override Measure VisitAverage(Aggregate.Average aggregate) => Where(aggregate, Metric.Average(id, table, aggregate.Column));

    public override Measure VisitMinimum(Aggregate.Minimum aggregate) => Where(aggregate, Metric.Min(id, table, aggregate.Column));

    public override Measure VisitMaximum(Aggregate.Maximum aggregate) => Where(aggregate, Metric.Max(id, table, aggregate.Column));

    public override Measure VisitOrderStatistic(Aggregate.OrderStatistic aggregate) =>
        Where(aggregate, Percentile(aggregate.Column, aggregate.Share, aggregate.Rank));

    public override Measure VisitApproximatePercentile(Aggregate.ApproximatePercentile aggregate) =>
        Where(aggregate, Metric.ApproximatePercentile(id, table, aggregate.Column, aggregate.Share));

    public override Measure VisitFirst(Aggregate.First aggregate) => Where(aggregate, Metric.First(id, table, aggregate.Column));

    public override Measure VisitLast(Aggregate.Last aggregate) => Where(aggregate, Metric.Last(id, table, aggregate.Column));

    public override Measure VisitSoleValue(Aggregate.SoleValue aggregate) =>
        throw new NotSupportedException("There is no metric of a sole value.");

    public override Measure VisitBalance(Aggregate.Balance aggregate)
    {
        var balance = Metric.Balance(id, table, aggregate.Column, aggregate.Value, aggregate.Entity, aggregate.Among);
        balance = aggregate.IsOfOneAccount ? balance.OfOneAccount() : balance;
        return Where(aggregate, aggregate.IsOfCompleteSnapshots ? balance.OfCompleteSnapshots() : balance);
    }

    public override Measure VisitConversion(Aggregate.Conversion aggregate) =>
        throw new NotSupportedException("Conversions need every event.");

    public override Measure VisitAverageTimeToConvert(Aggregate.AverageTimeToConvert aggregate) =>
        throw new NotSupportedException("Conversions need every event.");

    public override Measure VisitTimeToConvert(Aggregate.TimeToConvert aggregate) =>
        throw new NotSupportedException("Conversions need every event.");

    // A share of 0 or 1 is none of an exclusive percentile; the same values are kept for all of them.
    private Metric Percentile(string column, decimal share, OrderRank rank) => rank switch
    {
        OrderRank.Nearest => Metric.PercentileNearestRank(id, table, column, share),
        OrderRank.BelowExclusive or OrderRank.AboveExclusive when share is > 0m and < 1m =>
            Metric.PercentileExclusive(id, table, column, share),
        _ => Metric.Percentile(id, table, column, share),
    };

    private static Metric Where(Aggregate aggregate, Metric metric) => aggregate.Filter is null ? metric : metric.Where(aggregate.Filter);
}
