using EngineTests.Contract;
using EngineTests.Contract.Generating;
using NodaTime;

namespace EngineTests.Scopes;

// An engine that has loaded the facts of several tenants, seen within the scope of the one whose facts the case has. The others have facts
// of the same members at the same times, and before and after them.
internal sealed class ScopedEngine(IEngineUnderTest engine, bool areOthersEarlierAndLater) : IEngineUnderTest
{
    private const string Tenant = "tenant";

    private static readonly string?[] Others = ["b", "A", "", null];

    public bool KeepsFacts => engine.KeepsFacts;

    public bool KnowsLatestFact { get; init; }

    public IMetricSource Load(EngineCase tables)
    {
        var shared = new EngineCase(tables.Calendar, [.. tables.Tables.Select((table, number) => Shared(tables.Calendar, table, number))])
        {
            Requests = tables.Requests,
        };
        return new WithoutScope(engine.Load(shared));
    }

    public bool IsAsked(Aggregate aggregate) => engine.IsAsked(aggregate);

    public bool IsAsked(EngineCase tables, AggregateRequest request) => engine.IsAsked(tables, request);

    private FactSet Shared(ReportingCalendar calendar, FactSet table, int number)
    {
        var random = new Random((1_000 * number) + table.Facts.Count);
        List<Fact> facts = [];
        foreach (var fact in table.Facts)
        {
            facts.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => OfAnother(random, calendar, table)));
            facts.Add(new(0, fact.Time, fact.Date, [.. fact.Members, "a"], fact.Values));
        }

        if (areOthersEarlierAndLater || facts.Count > 0)
        {
            facts.AddRange(Enumerable.Range(0, 3).Select(_ => OfAnother(random, calendar, table)));
        }

        return new(table.Schema.Dimension(Tenant), [.. facts.Select(Numbered)])
        {
            CoveredFrom = table.CoveredFrom,
            CoveredUntil = table.CoveredUntil,
            Gaps = table.Gaps,
        };

        static Fact Numbered(Fact fact, int row) => new(row, fact.Time, fact.Date, fact.Members, fact.Values);
    }

    // Members and values are those of some facts of the case, so that they are the same ones.
    private Fact OfAnother(Random random, ReportingCalendar calendar, FactSet table)
    {
        var schema = table.Schema;
        var like = table.Facts.Count == 0 ? null : table.Facts[random.Next(table.Facts.Count)];
        var days = areOthersEarlierAndLater ? random.Next(-5, 6) : 0;
        var date = calendar.DateOf(like?.Time ?? calendar.StartOfDay(new(2026, 10, 25))).PlusDays(days);
        var time = like is not null && days == 0 ? like.Time : calendar.StartOfDay(date) + Duration.FromMinutes(random.Next(1_440));
        return new(
            0,
            schema.Time == FactTime.Date ? calendar.StartOfDay(date) : time,
            schema.Time == FactTime.Date ? date : default,
            [.. like?.Members ?? schema.Dimensions.Select(MemberOf), Others[random.Next(Others.Length)]],
            [.. schema.Columns.Select((_, i) => like is null || random.Next(3) == 0 ? 1_000_000m : like.Values[i])]);
    }

    // An amount needs a currency.
    private static string? MemberOf(FactDimension dimension) => dimension.Name == Generated.Currency ? "EUR" : null;

    // The source within the scope, with descriptions as if the dimension of the scope were not there.
    private sealed class WithoutScope(IMetricSource shared) : IMetricSource, IDisposable
    {
        private readonly IMetricSource _seen = shared.Within(Filter.Equal(Tenant, "a"));

        public ReportingCalendar Calendar => _seen.Calendar;

        public SourceCapabilities Capabilities => _seen.Capabilities;

        public async ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
        {
            var described = await _seen.DescribeAsync(tables, cancellationToken);
            return [.. described.Select(table => new TableDescription(Without(table.Schema), table.Coverage)
            {
                Gaps = table.Gaps,
                IsEmpty = table.IsEmpty,
                EarliestFact = table.EarliestFact,
                LatestFact = table.LatestFact,
            })];
        }

        public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
            _seen.AggregateAsync(requests, cancellationToken);

        public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default) =>
            _seen.ReadAsync(request, cancellationToken);

        public void Dispose() => (shared as IDisposable)?.Dispose();

        private static TableSchema Without(TableSchema schema) => schema.Columns.Aggregate(
            schema.Dimensions.Where(dimension => dimension.Name != Tenant)
                .Aggregate(TableSchema.Named(schema.Name, schema.Time), (table, dimension) => table.Dimension(dimension)),
            (table, column) => table.WithValuesOf(column));
    }
}
