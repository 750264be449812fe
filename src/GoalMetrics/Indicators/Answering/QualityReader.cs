using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// The quality of the data behind an answer: how many facts counted, table by table.
internal sealed class QualityReader
{
    private readonly List<Counts> _counts = [];
    private readonly ReadingPlan _plan;

    public QualityReader(Query query, ReadingWindow range, ReadingPlan plan)
    {
        _plan = plan;

        // The query's filter selects base events; the table of conversions need not have the same columns.
        var (own, conversions) = (plan.Total(query.Filter), plan.Total());
        foreach (var metric in query.Metrics)
        {
            _counts.Add(Own(metric, range, own));
            if (metric.Conversion is not null)
            {
                _counts.Add(Converting(metric, range, conversions));
            }
        }
    }

    // After the plan has been read.
    public IReadOnlyList<MetricQuality> Read() =>
        [.. _counts.Select(count => new MetricQuality(count.Metric, count.Table, count.Rows(), count.Nulls(), _plan.AsOf))];

    private static Counts Own(Metric metric, ReadingWindow range, ReadingPart part)
    {
        var filter = FilterExtensions.And(metric.Filter, metric.Conversion?.BaseFilter);
        var nulls = metric.Conversion is { } conversion ? Filter.IsNull(conversion.Entity) : metric.NullFilter;
        return new(metric, part, metric.Table, range.Seen, filter, nulls);
    }

    private static Counts Converting(Metric metric, ReadingWindow range, ReadingPart part)
    {
        var conversion = metric.Conversion!;
        var (window, asOf) = (range.Seen, range.Terms.AsOf);
        var end = asOf - window.End <= conversion.Window ? Instant.Max(window.End, asOf) : window.End + conversion.Window;
        var start = asOf - window.Start <= conversion.From ? window.Start : window.Start + conversion.From;
        var interval = new Interval(start, Instant.Max(start, end));
        return new(metric, part, conversion.Table, interval, conversion.ConversionFilter, Filter.IsNull(conversion.Entity));
    }

    // The facts of a metric's table, and those among them without anything to aggregate.
    private sealed class Counts
    {
        private readonly ReadingPart _part;
        private readonly int _place;
        private readonly PlannedAggregate? _rows;
        private readonly PlannedAggregate? _nulls;

        public Counts(Metric metric, ReadingPart part, TableSchema table, Interval window, Filter? filter, Filter? nulls)
        {
            Metric = metric;
            _part = part;
            var planned = part.Table(table);
            Table = planned.Description;
            if (window.Start == window.End)
            {
                return;
            }

            _place = planned.Window(window);
            _rows = planned.Plan(new Aggregate.Count { Filter = filter }, [_place], metric.Id);
            if (nulls is not null)
            {
                _nulls = planned.Plan(new Aggregate.Count { Filter = FilterExtensions.And(filter, nulls) }, [_place], metric.Id);
            }
        }

        public Metric Metric { get; }

        public TableDescription Table { get; }

        public long? Rows() => Number(_rows);

        public long? Nulls() => Number(_nulls);

        // No data means no facts. A count that is undefined for another reason is not known.
        private long? Number(PlannedAggregate? count)
        {
            if (count is null
                || !count.TryValue(_place, _part.Total, out var found)
                || found.Reason == UndefinedReason.NoData)
            {
                return 0;
            }

            return (long?)found.Amount;
        }
    }
}
