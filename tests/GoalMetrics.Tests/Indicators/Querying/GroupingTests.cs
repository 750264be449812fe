using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>"Weekday or hour of day as a grouping", of the cases of 28 November 2026: figures counted by hand on a calendar.</summary>
public sealed class GroupingTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // One order a day in January and February 2026: January begins on a Thursday and has five Thursdays, Fridays and Saturdays.
    private static readonly FactTable Daily = FactTable.From("sales", Enumerable.Range(0, 59).Select(new LocalDate(2026, 1, 1).PlusDays))
        .At(day => day)
        .Dimension("source", day => day.Day % 2 == 0 ? "even" : "odd")
        .Value("amount", day => day.Day, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 3, 1))
        .Build();

    private static readonly Metric Orders = Metric.Count("orders", Daily);
    private static readonly InMemorySource Source = new(Copenhagen, Daily);

    [Fact]
    public void By_Weekday_CountsThoseOfTheCalendar_MondayFirst()
    {
        var table = Source.Query(Query.For(Orders).During(Copenhagen.Month(2026, 1)).By(TimeGrouping.Weekday));

        table.Select(row => $"{row["weekday"]} {row[Orders]}").Should().Equal(
            "Monday 4", "Tuesday 4", "Wednesday 4", "Thursday 5", "Friday 5", "Saturday 5", "Sunday 4");
        table.Select(row => row.Member(TimeGrouping.Weekday)).Should().StartWith(IsoDayOfWeek.Monday).And.EndWith(IsoDayOfWeek.Sunday);
        table[TimeGrouping.Weekday.MemberOf(IsoDayOfWeek.Friday), Orders].Amount.Should().Be(5m);
        table.Total[Orders].Amount.Should().Be(31m);
        table.Dimensions.Should().Equal("weekday");
    }

    [Fact]
    public void By_Weekday_StartsWithTheFirstDayOfTheCalendarsWeek()
    {
        var source = new InMemorySource(Copenhagen.WithWeeksStartingOn(IsoDayOfWeek.Sunday), Daily);

        source.Query(Query.For(Orders).By(TimeGrouping.Weekday)).Select(row => row["weekday"])
            .Should().StartWith("Sunday").And.EndWith("Saturday");
    }

    [Fact]
    public void By_MonthAndWeekdayAndDimension_AddsUpOverEach()
    {
        var table = Source.Query(Query.For(Orders).By(Grain.Month).By(TimeGrouping.Weekday).By("source").WithSubtotals());

        table.Row(Copenhagen.Month(2026, 1), "Thursday", "odd")[Orders].Amount.Should().Be(3m);
        table.Row(Copenhagen.Month(2026, 1), "Thursday", "even")[Orders].Amount.Should().Be(2m);
        table.Row(Copenhagen.Month(2026, 2), "Thursday")[Orders].Amount.Should().Be(4m);
        table.MemberTotal("Thursday")[Orders].Amount.Should().Be(9m);
        table.Sum(row => row[Orders].Amount).Should().Be(59m);
    }

    [Fact] // 29 March 2026, 02:00 to 03:00 does not exist; 25 October 2026, 02:00 to 03:00 comes twice.
    public void By_HourOfDay_IsWhatTheClockShows()
    {
        var (first, second) = (Copenhagen.StartOfDay(new LocalDate(2026, 3, 29)), Copenhagen.StartOfDay(new LocalDate(2026, 10, 25)));
        var times = Enumerable.Range(0, 23).Select(hour => first + Duration.FromHours(hour))
            .Concat(Enumerable.Range(0, 25).Select(hour => second + Duration.FromHours(hour)));
        var events = FactTable.From("events", times).At(time => time).Build();
        var count = Metric.Count("count", events);
        var source = new InMemorySource(Copenhagen, events);

        var spring = source.Query(Query.For(count).During(Copenhagen.Day(new(2026, 3, 29))).By(TimeGrouping.HourOfDay));
        spring.Select(row => row.Member(TimeGrouping.HourOfDay)).Should().Equal(Enumerable.Range(0, 24).Where(hour => hour != 2));
        spring.Should().OnlyContain(row => row[count].Amount == 1m);

        var autumn = source.Query(Query.For(count).During(Copenhagen.Day(new(2026, 10, 25))).By(TimeGrouping.HourOfDay));
        autumn.Select(row => row[count].Amount).Should().Equal(Enumerable.Range(0, 24).Select(hour => hour == 2 ? 2m : 1m));

        // Elsewhere the same facts lie in other hours.
        var india = new InMemorySource(ReportingCalendar.Iso("Asia/Kolkata"), events)
            .Query(Query.For(count).By(TimeGrouping.HourOfDay).Between(new(2026, 3, 29), new(2026, 3, 30)));
        india.First(row => row[count].Amount > 0m).Member(TimeGrouping.HourOfDay).Should().Be(4);
    }

    [Fact] // What happens at 03:59 on 1 February, a Sunday, still belongs to Saturday, 31 January.
    public void By_Weekday_OfACalendarWhoseDaysStartLater_IsThatOfItsDays()
    {
        var night = Copenhagen.WithDayStartingAt(4);
        Instant[] times = [Instant.FromUtc(2026, 2, 1, 2, 59), Instant.FromUtc(2026, 2, 1, 3, 0)];
        var table = FactTable.From("nights", times).At(time => time).Build();
        var (count, source) = (Metric.Count("count", table), new InMemorySource(night, table));

        source.Query(Query.For(count).By(TimeGrouping.Weekday)).Select(row => row["weekday"]).Should().Equal("Saturday", "Sunday");
        source.Query(Query.For(count).By(TimeGrouping.MonthOfYear)).Select(row => row["month-of-year"]).Should().Equal("1", "2");
        source.Query(Query.For(count).By(TimeGrouping.HourOfDay).HavingFacts()).Select(row => row["hour-of-day"]).Should().Equal("4", "3");
        FluentActions.Invoking(() => source.Query(Query.For(count).Where(TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Sunday))))
            .Should().Throw<ArgumentException>().WithMessage("*with days from 0:00*with days from 4:00.*");
    }

    [Fact]
    public void By_DayOfMonthAndMonthOfYear_AreNumbers()
    {
        var days = Source.Query(Query.For(Orders).By(TimeGrouping.DayOfMonth));
        days.Select(row => row.Member(TimeGrouping.DayOfMonth)).Should().Equal(Enumerable.Range(1, 31));
        days["28", Orders].Amount.Should().Be(2m);
        days["29", Orders].Amount.Should().Be(1m);

        var months = Source.Query(Query.For(Orders).By(TimeGrouping.MonthOfYear));
        months.Select(row => (row.Member(TimeGrouping.MonthOfYear), row[Orders].Amount)).Should().Equal((1, 31m), (2, 28m));
    }

    [Fact]
    public void By_HourOfDay_OfATableOfDates_IsRefusedByName() =>
        FluentActions.Invoking(() => Source.Query(Query.For(Orders).By(TimeGrouping.HourOfDay))).Should().Throw<ArgumentException>()
            .WithMessage("Table 'sales' has dates, and no times of day: it cannot be asked by 'hour-of-day'. Load instants.*");

    [Fact]
    public void By_Weekday_OfTotalsOfMonths_IsRefused_AndByMonthOfYearIsNot()
    {
        var monthly = FactTable.From("plan", new[] { new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 1) })
            .At(day => day).Value("amount", _ => 5, Unit.Money("DKK")).EachFactCovers(Grain.Month).Build();
        var (plan, source) = (Metric.Sum("plan", monthly, "amount"), new InMemorySource(Copenhagen, monthly));

        FluentActions.Invoking(() => source.Query(Query.For(plan).By(TimeGrouping.Weekday))).Should().Throw<ArgumentException>()
            .WithMessage("Each fact of table 'plan' is the total of a whole month: it cannot be asked by 'weekday'. Load finer facts.*");
        source.Query(Query.For(plan).By(TimeGrouping.MonthOfYear)).Should().HaveCount(2);
    }

    [Fact]
    public void By_Weekday_OfATableWithSuchADimension_TakesAnotherName()
    {
        var table = FactTable.From("rota", new[] { "late" }).AllAt(new LocalDate(2026, 1, 1)).Dimension("weekday", day => day).Build();
        var (count, source) = (Metric.Count("count", table), new InMemorySource(Copenhagen, table));

        FluentActions.Invoking(() => source.Query(Query.For(count).By(TimeGrouping.Weekday))).Should().Throw<ArgumentException>()
            .WithMessage("Table 'rota' has a dimension 'weekday' already. Give the grouping another name with As*");
        source.Query(Query.For(count).By(TimeGrouping.Weekday.As("day")).By("weekday")).Single().Members.Should().Equal("Thursday", "late");
        FluentActions.Invoking(() => Query.For(count).By("weekday").By(TimeGrouping.Weekday)).Should().Throw<ArgumentException>();
        Query.For(count).By(TimeGrouping.Weekday).By(TimeGrouping.Weekday).Should().NotBeNull();
    }

    [Fact] // 5, 12, 19, 26 January and 2, 9, 16, 23 February are Mondays.
    public void AverageOver_Days_ByWeekday_IsOneOverSuchDays()
    {
        var amount = Metric.Sum("amount", Daily, "amount");
        var table = Source.Query(Query.For(amount.AverageOver(Grain.Day), amount.AtLast(Grain.Day), amount).By(TimeGrouping.Weekday));

        table["Monday", amount].Amount.Should().Be(5m + 12m + 19m + 26m + 2m + 9m + 16m + 23m);
        table["Monday", amount.AverageOver(Grain.Day)].Amount.Should().Be(14m);
        table["Monday", amount.AtLast(Grain.Day)].Amount.Should().Be(23m);
    }

    [Fact] // What is left of the week is of other days than those of any member.
    public void AverageOver_Days_OfTheRestOfTheWeek_IsUndefined()
    {
        var amount = Metric.Sum("amount", Daily, "amount");
        var mean = amount.AverageOver(Grain.Day);
        var table = Source.Query(Query.For(mean, amount).By(TimeGrouping.Weekday).Top(2, "weekday", by: amount));

        var rest = table.Rows.Single(row => row.IsRest);
        rest[amount].IsDefined.Should().BeTrue();
        rest[mean].Reason.Should().Be(UndefinedReason.NotAdditive);
        // 1 to 31 and 1 to 28.
        table.Total[mean].Amount.Should().BeApproximately((496m + 406m) / 59m, 1e-20m);
    }

    [Fact]
    public void Where_Weekend_CountsOnlyThoseDays()
    {
        var weekend = Orders.Where(TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)).As("weekend");
        var query = Query.For(weekend).During(Copenhagen.Month(2026, 1));

        Source.Query(query).Total[weekend].Amount.Should().Be(9m);
        Source.Query(Query.For(Orders).During(Copenhagen.Month(2026, 1)).Where(TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Monday)))
            .Total[Orders].Amount.Should().Be(4m);
        FluentActions.Invoking(() => new InMemorySource(ReportingCalendar.Utc, Daily).Query(Query.For(weekend)))
            .Should().Throw<ArgumentException>().WithMessage("'weekday' is of the clocks in Europe/Copenhagen, *calendar is of UTC, with*");
    }

    [Fact]
    public void Where_Weekend_OfALiveTable_IsKept()
    {
        var schema = TableSchema.Named("live", FactTime.Instant).Dimension("source");
        var weekend = Metric.Count("weekend", schema)
            .Where(TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday));
        var live = LiveTable.Of(schema, Copenhagen).By(Grain.Month, "source").Keeping(weekend).Build();
        for (var day = 1; day <= 31; day++)
        {
            live.Add(Copenhagen.StartOfDay(new LocalDate(2026, 1, day)), ["a"], []);
        }

        var source = new InMemorySource(Copenhagen, live);

        source.Query(Query.For(weekend)).Total[weekend].Amount.Should().Be(9m);
        FluentActions.Invoking(() => source.Query(Query.For(weekend).By(TimeGrouping.Weekday))).Should().Throw<NotSupportedException>()
            .WithMessage("Table 'live' keeps totals of each month, and no facts that could be asked by 'weekday'. Give it a dimension*");
    }

    [Fact]
    public void Top_OfWeekdays_HasTheOthersTogether()
    {
        var query = Query.For(Orders).During(Copenhagen.Month(2026, 1)).By(TimeGrouping.Weekday).Top(2, "weekday", by: Orders);
        var table = Source.Query(query);

        table.Select(row => $"{row["weekday"]} {row[Orders]}").Should().Equal("Friday 5", "Saturday 5", "other 21");
        table[2].ToText(TimeGrouping.Weekday).Should().Be("other");
        FluentActions.Invoking(() => table[2].Member(TimeGrouping.Weekday)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void HavingAndComparisons_WorkOnGroupings()
    {
        var table = Source.Query(Query.For(Orders).During(Copenhagen.Month(2026, 2)).By(TimeGrouping.Weekday)
            .ComparedWith(PeriodComparison.PreviousPeriod).Having(Orders, Comparison.GreaterOrEqual, 4));

        table.Should().HaveCount(7);
        table[3].Earlier(Orders, PeriodComparison.PreviousPeriod).Amount.Should().Be(5m);
    }

    [Theory]
    [InlineData("", "Monday", "13:00", "January")]
    [InlineData("da-DK", "mandag", "13.00", "januar")]
    [InlineData("ar-SA", "الاثنين", "1:00 م", "يناير")]
    public void ToText_OfMembers_IsInTheLanguageOfTheReader(string name, string monday, string one, string january)
    {
        var culture = CultureInfo.GetCultureInfo(name);

        TimeGrouping.Weekday.ToText(IsoDayOfWeek.Monday, culture).Should().Be(monday);
        TimeGrouping.HourOfDay.ToText(13, culture).Should().Be(one);
        TimeGrouping.MonthOfYear.ToText(1, culture).Should().Be(january);
    }

    [Fact]
    public void MemberOf_NoDayOfTheWeek_IsRefused() =>
        FluentActions.Invoking(() => TimeGrouping.Weekday.MemberOf(IsoDayOfWeek.None)).Should().Throw<ArgumentException>();

    [Fact]
    public void MemberOf_Hour24_IsRefused() =>
        FluentActions.Invoking(() => TimeGrouping.HourOfDay.MemberOf(24)).Should().Throw<ArgumentException>();

    [Fact]
    public void ToText_DayZero_IsRefused() =>
        FluentActions.Invoking(() => TimeGrouping.DayOfMonth.ToText(0)).Should().Throw<ArgumentException>();

    [Fact]
    public void MemberOf_December_IsTwelve() => TimeGrouping.MonthOfYear.MemberOf(12).Should().Be("12");

    [Fact]
    public async Task By_Weekday_OfAnEngineThatOnlyReadsFacts_IsComputedHere()
    {
        var engine = new ProbedSource(Source) { Capabilities = new() { ReadsFacts = true } };
        var query = Query.For(Orders).During(Copenhagen.Month(2026, 1)).By(TimeGrouping.Weekday)
            .Where(!TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Sunday));

        (await engine.QueryAsync(query)).Select(row => row[Orders].Amount).Should().Equal(4m, 4m, 4m, 5m, 5m, 5m);

        var lacking = async () => await new ProbedSource(Source) { Capabilities = new() }.QueryAsync(query);
        (await lacking.Should().ThrowAsync<NotSupportedException>()).WithMessage("*does not derive dimensions*'weekday'*");
    }
}
