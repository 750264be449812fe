using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>
/// A balance counts an entity once, under the member of its own latest fact. Every question is asked of a table in memory, of a live
/// one, within a scope, and of an engine that can only read facts.
/// </summary>
public sealed class MovingBalanceTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly TableSchema Subscriptions = TableSchema.Named("subscriptions", FactTime.Date)
        .Dimension("customer").Dimension("plan").Dimension("tenant").Balance("mrr", Unit.Money("EUR"));

    // Ann goes from basic to pro on 20 January.
    private static readonly Fact[] AnnMoves =
    [
        new(new(2026, 1, 1), "ann", "basic", 10m), new(new(2026, 1, 1), "bob", "basic", 10m), new(new(2026, 1, 20), "ann", "pro", 30m),
    ];

    private static readonly Metric Mrr = Metric.Balance("mrr", Subscriptions, "mrr", entity: "customer");
    private static readonly Metric Opening = Metric.Balance("opening", Subscriptions, "mrr", BalanceValue.First, "customer");
    private static readonly Metric Mean = Metric.Balance("mean", Subscriptions, "mrr", BalanceValue.Average, "customer");
    private static readonly Filter IsBasic = Filter.Equal("plan", "basic");

    public static TheoryData<string> Engines => ["memory", "live", "scope", "facts"];

    [Theory, MemberData(nameof(Engines))] // 10 and 30, not 20 and 30.
    public async Task Balance_ByADimensionItsEntityMovesIn_CountsTheEntityOnce(string engine)
    {
        var table = await AskAsync(engine, AnnMoves, Query.For(Mrr, Opening, Mean).By("plan"), Mrr, Opening, Mean);

        Of(table, Mrr).Should().Equal(("basic", 10m), ("pro", 30m), ("total", 40m));
        Of(table, Opening).Should().Equal(("basic", 20m), ("pro", 0m), ("total", 20m));
        Of(table, Mean).Should().Equal(("basic", 10m), ("pro", 20m), ("total", 30m));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Balance_ByMonth_IsWhereTheEntityWasAtTheEndOfEach(string engine)
    {
        Fact[] facts = [.. AnnMoves, new(new(2026, 2, 3), "ann", "basic", 12m), new(new(2026, 2, 9), "bob", "pro", 30m)];
        var table = await AskAsync(engine, facts, Query.For(Mrr).Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month).By("plan"), Mrr);

        table[Calendar.Month(2026, 1), "basic", Mrr].Amount.Should().Be(10m);
        table[Calendar.Month(2026, 1), "pro", Mrr].Amount.Should().Be(30m);
        table[Calendar.Month(2026, 2), "basic", Mrr].Amount.Should().Be(12m);
        table[Calendar.Month(2026, 2), "pro", Mrr].Amount.Should().Be(30m);
        table.MemberTotal("basic")[Mrr].Amount.Should().Be(12m);
        table.MemberTotal("pro")[Mrr].Amount.Should().Be(30m);
        table.Total[Mrr].Amount.Should().Be(42m);
    }

    [Theory, MemberData(nameof(Engines))] // 10, not 20. The filter of a query and that of the metric mean the same.
    public async Task Filter_OnADimensionItsEntityMovesIn_ChoosesAmongLatestFacts(string engine)
    {
        var basic = Mrr.Where(IsBasic).As("basic");
        var carried = Mrr.CarriedForward();
        var carriedBasic = basic.CarriedForward();
        var months = Query.For(basic, carriedBasic).Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month);

        var own = await AskAsync(engine, AnnMoves, months, basic, carriedBasic);
        own[Calendar.Month(2026, 1), basic].Amount.Should().Be(10m);
        own[Calendar.Month(2026, 2), basic].Reason.Should().Be(UndefinedReason.NoData);
        own[Calendar.Month(2026, 1), carriedBasic].Amount.Should().Be(10m);
        own[Calendar.Month(2026, 2), carriedBasic].Amount.Should().Be(10m);

        var asked = Query.For(Mrr, carried).Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month).Where(IsBasic);
        var ofQuery = await AskAsync(engine, AnnMoves, asked, Mrr, carried);
        ofQuery[Calendar.Month(2026, 1), Mrr].Amount.Should().Be(10m);
        ofQuery[Calendar.Month(2026, 1), carried].Amount.Should().Be(10m);
        ofQuery[Calendar.Month(2026, 2), carried].Amount.Should().Be(10m);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task CarriedForward_ByADimensionItsEntityMovesIn_DoesNotKeepTheOldMemberAlive(string engine)
    {
        var carried = Mrr.CarriedForward();
        var query = Query.For(carried).Between(new(2026, 1, 1), new(2026, 4, 1)).By(Grain.Month).By("plan");
        Fact[] facts = [.. AnnMoves, new(new(2026, 3, 5), "bob", "pro", 30m)];

        var table = await AskAsync(engine, facts, query, carried);

        Amounts(Calendar.Month(2026, 1)).Should().Equal(10m, 30m, 40m);
        Amounts(Calendar.Month(2026, 2)).Should().Equal(10m, 30m, 40m);
        Amounts(Calendar.Month(2026, 3)).Should().Equal(0m, 60m, 60m);

        IEnumerable<decimal> Amounts(ReportingPeriod month) =>
            [table[month, "basic", carried].Amount, table[month, "pro", carried].Amount, table.TotalOf(month)[carried].Amount];
    }

    [Theory, MemberData(nameof(Engines))] // Everyone has left: that is known, and not the same as no facts.
    public async Task Balance_OfAMemberThatAllHaveLeft_IsZero_AndOfOneWithoutFactsUndefined(string engine)
    {
        Fact[] facts = [new(new(2026, 1, 1), "ann", "basic", 10m), new(new(2026, 1, 2), "ann", "pro", 30m)];
        var free = Mrr.Where(Filter.Equal("plan", "free")).As("free");
        var table = await AskAsync(engine, facts, Query.For(Mrr, free).By("plan"), Mrr, free);

        Of(table, Mrr).Should().Equal(("basic", 0m), ("pro", 30m), ("total", 30m));
        table.Total[free].Reason.Should().Be(UndefinedReason.NoData);
    }

    [Theory, MemberData(nameof(Engines))] // The last row of a moment is the latest, in the order the rows have.
    public async Task Balance_OfTwoFactsAtOneMoment_IsThatOfTheLastOne(string engine)
    {
        Fact[] facts = [new(new(2026, 1, 1), "ann", "pro", 30m), new(new(2026, 1, 1), "ann", "basic", 10m)];
        Of(await AskAsync(engine, facts, Query.For(Mrr).By("plan"), Mrr), Mrr).Should().Equal(("basic", 10m), ("pro", 0m), ("total", 10m));

        facts = [facts[1], facts[0]];
        Of(await AskAsync(engine, facts, Query.For(Mrr).By("plan"), Mrr), Mrr).Should().Equal(("basic", 0m), ("pro", 30m), ("total", 30m));
    }

    [Theory, MemberData(nameof(Engines))] // A filter on values: customers who pay 20 or more at the end, not at any time.
    public async Task Filter_OnValues_ChoosesAmongLatestFacts(string engine)
    {
        var large = Mrr.Where(Filter.Compare("mrr", Comparison.GreaterOrEqual, 20m)).As("large");
        Fact[] facts = [.. AnnMoves, new(new(2026, 1, 2), "cem", "pro", 30m), new(new(2026, 1, 21), "cem", "basic", 5m)];

        var table = await AskAsync(engine, facts, Query.For(large).By("plan"), large);

        Of(table, large).Should().Equal(("basic", null), ("pro", 30m), ("total", 30m));
    }

    [Theory, MemberData(nameof(Engines))] // Pending lines are no balances: the booked one before them still stands.
    public async Task Among_SaysWhichFactsAreBalances(string engine)
    {
        var booked = Metric.Balance("booked", Subscriptions, "mrr", entity: "customer", among: !Filter.Equal("plan", "pending"));
        var opening = booked.AtFirst(Grain.Day);
        Fact[] facts = [.. AnnMoves, new(new(2026, 1, 25), "ann", "pending", 99m), new(new(2025, 12, 31), "bob", "pending", 1m)];

        var table = await AskAsync(engine, facts, Query.For(booked, opening).By("plan"), booked, opening);

        Of(table, booked).Should().Equal(("basic", 10m), ("pending", null), ("pro", 30m), ("total", 40m));
        table.Total[opening].Amount.Should().Be(20m);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Balance_WithoutAnEntity_IsOfEachCombinationOfMembers(string engine)
    {
        var each = Metric.Balance("each", Subscriptions, "mrr");
        Of(await AskAsync(engine, AnnMoves, Query.For(each).By("plan"), each), each)
            .Should().Equal(("basic", 20m), ("pro", 30m), ("total", 50m));
    }

    [Theory, MemberData(nameof(Engines))] // A null member is a member, and a fact without a value moves no account.
    public async Task Balance_OfNulls_CountsTheNullMemberAndSkipsMissingValues(string engine)
    {
        Fact[] facts =
        [
            new(new(2026, 1, 1), null, "basic", 7m), new(new(2026, 1, 3), null, null, 8m), new(new(2026, 1, 4), null, "pro", null),
        ];
        Of(await AskAsync(engine, facts, Query.For(Mrr).By("plan"), Mrr), Mrr)
            .Should().Equal(("basic", 0m), ("pro", null), (null, 8m), ("total", 8m));
    }

    [Fact] // In Los Angeles the move is on the 31st still, in Copenhagen on the 1st.
    public void Balance_ByInstants_MovesOnTheDayOfTheZone()
    {
        var table = FactTable.From("t", new[] { (Day: 2, Plan: "basic", Mrr: 10m), (Day: 31, Plan: "pro", Mrr: 30m) })
            .At(row => Instant.FromUtc(2026, 1, row.Day, 23, 30))
            .Dimension("customer", _ => "ann").Dimension("plan", row => row.Plan).Balance("mrr", row => row.Mrr, Unit.Money("EUR")).Build();
        var mrr = Metric.Balance("mrr", table, "mrr", entity: "customer");

        January("America/Los_Angeles", "basic").Should().Be(0m);
        January("America/Los_Angeles", "pro").Should().Be(30m);
        January("Europe/Copenhagen", "basic").Should().Be(10m);

        decimal January(string zone, string plan)
        {
            var calendar = ReportingCalendar.Iso(zone);
            var query = Query.For(mrr).During(calendar.Month(2026, 1)).Where(Filter.Equal("plan", plan));
            return new InMemorySource(calendar, table).Query(query).Total[mrr].Amount;
        }
    }

    [Fact] // 731 days, each with all balances before it; the sum of the plans is the total on every one of them.
    public void CarriedForward_ByDay_AddsUpToTheTotal()
    {
        var random = new Random(20261129);
        var facts = Enumerable.Range(0, 5_000)
            .Select(_ => new Fact(new LocalDate(2025, 1, 1).PlusDays(random.Next(731)), $"c{random.Next(300)}", $"p{random.Next(4)}", 1m))
            .ToList();
        var carried = Mrr.CarriedForward();
        var source = new InMemorySource(Calendar, Loaded(facts));

        var table = source.Query(Query.For(carried).Between(new(2025, 1, 1), new(2027, 1, 1)).By(Grain.Day).By("plan"));

        var begun = new HashSet<string?>();
        foreach (var day in Calendar.Range(new(2025, 1, 1), new(2027, 1, 1)).SplitBy(Grain.Day))
        {
            begun.UnionWith(facts.Where(fact => fact.Day == day.StartDate).Select(fact => fact.Customer));
            table.TotalOf(day)[carried].Amount.Should().Be(begun.Count);
            table.Rows.Where(row => row.Period == day).Sum(row => row[carried].AmountOrNull ?? 0m).Should().Be(begun.Count);
        }
    }

    [Fact]
    public void Merge_OfLiveTables_MovesAnEntityFromOneToTheOther()
    {
        var (first, second) = (Live([AnnMoves[0], AnnMoves[1]], [Mrr, Mean]), Live([AnnMoves[2]], [Mrr, Mean]));
        using var file = new MemoryStream();
        second.Save(file);
        file.Position = 0;
        first.Load(file);

        var table = new InMemorySource(Calendar, first).Query(Query.For(Mrr, Mean).By("plan"));

        Of(table, Mrr).Should().Equal(("basic", 10m), ("pro", 30m), ("total", 40m));
        Of(table, Mean).Should().Equal(("basic", 10m), ("pro", 20m), ("total", 30m));
    }

    [Fact]
    public void Among_WithAnUnknownDimension_IsRefused() =>
        FluentActions.Invoking(() => Metric.Balance("b", Subscriptions, "mrr", among: Filter.Equal("status", "booked")))
            .Should().Throw<ArgumentException>().WithMessage("*'status'*");

    private static IEnumerable<(string? Plan, decimal? Amount)> Of(MetricTable table, Measure measure) =>
        table.Rows.Select(row => (row.Members[0], row[measure].AmountOrNull)).Append(("total", table.Total[measure].AmountOrNull));

    private static async Task<MetricTable> AskAsync(string engine, IReadOnlyList<Fact> facts, Query query, params Measure[] kept)
    {
        IMetricSource source = engine switch
        {
            "memory" => new InMemorySource(Calendar, Loaded(facts)),
            "live" => new InMemorySource(Calendar, Live(facts, kept)),
            "scope" => new InMemorySource(Calendar, Loaded(WithOthers(facts))).Within(Filter.Equal("tenant", "own")),
            _ => new ProbedSource(new InMemorySource(Calendar, Loaded(facts)))
            {
                Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true },
            },
        };
        return await source.QueryAsync(query, TestContext.Current.CancellationToken);
    }

    // Another tenant has later and earlier facts of the same customers.
    private static IReadOnlyList<Fact> WithOthers(IReadOnlyList<Fact> facts) =>
    [
        .. facts.SelectMany(fact => new[]
        {
            fact, fact with { Plan = "other", Mrr = 500m, Tenant = "other" }, fact with { Day = new(2026, 1, 1), Tenant = "other" },
        }),
    ];

    private static FactTable Loaded(IEnumerable<Fact> facts) => FactTable.From("subscriptions", facts).At(fact => fact.Day)
        .Dimension("customer", fact => fact.Customer).Dimension("plan", fact => fact.Plan).Dimension("tenant", fact => fact.Tenant)
        .Balance("mrr", fact => fact.Mrr, Unit.Money("EUR")).Build();

    private static LiveTable Live(IEnumerable<Fact> facts, Measure[] kept)
    {
        var live = LiveTable.Of(Subscriptions, Calendar).By(Grain.Day, "plan").Keeping(kept).Build();
        foreach (var fact in facts)
        {
            live.Add(fact.Day, [fact.Customer, fact.Plan, fact.Tenant], [fact.Mrr]);
        }

        return live;
    }

    private sealed record Fact(LocalDate Day, string? Customer, string? Plan, decimal? Mrr, string Tenant = "own");
}
