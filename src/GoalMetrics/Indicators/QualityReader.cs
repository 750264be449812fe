using System.Collections.Immutable;

namespace GoalMetrics;

// What an answer rests on: how many facts counted, and which members a filter names that no fact has.
internal sealed class QualityReader(Query query, SourceTables tables, MeasureScope range, ImmutableArray<Metric> metrics)
{
    private static readonly FindingKind UnknownMember = new(
        "QUERY-UNKNOWN-MEMBER",
        FindingSeverity.Warning,
        new("No fact of table '{table}' has '{member}' in '{dimension}', so '{measure}' has no facts. The nearest: {nearest}.",
            "Ingen fakta i tabellen '{table}' har '{member}' i '{dimension}', så '{measure}' har ingen fakta. Nærmest: {nearest}."),
        new("Correct the filter, letter case included, or load the facts.", "Ret filteret, også store og små bogstaver, eller indlæs de manglende fakta."));

    private readonly MetricReader _reader = new(tables, range.Terms.AsOf);

    public async ValueTask<ImmutableArray<MetricQuality>> ReadAsync(CancellationToken cancellationToken)
    {
        var plan = new MetricPlan();
        var counts = metrics.Select(metric => (Metric: metric, Rows: Count(metric, metric.Aggregate.Filter), Nulls: Count(metric, Nulls(metric)))).ToList();
        foreach (var (metric, rows, nulls) in counts)
        {
            plan.Add(rows, range.Window);
            if (metric.Aggregate.Column is not null)
            {
                plan.Add(nulls, range.Window);
            }
        }

        var values = (await _reader.ReadAsync(plan, [], query.Filter, cancellationToken).ConfigureAwait(false)).For([]);
        var quality = ImmutableArray.CreateBuilder<MetricQuality>();
        foreach (var (metric, rows, nulls) in counts)
        {
            var table = await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false);
            quality.Add(new(metric, table, Number(rows), metric.Aggregate.Column is null ? 0 : Number(nulls), range.Terms.AsOf));
        }

        return quality.ToImmutable();

        long Number(Metric count) => (long)(values.Of(count, range.Window).AmountOrNull ?? 0m);
    }

    // Only of metrics without facts: a member that no fact has takes nothing from the others.
    public async ValueTask<ImmutableArray<Finding>> FindUnknownMembersAsync(IReadOnlySet<Metric> metricsWithFacts, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var metric in metrics.Where(metric => !metricsWithFacts.Contains(metric)))
        {
            IEnumerable<Filter.MemberIn> named = [.. query.Filter?.Named ?? [], .. metric.Aggregate.Filter?.Named ?? []];
            var breakdowns = (await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false)).Breakdowns;
            foreach (var filter in named.Where(filter => breakdowns.Contains(filter.Dimension)).Where(filter => filter.Members.Any(member => member is not null)).Distinct())
            {
                var known = await MembersAsync(metric, filter.Dimension, cancellationToken).ConfigureAwait(false);
                findings.AddRange(filter.Members.OfType<string>().Where(member => !known.Contains(member)).Select(member => UnknownMember.At(
                    $"measures/{metric.Id}",
                    ("table", metric.Table.Name),
                    ("member", member),
                    ("dimension", filter.Dimension),
                    ("measure", metric.Id),
                    ("nearest", Nearest.Of(member, known)))));
            }
        }

        return findings.ToImmutable();
    }

    private async ValueTask<IReadOnlySet<string>> MembersAsync(Metric metric, string dimension, CancellationToken cancellationToken)
    {
        var count = Metric.Count(metric.Id, metric.Table);
        var plan = new MetricPlan();
        if ((await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false)).Coverage is { } coverage)
        {
            plan.Add(count, coverage);
        }

        var cells = await _reader.ReadAsync(plan, [dimension], null, cancellationToken).ConfigureAwait(false);
        return cells.Members.Select(key => key.Members[0]).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static Metric Count(Metric metric, Filter? filter)
    {
        var count = Metric.Count(metric.Id, metric.Table);
        return filter is null ? count : count.Where(filter);
    }

    private static Filter? Nulls(Metric metric) =>
        metric.NullFilter is { } isNull && metric.Aggregate.Filter is { } own ? own & isNull : metric.NullFilter;
}
