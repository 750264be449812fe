using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

public class LiveAddTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly TableSchema Schema = TableSchema.Named("visits", FactTime.Instant)
        .Dimension("channel").Dimension("device").Value("revenue", Unit.Money("DKK")).Value("orders", Unit.Count("order"));

    private static readonly Metric Visits = Metric.Count("visits", Schema, "visit");
    private static readonly Metric Revenue = Metric.Sum("revenue", Schema, "revenue");
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 10, 11, 0);

    [Fact]
    public void Add_IsSeenByTheNextQuery()
    {
        var live = Built();
        for (var i = 1; i <= 3_000; i++)
        {
            live.Add(Noon + Duration.FromSeconds(i), [i % 2 == 0 ? "email" : null, "phone"], [0.1m, 1]);
            live.FactCount.Should().Be(i);
            if (i % 500 is 0 or 1)
            {
                Total(live, Revenue).Should().Be(Money.Dkk(0.1m * i));
            }
        }
    }

    [Fact] // Members of which no two texts are the same object.
    public async Task Add_FromSeveralThreads_KeepsTheSameAsFromOne()
    {
        const int Threads = 3;
        var random = new Random(4);
        var facts = Enumerable.Range(0, 20_000).Select(_ => (
            Time: Noon - Duration.FromMinutes(random.Next(100_000)),
            Channel: $"c{random.Next(300)}",
            Revenue: random.Next(10_000) / (decimal)Math.Pow(10, random.Next(5)))).ToList();
        var (one, several) = (Built(), Built());
        facts.ForEach(fact => one.Add(fact.Time, [fact.Channel, null], [fact.Revenue, 1]));

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            foreach (var (time, channel, revenue) in facts.Where((_, i) => i % Threads == thread))
            {
                several.Add(time, [channel, null], [revenue, 1]);
            }
        })));

        Saved(several).Should().Equal(Saved(one));
    }

    [Fact] // Nor does it make its members known: the file has one channel.
    public void Add_RefusedFact_LeavesNothing()
    {
        var (live, same) = (Built(), Built());
        live.Add(Noon, ["email", null], [100m, 1]);
        same.Add(Noon, ["email", null], [100m, 1]);
        live.Invoking(it => it.Add(Noon, ["new", null], [100m, -1])).Should().Throw<ArgumentException>()
            .WithMessage("*column 'orders': found -1; expected a count, not below 0. The fact was not added.");
        live.Invoking(it => it.Add(Noon, ["new"], [100m, 1])).Should().Throw<ArgumentException>()
            .WithMessage("Live table 'visits' expects 2 members (channel, device)*found 1 and 2.");
        live.Invoking(it => it.Add(new LocalDate(2026, 3, 10), ["new", null], [100m, 1])).Should().Throw<InvalidOperationException>();
        live.Invoking(it => it.Add(Instant.MaxValue, ["new", null], [100m, 1])).Should().Throw<ArgumentException>()
            .WithMessage("*column 'time': found 9999-12-31T23:59:59Z; expected a time from 0001-01-01 to 9998-12-31*");
        Saved(live).Should().Equal(Saved(same));
    }

    [Fact] // Nothing is kept of orders, but a fact that says -1 is refused all the same.
    public void Add_ValueOfAColumnThatIsNotKept_IsLookedAt() =>
        FluentActions.Invoking(() => LiveTable.Of(Schema, Calendar).Keeping(Visits).Build().Add(Noon, ["email", null], [100m, -1]))
            .Should().Throw<ArgumentException>().WithMessage("*column 'orders': found -1*");

    [Fact]
    public void Add_Dates_AreTakenInAnyOrder()
    {
        var schema = TableSchema.Named("days", FactTime.Date).Value("sold", Unit.Count());
        var sold = Metric.Sum("sold", schema, "sold");
        var live = LiveTable.Of(schema, Calendar).By(Grain.Day).Keeping(sold).Build();
        live.Add(new LocalDate(2026, 3, 10), [], [1]);
        live.Add(new LocalDate(2026, 3, 9), [], [2]);
        live.Add(new LocalDate(2026, 3, 10), [], [4]);
        live.Invoking(it => it.Add(new LocalDate(9999, 1, 1), [], [8])).Should().Throw<ArgumentException>();
        live.Add(new LocalDate(2026, 3, 10), [], [null]);
        new InMemorySource(Calendar, live).Query(Query.For(sold).By(Grain.Day)).Rows.Select(row => row[sold].Amount).Should().Equal(2m, 5m);
    }

    [Fact] // More threads at once than a table has writers for, while queries are answered.
    public void Add_FromVeryManyThreads_LosesNothing()
    {
        const int Threads = 300, Each = 2_500;
        var live = Built();
        using var start = new Barrier(Threads + 1);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < Each; i++)
            {
                live.Add(Noon + Duration.FromSeconds(i), [$"c{(number + i) % 7}", "phone"], [1.25m, 1]);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        start.SignalAndWait();
        for (long seen = 0, now; seen < Threads * Each; seen = now)
        {
            now = live.FactCount;
            now.Should().BeGreaterThanOrEqualTo(seen);
        }

        threads.ForEach(thread => thread.Join());
        Total(live, Visits).Should().Be(Quantity.Count(Threads * Each, "visit"));
        Total(live, Revenue).Should().Be(Money.Dkk(1.25m * Threads * Each));
    }

    [Fact] // A thread's number goes to another thread when it has ended, and the writer with it.
    public void Add_FromThreadsThatComeAndGo_LosesNothing()
    {
        var live = Built();
        for (var i = 0; i < 400; i++)
        {
            var thread = new Thread(() => live.Add(Noon, ["email", null], [1m, 1]));
            thread.Start();
            thread.Join();
        }

        Total(live, Revenue).Should().Be(Money.Dkk(400m));
    }

    [Fact] // Of whom only how many there are is asked, nothing is kept: 16 KB of registers, however many they are. Exact counts keep each.
    public void Add_MembersOfAnApproximateCount_AreNotKept()
    {
        const int Members = 200_000;
        var near = Metric.ApproximateCountDistinct("near", Schema, "device", "device");
        var email = near.Where(Filter.Equal("channel", "email"));
        var live = LiveTable.Of(Schema, Calendar).Keeping(near).By(Grain.Day, "channel").Build();
        var loaded = new List<(string? Channel, string? Device)>();
        for (var i = 0; i < Members; i++)
        {
            loaded.Add((i % 3 == 0 ? "email" : null, i % 10 == 0 ? null : $"device {i}"));
            live.Add(Noon, [loaded[i].Channel, loaded[i].Device], [1m, 1]);
        }

        Saved(live).Length.Should().BeLessThan(40_000);
        var facts = FactTable.From("visits", loaded).At(_ => (Instant?)Noon).Dimension("channel", row => row.Channel)
            .Dimension("device", row => row.Device)
            .Value("revenue", _ => 1m, Unit.Money("DKK")).Value("orders", _ => 1, Unit.Count("order")).Build();
        foreach (var query in (Query[])[Query.For(near).WithDataQuality(), Query.For(email).WithDataQuality(),
            Query.For(near).By("channel").WithDataQuality()])
        {
            var ours = new InMemorySource(Calendar, live).Query(query);
            var theirs = new InMemorySource(Calendar, facts).Query(query);
            ours.Rows.Append(ours.Total).Select(row => row[query.Measures[0]]).Should()
                .Equal(theirs.Rows.Append(theirs.Total).Select(row => row[query.Measures[0]]));
            ours.QualityOf(query.Measures[0]).Select(quality => (quality.Rows, quality.Nulls)).Should()
                .Equal(theirs.QualityOf(query.Measures[0]).Select(quality => (quality.Rows, quality.Nulls)));
        }

        ((double)new InMemorySource(Calendar, live).Query(Query.For(near)).Total[near].Amount).Should()
            .BeApproximately(180_000, 3 * 0.008125 * 180_000);
    }

    private static LiveTable Built() =>
        LiveTable.Of(Schema, Calendar).By(Grain.Hour, "channel").Keeping(Visits, Revenue, Metric.Max("most", Schema, "revenue")).Build();

    private static Quantity Total(LiveTable live, Measure measure) =>
        new InMemorySource(Calendar, live).Query(Query.For(measure)).Total[measure];

    private static byte[] Saved(LiveTable live)
    {
        var stream = new MemoryStream();
        live.Save(stream);
        return stream.ToArray();
    }
}
