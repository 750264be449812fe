using NodaTime;

namespace GoalMetrics.Tests.Engines.Scopes;

// Facts of several tenants at random, and two sources that have to agree: one has them all and is seen within a scope, the other has only
// those of the scope.
internal sealed class TenantCase
{
    public static readonly LocalDate First = new(2026, 3, 1);
    public const int Span = 60;

    private static readonly string?[] Tenants = ["a", "a", "b", "B", null];
    private static readonly (Filter Filter, Func<Fact, bool> IsSeen)[] Scopes =
    [
        (Filter.Equal("tenant", "a"), fact => fact.Tenant == "a"),
        (Filter.Equal("tenant", "a"), fact => fact.Tenant == "a"),
        (Filter.IsNull("tenant"), fact => fact.Tenant is null),
        (Filter.In("tenant", "b", null), fact => fact.Tenant is "b" or null),
        (!Filter.Equal("tenant", "b"), fact => fact.Tenant != "b"),
        (Filter.Equal("tenant", "a") & Filter.Compare("amount", Comparison.Less, 5m), fact => fact is { Tenant: "a", Amount: < 5m }),
        (Filter.Equal("tenant", "nobody"), _ => false),
    ];

    private TenantCase(Random random, Func<InMemorySource, IMetricSource> engine, bool isCovered)
    {
        Calendar = random.Next(2) == 0 ? ReportingCalendar.Utc : ReportingCalendar.Iso("Europe/Copenhagen");
        var (events, orders, rates) = (Facts(random), Facts(random), Facts(random));
        var (filter, isSeen) = Scopes[random.Next(Scopes.Length)];
        var inner = random.Next(3) == 0;
        IEnumerable<Fact> Seen(Fact[] facts) => facts.Where(isSeen).Where(fact => !inner || fact.Channel == "email");
        var all = Source(Table("events", events, isCovered), Table("orders", orders, isCovered), Rates(rates));
        Own = engine(Source(Table("events", Seen(events), isCovered), Table("orders", Seen(orders), isCovered), Rates(rates)));
        Scoped = engine(all).Within(filter, except: ["rates"]);
        Scoped = inner ? Scoped.Within(Filter.Equal("channel", "email"), except: ["rates"]) : Scoped;
    }

    public ReportingCalendar Calendar { get; }

    public IMetricSource Own { get; }

    public IMetricSource Scoped { get; }

    // The coverage of tables in memory is theirs alone where it is not stated; an engine's is what it states.
    public static TenantCase InMemory(Random random) => new(random, all => all, isCovered: random.Next(2) == 0);

    public static TenantCase Over(Random random, Func<InMemorySource, IMetricSource> engine) => new(random, engine, isCovered: true);

    private InMemorySource Source(params FactTable[] tables) => new(Calendar, [.. tables]);

    private static Fact[] Facts(Random random) => [.. Enumerable.Range(0, random.Next(24)).Select(_ => new Fact(
        Tenants[random.Next(Tenants.Length)],
        First.PlusDays(random.Next(Span)),
        random.Next(24),
        random.Next(3) == 0 ? "email" : "search",
        random.Next(5) == 0 ? null : $"u{random.Next(4)}",
        random.Next(6) == 0 ? null : random.Next(-900, 900) / 100m))];

    private FactTable Table(string name, IEnumerable<Fact> facts, bool isCovered)
    {
        var builder = FactTable.From(name, facts);
        builder = name == "events"
            ? builder.At(fact => (Instant?)(Calendar.StartOfDay(fact.Date) + Duration.FromHours(fact.Hour)))
            : builder.At(fact => (LocalDate?)fact.Date);
        builder = builder
            .Dimension("tenant", fact => fact.Tenant)
            .Dimension("channel", fact => fact.Channel)
            .Dimension("who", fact => fact.Who)
            .Value("amount", fact => fact.Amount, Unit.Money("DKK"))
            .Balance("stock", fact => fact.Amount, Unit.Money("DKK"));
        return (isCovered ? builder.Covering(First, First.PlusDays(Span)) : builder).Build();
    }

    private static FactTable Rates(Fact[] facts) => FactTable.From("rates", facts)
        .At(fact => (LocalDate?)fact.Date)
        .Dimension("channel", fact => fact.Channel)
        .Value("amount", fact => fact.Amount, Unit.Ratio)
        .Build();

    private sealed record Fact(string? Tenant, LocalDate Date, int Hour, string Channel, string? Who, decimal? Amount);
}
