using GoalMetrics.Sources;

namespace GoalMetrics;

// Finds members that a filter names but no fact has; most likely they are misspelt.
internal sealed class MemberCheck
{
    private static readonly FindingKind UnknownMember = new(
        "QUERY-UNKNOWN-MEMBER",
        FindingSeverity.Warning,
        new("No fact of table '{table}' has '{member}' in '{dimension}', which a filter of '{measure}' names.{hint}",
            "Ingen rækker i tabellen '{table}' har '{member}' i '{dimension}', som et filter på '{measure}' bruger.{hint}"),
        new("Correct the filter, letter case included, or load the facts.",
            "Ret filteret (også store og små bogstaver), eller indlæs de manglende data."));

    private static readonly LocalizedText Hint = new(" The nearest: {nearest}.", " Nærmest: {nearest}.");

    private readonly List<Named> _named;
    private readonly Dictionary<(string Table, string Dimension), ReadingPart> _asked = [];
    private readonly ReadingPlan _plan;

    // Only the named members are read with the rest of the plan: a few groups, however many members there are.
    public MemberCheck(IReadOnlyList<Metric> metrics, Filter? filter, ReadingPlan plan)
    {
        _plan = plan;

        // A live table has only the dimensions of its cells to group by.
        _named = [.. metrics.SelectMany(metric => NamedBy(metric, filter)).Distinct()
            .Where(name => plan.Tables.Of(name.Table).Breakdowns.Contains(name.Dimension))];
        foreach (var together in _named.GroupBy(name => (name.Table.Name, name.Dimension)))
        {
            var members = together.Select(name => name.Member).Distinct(StringComparer.Ordinal);
            _asked.Add(together.Key, Ask(plan, together.First(), Filter.In(together.Key.Dimension, [.. members])));
        }
    }

    // Null where listing members is not cheap, or no filter names any.
    public static MemberCheck? WhereCheap(IReadOnlyList<Metric> metrics, Filter? filter, ReadingPlan plan)
    {
        var isCheap = plan.Tables.Source.Capabilities.MembersAreCheap;
        if (isCheap && HasFilters(metrics, filter))
        {
            return new(metrics, filter, plan);
        }

        return null;
    }

    private static bool HasFilters(IReadOnlyList<Metric> metrics, Filter? filter) =>
        filter is not null || metrics.Any(metric => metric.Filter is not null || metric.Conversion is not null);

    // Finds nothing without a check.
    public static ValueTask<IReadOnlyList<Finding>> FindAsync(MemberCheck? check, CancellationToken cancellationToken)
    {
        if (check is null)
        {
            return new([]);
        }

        return check.FindAsync(cancellationToken);
    }

    // After the plan has been read. All members are read only where one is missing, to name the nearest.
    public async ValueTask<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        List<Named> missing = [.. _named.Where(name => !MembersOf(_asked[(name.Table.Name, name.Dimension)]).Contains(name.Member))];
        if (missing.Count == 0)
        {
            return [];
        }

        var all = new ReadingPlan(_plan.Tables, _plan.AsOf);
        var parts = missing.DistinctBy(name => (name.Table.Name, name.Dimension))
            .ToDictionary(name => (name.Table.Name, name.Dimension), name => Ask(all, name, null));
        await all.ReadAsync(cancellationToken).ConfigureAwait(false);
        var members = parts.ToDictionary(part => part.Key, part => MembersOf(part.Value));
        return
        [
            .. missing.Select(name => Unknown(name, Nearest.Of(name.Member, members[(name.Table.Name, name.Dimension)]))),
        ];
    }

    private static Finding Unknown(Named name, IReadOnlyList<string> nearest) => UnknownMember.At(
        $"measures/{name.Metric.Id}",
        [
            new("table", name.Table.Name),
            new("member", name.Member),
            new("dimension", name.Dimension),
            new("measure", name.Metric.Id),
            new("nearest", nearest),
            new("hint", nearest.Count == 0 ? (object)"" : Hint.Filled("{nearest}", Shown.List(nearest))),
        ]);

    private static IEnumerable<Named> NamedBy(Metric metric, Filter? asked)
    {
        var conversion = metric.Conversion;
        return In(metric.Table, asked)
            .Concat(In(metric.Table, metric.Filter))
            .Concat(In(metric.Table, metric.Among))
            .Concat(In(metric.Table, conversion?.BaseFilter))
            .Concat(conversion is null ? [] : In(conversion.Table, conversion.ConversionFilter));

        IEnumerable<Named> In(TableSchema table, Filter? filter)
        {
            if (filter is null)
            {
                return [];
            }

            return filter.Named().SelectMany(
                named => named.Members.OfType<string>().Select(member => new Named(metric, table, named.Dimension, member)));
        }
    }

    private static ReadingPart Ask(ReadingPlan plan, Named name, Filter? filter)
    {
        var part = plan.Part(filter, [[name.Dimension]]);
        var table = part.Table(name.Table);
        if (table.Description.Coverage is { } coverage && coverage.Start < coverage.End)
        {
            table.Plan(new Aggregate.Count(), [table.Window(coverage)], name.Metric.Id);
        }

        return part;
    }

    private static HashSet<string> MembersOf(ReadingPart part) =>
        part.By(0).Members.Select(key => key.Members[0]).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private readonly record struct Named(Metric Metric, TableSchema Table, string Dimension, string Member);
}
