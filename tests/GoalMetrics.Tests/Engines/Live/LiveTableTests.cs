using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

public class LiveTableTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly TableSchema Schema = TableSchema.Named("visits", FactTime.Instant)
        .Dimension("channel").Dimension("customer").Value("revenue", Unit.Money("DKK")).Value("orders", Unit.Count("order"));

    private static readonly Metric Visits = Metric.Count("visits", Schema, "visit");
    private static readonly Metric Revenue = Metric.Sum("revenue", Schema, "revenue");
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 10, 11, 0);

    [Theory]
    [InlineData(1, 2, "Live table 'visits' expects 2 members (channel, customer) and 2 values (revenue, orders), in this order; found 1 "
        + "and 2.")]
    [InlineData(2, 3, "Live table 'visits' expects 2 members (channel, customer) and 2 values (revenue, orders), in this order; found 2 "
        + "and 3.")]
    public void Add_WrongNumberOfCells_SaysWhatIsExpected(int members, int values, string message)
    {
        var live = Built();
        var act = () => live.Add(Noon, new string?[members], new decimal?[values]);
        act.Should().Throw<ArgumentException>().WithMessage(message);
        live.FactCount.Should().Be(0);
    }

    [Fact]
    public void Add_NegativeCount_IsRefusedWhole()
    {
        var live = Built();
        live.Add(Noon, ["email", "ann"], [100m, 1]);
        var act = () => live.Add(Noon, ["email", "ann"], [100m, -1]);
        act.Should().Throw<ArgumentException>()
            .WithMessage("Live table 'visits', column 'orders': found -1; expected a count, not below 0. The fact was not added.");
        live.Add(Noon, ["email", "bob"], [50m, 1]);
        Total(live, Revenue).Should().Be(Money.Dkk(150m));
    }

    [Fact]
    public void Add_Date_WhereInstantsAre_IsRefused()
    {
        var act = () => Built().Add(new LocalDate(2026, 3, 10), ["email", "ann"], [100m, 1]);
        act.Should().Throw<InvalidOperationException>().WithMessage("Live table 'visits' has facts at instants: add them with an Instant.");
    }

    [Fact]
    public void Query_ByADimensionWithoutCells_SaysWhatToDo()
    {
        var act = () => new InMemorySource(Calendar, Built())
            .Query(Query.For(Visits).By("customer").Between(new(2026, 3, 1), new(2026, 4, 1)));
        act.Should().Throw<ArgumentException>().WithMessage(
            "Live table 'visits' keeps no cells by 'customer'; it has channel. Build it with By(Hour, …, \"customer\"), or load the "
                + "facts with FactTable.From.");
    }

    [Fact]
    public void Query_AMetricThatIsNotKept_SaysWhatToDo()
    {
        var act = () => new InMemorySource(Calendar, Built())
            .Query(Query.For(Metric.Average("mean", Schema, "revenue")).Between(new(2026, 3, 1), new(2026, 4, 1)));
        act.Should().Throw<ArgumentException>()
            .WithMessage("Live table 'visits' does not keep Average of 'revenue': name the metric in Keeping(…) when the table is built.");
    }

    [Fact]
    public void Keeping_Conversions_IsRefused()
    {
        var act = () => LiveTable.Of(Schema, Calendar)
            .Keeping(Conversions.Of(Schema, Schema, "customer", Duration.FromDays(7)).Rate("bought"));
        act.Should().Throw<ArgumentException>()
            .WithMessage("*counts conversions, which need every event and not totals. Load the events with FactTable.From, and let the "
            + "live table keep the other measures.*");
    }

    // Two facts of the same hour, one before half past eleven and one after: which part of the cell lies before it is not known.
    [Fact]
    public void Query_AMomentAmidAKeptPeriod_IsUndefinedWhereFactsLieOnBothSides()
    {
        var live = Built();
        live.Add(Noon - Duration.FromHours(2), ["email", "ann"], [7m, 1]);
        live.Add(Noon + Duration.FromMinutes(10), ["email", "ann"], [100m, 1]);
        live.Add(Noon + Duration.FromMinutes(50), ["email", "ann"], [20m, 1]);
        var query = Query.For(Revenue).During(Calendar.Day(new(2026, 3, 10)));

        Value(Noon + Duration.FromMinutes(30)).Reason.Should().Be(UndefinedReason.InsufficientData);
        Value(Noon + Duration.FromMinutes(51)).Should().Be(Money.Dkk(127m));
        Value(Noon).Should().Be(Money.Dkk(7m));

        Quantity Value(Instant asOf) => new InMemorySource(Calendar, live).Query(query.AsOf(asOf)).Total[Revenue];
    }

    [Fact]
    public async Task Add_FromManyThreads_LosesNothing()
    {
        const int Threads = 8, Each = 25_000;
        var live = Built();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                live.Add(Noon + Duration.FromSeconds(i), [thread % 2 == 0 ? "email" : "search", $"c{i % 100}"], [0.01m, 1]);
                if (i % 5_000 == 0)
                {
                    Total(live, Visits).IsDefined.Should().BeTrue();
                }
            }
        })));

        live.FactCount.Should().Be(Threads * Each);
        Total(live, Visits).Amount.Should().Be(200_000m);
        Total(live, Revenue).Should().Be(Money.Dkk(2_000m));
    }

    [Fact]
    public void Add_WarmedUp_AllocatesNothing()
    {
        var live = Built();

        // The runtime compiles the code anew on the way, which is not the table's doing: the least of a few tries counts.
        Enumerable.Range(0, 5).Min(_ => Fill(50_000)).Should().Be(0);

        long Fill(int count)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < count; i++)
            {
                live.Add(Noon, ["email", "ann"], [129.50m, 1]);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    // 2⁶³ visits are one more than can be counted: doubled 63 times by merging a copy of itself.
    [Fact]
    public void Merge_BeyondWhatCanBeCounted_IsOverflowAndNeverAWrongNumber()
    {
        var live = Built();
        live.Add(Noon, ["email", "ann"], [79_228_162_514_264_337_593_543_950_335m, 1]);
        for (var doubled = 0; doubled < 62; doubled++)
        {
            live.Merge(live);
        }

        Total(live, Visits).Amount.Should().Be(4_611_686_018_427_387_904m);
        Total(live, Revenue).Reason.Should().Be(UndefinedReason.Overflow);
        live.Merge(live);
        Total(live, Visits).Reason.Should().Be(UndefinedReason.Overflow);
        live.Merge(live);
        Total(live, Visits).Reason.Should().Be(UndefinedReason.Overflow);
    }

    [Fact]
    public void Merge_AnotherKind_IsRefused()
    {
        var other = LiveTable.Of(Schema, Calendar).By(Grain.Day, "channel").Keeping(Visits, Revenue).Build();
        var act = () => Built().Merge(other);
        act.Should().Throw<ArgumentException>()
            .WithMessage("The table here has 'cells Hour \"channel\"', the other has 'cells Day \"channel\"'. Only tables that keep the "
            + "same can be merged.*");
    }

    [Fact]
    public void Load_AnyByteChanged_IsRefusedAndNothingIsTaken()
    {
        var saved = Saved();
        var live = Built();
        for (var i = 0; i < saved.Length; i += 7)
        {
            var damaged = saved.ToArray();
            damaged[i] ^= 0x10;
            var act = () => live.Load(new MemoryStream(damaged));
            act.Should().Throw<InvalidDataException>();
        }

        live.FactCount.Should().Be(0);
    }

    [Fact]
    public void Load_Torn_IsRefusedAtEveryLength()
    {
        var saved = Saved();
        for (var length = 0; length < saved.Length; length += 5)
        {
            var act = () => Built().Load(new MemoryStream(saved, 0, length));
            act.Should().Throw<InvalidDataException>().WithMessage("The saved facts are torn: *");
        }
    }

    [Fact]
    public void Load_AForeignFile_SaysWhatWasExpected()
    {
        var act = () => Built().Load(new MemoryStream("PK archive of something else, long enough"u8.ToArray()));
        act.Should().Throw<InvalidDataException>()
            .WithMessage("Expected the facts of a live table, as LiveTable.Save writes them; found something else, which begins with "
            + "504B2061.");
    }

    [Fact]
    public void Load_ANewerVersion_IsRefused()
    {
        var saved = Saved();
        saved[8] = 3;
        var act = () => Built().Load(new MemoryStream(saved));
        act.Should().Throw<InvalidDataException>()
            .WithMessage("The facts were saved in version 3 of the format; this version of the library reads 2. Load them with the "
            + "version that saved them, or a later one.");
    }

    // Pinned, so that what one version saved the next ones read: one visit in March.
    [Fact]
    public void Save_Format_IsStable()
    {
        var saved = Saved();
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(saved))[..20].Should().Be("7A5654853A5474B8205C");
    }

    private static LiveTable Built() =>
        LiveTable.Of(Schema, Calendar).By(Grain.Hour, "channel").Keeping(Visits, Revenue, Metric.Sum("orders", Schema, "orders")).Build();

    private static byte[] Saved()
    {
        var live = Built();
        live.Add(Noon, ["email", "ann"], [129.50m, 1]);
        var stream = new MemoryStream();
        live.Save(stream);
        return stream.ToArray();
    }

    private static Quantity Total(LiveTable live, Metric metric) =>
        new InMemorySource(Calendar, live).Query(Query.For(metric).Between(new(2026, 3, 1), new(2026, 4, 1))).Total[metric];
}
