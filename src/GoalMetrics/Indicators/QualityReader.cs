using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// What an answer rests on: how many facts counted, table by table.
internal sealed class QualityReader(Query query, SourceTables tables, MeasureScope range, ImmutableArray<Metric> metrics)
{
    private readonly MetricReader _reader = new(tables, range.Terms.AsOf);

    public async ValueTask<ImmutableArray<MetricQuality>> ReadAsync(CancellationToken cancellationToken)
    {
        var own = metrics.Select(Own).ToList();
        var values = await ValuesAsync(own, query.Filter, cancellationToken).ConfigureAwait(false);

        // The filter of the query chooses among base events, and the conversions need not have its columns.
        var converting = metrics.Where(metric => metric.Aggregate.Conversion is not null).Select(Converting).ToList();
        var conversions = await ValuesAsync(converting, null, cancellationToken).ConfigureAwait(false);
        return [.. own.SelectMany(counts => converting.Where(other => other.Metric == counts.Metric).Select(other => Quality(other, conversions)).Prepend(Quality(counts, values)))];
    }

    private async ValueTask<MetricValues> ValuesAsync(List<Counts> counts, Filter? filter, CancellationToken cancellationToken)
    {
        var plan = new MetricPlan();
        foreach (var (_, rows, nulls, window) in counts)
        {
            plan.Add(rows, window);
            if (nulls is not null)
            {
                plan.Add(nulls, window);
            }
        }

        return (await _reader.ReadAsync(plan, [], filter, cancellationToken).ConfigureAwait(false)).For([]);
    }

    private MetricQuality Quality(Counts counts, MetricValues values)
    {
        return new(counts.Metric, tables.Of(counts.Rows.Table), Number(counts.Rows), counts.Nulls is null ? 0 : Number(counts.Nulls), range.Terms.AsOf);

        // No data is no facts; whatever else has no value is not known.
        long? Number(Metric count) => values.Of(count, counts.Window) is { IsDefined: true } number ? (long)number.Amount
            : values.Of(count, counts.Window).Reason == UndefinedReason.NoData ? 0 : null;
    }

    private Counts Own(Metric metric)
    {
        var filter = Both(metric.Aggregate.Filter, metric.Aggregate.Conversion?.BaseFilter);
        return new(metric, Count(metric, metric.Table, filter), Nulls(metric) is { } nulls ? Count(metric, metric.Table, Both(filter, nulls)) : null, range.Window);
    }

    private Counts Converting(Metric metric)
    {
        var conversion = metric.Aggregate.Conversion!;
        var window = range.Window;
        var end = range.Terms.AsOf - window.End <= conversion.Window ? Instant.Max(window.End, range.Terms.AsOf) : window.End + conversion.Window;
        return new(
            metric,
            Count(metric, conversion.Table, conversion.ConversionFilter),
            Count(metric, conversion.Table, Both(conversion.ConversionFilter, Filter.IsNull(conversion.Entity))),
            new(window.Start, end));
    }

    private static Metric Count(Metric metric, TableSchema table, Filter? filter)
    {
        var count = Metric.Count(metric.Id, table);
        return filter is null ? count : count.Where(filter);
    }

    private static Filter? Nulls(Metric metric) => metric.Aggregate.Conversion is { } conversion ? Filter.IsNull(conversion.Entity) : metric.NullFilter;

    private static Filter? Both(Filter? left, Filter? right) => left is null ? right : right is null ? left : left & right;

    private sealed record Counts(Metric Metric, Metric Rows, Metric? Nulls, Interval Window);
}
