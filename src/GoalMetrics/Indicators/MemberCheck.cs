using System.Collections.Immutable;

namespace GoalMetrics;

// Which members a filter names that no fact has: mistyped, most likely, and nobody else will tell.
internal sealed class MemberCheck(Query query, SourceTables tables, MetricReader reader)
{
    private static readonly FindingKind UnknownMember = new(
        "QUERY-UNKNOWN-MEMBER",
        FindingSeverity.Warning,
        new("No fact of table '{table}' has '{member}' in '{dimension}', which a filter of '{measure}' names. The nearest: {nearest}.",
            "Ingen fakta i tabellen '{table}' har '{member}' i '{dimension}', som et filter på '{measure}' nævner. Nærmest: {nearest}."),
        new("Correct the filter, letter case included, or load the facts.", "Ret filteret, også store og små bogstaver, eller indlæs de manglende fakta."));

    private readonly record struct Named(Metric Metric, TableSchema Table, string Dimension, string Member);

    public async ValueTask<ImmutableArray<Finding>> FindAsync(IEnumerable<Metric> metrics, CancellationToken cancellationToken)
    {
        // A live table knows only the members of its cells.
        var named = metrics.SelectMany(NamedBy).Distinct().Where(name => tables.Of(name.Table).Breakdowns.Contains(name.Dimension)).ToList();
        var unknown = new Dictionary<(string Table, string Dimension), (IReadOnlySet<string> Found, IReadOnlySet<string> All)>();
        foreach (var together in named.GroupBy(name => (Table: name.Table.Name, name.Dimension)))
        {
            // Whether they are there is asked first: that is a few groups, however many members there are.
            var (table, dimension) = (together.First().Table, together.Key.Dimension);
            string[] members = [.. together.Select(name => name.Member).Distinct(StringComparer.Ordinal)];
            var found = await MembersAsync(table, dimension, Filter.In(dimension, members), cancellationToken).ConfigureAwait(false);
            unknown[together.Key] = (found, members.All(found.Contains) ? found : await MembersAsync(table, dimension, null, cancellationToken).ConfigureAwait(false));
        }

        return
        [
            .. named.Where(name => !unknown[(name.Table.Name, name.Dimension)].Found.Contains(name.Member)).Select(name => UnknownMember.At(
                $"measures/{name.Metric.Id}",
                [
                    new("table", name.Table.Name),
                    new("member", name.Member),
                    new("dimension", name.Dimension),
                    new("measure", name.Metric.Id),
                    new("nearest", Nearest.Of(name.Member, unknown[(name.Table.Name, name.Dimension)].All)),
                ])),
        ];
    }

    private IEnumerable<Named> NamedBy(Metric metric)
    {
        var conversion = metric.Aggregate.Conversion;
        return In(metric.Table, query.Filter).Concat(In(metric.Table, metric.Aggregate.Filter)).Concat(In(metric.Table, conversion?.BaseFilter))
            .Concat(conversion is null ? [] : In(conversion.Table, conversion.ConversionFilter));

        IEnumerable<Named> In(TableSchema table, Filter? filter) => filter is null ? []
            : filter.Named.SelectMany(filter => filter.Members.OfType<string>().Select(member => new Named(metric, table, filter.Dimension, member)));
    }

    private async ValueTask<IReadOnlySet<string>> MembersAsync(TableSchema table, string dimension, Filter? filter, CancellationToken cancellationToken)
    {
        var plan = new MetricPlan();
        if (tables.Of(table).Coverage is { } coverage)
        {
            plan.Add(Metric.Count("facts", table), coverage);
        }

        var cells = await reader.ReadAsync(plan, [dimension], filter, cancellationToken).ConfigureAwait(false);
        return cells.Members.Select(key => key.Members[0]).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
