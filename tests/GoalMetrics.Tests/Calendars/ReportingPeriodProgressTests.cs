using NodaTime;

namespace GoalMetrics.Tests.Calendars;

public class ReportingPeriodProgressTests
{
    private static readonly ReportingCalendar London = ReportingCalendar.Iso("Europe/London");
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    [Theory]
    [InlineData("2027-01-01T00:00", 0, PeriodState.Open)]
    [InlineData("2027-03-31T22:59", 0, PeriodState.Open)]
    [InlineData("2027-03-31T23:00", 0, PeriodState.Closed)] // April starts in London at 23:00Z
    [InlineData("2027-03-31T23:00", 2, PeriodState.Settling)]
    [InlineData("2027-04-01T00:59", 2, PeriodState.Settling)]
    [InlineData("2027-04-01T01:00", 2, PeriodState.Closed)]
    public void State_AsOf_FollowsEndAndSettling(string asOf, int settlingHours, PeriodState expected)
    {
        var march = London.Month(2027, 3);
        march.State(Utc(asOf), Duration.FromHours(settlingHours)).Should().Be(expected);
        march.State(Utc(asOf)).Should().Be(expected == PeriodState.Settling ? PeriodState.Closed : expected);
    }

    [Theory] // 31 days of October and 9 of November, of 92. London is on UTC from 2011-10-30 on.
    [InlineData("2011-09-30T22:59", 0)]
    [InlineData("2011-09-30T23:00", 0)]
    [InlineData("2011-10-01T11:00", 0.5)]
    [InlineData("2011-11-10T00:00", 40)]
    [InlineData("2011-11-10T06:00", 40.25)]
    [InlineData("2012-01-01T00:00", 92)]
    [InlineData("2013-01-01T00:00", 92)]
    public void ElapsedDays_FourthQuarter2011_CountsLocalDays(string asOf, decimal days)
    {
        var quarter = London.Quarter(2011, 4);
        quarter.ElapsedDays(Utc(asOf)).Should().Be(days);
        quarter.ElapsedShare(Utc(asOf)).Should().Be(days / 92m);
    }

    [Fact] // 2026-10-25 has 25 hours in Copenhagen: noon on the wall is after 13 of them. 2026-03-29 has 23: after 11.
    public void ElapsedDays_DayOfClockChange_CountsItsTrueLength()
    {
        Copenhagen.Day(new(2026, 10, 25)).ElapsedDays(Utc("2026-10-25T11:00")).Should().Be(0.52m);
        Copenhagen.Day(new(2026, 3, 29)).ElapsedShare(Utc("2026-03-29T10:00")).Should().Be(11m / 23m);
        Copenhagen.Month(2026, 10).ElapsedDays(Utc("2026-10-25T11:00")).Should().Be(24.52m);
    }

    [Fact]
    public void ElapsedDays_Hour_IsAFractionOfItsDay()
    {
        var hour = Copenhagen.Hour(Utc("2026-10-25T11:00"));
        hour.ElapsedDays(Utc("2026-10-25T11:30")).Should().Be(0.02m);
        hour.ElapsedDays(Utc("2026-10-25T10:00")).Should().Be(0m);
        hour.ElapsedDays(Utc("2026-10-26T00:00")).Should().Be(0.04m);
        hour.ElapsedShare(Utc("2026-10-25T11:30")).Should().Be(0.5m);
        hour.ElapsedShare(Utc("2026-10-25T10:00")).Should().Be(0m);
        hour.ElapsedShare(Utc("2026-10-26T00:00")).Should().Be(1m);
    }

    [Fact] // Samoa skipped 2011-12-30: when the 31st starts, 30 dates of December are over.
    public void ElapsedDays_SkippedDay_IsOverAtOnce()
    {
        var apia = ReportingCalendar.Iso("Pacific/Apia");
        apia.Month(2011, 12).ElapsedDays(Utc("2011-12-30T09:00")).Should().Be(29m - 1m / 24m);
        apia.Month(2011, 12).ElapsedDays(Utc("2011-12-30T10:00")).Should().Be(30m);
        apia.Day(new(2011, 12, 30)).ElapsedShare(Utc("2011-12-30T09:59")).Should().Be(0m);
        apia.Day(new(2011, 12, 30)).ElapsedShare(Utc("2011-12-30T10:00")).Should().Be(1m);
    }

    [Fact]
    public void UpTo_BeforeInsideAfter_IsEmptyPartAll()
    {
        var march = London.Month(2027, 3);
        march.UpTo(Utc("2027-02-01T00:00")).Should().Be(new Interval(march.Start, march.Start));
        march.UpTo(Utc("2027-03-09T12:00")).Should().Be(new Interval(march.Start, Utc("2027-03-09T12:00")));
        march.UpTo(Utc("2027-12-01T00:00")).Should().Be(new Interval(march.Start, march.End));
    }

    [Theory] // Month to date against the same days of the month before; London is on +01 from 2027-03-28 on.
    [InlineData("2027-02-01T00:00", "2027-02-01T00:00")]
    [InlineData("2027-03-01T00:00", "2027-02-01T00:00")]
    [InlineData("2027-03-10T12:00", "2027-02-10T12:00")]
    [InlineData("2027-03-28T11:00", "2027-02-28T12:00")] // noon on the wall
    [InlineData("2027-03-28T23:00", "2027-03-01T00:00")] // 28 days, all of February
    [InlineData("2027-03-31T12:00", "2027-03-01T00:00")]
    [InlineData("2027-05-01T00:00", "2027-03-01T00:00")]
    public void LikeForLikeEnd_MarchAgainstFebruary_TakesTheSameDays(string asOf, string expected) =>
        London.Month(2027, 3).LikeForLikeEnd(London.Month(2027, 2), Utc(asOf)).Should().Be(Utc(expected));

    [Fact]
    public void LikeForLikeEnd_FebruaryAgainstJanuary_EndsWhenFebruaryIsClosed()
    {
        var (february, january) = (London.Month(2027, 2), London.Month(2027, 1));
        february.LikeForLikeEnd(january, Utc("2027-02-28T23:00")).Should().Be(Utc("2027-01-28T23:00"));
        february.LikeForLikeEnd(january, Utc("2027-03-01T00:00")).Should().Be(Utc("2027-02-01T00:00"));
    }

    [Fact]
    public void LikeForLikeEnd_LocalTimeSkippedOrRepeated_StaysInItsDay()
    {
        // 02:30 of the day before against 2026-03-29, where clocks go from 02:00 to 03:00: moved on to 03:30 +02.
        var day = Copenhagen.Day(new(2026, 3, 30));
        day.LikeForLikeEnd(day.Previous(), Utc("2026-03-30T00:30")).Should().Be(Utc("2026-03-29T01:30"));

        // The start of a day is the start of a day, where one of them starts at 01:00 (Brazil, 2018-11-04).
        var late = ReportingCalendar.Iso("America/Sao_Paulo").Day(new(2018, 11, 4));
        late.LikeForLikeEnd(late.Previous(), late.Start).Should().Be(late.Previous().Start);
        var week = late.Calendar.Range(new(2018, 11, 3), new(2018, 11, 6));
        week.LikeForLikeEnd(week.Previous(), late.Start).Should().Be(late.Calendar.StartOfDay(new(2018, 11, 1)));

        // Noon against the day that Samoa skipped: all of that day, and nothing of the next.
        var apia = ReportingCalendar.Iso("Pacific/Apia").Day(new(2011, 12, 31));
        apia.LikeForLikeEnd(apia.Previous(), Utc("2011-12-30T22:00")).Should().Be(Utc("2011-12-30T10:00"));

        // Noon of 30 January against December: not noon of the 31st, to which a lenient clock would move on.
        apia.Calendar.Month(2012, 1).LikeForLikeEnd(apia.Calendar.Month(2011, 12), Utc("2012-01-29T22:00"))
            .Should().Be(Utc("2011-12-30T10:00"));

        // 23:30 of the 6th shows again in Newfoundland when 2010-11-07 has begun: nothing but the start of the earlier day.
        var repeated = ReportingCalendar.Iso("America/St_Johns").Day(new(2010, 11, 7));
        repeated.LikeForLikeEnd(repeated.Previous(), Utc("2010-11-07T03:00")).Should().Be(repeated.Previous().Start);
    }

    [Fact]
    public void LikeForLikeEnd_Hour_GoesByElapsedTime()
    {
        var hour = London.Hour(Utc("2027-03-09T14:00"));
        hour.LikeForLikeEnd(hour.Previous(), Utc("2027-03-09T14:20")).Should().Be(Utc("2027-03-09T13:20"));
        var halfHour = ReportingCalendar.Iso("Australia/Lord_Howe").Hour(Utc("2026-04-04T15:15"));
        halfHour.Next().LikeForLikeEnd(halfHour, Utc("2026-04-04T16:15")).Should().Be(halfHour.End);
    }

    private static Instant Utc(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(text).Value.InUtc().ToInstant();
}
