using NodaTime;

namespace EngineTests.Contract;

// The metric for which an engine is asked an aggregate.
internal sealed class MetricOf(TableSchema table, string id) : AggregateVisitor<Metric>
{
    public override Metric VisitCount(Aggregate.Count aggregate) => Where(aggregate, Metric.Count(id, table));

    public override Metric VisitCountDistinct(Aggregate.CountDistinct aggregate) =>
        Where(aggregate, Metric.CountDistinct(id, table, aggregate.Dimension));

    public override Metric VisitApproximateCountDistinct(Aggregate.ApproximateCountDistinct aggregate) =>
        Where(aggregate, Metric.ApproximateCountDistinct(id, table, aggregate.Dimension));

    public override Metric VisitSum(Aggregate.Sum aggregate) => Where(aggregate, Metric.Sum(id, table, aggregate.Column));

    public override Metric VisitSumOfProducts(Aggregate.SumOfProducts aggregate) =>
        Where(aggregate, Metric.WeightedAverage(id, table, aggregate.Column, aggregate.Factor));

    public override Metric VisitAverage(Aggregate.Average aggregate) => Where(aggregate, Metric.Average(id, table, aggregate.Column));

    public override Metric VisitMinimum(Aggregate.Minimum aggregate) => Where(aggregate, Metric.Min(id, table, aggregate.Column));

    public override Metric VisitMaximum(Aggregate.Maximum aggregate) => Where(aggregate, Metric.Max(id, table, aggregate.Column));

    public override Metric VisitOrderStatistic(Aggregate.OrderStatistic aggregate) =>
        Where(aggregate, Percentile(aggregate.Column, aggregate.Share, aggregate.Rank));

    public override Metric VisitApproximatePercentile(Aggregate.ApproximatePercentile aggregate) =>
        Where(aggregate, Metric.ApproximatePercentile(id, table, aggregate.Column, aggregate.Share));

    public override Metric VisitFirst(Aggregate.First aggregate) => Where(aggregate, Metric.First(id, table, aggregate.Column));

    public override Metric VisitLast(Aggregate.Last aggregate) => Where(aggregate, Metric.Last(id, table, aggregate.Column));

    public override Metric VisitSoleValue(Aggregate.SoleValue aggregate) =>
        throw new NotSupportedException("There is no metric of a sole value.");

    public override Metric VisitBalance(Aggregate.Balance aggregate)
    {
        var balance = Metric.Balance(id, table, aggregate.Column, aggregate.Value, aggregate.Entity, aggregate.Among);
        balance = aggregate.IsOfOneAccount ? balance.OfOneAccount() : balance;
        return Where(aggregate, aggregate.IsOfCompleteSnapshots ? balance.OfCompleteSnapshots() : balance);
    }

    public override Metric VisitConversion(Aggregate.Conversion aggregate)
    {
        var events = Events(aggregate.Match);
        return Where(aggregate, aggregate.Counted switch
        {
            ConversionCount.BaseEvents => events.BaseEvents(id),
            ConversionCount.ConvertedEvents => events.Converted(id),
            ConversionCount.CreditedConversions => events.Credited(id),
            _ => events.Immature(id),
        });
    }

    public override Metric VisitAverageTimeToConvert(Aggregate.AverageTimeToConvert aggregate) =>
        Where(aggregate, Events(aggregate.Match).AverageTimeToConvert(id));

    public override Metric VisitTimeToConvert(Aggregate.TimeToConvert aggregate) =>
        Where(aggregate, Events(aggregate.Match).PercentileOfTimeToConvert(id, aggregate.Share));

    private Conversions Events(EventConversion match)
    {
        var events = match.From == Duration.Zero
            ? Conversions.Of(table, match.Table, match.Entity, match.Window)
            : Conversions.Of(table, match.Table, match.Entity, match.From, match.Window);
        events = match.BaseFilter is { } ofBases ? events.Where(ofBases) : events;
        events = match.ConversionFilter is { } ofConversions ? events.WhereConversion(ofConversions) : events;
        events = match.IncludesImmature ? events.IncludingImmature() : events;
        return match.Matching.Count > 0 ? events.Matching([.. match.Matching]) : events;
    }

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
