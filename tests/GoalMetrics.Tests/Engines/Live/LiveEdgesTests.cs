using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>
/// Where totals are kept instead of facts: the edges of the calendar, windows that overlap, members that no filter names, files.
/// </summary>
public class LiveEdgesTests
{
    private static readonly TableSchema Schema = TableSchema.Named("t", FactTime.Date).Dimension("c").Value("v", Unit.Money("DKK"));
    private static readonly LocalDate Day = new(2026, 1, 5);

    [Fact] // No members are none, and not the null member.
    public void Filter_WithoutMembers_HoldsForNone()
    {
        var (near, none, all) = (Metric.ApproximateCountDistinct("u", Schema, "c"), Metric.Count("none", Schema).Where(Filter.In("c")),
            Metric.Count("all", Schema).Where(!Filter.In("c")));
        var live = LiveTable.Of(Schema, ReportingCalendar.Utc).Keeping(near, none, all).Build();
        foreach (var member in (string?[])[null, "p", null])
        {
            live.Add(Day, [member], [1m]);
        }

        var total = new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(near, none, all)).Total;
        (total[near].Amount, total[none].Amount, total[all].Amount).Should().Be((1m, 0m, 3m));
    }

    [Fact] // 200,000 users, of whom two are named; the others are not kept, and yet counted, approximately and by the filters.
    public void Filter_OnADimensionOutsideBy_KeepsOnlyTheMembersItNames()
    {
        const int Users = 200_000;
        var schema = TableSchema.Named("t", FactTime.Date).Dimension("user").Value("v", Unit.Money("DKK"));
        var test = Metric.Count("test", schema).Where(Filter.In("user", "u7", "u8", null));
        var others = Metric.Sum("others", schema, "v").Where(!Filter.Equal("user", "u7"));
        var near = Metric.ApproximateCountDistinct("near", schema, "user").Where(!Filter.Equal("user", "u9"));
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).Keeping(test, others, near).Build();
        for (var i = 0; i < Users; i++)
        {
            live.Add(Day, [i % 1_000 == 999 ? null : $"u{i}"], [1m]);
        }

        using var saved = new MemoryStream();
        live.Save(saved);
        saved.Length.Should().BeLessThan(40_000);
        var loaded = LiveTable.Of(schema, ReportingCalendar.Utc).Keeping(test, others, near).Build();
        saved.Position = 0;
        loaded.Load(saved);
        loaded.Merge(live);

        var total = new InMemorySource(ReportingCalendar.Utc, loaded).Query(Query.For(test, others, near)).Total;
        (total[test].Amount, total[others].Amount).Should().Be((2m * 202, 2m * (Users - 1)));
        total[near].Amount.Should().BeInRange(0.97m * 199_799, 1.03m * 199_799);
    }

    [Fact] // Weeks from Sunday: the first one that the calendar knows begins on 7 January of year 1.
    public void Add_DateInAPeriodThatBeginsBeforeTheCalendar_IsRefusedAndHarmsNothing()
    {
        var calendar = ReportingCalendar.Utc.WithWeeksStartingOn(IsoDayOfWeek.Sunday, 1);
        var sum = Metric.Sum("sum", Schema, "v");
        var live = LiveTable.Of(Schema, calendar).By(Grain.Week).Keeping(sum).Build();
        live.Invoking(it => it.Add(default(LocalDate), [null], [1m])).Should().Throw<ArgumentException>().WithMessage(
            "Live table 't', column 'time': found 0001-01-01; expected a date from 0001-01-07 on, as the first Week begins before there "
                + "are dates. The fact was not added.");
        live.Add(new LocalDate(1, 1, 7), [null], [2m]);
        live.Add(Day, [null], [3m]);
        live.FactCount.Should().Be(2);
        new InMemorySource(calendar, live).Query(Query.For(sum)).Total[sum].Should().Be(Money.Dkk(5m));
    }

    [Theory]
    [InlineData(Grain.Hour, 1)]
    [InlineData(Grain.Day, 1)]
    [InlineData(Grain.Week, 1)]
    [InlineData(Grain.Month, 1)]
    [InlineData(Grain.FiscalQuarter, 7)]
    [InlineData(Grain.FiscalYear, 7)]
    public void Add_TheFirstAndLastInstantThatFit_AreTaken(Grain grain, int fiscalStart)
    {
        var calendar = ReportingCalendar.Iso("America/New_York").WithFiscalYearStartingIn(fiscalStart);
        var schema = TableSchema.Named("t", FactTime.Instant);
        var count = Metric.Count("n", schema);
        var live = LiveTable.Of(schema, calendar).By(grain).Keeping(count).Build();
        foreach (var time in (Instant[])[Instant.FromUtc(1, 1, 2, 0, 0), Instant.FromUtc(1, 7, 3, 0, 0), Instant.FromUtc(9998, 6, 1, 0, 0),
            Instant.FromUtc(9998, 12, 31, 0, 0)])
        {
            live.Add(time, [], []);
        }

        live.FactCount.Should().Be(4);
        new InMemorySource(calendar, live).Query(Query.For(count)).Total[count].Amount.Should().Be(4m);
    }

    [Fact] // Half a smiley and another half: two members, before and after they were saved.
    public void Save_TextsThatAreCutInALetter_AreThoseThatWereAdded()
    {
        var (count, exact) = (Metric.Count("n", Schema), Metric.CountDistinct("d", Schema, "c"));
        LiveTable NewTable() => LiveTable.Of(Schema, ReportingCalendar.Utc).By(Grain.Day, "c").Keeping(count, exact).Build();
        var live = NewTable();
        live.Add(Day, ["Hi \uD83D"], [1m]);
        live.Add(Day, ["Hi \uD83E"], [1m]);
        using var saved = new MemoryStream();
        live.Save(saved);
        var loaded = NewTable();
        saved.Position = 0;
        loaded.Load(saved);
        loaded.Merge(live);
        var table = new InMemorySource(ReportingCalendar.Utc, loaded).Query(Query.For(count, exact).By("c"));
        table.Rows.Select(row => row["c"]).Should().BeEquivalentTo("Hi \uD83D", "Hi \uD83E");
        table.Total[exact].Amount.Should().Be(2m);
    }

    [Fact] // A comparison cuts September at the time of day that October is seen at; September itself is whole all the same.
    public void Query_WithWindowsThatOverlap_CutsOnlyThoseThatAreAskedFor()
    {
        var schema = TableSchema.Named("t", FactTime.Instant).Value("v", Unit.Money("DKK"));
        var sum = Metric.Sum("v", schema, "v");
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Day).Keeping(sum).Covering(new(2026, 9, 1), new(2026, 11, 1))
            .Build();
        for (var time = Instant.FromUtc(2026, 9, 1, 0, 0); time < Instant.FromUtc(2026, 10, 15, 9, 0); time += Duration.FromHours(1))
        {
            live.Add(time, [], [1m]);
        }

        var query = Query.For(sum).Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month).AsOf(Instant.FromUtc(2026, 10, 15, 9, 30))
            .ComparedWith(PeriodComparison.PreviousPeriod);
        var table = new InMemorySource(ReportingCalendar.Utc, live).Query(query);
        table.Rows.Select(row => row[sum].Amount).Should().Equal(720m, 345m);
        table.Total[sum].Amount.Should().Be(1_065m);

        var rolling = sum.Rolling(7, Grain.Day);
        var both = new InMemorySource(ReportingCalendar.Utc, live)
            .Query(Query.For(sum, rolling).During(ReportingCalendar.Utc.Month(2026, 9)));
        (both.Total[sum].Amount, both.Total[rolling].Amount).Should().Be((720m, 168m));
    }

    [Fact] // A date that stands for no end lies on the last day there is.
    public void Query_WithAFactOnTheLastDay_IsAnswered()
    {
        var sum = Metric.Sum("sum", Schema, "v");
        var live = LiveTable.Of(Schema, ReportingCalendar.Utc).By(Grain.Day).Keeping(sum).Build();
        live.Add(Day, [null], [1m]);
        live.Add(ReportingCalendar.MaxDate, [null], [2m]);
        new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(sum)).Total[sum].Should().Be(Money.Dkk(3m));
        new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(sum).Between(Day, new(9999, 1, 1))).Total[sum].Should()
            .Be(Money.Dkk(3m));
    }

    [Fact] // The last windows end amid a day, behind all facts.
    public void Query_ManyWindowsOfWhichOneEndsAmidADay_AreThoseOfALoadedTable()
    {
        var schema = TableSchema.Named("t", FactTime.Instant).Value("v", Unit.Money("DKK"));
        var facts = Enumerable.Range(0, 2_400).Select(hour => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(hour)).ToList();
        var loaded = FactTable.From("t", facts).At(time => (Instant?)time)
            .Value("v", time => time.ToUnixTimeSeconds() % 1_000 / 100m, Unit.Money("DKK")).Build();
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Day).Keeping(Metric.Sum("v", schema, "v")).Build();
        facts.ForEach(time => live.Add(time, [], [time.ToUnixTimeSeconds() % 1_000 / 100m]));
        var sum = Metric.Sum("v", schema, "v");
        Measure[] measures = [sum, sum.Cumulative(), sum.Rolling(7, Grain.Day), sum.ToDate(Grain.Month)];
        var query = Query.For(measures).By(Grain.Day).AsOf(facts[^1] + Duration.FromMinutes(30));
        var (ours, theirs) = (new InMemorySource(ReportingCalendar.Utc, live).Query(query),
            new InMemorySource(ReportingCalendar.Utc, loaded).Query(query));
        ours.Rows.Append(ours.Total).Select(row => measures.Select(measure => row[measure])).Should()
            .BeEquivalentTo(theirs.Rows.Append(theirs.Total).Select(row => measures.Select(measure => row[measure])),
                options => options.WithStrictOrdering());
    }

    [Fact] // What the filter names is looked for, though no count was asked for.
    public void Query_FilteredWhereNoCountIsKept_IsAnswered()
    {
        var small = Metric.Sum("small", Schema, "v").Where(Filter.Compare("v", Comparison.Less, 30m));
        var live = LiveTable.Of(Schema, ReportingCalendar.Utc).By(Grain.Day, "c").Keeping(small).Build();
        live.Add(Day, ["x"], [1m]);
        live.Add(Day, ["y"], [2m]);
        new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(small).Where(Filter.Equal("c", "x"))).Total[small].Should()
            .Be(Money.Dkk(1m));
    }

    [Fact] // Less than a tick behind the last instant there is.
    public void Add_JustBehindTheCalendar_IsRefused()
    {
        var schema = TableSchema.Named("t", FactTime.Instant);
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).Keeping(Metric.Count("n", schema)).Build();
        live.Add(Instant.FromUtc(9998, 12, 31, 0, 0), [], []);
        live.Invoking(it => it.Add(Instant.FromUtc(9998, 12, 31, 0, 0) + Duration.FromNanoseconds(50), [], [])).Should()
            .Throw<ArgumentException>();
        live.FactCount.Should().Be(1);
    }

    [Fact] // Noon cuts the day; how many facts lie before it is not known, and it is not said that there are none.
    public void Quality_WhereTheRangeCutsADay_IsNotKnown()
    {
        var schema = TableSchema.Named("t", FactTime.Instant).Value("v", Unit.Money("DKK"));
        var sum = Metric.Sum("v", schema, "v");
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Day).Keeping(sum).Build();
        live.Add(Instant.FromUtc(2026, 1, 1, 8, 0), [], [1m]);
        live.Add(Instant.FromUtc(2026, 1, 1, 20, 0), [], [1m]);
        var query = Query.For(sum).During(ReportingCalendar.Utc.Day(new(2026, 1, 1))).WithDataQuality();
        var source = new InMemorySource(ReportingCalendar.Utc, live);
        source.Query(query.AsOf(Instant.FromUtc(2026, 1, 1, 12, 0))).QualityOf(sum).Single().Should()
            .Match<MetricQuality>(quality => quality.Rows == null && quality.Nulls == null)
            .And.Subject.ToString().Should().Be("v: unknown rows, unknown without a value, 0 refused");
        source.Query(query.AsOf(Instant.FromUtc(2026, 1, 2, 0, 0))).QualityOf(sum).Single().Rows.Should().Be(2);
    }

    [Fact] // Of a dimension with cells: many facts of few members first, then batches of new ones.
    public void ApproximateCount_MembersThatComeBatchByBatch_AreAllCounted()
    {
        var near = Metric.ApproximateCountDistinct("near", Schema, "c");
        var live = LiveTable.Of(Schema, ReportingCalendar.Utc).By(Grain.Day, "c").Keeping(near).Build();
        for (var fact = 0; fact < 2000; fact++)
        {
            live.Add(Day, [$"c{fact % 5}"], [1m]);
        }

        for (var more = 0; more < 3; more++)
        {
            live.FactCount.Should().Be(2000 + (more * 4));
            foreach (var part in (int[])[0, 1, 2, 3])
            {
                live.Add(Day, [$"new {more} {part}"], [1m]);
            }
        }

        live.FactCount.Should().Be(2012);
        new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(near)).Total[near].Amount.Should().Be(17);
    }

    [Fact] // 1,025 members are more than are counted one by one: the count is near enough, and says so.
    public void ApproximateCount_JustAboveWhatIsCounted_SaysThatItIsNearEnough()
    {
        var near = Metric.ApproximateCountDistinct("u", Schema, "c");
        for (var set = 0; set < 50; set++)
        {
            var live = LiveTable.Of(Schema, ReportingCalendar.Utc).Keeping(near).Build();
            for (var i = 0; i < 1_025; i++)
            {
                live.Add(Day, [$"r{set}u{i}"], [1m]);
            }

            var total = new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(near)).Total;
            total[near].Amount.Should().BeGreaterThanOrEqualTo(1_025m);
            total.ErrorOf(near).Amount.Should().BePositive();
        }
    }

    [Fact]
    public void Merge_OfTablesThatFilterOtherMembers_IsRefused()
    {
        LiveTable Keeping(params string[] members) => LiveTable.Of(Schema, ReportingCalendar.Utc)
            .Keeping(Metric.Count("n", Schema).Where(Filter.In("c", members))).Build();
        Keeping("a", "b").Invoking(it => it.Merge(Keeping("a', 'b"))).Should().Throw<ArgumentException>();
        LiveTable Percentile(decimal share) => LiveTable.Of(Schema, ReportingCalendar.Utc)
            .Keeping(Metric.Percentile("p", Schema, "v", share)).Build();
        Percentile(0.5m).Invoking(it => it.Merge(Percentile(0.50m))).Should().NotThrow();
    }

    [Fact] // A length that no file has is not believed before the bytes are there.
    public void Load_ALengthThatIsNotThere_IsRefusedWithoutRoomForIt()
    {
        var live = LiveTable.Of(Schema, ReportingCalendar.Utc).Keeping(Metric.Count("n", Schema)).Build();
        using var saved = new MemoryStream();
        live.Save(saved);
        var bytes = saved.ToArray();
        BitConverter.GetBytes(1_000_000_000).CopyTo(bytes, 12);
        var before = GC.GetAllocatedBytesForCurrentThread();
        live.Invoking(it => it.Load(new MemoryStream(bytes))).Should().Throw<InvalidDataException>()
            .WithMessage("The saved facts are torn:*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000_000);
    }
}
