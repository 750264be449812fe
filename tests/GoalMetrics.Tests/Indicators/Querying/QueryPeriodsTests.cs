using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Time: days of the zone, partial and widened ranges, states, what can be seen, and comparisons.
public class QueryPeriodsTests
{
    private static readonly Unit Dkk = Unit.Money("DKK");
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // One krone a day of the years 2023 and 2024, on the day's number in its month: the sum of a range is easy to say.
    private static readonly FactTable Daily = FactTable.From(
        "daily", Enumerable.Range(0, 731).Select(day => new LocalDate(2023, 1, 1).PlusDays(day)))
        .At(date => date).Value("day", date => date.Day, Dkk).Value("one", _ => 1, Dkk).SettlesAfter(Duration.FromDays(3)).Build();

    private static readonly Metric One = Metric.Sum("one", Daily, "one");
    private static readonly Metric DaySum = Metric.Sum("day-sum", Daily, "day");
    private static readonly InMemorySource Source = new(Copenhagen, Daily);

    [Theory] // The EU changes clocks at 01:00Z on the last Sundays of March and October: a fact every hour makes 23 and 25.
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 3, 28, 24)]
    [InlineData(2026, 10, 25, 25)]
    public void Query_DayOfAClockChange_HasItsHours(int year, int month, int day, int hours)
    {
        var start = Copenhagen.StartOfDay(new LocalDate(year, month, day).PlusDays(-1));
        var table = FactTable.From("t", Enumerable.Range(0, 80)).At(hour => start + Duration.FromHours(hour)).Build();
        var count = Metric.Count("n", table);
        var source = new InMemorySource(Copenhagen, table);
        var period = Copenhagen.Day(new(year, month, day));

        source.Query(Query.For(count).During(period)).Total[count].Amount.Should().Be(hours);
        var byHour = source.Query(Query.For(count).During(period).By(Grain.Hour));
        byHour.Rows.Should().HaveCount(hours).And.OnlyContain(row => row[count].Amount == 1m);
    }

    [Fact] // Lord Howe moves by half an hour: an hour of the wall that lasts 30 minutes has one fact every half-hour.
    public void Query_HoursOfLordHowe_AreThoseOfTheWall()
    {
        var calendar = ReportingCalendar.Iso("Australia/Lord_Howe");
        var day = calendar.Day(new(2026, 10, 4));
        var table = FactTable.From("t", Enumerable.Range(0, 47)).At(half => day.Start + Duration.FromMinutes(30 * half)).Build();
        var count = Metric.Count("n", table);
        new InMemorySource(calendar, table).Query(Query.For(count).During(day).By(Grain.Hour)).Rows.Take(4)
            .Select(row => $"{row.Period} {row[count].Amount}")
            .Should().Equal("2026-10-04T00+10:30 2", "2026-10-04T01+10:30 2", "2026-10-04T02:30+11 1", "2026-10-04T03+11 2");
    }

    [Fact] // A fact at the last tick of a day and one at the first of the next.
    public void Query_FactsAtMidnight_BelongToTheDayThatBegins()
    {
        var midnight = Copenhagen.StartOfDay(new(2026, 6, 2));
        var table = FactTable.From("t", [midnight - Duration.FromTicks(1), midnight]).At(time => time).Build();
        var count = Metric.Count("n", table);
        new InMemorySource(Copenhagen, table).Query(Query.For(count).By(Grain.Day)).Rows.Select(row => $"{row.Period} {row[count].Amount}")
            .Should().Equal("2026-06-01 1", "2026-06-02 1");
    }

    [Fact]
    public void Query_RangeInsideMonths_LeavesPartialEnds()
    {
        var answer = Source.Query(Query.For(One).Between(new(2024, 1, 30), new(2024, 3, 3)).By(Grain.Month));
        answer.Rows.Select(row => $"{row.Period} {row.IsPartial} {row[One].Amount}").Should().Equal(
            "2024-01 (part: 2024-01-30/2024-02-01) True 2", "2024-02 False 29", "2024-03 (part: 2024-03-01/2024-03-03) True 2");
        answer.Total[One].Amount.Should().Be(33m);
        answer.Total.Period.ToString().Should().Be("2024-01-30/2024-03-03");
    }

    [Fact]
    public void Query_WidenedToWholePeriods_TakesWholeMonths()
    {
        var answer = Source.Query(Query.For(One).Between(new(2024, 1, 30), new(2024, 3, 3)).By(Grain.Month).WidenedToWholePeriods());
        answer.Rows.Select(row => $"{row.Period} {row.IsPartial} {row[One].Amount}")
            .Should().Equal("2024-01 False 31", "2024-02 False 29", "2024-03 False 31");
        answer.Total.Period.ToString().Should().Be("2024-01-01/2024-04-01");
        answer.Total[One].Amount.Should().Be(91m);
        answer.Total.State.Should().Be(PeriodState.Settling);
    }

    [Fact]
    public void Query_DuringAPeriodOfTheGrain_HasOneRow()
    {
        var answer = Source.Query(Query.For(One).During(Copenhagen.Month(2024, 2)).By(Grain.Month));
        answer.Rows.Should().ContainSingle().Which.Period.Should().Be(Copenhagen.Month(2024, 2));
        answer[Copenhagen.Month(2024, 2), One].Amount.Should().Be(29m);
    }

    [Fact] // Facts settle for three days after a period's end.
    public void Query_States_AreOpenSettlingAndClosed()
    {
        var query = Query.For(One).Between(new(2024, 1, 1), new(2024, 4, 1)).By(Grain.Month);
        States(Copenhagen.StartOfDay(new(2024, 3, 10))).Should().Equal(PeriodState.Closed, PeriodState.Closed, PeriodState.Open);
        States(Copenhagen.StartOfDay(new(2024, 3, 1))).Should().Equal(PeriodState.Closed, PeriodState.Settling, PeriodState.Open);
        States(Copenhagen.StartOfDay(new(2024, 3, 1)) - Duration.Epsilon)
            .Should().Equal(PeriodState.Closed, PeriodState.Open, PeriodState.Open);
        States(Copenhagen.StartOfDay(new(2024, 3, 4)) - Duration.Epsilon)
            .Should().Equal(PeriodState.Closed, PeriodState.Settling, PeriodState.Open);
        States(Copenhagen.StartOfDay(new(2024, 3, 4))).Should().Equal(PeriodState.Closed, PeriodState.Closed, PeriodState.Open);
        Source.Query(query).Rows.Select(row => row.State).Should().Equal(PeriodState.Closed, PeriodState.Closed, PeriodState.Settling);

        IEnumerable<PeriodState> States(Instant asOf) => Source.Query(query.AsOf(asOf)).Rows.Select(row => row.State);
    }

    [Fact] // A table that settles longer holds back the other's periods too: a ratio of both is no older than the later.
    public void Query_SeveralTables_SettleAsTheSlowest()
    {
        var quick = FactTable.From("quick", [new LocalDate(2024, 1, 1)]).At(date => date).Build();
        var source = new InMemorySource(Copenhagen, Daily, quick);
        State(Metric.Count("n", quick), One).Should().Be(PeriodState.Settling);
        State(One, Metric.Count("n", quick)).Should().Be(PeriodState.Settling);
        State(Metric.Count("n", quick)).Should().Be(PeriodState.Closed);

        PeriodState State(params Measure[] measures) =>
            source.Query(Query.For(measures).During(Copenhagen.Month(2024, 1)).AsOf(Copenhagen.StartOfDay(new(2024, 2, 2)))).Total.State;
    }

    [Fact]
    public void Query_AsOf_HidesWhatComesLater()
    {
        var query = Query.For(One).Between(new(2024, 1, 1), new(2024, 4, 1)).By(Grain.Month).AsOf(Copenhagen.StartOfDay(new(2024, 2, 11)));
        var answer = Source.Query(query);
        answer.Rows.Select(row => row[One].AmountOrNull).Should().Equal(31m, 10m, null);
        answer.Rows[2][One].Should().Be(Quantity.Undefined(UndefinedReason.NoData, "one", Dkk));
        answer.Total[One].Amount.Should().Be(41m);

        // A fact with a date counts from the start of its day.
        Source.Query(query.AsOf(Copenhagen.StartOfDay(new(2024, 2, 11)) + Duration.Epsilon)).Rows[1][One].Amount.Should().Be(11m);
    }

    [Fact] // Facts are kept to 100 ns, moments may be finer: what happened before the moment is seen, what happened at it is not.
    public void Query_AsOfWithinATick_SeesWhatCameBefore()
    {
        var at = Instant.FromUtc(2026, 6, 1, 12, 0);
        var table = FactTable.From("t", [at]).At(time => time).Build();
        var query = Query.For(Metric.Count("n", table)).During(Copenhagen.Month(2026, 6));
        Seen(at).Should().Be(0m);
        Seen(at + Duration.FromNanoseconds(1)).Should().Be(1m);

        decimal Seen(Instant asOf) => new InMemorySource(Copenhagen, table).Query(query.AsOf(asOf)).Total[Metric.Count("n", table)].Amount;
    }

    [Fact] // Seen on 10 March at midnight: nine days of March against nine of February; the months before as a whole.
    public void Query_PreviousPeriod_IsLikeForLike()
    {
        var answer = Source.Query(Query.For(DaySum).Between(new(2024, 1, 1), new(2024, 4, 1)).By(Grain.Month)
            .AsOf(Copenhagen.StartOfDay(new(2024, 3, 10))).ComparedWith(PeriodComparison.PreviousPeriod));
        answer.Rows.Select(row => (row[DaySum].Amount, row.Earlier(DaySum, PeriodComparison.PreviousPeriod).Amount))
            .Should().Equal((496m, 496m), (435m, 496m), (45m, 45m));
        answer.Rows[1].Change(DaySum, PeriodComparison.PreviousPeriod).Absolute.Should().Be(Money.Dkk(-61m));
        answer.Rows[1].Change(DaySum, PeriodComparison.PreviousPeriod).Relative.Should().Be(Quantity.Ratio(-61m / 496m));
    }

    [Fact] // On the 31st, February has ended.
    public void Query_PreviousPeriodThatIsShorter_IsTakenToItsEnd() =>
        Source.Query(Query.For(DaySum).During(Copenhagen.Month(2024, 3)).By(Grain.Month).AsOf(Copenhagen.StartOfDay(new(2024, 3, 31)))
            .ComparedWith(PeriodComparison.PreviousPeriod)).Rows.Select(row =>
            (row[DaySum].Amount, row.Earlier(DaySum, PeriodComparison.PreviousPeriod).Amount))
            .Should().Equal((465m, 435m));

    [Fact]
    public void Query_ComparingWholePeriods_TakesTheWholeEarlierPeriod() =>
        Source.Query(Query.For(DaySum).During(Copenhagen.Month(2024, 3)).By(Grain.Month).AsOf(Copenhagen.StartOfDay(new(2024, 3, 10)))
            .ComparedWith(PeriodComparison.PreviousPeriod).ComparingWholePeriods()).Rows.Select(row =>
            (row[DaySum].Amount, row.Earlier(DaySum, PeriodComparison.PreviousPeriod).Amount))
            .Should().Equal((45m, 435m));

    [Theory] // 29 February 2024 has no counterpart: seen after it, all of February 2023 is compared; before it, the same dates.
    [InlineData(2, 29, 406, 406)]
    [InlineData(2, 28, 378, 378)]
    [InlineData(3, 1, 435, 406)]
    public void Query_YearEarlier_MatchesDates(int month, int day, int now, int earlier) =>
        Source.Query(Query.For(DaySum).During(Copenhagen.Month(2024, 2)).By(Grain.Month).AsOf(Copenhagen.StartOfDay(new(2024, month, day)))
            .ComparedWith(PeriodComparison.YearEarlier)).Rows.Select(row =>
            (row[DaySum].Amount, row.Earlier(DaySum, PeriodComparison.YearEarlier).Amount))
            .Should().Equal((now, earlier));

    [Fact] // The leap day by itself, and the year to date that holds it.
    public void Query_YearEarlierOfTheLeapDay_IsThe28th()
    {
        Source.Query(Query.For(DaySum).During(Copenhagen.Day(new(2024, 2, 29))).By(Grain.Day).ComparedWith(PeriodComparison.YearEarlier))
            .Rows.Single().Earlier(DaySum, PeriodComparison.YearEarlier).Amount.Should().Be(28m);
        Source.Query(
            Query.For(One).During(Copenhagen.Year(2024)).By(Grain.Year).AsOf(Copenhagen.StartOfDay(new(2024, 7, 1)))
            .ComparedWith(PeriodComparison.YearEarlier))
            .Rows.Select(row => (row[One].Amount, row.Earlier(One, PeriodComparison.YearEarlier).Amount)).Should().Equal((182m, 181m));
    }

    [Fact] // Before the facts begin there is nothing to compare with.
    public void Query_EarlierThanTheData_IsUndefined()
    {
        var row = Source.Query(
            Query.For(One).During(Copenhagen.Month(2023, 1)).By(Grain.Month)
            .ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier)).Rows.Single();
        row.Earlier(One, PeriodComparison.PreviousPeriod).Should().Be(Quantity.Undefined(UndefinedReason.NoData, "one", Dkk));
        row.Change(One, PeriodComparison.YearEarlier).Relative.Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact]
    public void Earlier_NotAskedFor_SaysWhatToAdd() =>
        Assert.Throws<InvalidOperationException>(() => Source.Query(Query.For(One)).Total.Earlier(One, PeriodComparison.YearEarlier))
            .Message.Should().Be(
                "The query was not compared with yearEarlier: it has no comparison. Add ComparedWith to it, with this comparison.");

    [Fact] // Instants at noon: on 10 March at noon, the 10th of February counts up to noon as well.
    public void Query_LikeForLikeOfInstants_GoesByTheTimeOfDay()
    {
        var table = FactTable.From("t", Enumerable.Range(0, 24 * 80))
            .At(hour => Copenhagen.At(new LocalDate(2026, 2, 1).AtMidnight()) + Duration.FromHours(hour)).Build();
        var count = Metric.Count("n", table);
        new InMemorySource(Copenhagen, table)
            .Query(
                Query.For(count).During(Copenhagen.Month(2026, 3)).By(Grain.Month)
                .AsOf(Copenhagen.At(new LocalDateTime(2026, 3, 10, 12, 0)))
            .ComparedWith(PeriodComparison.PreviousPeriod)).Rows.Select(row =>
            (row[count].Amount, row.Earlier(count, PeriodComparison.PreviousPeriod).Amount))
            .Should().Equal((228m, 228m));
    }

    [Fact] // Members that only the earlier period has keep their place.
    public void Query_MemberOfTheEarlierPeriodOnly_HasARow()
    {
        var table = FactTable.From<(LocalDate Date, string Market)>("t", [(new(2026, 1, 5), "DK"), (new(2026, 2, 5), "UK")])
            .At(fact => fact.Date).Dimension("market", fact => fact.Market).Build();
        var count = Metric.Count("n", table);
        new InMemorySource(Copenhagen, table)
            .Query(
                Query.For(count).During(Copenhagen.Month(2026, 2)).By(Grain.Month).By("market")
                .ComparedWith(PeriodComparison.PreviousPeriod))
            .Rows.Select(row => $"{row.Members[0]} {row[count].Amount} {row.Earlier(count, PeriodComparison.PreviousPeriod).Amount}")
            .Should().Equal("DK 0 1", "UK 1 0");
    }

    [Fact]
    public void Query_NothingWithinTheZonesSkippedDay_IsStillARow()
    {
        // Samoa had no 30 December 2011: a fact with that date counts where the next day starts.
        var apia = ReportingCalendar.Iso("Pacific/Apia");
        var table = FactTable.From("t", [new LocalDate(2011, 12, 29), new LocalDate(2011, 12, 30), new LocalDate(2011, 12, 31)])
            .At(date => date).Build();
        var count = Metric.Count("n", table);
        var answer = new InMemorySource(apia, table).Query(Query.For(count).By(Grain.Day));
        answer.Rows.Sum(row => row[count].AmountOrNull ?? 0m).Should().Be(answer.Total[count].Amount).And.Be(3m);
    }
}
