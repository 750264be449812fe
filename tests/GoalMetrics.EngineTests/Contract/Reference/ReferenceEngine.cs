using System.Runtime.CompilerServices;

namespace EngineTests.Contract.Reference;

/// <summary>
/// What every request means, fact by fact and without a thought for speed. It shares no code with any engine, and is itself a source made
/// of nothing but the public seam.
/// </summary>
public sealed class ReferenceEngine(ReportingCalendar calendar, IReadOnlyList<FactSet> tables) : IMetricSource
{
    // Facts in a gap are as good as not there.
    private readonly List<FactSet> _tables = [.. tables.Select(table => table.WithFactsThatCount(calendar))];

    public ReportingCalendar Calendar => calendar;

    public SourceCapabilities Capabilities { get; } = new() { RanksMembers = true, ReadsFacts = true, DerivesDimensions = true };

    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default) =>
        new([.. tables.Select(name => Describe(Table(name)))]);

    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
        new([.. requests.Select(Answer)]);

    public async IAsyncEnumerable<FactBatch> ReadAsync(
        FactRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var table = Table(request.Table.Name);
        var facts = table.Facts
            .Where(fact => fact.Time < request.AsOf && Passes(request.Filter, table, fact))
            .Where(fact => request.Time is not { } time || time.Windows.Any(window => IsIn(fact, time, window)))
            .OrderBy(fact => request.Entity is { } entity ? table.MemberOf(fact, entity) : null, MemberOrder.Ordinal)
            .ThenBy(table.PlaceOf)
            .ToList();
        if (facts.Count == 0)
        {
            yield break;
        }

        List<string?>[] members = [.. request.Dimensions.Select(name => facts.Select(fact => table.MemberOf(fact, name)).ToList())];
        List<decimal?>[] values = [.. request.Columns.Select(name => facts.Select(fact => table.ValueOf(fact, name)).ToList())];
        yield return table.Schema.Time == FactTime.Date
            ? new([.. facts.Select(fact => fact.Date)], members, values)
            : new([.. facts.Select(fact => fact.Time)], members, values);
    }

    private string Names => string.Join(", ", _tables.Select(table => table.Schema.Name));

    internal FactSet Table(string name) => _tables.FirstOrDefault(table => table.Schema.Name == name)
        ?? throw new ArgumentException($"The source has no table '{name}'; it has {Names}.");

    internal static bool Passes(Filter? filter, FactSet table, Fact fact) => filter is null || filter.Accept(new FactFilter(table, fact));

    internal static bool IsIn(Fact fact, TimeCuts time, CutRange window) => time.Kind == FactTime.Date
        ? time.Dates[window.Start] <= fact.Date && fact.Date < time.Dates[window.End]
        : time.Instants[window.Start] <= fact.Time && fact.Time < time.Instants[window.End];

    private TableDescription Describe(FactSet table) => new(table.Schema, table.CoverageIn(calendar))
    {
        Gaps = table.GapsIn(calendar),
        IsEmpty = table.Facts.Count == 0,
        EarliestFact = table.Facts.Count == 0 ? null : table.Facts.Min(fact => fact.Time),
        LatestFact = table.Facts.Count == 0 ? null : table.Facts.Max(fact => fact.Time),
    };

    private AggregateAnswer Answer(AggregateRequest request)
    {
        var table = Table(request.Table.Name);
        return new(request.Groupings.Select(dimensions => Rows(request, table, dimensions)));
    }

    private AggregateRows Rows(AggregateRequest request, FactSet table, IReadOnlyList<string> dimensions)
    {
        var rows = new AggregateRows(dimensions.Count, request.Aggregates.Count);
        for (var window = 0; window < request.Time.Windows.Count; window++)
        {
            List<Fact> inside = [.. table.Facts.Where(fact => IsIn(fact, request.Time, request.Time.Windows[window]))];
            var groups = inside
                .Where(fact => Passes(request.Filter, table, fact))
                .GroupBy(fact => dimensions.Select(dimension => MemberOf(fact, dimension)).ToArray(), MemberOrder.SameMembers)
                .Select(group => (Members: group.Key, Values: Values(request, table, [.. group], inside)));
            foreach (var (members, values) in Largest(groups, request.Ranking))
            {
                rows.Add(window, members, values);
            }
        }

        return rows;

        string? MemberOf(Fact fact, string name) => request.Derived.FirstOrDefault(derived => derived.Name == name) is { } derived
            ? derived.Accept(new FactMember(table, fact))
            : table.MemberOf(fact, name);
    }

    private AggregateValue[] Values(AggregateRequest request, FactSet table, IReadOnlyList<Fact> group, IReadOnlyList<Fact> window) =>
        [.. request.Aggregates.Select(aggregate =>
    {
        List<Fact> passing = [.. group.Where(fact => Passes(aggregate.Filter, table, fact))];
        return aggregate.Accept(new ReferenceAggregate(this, table, passing, window, request.AsOf));
    })];

    private static IEnumerable<(string?[] Members, AggregateValue[] Values)> Largest(
        IEnumerable<(string?[] Members, AggregateValue[] Values)> groups, MemberRanking? ranking) => ranking is null
        ? groups
        : groups
            .OrderByDescending(group => group.Values[ranking.By].IsDefined)
            .ThenByDescending(group => ExactNumber.Of(group.Values[ranking.By]))
            .ThenBy(group => group.Members, MemberOrder.OfAll)
            .Take(ranking.Count);
}
