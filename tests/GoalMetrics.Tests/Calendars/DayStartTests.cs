using System.Text.Json;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Calendars;

/// <summary>Days that end at 04:00, as those of a bar do. 28 November 2026 is a Saturday.</summary>
public sealed class DayStartTests
{
    private static readonly ReportingCalendar Midnight = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingCalendar Night = Midnight.WithDayStartingAt(4);
    private static readonly LocalDate Friday = new(2026, 11, 27);
    private static readonly ReportingPeriod November = Night.Month(2026, 11);

    [Theory]
    [InlineData("2026-11-28T02:30:00+01", "2026-11-27")]
    [InlineData("2026-11-28T03:59:59+01", "2026-11-27")]
    [InlineData("2026-11-28T04:00:00+01", "2026-11-28")]
    [InlineData("2026-11-28T23:00:00+01", "2026-11-28")]
    [InlineData("2027-01-01T01:00:00+01", "2026-12-31")]
    public void DateOf_BeforeTheFirstHour_IsTheDayBefore(string at, string date) =>
        Night.DateOf(At(at)).ToString("uuuu-MM-dd", null).Should().Be(date);

    [Fact]
    public void Periods_OfDays_BeginAndEndAtTheHour()
    {
        var periods = new[]
        {
            Night.Day(Friday), Night.WeekOf(Friday), November, Night.Quarter(2026, 4), Night.Year(2026), Night.FiscalYear(2026),
            Night.Range(Friday, Friday.PlusDays(2)),
        };
        foreach (var period in periods)
        {
            period.Start.InZone(Night.Zone).TimeOfDay.Should().Be(new LocalTime(4, 0));
            period.End.InZone(Night.Zone).LocalDateTime.Should().Be(period.EndDate.At(new LocalTime(4, 0)));
            period.ToString().Should().Be(Of(period).ToString());
        }

        static ReportingPeriod Of(ReportingPeriod period) => period.Grain is { } grain
            ? Midnight.Period(grain, period.StartDate)
            : Midnight.Range(period.StartDate, period.EndDate);
    }

    [Fact] // The hour that starts at 02:00 on Saturday is one of Friday's, and keeps its name.
    public void Hours_AreThoseOfTheWallClock()
    {
        var hour = Night.Hour(At("2026-11-28T02:30:00+01"));
        hour.Start.Should().Be(At("2026-11-28T02:00:00+01"));
        hour.ToString().Should().Be("2026-11-28T02+01");
        hour.StartDate.Should().Be(Friday);
        Night.Day(Friday).SplitBy(Grain.Hour).Select(each => each.ToString()).Should().HaveCount(24)
            .And.StartWith("2026-11-27T04+01").And.EndWith("2026-11-28T03+01");
        hour.Shift(-1, Grain.Day).ToString().Should().Be("2026-11-27T02+01");
        hour.Shift(-1, Grain.Year).ToString().Should().Be("2025-11-28T02+01");
        hour.YearEarlier().ToString().Should().Be("2025-11-28T02+01");
        ReportingPeriod.Parse("2026-11-28T02+01", Night).Should().Be(hour);
    }

    [Theory] // The clocks go forward on 29 March 2026 at 02:00, and back on 25 October at 03:00.
    [InlineData(4, "2026-03-28", 23, "2026-03-28T04:00:00+01")]
    [InlineData(4, "2026-03-29", 24, "2026-03-29T04:00:00+02")]
    [InlineData(2, "2026-03-29", 23, "2026-03-29T03:00:00+02")]
    [InlineData(4, "2026-10-24", 25, "2026-10-24T04:00:00+02")]
    [InlineData(2, "2026-10-24", 24, "2026-10-24T02:00:00+02")]
    [InlineData(2, "2026-10-25", 25, "2026-10-25T02:00:00+02")]
    public void Day_ClocksChange_LastsAsLongAsItDoes(int firstHour, string date, int hours, string start)
    {
        var day = Midnight.WithDayStartingAt(firstHour).Day(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);
        day.Start.Should().Be(At(start));
        (day.End - day.Start).Should().Be(Duration.FromHours(hours));
    }

    [Fact]
    public void Query_FactsAtNight_BelongToTheDayBefore()
    {
        var sales = Sales("2026-11-27T23:00:00+01", "2026-11-28T02:30:00+01", "2026-11-28T04:00:00+01", "2026-12-01T03:00:00+01");
        var count = Metric.Count("count", sales);
        var source = new InMemorySource(Night, sales);
        Counts(Grain.Day).Should().Equal("2026-11-27: 2", "2026-11-28: 1", "2026-11-29: 0", "2026-11-30: 1");
        Counts(Grain.Month).Should().Equal("2026-11 (part: 2026-11-27/2026-12-01): 4");
        Counts(Grain.Hour).Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).Should().Equal(
            "2026-11-27T23+01: 1", "2026-11-28T02+01: 1", "2026-11-28T04+01: 1", "2026-12-01T03+01: 1");

        IEnumerable<string> Counts(Grain grain) =>
            source.Query(Query.For(count).By(grain)).Rows.Select(row => $"{row.Period}: {row[count].Amount:0}");
    }

    [Fact] // Their day is stated. A coverage stated in dates is one of such days, too.
    public void Query_FactsThatAreDates_StayWhereTheyAre()
    {
        var sales = FactTable.From("sales", new[] { Friday, Friday.PlusDays(1) }).At(day => day)
            .Covering(Friday, Friday.PlusDays(2)).Build();
        var count = Metric.Count("count", sales);
        var rows = new InMemorySource(Night, sales).Query(Query.For(count).By(Grain.Day)).Rows;
        rows.Select(row => row[count].Amount).Should().Equal(1m, 1m);
        rows.Should().OnlyContain(row => row.IsFullyCovered);
    }

    [Fact] // At 02:30 on Saturday Friday is still running: it is compared with Thursday up to 02:30 on Friday.
    public void Comparison_OpenDay_IsWithTheSameHoursOfTheNight()
    {
        var sales = Sales(
            "2026-11-26T05:00:00+01", "2026-11-27T02:00:00+01", "2026-11-27T03:00:00+01", "2026-11-27T20:00:00+01",
            "2026-11-28T02:00:00+01");
        var count = Metric.Count("count", sales);
        var asOf = At("2026-11-28T02:30:00+01");
        var row = new InMemorySource(Night, sales).Query(
            Query.For(count).During(Night.Day(Friday)).ComparedWith(PeriodComparison.PreviousPeriod).AsOf(asOf)).Total;
        row.State.Should().Be(PeriodState.Open);
        row[count].Amount.Should().Be(2m);
        row.Earlier(count, PeriodComparison.PreviousPeriod).Amount.Should().Be(2m);
        Night.Day(Friday).LikeForLikeEnd(Night.Day(Friday.PlusDays(-1)), asOf).Should().Be(At("2026-11-27T02:30:00+01"));
        Night.Day(Friday).State(At("2026-11-28T04:00:00+01")).Should().Be(PeriodState.Closed);
        November.State(At("2026-12-01T03:59:00+01")).Should().Be(PeriodState.Open);
    }

    [Fact]
    public void Compared_WholeDays_AreNamedByTheirLast()
    {
        var sales = Sales("2026-10-02T12:00:00+02", "2026-11-02T12:00:00+01", "2026-11-30T12:00:00+01");
        var count = Metric.Count("count", sales);
        var row = new InMemorySource(Night, sales).Query(
            Query.For(count).During(November).ComparedWith(PeriodComparison.PreviousPeriod)
                .AsOf(Night.StartOfDay(new(2026, 11, 11)))).Total;
        row.Compared(count, PeriodComparison.PreviousPeriod).ToString().Should().Be("2026-11 to 2026-11-10 with 2026-10 to 2026-10-10");
    }

    [Fact] // On the 11th nothing of the 11th is known yet: no day ends before it begins.
    public void Compared_PeriodWithoutData_IsNoneOfIt()
    {
        var sales = Sales("2026-11-09T12:00:00+01", "2026-11-10T12:00:00+01");
        var count = Metric.Count("count", sales);
        var row = new InMemorySource(Night, sales).Query(
            Query.For(count).During(Night.Day(new(2026, 11, 11))).ComparedWith(PeriodComparison.PreviousPeriod)
                .AsOf(Night.StartOfDay(new(2026, 11, 11)))).Total;
        var compared = row.Compared(count, PeriodComparison.PreviousPeriod);
        compared.ToString().Should().Be("none of 2026-11-11 with none of 2026-11-10");
        (compared.Until, compared.EarlierUntil).Should().Be((compared.Period.Start, compared.Earlier!.Start));
    }

    [Fact] // Up to the night after the 2nd: the two of it, and the one of the 1st.
    public void OverTime_RollingAndToDate_FollowTheDays()
    {
        var sales = Sales(
            "2026-11-01T03:00:00+01", "2026-11-01T05:00:00+01", "2026-11-02T05:00:00+01", "2026-11-03T03:00:00+01",
            "2026-11-03T05:00:00+01");
        var count = Metric.Count("count", sales);
        var (toDate, rolling) = (count.ToDate(Grain.Month), count.Rolling(1, Grain.Day));
        var row = new InMemorySource(Night, sales).Query(Query.For(toDate, rolling).During(Night.Day(new(2026, 11, 2)))).Total;
        row[toDate].Amount.Should().Be(3m);
        row[rolling].Amount.Should().Be(2m);
    }

    [Fact] // 30 days: at 04:00 on the 16th 15 are over, and at 16:00 half of the 16th.
    public void Goal_Path_GoesByTheDays()
    {
        var sales = Sales("2026-11-05T12:00:00+01", "2026-11-16T03:00:00+01");
        var goal = new SmartGoal("goal")
        {
            Measure = Metric.Count("count", sales).BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Quantity.Count(4)),
            Period = November,
        };
        var source = new InMemorySource(Night, sales);
        GoalTracker.Default.Track(goal, source, At("2026-11-16T04:00:00+01")).Expected.Amount.Should().Be(0.5m);
        November.ElapsedDays(At("2026-11-16T16:00:00+01")).Should().Be(15.5m);
        November.ElapsedWeightedShare(At("2026-11-16T04:00:00+01")).Should().Be(0.5m);
    }

    [Fact]
    public void LiveTable_ByDay_FollowsTheDays()
    {
        var schema = TableSchema.Named("live", FactTime.Instant);
        var live = LiveTable.Of(schema, Night).By(Grain.Day).Build();
        live.Add(At("2026-11-28T02:30:00+01"), [], []);
        var count = Metric.Count("count", live);
        var row = new InMemorySource(Night, live).Query(Query.For(count).By(Grain.Day)).Rows[0];
        $"{row.Period}: {row[count].Amount:0}".Should().Be("2026-11-27: 1");
    }

    [Fact]
    public void Calendar_IsEqualBySaidHour_AndWrittenWithIt()
    {
        Night.Should().NotBe(Midnight);
        Night.Should().Be(Midnight.WithDayStartingAt(4)).And.Be(Night.WithFiscalYearStartingIn(1));
        Midnight.WithDayStartingAt(4).WithDayStartingAt(0).Should().Be(Midnight);
        Night.ToString().Should().Be(
            "Europe/Copenhagen, days from 04:00, weeks from Monday (week 1 has at least 4 days), fiscal years from January");
        var json = JsonSerializer.Serialize(Night);
        json.Should().Be("""{"zone":"Europe/Copenhagen","firstHourOfDay":4}""");
        JsonSerializer.Deserialize<ReportingCalendar>(json).Should().Be(Night);
        JsonSerializer.Deserialize<ReportingPeriod>(JsonSerializer.Serialize(November)).Should().Be(November);
        JsonSerializer.Serialize(November).Should().Contain("\"start\":\"2026-11-01\",\"end\":\"2026-12-01\"");
        Messages.Of<ArgumentOutOfRangeException>(() => Midnight.WithDayStartingAt(24)).Should().StartWith(
            "Expected a first hour from 0 to 23, found 24.");
    }

    [Fact] // In every zone, against a clock that is looked at quarter by quarter.
    public void DateOf_AnyInstant_IsTheLastDayThatHasBegun()
    {
        var zones = Gen.OneOfConst(DateTimeZoneProviders.Tzdb.Ids.ToArray());
        Gen.Select(zones, Gen.Int[0, 23], Gen.Int[0, 365 * 40]).Sample((zone, firstHour, day) =>
        {
            var calendar = ReportingCalendar.Iso(zone).WithDayStartingAt(firstHour);
            var date = new LocalDate(1985, 1, 1).PlusDays(day);
            var around = Instant.FromUtc(date.Year, date.Month, date.Day, 0, 0) - Duration.FromDays(1);
            var begun = Enumerable.Range(0, 4 * 72).Select(quarter => around + Duration.FromMinutes(15 * quarter))
                .Cast<Instant?>().FirstOrDefault(at => at!.Value.InZone(calendar.Zone).LocalDateTime >= date.At(new(firstHour, 0)));
            var start = calendar.StartOfDay(date);
            Assert.True(begun >= start && begun - start < Duration.FromMinutes(15), $"{calendar} {date} {start} {begun}");
            Assert.True(calendar.DateOf(start) >= date);
            Assert.True(calendar.DateOf(start - Duration.Epsilon) < date);
        });
    }

    private static Instant At(string text) =>
        NodaTime.Text.OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH>").Parse(text).Value.ToInstant();

    private static FactTable Sales(params string[] times) => FactTable.From("sales", times.Select(At)).At(at => at).Build();
}
