using CsCheck;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>Balances of complete snapshots, of one account, and those that a period opens with. All figures are worked out by
/// hand.</summary>
public sealed class SnapshotBalanceTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;
    private static readonly Unit Euro = Unit.Money("EUR");

    // All subscriptions there are, on three days: bob has gone by the 15th, cid comes with it; ann goes to pro on 3 February.
    private static readonly FactTable Lists = FactTable.From("lists", new[]
        {
            (Day: new LocalDate(2026, 1, 1), Who: "ann", Plan: "basic", Monthly: 10m),
            (Day: new LocalDate(2026, 1, 1), Who: "bob", Plan: "basic", Monthly: 20m),
            (Day: new LocalDate(2026, 1, 15), Who: "ann", Plan: "basic", Monthly: 10m),
            (Day: new LocalDate(2026, 1, 15), Who: "cid", Plan: "pro", Monthly: 30m),
            (Day: new LocalDate(2026, 2, 3), Who: "ann", Plan: "pro", Monthly: 40m),
            (Day: new LocalDate(2026, 2, 3), Who: "cid", Plan: "pro", Monthly: 30m),
        })
        .At(row => row.Day).Dimension("who", row => row.Who).Dimension("plan", row => row.Plan)
        .Balance("monthly", row => row.Monthly, Euro).Covering(new(2026, 1, 1), new(2026, 4, 1)).Build();

    // A statement of one account: what is pending becomes booked in another row.
    private static readonly FactTable Statement = FactTable.From("statement", new[]
        {
            (Day: new LocalDate(2026, 1, 2), Status: "booked", Balance: 100m),
            (Day: new LocalDate(2026, 1, 5), Status: "pending", Balance: 80m),
            (Day: new LocalDate(2026, 1, 5), Status: "booked", Balance: 60m),
            (Day: new LocalDate(2026, 2, 4), Status: "pending", Balance: 50m),
        })
        .At(row => row.Day).Dimension("status", row => row.Status)
        .Balance("balance", row => row.Balance, Euro).Covering(new(2026, 1, 1), new(2026, 4, 1)).Build();

    private static readonly InMemorySource Source = new(Calendar, Lists, Statement);
    private static readonly Metric LastKnown = Metric.Balance("last-known", Lists, "monthly", entity: "who");
    private static readonly Metric Recurring = Metric.Balance("recurring", Lists, "monthly", entity: "who").OfCompleteSnapshots();
    private static readonly Metric Cash = Metric.Balance("cash", Statement, "balance").OfOneAccount();

    public static TheoryData<string> Engines => new("memory", "facts");

    [Theory, MemberData(nameof(Engines))] // January ends with 10 + 30; bob's 20 would count as long as he is only not heard of.
    public async Task Snapshots_EntityMissingFromTheLatest_HasGone(string engine)
    {
        var carried = Recurring.CarriedForward();
        var rows = (await Engine(engine).QueryAsync(
            Query.For(Recurring, LastKnown, carried).By(Grain.Month), TestContext.Current.CancellationToken)).Rows;
        rows.Select(row => row[Recurring].AmountOrNull).Should().Equal(40m, 70m, null);
        rows.Select(row => row[LastKnown].AmountOrNull).Should().Equal(60m, 70m, null);
        rows.Select(row => row[carried].AmountOrNull).Should().Equal(40m, 70m, 70m);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Snapshots_ByDimension_AddUpToTheTotal(string engine)
    {
        var january = Query.For(Recurring).During(Calendar.Month(2026, 1));
        var byPlan = await Engine(engine).QueryAsync(january.By("plan"), TestContext.Current.CancellationToken);
        (byPlan["basic", Recurring].Amount, byPlan["pro", Recurring].Amount).Should().Be((10m, 30m));
        var february = await Engine(engine).QueryAsync(
            Query.For(Recurring).Between(new(2026, 1, 1), new(2026, 3, 1)).By("plan"), TestContext.Current.CancellationToken);
        (february["basic", Recurring].Amount, february["pro", Recurring].Amount).Should().Be((0m, 70m));
        var basic = await Engine(engine).QueryAsync(january.Where(Filter.Equal("plan", "basic")), TestContext.Current.CancellationToken);
        basic.Total[Recurring].Amount.Should().Be(10m);
    }

    [Fact] // The first list has 30; the mean of both lists of January is (30 + 40) / 2. Bob is 0 on the second: 20 / 2 of his count.
    public void Snapshots_FirstAndMean_AreOfWholeLists()
    {
        var first = Metric.Balance("first", Lists, "monthly", BalanceValue.First, "who").OfCompleteSnapshots();
        var mean = Metric.Balance("mean", Lists, "monthly", BalanceValue.Average, "who").OfCompleteSnapshots();
        var january = Query.For(first, mean).During(Calendar.Month(2026, 1));
        var total = Source.Query(january).Total;
        (total[first].Amount, total[mean].Amount).Should().Be((30m, 35m));
        var byPlan = Source.Query(january.By("plan"));
        (byPlan["basic", mean].Amount, byPlan["pro", mean].Amount).Should().Be((20m, 15m));
    }

    // On the list of the 1st, ann stands twice, and counts once with the later line, 30; on that of the 5th she is with another plan.
    private static readonly FactTable Twice = FactTable.From("twice", new[]
        {
            (Day: new LocalDate(2026, 1, 1), Who: "ann", Plan: "basic", Monthly: 10m),
            (Day: new LocalDate(2026, 1, 1), Who: "ann", Plan: "pro", Monthly: 30m),
            (Day: new LocalDate(2026, 1, 1), Who: "bob", Plan: "basic", Monthly: 4m),
            (Day: new LocalDate(2026, 1, 5), Who: "ann", Plan: "basic", Monthly: 20m),
        })
        .At(row => row.Day).Dimension("who", row => row.Who).Dimension("plan", row => row.Plan)
        .Balance("monthly", row => row.Monthly, Euro).Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();

    [Theory] // (30 + 4) of the one list; (30 + 20 + 4) / 2 of both, 25 of them ann's, who ends with basic.
    [InlineData("memory")]
    [InlineData("facts")]
    [InlineData("live")]
    public async Task Snapshots_EntityTwiceOnAList_CountsOnceInAMean(string engine)
    {
        var mean = Metric.Balance("mean", Twice, "monthly", BalanceValue.Average, "who").OfCompleteSnapshots();
        var live = LiveTable.Of(Twice, Calendar).By(Grain.Day, "plan").Keeping(mean).Build();
        live.Add(new LocalDate(2026, 1, 1), ["ann", "basic"], [10m]);
        live.Add(new LocalDate(2026, 1, 1), ["ann", "pro"], [30m]);
        live.Add(new LocalDate(2026, 1, 5), ["ann", "basic"], [20m]);
        live.Add(new LocalDate(2026, 1, 1), ["bob", "basic"], [4m]);
        var memory = new InMemorySource(Calendar, Twice);
        IMetricSource source = engine switch
        {
            "memory" => memory,
            "live" => new InMemorySource(Calendar, Loaded(live)),
            _ => new ProbedSource(memory) { Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true } },
        };

        var january = await source.QueryAsync(
            Query.For(mean).During(Calendar.Month(2026, 1)).By("plan"), TestContext.Current.CancellationToken);
        (january["basic", mean].Amount, january["pro", mean].Amount, january.Total[mean].Amount).Should().Be((27m, 0m, 27m));
        var first = await source.QueryAsync(
            Query.For(mean).During(Calendar.Day(new(2026, 1, 1))).By("plan"), TestContext.Current.CancellationToken);
        (first["basic", mean].Amount, first["pro", mean].Amount, first.Total[mean].Amount).Should().Be((4m, 30m, 34m));

        // As it is after a restart.
        LiveTable Loaded(LiveTable table)
        {
            using var file = new MemoryStream();
            table.Save(file);
            file.Position = 0;
            var again = LiveTable.Of(Twice, Calendar).By(Grain.Day, "plan").Keeping(mean).Build();
            again.Load(file);
            return again;
        }
    }

    [Fact] // Day by day the last list so far: 30 for 14 days, 40 for 17.
    public void Snapshots_OverDays_FollowTheLists()
    {
        var (mean, last) = (Recurring.AverageOver(Grain.Day), Recurring.AtLast(Grain.Day));
        var total = Source.Query(Query.For(mean, last).During(Calendar.Month(2026, 1))).Total;
        total[mean].Amount.Should().Be(((30m * 14m) + (40m * 17m)) / 31m);
        total[last].Amount.Should().Be(40m);
    }

    [Theory, MemberData(nameof(Engines))] // 60, and not 60 + 80: the statement has one balance, though its rows differ in their status.
    public async Task OneAccount_OtherDimensions_DoNotSplitIt(string engine)
    {
        var each = Metric.Balance("each", Statement, "balance");
        var january = Query.For(Cash, each).During(Calendar.Month(2026, 1));
        var total = (await Engine(engine).QueryAsync(january, TestContext.Current.CancellationToken)).Total;
        (total[Cash].Amount, total[each].Amount).Should().Be((60m, 140m));
        var byStatus = await Engine(engine).QueryAsync(january.By("status"), TestContext.Current.CancellationToken);
        (byStatus["booked", Cash].Amount, byStatus["pending", Cash].Amount).Should().Be((60m, 0m));
        var carried = Cash.CarriedForward();
        var march = Query.For(carried).During(Calendar.Month(2026, 3));
        var inMarch = await Engine(engine).QueryAsync(march, TestContext.Current.CancellationToken);
        inMarch.Total[carried].Amount.Should().Be(50m);
    }

    [Fact]
    public void OneAccount_Among_LooksAtTheseRowsOnly()
    {
        var booked = Metric.Balance("booked", Statement, "balance", among: Filter.Equal("status", "booked")).OfOneAccount();
        var carried = booked.CarriedForward();
        Source.Query(Query.For(carried).During(Calendar.Month(2026, 2))).Total[carried].Amount.Should().Be(60m);
    }

    [Theory, MemberData(nameof(Engines))] // Nothing is known before January; February opens with 60, March with 50.
    public async Task Opening_IsTheBalanceJustBefore(string engine)
    {
        var opening = Cash.Opening();
        var rows = (await Engine(engine).QueryAsync(
            Query.For(opening).Between(new(2026, 1, 1), new(2026, 4, 1)).By(Grain.Month), TestContext.Current.CancellationToken)).Rows;
        rows.Select(row => row[opening].AmountOrNull).Should().Equal(null, 60m, 50m);
        rows[0][opening].Reason.Should().Be(UndefinedReason.NoData);
        opening.Id.Should().Be("cash-opening");
        var range = Query.For(opening).Between(new(2026, 1, 4), new(2026, 1, 20));
        (await Engine(engine).QueryAsync(range, TestContext.Current.CancellationToken)).Total[opening].Amount.Should().Be(100m);
    }

    [Fact] // The change in the period, as a formula; and of the month before.
    public void Opening_InFormulas_AndShifted()
    {
        var closing = Recurring.CarriedForward();
        var change = Measure.Of("change", (from, to) => to - from, Recurring.Opening(), closing);
        var before = Recurring.Opening().Previous(Grain.Month);
        var total = Source.Query(Query.For(change, before).During(Calendar.Month(2026, 3))).Total;
        (total[change].Amount, total[before].Amount).Should().Be((0m, 40m));
        var february = Source.Query(Query.For(change).During(Calendar.Month(2026, 2))).Total;
        february[change].Amount.Should().Be(30m);
    }

    [Fact] // 10:00 on 1 January is before 11:00 of the same day.
    public void Opening_OfAnHour_IsThatOfTheInstantBefore()
    {
        var (ten, eleven) = (Instant.FromUtc(2026, 1, 1, 10, 0), Instant.FromUtc(2026, 1, 1, 11, 0));
        var table = FactTable.From("till", new[] { (At: ten, Cash: 5m), (At: eleven, Cash: 8m) })
            .At(row => row.At).Balance("cash", row => row.Cash, Euro).Build();
        var opening = Metric.Balance("cash", table, "cash").Opening();
        var hours = new InMemorySource(Calendar, table).Query(
            Query.For(opening).During(Calendar.Day(new(2026, 1, 1))).By(Grain.Hour)).Rows;
        hours.Skip(9).Take(4).Select(row => row[opening].AmountOrNull).Should().Equal(null, null, 5m, 8m);
    }

    [Fact]
    public void Statements_OnWhatIsNoBalance_SayWhatToDo()
    {
        var count = Metric.Count("count", Lists);
        Messages.Of<InvalidOperationException>(() => count.OfCompleteSnapshots()).Should().Be(
            "'count' cannot be of complete snapshots: it is not a balance. Make it with Metric.Balance(\"count\", …).");
        Messages.Of<InvalidOperationException>(() => LastKnown.OfOneAccount()).Should().Be(
            "'last-known' cannot be of one account: each 'who' has a balance of its own. Make it with Metric.Balance without an entity.");
        Messages.Of<InvalidOperationException>(() => count.Opening()).Should().Be(
            "'count' cannot be read at the opening: it is not a balance. Make it with Metric.Balance(\"count\", …),"
            + " over: BalanceValue.Last, or use Cumulative() for what has added up.");
    }

    [Fact]
    public void Metrics_DifferByWhatIsStated()
    {
        var balance = Metric.Balance("b", Statement, "balance");
        balance.Aggregates[0].Should().NotBe(balance.OfOneAccount().Aggregates[0]);
        balance.Aggregates[0].Should().NotBe(balance.OfCompleteSnapshots().Aggregates[0]);
        var filtered = balance.OfOneAccount().OfCompleteSnapshots().Where(Filter.Equal("status", "booked")).Aggregates[0];
        filtered.Should().BeOfType<Aggregate.Balance>().Which.Should().Match<Aggregate.Balance>(
            each => each.IsOfOneAccount && each.IsOfCompleteSnapshots && each.Filter != null);
    }

    [Fact] // Against plain loops over the facts.
    public void Opening_AtRandom_AgreesWithLoops()
    {
        var facts = Gen.Select(Gen.Int[0, 89], Gen.OneOfConst("ann", "bob"), Gen.Int[1, 99]).Array[1, 15];
        Gen.Select(facts, Gen.Int[0, 89], Gen.Int[0, 2]).Sample((rows, start, kind) =>
        {
            var first = new LocalDate(2026, 1, 1);
            var table = FactTable.From("t", rows).At(row => first.PlusDays(row.Item1))
                .Dimension("who", row => row.Item2).Balance("amount", row => row.Item3, Euro)
                .Covering(first, first.PlusDays(100)).Build();
            var balance = kind == 0
                ? Metric.Balance("b", table, "amount").OfOneAccount()
                : Metric.Balance("b", table, "amount", entity: "who");
            balance = kind == 2 ? balance.OfCompleteSnapshots() : balance;
            var before = rows.Where(row => row.Item1 < start).OrderBy(row => row.Item1).ToList();
            var latest = before.GroupBy(row => kind == 0 ? "" : row.Item2).Select(own => own.Last());
            decimal? expected = before.Count == 0
                ? null
                : latest.Where(row => kind != 2 || row.Item1 == before[^1].Item1).Sum(row => (decimal)row.Item3);
            var opening = balance.Opening();
            new InMemorySource(Calendar, table).Query(Query.For(opening).Between(first.PlusDays(start), first.PlusDays(95)))
                .Total[opening].AmountOrNull.Should().Be(expected);
        });
    }

    private static IMetricSource Engine(string name) => name switch
    {
        "memory" => Source,
        _ => new ProbedSource(Source) { Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true } },
    };
}
