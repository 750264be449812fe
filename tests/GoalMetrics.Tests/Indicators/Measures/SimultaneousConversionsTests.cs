using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>At one instant, which row comes first decides only between two facts that are each both kinds of events.</summary>
public sealed class SimultaneousConversionsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly Filter IsCart = Filter.Equal("step", "cart");
    private static readonly Filter IsCheckout = Filter.Equal("step", "checkout");

    // Of three carts, ann's checkout comes a minute later, bob's at the same time, and cid has none.
    private static readonly Step[] Steps =
    [
        new(0, "ann", "cart"), new(1, "ann", "checkout"), new(0, "bob", "cart"), new(0, "bob", "checkout"), new(0, "cid", "cart"),
    ];

    public static TheoryData<string, bool, bool> Shapes => new(
        from engine in new[] { "memory", "facts", "scope" }
        from isReversed in new[] { false, true }
        from hasDates in new[] { false, true }
        select (engine, isReversed, hasDates));

    [Theory, MemberData(nameof(Shapes))] // 2 of 3, and not 1 of 3 when loaded the other way round.
    public async Task Converted_StepsAtTheSameTimeInOneTable_CountInAnyOrderOfRows(string engine, bool isReversed, bool hasDates)
    {
        var table = Table("steps", Ordered(Steps, isReversed), hasDates);
        var conversions = Conversions.Of(table, table, "customer", Duration.FromDays(1)).Where(IsCart).WhereConversion(IsCheckout);
        (await CountAsync(engine, conversions, table)).Should().Be((2m, 2m));
    }

    [Theory, MemberData(nameof(Shapes))]
    public async Task Converted_StepsAtTheSameTimeInTwoTables_CountInAnyOrderOfRows(string engine, bool isReversed, bool hasDates)
    {
        var carts = Table("carts", Ordered(Steps.Where(step => step.Name == "cart"), isReversed), hasDates);
        var checkouts = Table("checkouts", Ordered(Steps.Where(step => step.Name == "checkout"), isReversed), hasDates);
        var conversions = Conversions.Of(carts, checkouts, "customer", Duration.FromDays(1));
        (await CountAsync(engine, conversions, carts, checkouts)).Should().Be((2m, 2m));
    }

    [Theory, MemberData(nameof(Shapes))] // Each of three purchases but the last is repeated by the next; none by itself.
    public async Task Converted_RepeatsAtTheSameTime_AreOneFewerThanThePurchases(string engine, bool isReversed, bool hasDates)
    {
        Step[] purchases = [new(0, "ann", "a"), new(0, "ann", "b"), new(0, "ann", "c"), new(0, "bob", "a"), new(0, null, "a")];
        var table = Table("orders", Ordered(purchases, isReversed), hasDates);
        (await CountAsync(engine, Conversions.Of(table, table, "customer", Duration.FromDays(1)), table)).Should().Be((2m, 2m));
    }

    [Theory, MemberData(nameof(Shapes))] // Trial, upgrade and the purchase that is a renewal too, all at once.
    public async Task Converted_SomeAreBoth_TheyLookBackAndToThoseThatAreNot(string engine, bool isReversed, bool hasDates)
    {
        // Base events are trial and order, conversions order and upgrade; only the order is both.
        Step[] all = [new(0, "ann", "order"), new(0, "ann", "trial"), new(0, "ann", "upgrade")];
        var table = Table("steps", Ordered(all, isReversed), hasDates);
        var conversions = Conversions.Of(table, table, "customer", Duration.FromDays(1))
            .Where(Filter.In("step", "trial", "order")).WhereConversion(Filter.In("step", "order", "upgrade"));

        // In this order the last base event is the trial, which takes both. The other way round the upgrade takes the order, and the order
        // the trial.
        (await CountAsync(engine, conversions, table)).Should().Be(isReversed ? (2m, 2m) : (1m, 2m));
    }

    [Fact] // The order of the facts is stated: 2 comes after 1, however the rows stand.
    public async Task Credited_OrderOfFactsIsStated_DecidesBetweenThoseThatAreBoth()
    {
        var table = FactTable.From("orders", new[] { (Number: 2m, Kind: "second"), (Number: 1m, Kind: "first") })
            .At(_ => new LocalDate(2026, 1, 1)).Dimension("customer", _ => "ann").Dimension("step", row => row.Kind)
            .Value("number", row => row.Number, Unit.Count()).OrderedBy("number").Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
        var repeated = Conversions.Of(table, table, "customer", Duration.FromDays(1)).Converted("repeated");

        var answer = await new InMemorySource(Calendar, table)
            .QueryAsync(Query.For(repeated).By("step").AsOf(Calendar.StartOfDay(new(2026, 1, 20))), TestContext.Current.CancellationToken);

        answer["first", repeated].Amount.Should().Be(1m);
        answer["second", repeated].Amount.Should().Be(0m);
    }

    [Fact] // A crowd at one instant, each of which is both: the answer is known, and not looked for row by row.
    public void Converted_ManyAtTheSameTime_IsQuick()
    {
        const int count = 200_000;
        var table = Table("orders", Enumerable.Repeat(new Step(0, "guest", "order"), count), hasDates: true);
        var repeated = Conversions.Of(table, table, "customer", Duration.FromDays(1)).Converted("repeated");
        var query = Query.For(repeated).AsOf(Calendar.StartOfDay(new(2026, 1, 20)));
        new InMemorySource(Calendar, table).Query(query).Total[repeated].Amount.Should().Be(count - 1);
    }

    private static async Task<(decimal Converted, decimal Credited)> CountAsync(
        string engine, Conversions conversions, params FactTable[] tables)
    {
        var (converted, credited) = (conversions.Converted("converted"), conversions.Credited("credited"));
        var memory = new InMemorySource(Calendar, tables);
        IMetricSource source = engine switch
        {
            "memory" => memory,
            "scope" => memory.Within(!Filter.Equal("customer", "nobody")),
            _ => new ProbedSource(memory) { Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true } },
        };
        var query = Query.For(converted, credited).AsOf(Calendar.StartOfDay(new(2026, 1, 20)));
        var total = (await source.QueryAsync(query, TestContext.Current.CancellationToken)).Total;
        return (total[converted].Amount, total[credited].Amount);
    }

    private static IEnumerable<Step> Ordered(IEnumerable<Step> steps, bool isReversed) => isReversed ? steps.Reverse() : steps;

    private static FactTable Table(string name, IEnumerable<Step> steps, bool hasDates)
    {
        var builder = FactTable.From(name, steps);
        builder = hasDates
            ? builder.At(_ => new LocalDate(2026, 1, 1))
            : builder.At(step => Instant.FromUtc(2026, 1, 1, 10, step.Minute));
        return builder.Dimension("customer", step => step.Customer).Dimension("step", step => step.Name)
            .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
    }

    private sealed record Step(int Minute, string? Customer, string Name);
}
