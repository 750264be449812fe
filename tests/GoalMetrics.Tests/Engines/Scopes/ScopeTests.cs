using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.Scopes;

/// <summary>What is seen of the facts within a scope, through both doors: tables in memory, and any other engine.</summary>
public sealed class ScopeTests
{
    private const string Refusal =
        "Table 'rates' does not fit the scope that its source is seen through. Table 'rates' has no dimension 'tenant'; it has none."
        + " A table that everyone may see whole is named as an exception: Within(filter, except: [\"rates\"]).";

    private static readonly LocalDate First = new(2026, 9, 1);
    private static readonly Filter OfA = Filter.Equal("tenant", "a");

    // Tenant a sold 60 kroner on the 2nd and the 3rd; b sold before and after that. The last two sales are of neither.
    private static readonly FactTable Sales = FactTable.From("sales", new[]
        {
            Sale("b", 1, "shop", 900m), Sale("a", 2, "shop", 10m), Sale("a", 3, "web", 20m), Sale("a", 3, "web", 30m),
            Sale("b", 20, "phone", 400m), Sale(null, 4, "web", 7m), Sale(null, 5, "fair", 8m),
        })
        .At(sale => new LocalDate(2026, 9, sale.Day))
        .Dimension("tenant", sale => sale.Tenant)
        .Dimension("channel", sale => sale.Channel)
        .MembersInOrder("tenant", "b", "a")
        .MembersInOrder("channel", "phone", "web", "shop")
        .Value("amount", sale => sale.Amount, Unit.Money("DKK"))
        .Build();

    private static readonly FactTable Rates = FactTable.FromSeries("rates", Unit.Money("DKK"), [new(First, 7.46m)]);

    private static readonly InMemorySource Everything = new(ReportingCalendar.Utc, Sales, Rates);

    private static readonly Metric Count = Metric.Count("sales", Sales);
    private static readonly Metric Amount = Metric.Sum("amount", Sales, "amount");
    private static readonly Metric Rate = Metric.Last("rate", Rates, "value");

    public static TheoryData<string> Doors => ["memory", "engine"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Within_ATenant_SeesItsFactsOnly(string door)
    {
        var table = await Seen(door, OfA).QueryAsync(September(Count, Amount).By("tenant", "channel"), Token);

        table.Total[Amount].Should().Be(Money.Dkk(60m));
        table.Select(row => $"{row["tenant"]} {row["channel"]} {row[Count].Amount}").Should().Equal("a web 2", "a shop 1");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Within_TheNullMember_SeesTheFactsWithoutATenant(string door)
    {
        var table = await Seen(door, Filter.IsNull("tenant")).QueryAsync(September(Amount), Token);

        table.Total[Amount].Should().Be(Money.Dkk(15m));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Within_AScope_Narrows(string door)
    {
        var scoped = Seen(door, Filter.In("tenant", "a", null)).Within(Filter.Equal("channel", "web"), except: ["rates"]);
        var beyond = scoped.Within(Filter.Equal("tenant", "b"), except: ["rates"]);

        (await scoped.QueryAsync(September(Amount), Token)).Total[Amount].Should().Be(Money.Dkk(57m));
        (await beyond.QueryAsync(September(Count).By("tenant"), Token)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Within_AFilterThatAsksForOthers_FindsNone(string door)
    {
        var query = September(Count).Where(Filter.Equal("tenant", "b") | !OfA).By("tenant");

        (await Seen(door, OfA).QueryAsync(query, Token)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Within_ATableWithoutTheColumn_IsRefusedByName(string door)
    {
        var scoped = Engine(door).Within(OfA);
        var asking = new Func<Task>[]
        {
            async () => await scoped.QueryAsync(September(Rate), Token),
            async () => await scoped.QueryAsync(September(Amount, Rate), Token),
            async () => await scoped.DescribeAsync(["sales", "rates"], Token),
        };

        foreach (var ask in asking)
        {
            (await ask.Should().ThrowAsync<ArgumentException>()).WithMessage(Refusal);
        }
    }

    [Fact] // Without a description first, which is where an engine's table is refused.
    public async Task Within_ATableWithoutTheColumn_IsNotReadEither()
    {
        var scoped = Everything.Within(OfA);
        var days = TimeCuts.OfDates([First, First.PlusDays(30)], [new(0, 1)]);
        var asOf = Instant.FromUtc(2026, 10, 1, 0, 0);
        var aggregating = async () => await scoped.AggregateAsync([new(Rates, [new Aggregate.Count()], days, asOf)], Token);
        var reading = () => scoped.ReadAsync(new(Rates, asOf), Token);

        (await aggregating.Should().ThrowAsync<ArgumentException>()).WithMessage(Refusal);
        reading.Should().Throw<ArgumentException>().WithMessage(Refusal);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Within_AnException_IsSeenWhole(string door)
    {
        (await Seen(door, OfA).QueryAsync(September(Rate), Token)).Total[Rate].Should().Be(Money.Dkk(7.46m));
    }

    [Fact]
    public void Within_AnExceptionThatIsNoTable_IsRefused()
    {
        Messages.Of<ArgumentException>(() => Everything.Within(OfA, except: ["raets"])).Should().Be(
            "The source has no table 'raets'; it has rates, sales. Did you mean 'rates'? (Parameter 'except')");
    }

    [Fact]
    public void Within_Null_Throws()
    {
        Messages.Of<ArgumentNullException>(() => Everything.Within(null!)).Should().Contain("'filter'");
        Messages.Of<ArgumentNullException>(() => Engine("engine").Within(null!)).Should().Contain("'filter'");
        Messages.Of<ArgumentNullException>(() => ((IMetricSource)null!).Within(OfA)).Should().Contain("'source'");
        Messages.Of<ArgumentException>(() => Engine("engine").Within(OfA, except: [null!])).Should().Contain("'except'");
    }

    // Other tenants' days are not the tenant's: its facts are of the 2nd and the 3rd.
    [Fact]
    public async Task Describe_InMemory_CoversTheFactsThatAreSeen()
    {
        var described = (await Everything.Within(OfA, except: ["rates"]).DescribeAsync(["sales"], Token)).Single();

        described.Coverage.Should().Be(new Interval(Instant.FromUtc(2026, 9, 2, 0, 0), Instant.FromUtc(2026, 9, 4, 0, 0)));
        described.LatestFact.Should().Be(Instant.FromUtc(2026, 9, 3, 0, 0));
    }

    [Fact]
    public async Task Describe_NoFactsInTheScope_CoversNothing()
    {
        var described = (await Everything.Within(Filter.Equal("tenant", "c")).DescribeAsync(["sales"], Token)).Single();

        (described.Coverage, described.LatestFact).Should().Be((null, null));
    }

    // What was stated holds for everyone: a day without sales of the tenant is a day with 0 sales.
    [Fact]
    public async Task Describe_CoverageThatIsStated_Holds()
    {
        var stated = FactTable.From("sales", new[] { ("a", 2), ("b", 9) })
            .At(sale => new LocalDate(2026, 9, sale.Item2))
            .Dimension("tenant", sale => sale.Item1)
            .Covering(First, First.PlusDays(30))
            .Build();
        var scoped = new InMemorySource(ReportingCalendar.Utc, stated).Within(OfA);
        var described = (await scoped.DescribeAsync(["sales"], Token)).Single();

        described.Coverage.Should().Be(new Interval(Instant.FromUtc(2026, 9, 1, 0, 0), Instant.FromUtc(2026, 10, 1, 0, 0)));
        described.LatestFact.Should().Be(Instant.FromUtc(2026, 9, 2, 0, 0));
    }

    // An engine says what its tables cover. Whose fact is the latest, it does not say.
    [Fact]
    public async Task Describe_AnEngine_KeepsItsCoverageWithoutTheLatestFact()
    {
        var described = (await Seen("engine", OfA).DescribeAsync(["sales", "rates"], Token)).ToList();

        described[0].Coverage.Should().Be(new Interval(Instant.FromUtc(2026, 9, 1, 0, 0), Instant.FromUtc(2026, 9, 21, 0, 0)));
        described[0].LatestFact.Should().BeNull();
        described[1].LatestFact.Should().Be(Instant.FromUtc(2026, 9, 1, 0, 0));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Describe_MembersInOrder_ListsThoseOfTheScopeOnly(string door)
    {
        var described = (await Seen(door, OfA & !Filter.Equal("channel", "phone")).DescribeAsync(["sales"], Token)).Single();

        described.Schema.Dimensions.Select(dimension => string.Join(", ", dimension.Order)).Should().Equal("a", "web, shop");
    }

    // It is not known whose they are, and the tenant's numbers may lack them.
    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Describe_RefusedRows_AreCounted(string door)
    {
        var table = FactTable.From("sales", new (string Tenant, LocalDate? Date)[] { ("a", First), ("b", null) })
            .At(sale => sale.Date)
            .Dimension("tenant", sale => sale.Tenant)
            .KeepGoodRows()
            .Build();
        var memory = new InMemorySource(ReportingCalendar.Utc, table);
        var scoped = (door == "memory" ? memory : (IMetricSource)new ProbedSource(memory)).Within(OfA);

        (await scoped.DescribeAsync(["sales"], Token)).Single().RefusedRows.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task CheckMembers_AMisspeltMember_IsComparedWithThoseOfTheScope(string door)
    {
        var query = September(Count).Where(Filter.Equal("channel", "phon") | Filter.Equal("tenant", "b"));

        var findings = await Seen(door, OfA).CheckMembersAsync(query, Token);

        findings.Select(finding => finding.Message()).Should().Equal(
            "No fact of table 'sales' has 'phon' in 'channel', which a filter of 'sales' names.",
            "No fact of table 'sales' has 'b' in 'tenant', which a filter of 'sales' names. The nearest: a.");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Top_TheLargest_AreTheLargestOfTheScope(string door)
    {
        var table = await Seen(door, OfA).QueryAsync(September(Amount).By("channel").Top(1, "channel", by: Amount), Token);

        table.Select(row => $"{row["channel"]} {row[Amount].Amount}").Should().Equal("web 50", "other 10");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Read_FactsOneByOne_AreThoseOfTheScope(string door)
    {
        var request = new FactRequest(Sales, Instant.FromUtc(2026, 10, 1, 0, 0))
        {
            Dimensions = ["tenant"],
            Columns = ["amount"],
            Filter = !Filter.Equal("channel", "shop"),
        };
        List<string> read = [];
        await foreach (var batch in Seen(door, OfA).ReadAsync(request, Token))
        {
            read.AddRange(Enumerable.Range(0, batch.Count).Select(row => $"{batch.Members[0][row]} {batch.Values[0][row]}"));
        }

        read.Should().Equal("a 20", "a 30");
    }

    [Fact]
    public void Within_InMemory_AnswersWithoutWaiting()
    {
        var scoped = Everything.Within(OfA, except: ["rates"]);
        var goal = new SmartGoal("more")
        {
            Measure = Amount,
            Target = Target.Reach(Money.Dkk(80m)),
            Period = ReportingCalendar.Utc.Range(First.PlusDays(1), First.PlusDays(3)),
        };
        var asOf = Instant.FromUtc(2026, 9, 4, 0, 0);

        scoped.Query(September(Amount)).Total[Amount].Should().Be(Money.Dkk(60m));
        GoalTracker.Default.Track(goal, scoped, asOf).Actual.Should().Be(Money.Dkk(60m));
        Scorecard.Create(new Strategy { Goals = [goal] }, scoped, asOf).Goals.Single().Actual.Should().Be(Money.Dkk(60m));
    }

    [Fact] // An engine that cannot filter says so.
    public async Task Within_AnEngineWithoutFilters_IsRefusedByIt()
    {
        var engine = new ProbedSource(Everything)
        {
            Request = request => _ = request.Filter is null ? 0 : throw new NotSupportedException("It cannot be filtered."),
        };
        var asking = async () => await engine.Within(OfA).QueryAsync(September(Amount), Token);

        (await asking.Should().ThrowAsync<NotSupportedException>()).WithMessage("It cannot be filtered.");
    }

    [Fact]
    public void Within_AnEngine_IsAsCapableAsTheEngine()
    {
        var engine = new ProbedSource(Everything) { Capabilities = new() { RanksMembers = true, ReadsFacts = true } };
        var scoped = engine.Within(OfA);

        scoped.Capabilities.Should().BeSameAs(engine.Capabilities);
        scoped.Calendar.Should().BeSameAs(engine.Calendar);
        scoped.GetType().GetProperties().Select(property => property.Name).Should().BeEquivalentTo("Calendar", "Capabilities");
        scoped.GetType().GetFields().Should().BeEmpty();
    }

    private static Query September(params Measure[] measures) => Query.For(measures).Between(First, First.PlusDays(30));

    private static IMetricSource Engine(string door) => door == "memory" ? Everything : new ProbedSource(Everything);

    private static IMetricSource Seen(string door, Filter filter) => Engine(door).Within(filter, except: ["rates"]);

    private static OneSale Sale(string? tenant, int day, string channel, decimal amount) => new(tenant, day, channel, amount);

    private sealed record OneSale(string? Tenant, int Day, string Channel, decimal Amount);
}
