using NodaTime;

namespace GoalMetrics.Tests.Calendars;

// Offsets and changes of the clock are those of the IANA tz database; instants are worked out by hand from them.
public class ReportingCalendarTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingCalendar SaoPaulo = ReportingCalendar.Iso("America/Sao_Paulo");
    private static readonly ReportingCalendar Apia = ReportingCalendar.Iso("Pacific/Apia");
    private static readonly ReportingCalendar StJohns = ReportingCalendar.Iso("America/St_Johns");

    [Fact]
    public void Iso_Default_HasIsoWeeksAndCalendarFiscalYears()
    {
        Copenhagen.Zone.Id.Should().Be("Europe/Copenhagen");
        Copenhagen.FirstDayOfWeek.Should().Be(IsoDayOfWeek.Monday);
        Copenhagen.MinDaysInFirstWeek.Should().Be(4);
        Copenhagen.FirstFiscalMonth.Should().Be(1);
        Copenhagen.ToString().Should().Be("Europe/Copenhagen, weeks from Monday (week 1 has at least 4 days), fiscal years from January");
    }

    [Fact]
    public void Equals_SameZoneAndRules_IsTrue()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
        (ReportingCalendar.Iso(zone) == Copenhagen).Should().BeTrue();
        ReportingCalendar.Iso(zone).GetHashCode().Should().Be(Copenhagen.GetHashCode());
        Copenhagen.WithFiscalYearStartingIn(4).WithFiscalYearStartingIn(1).Should().Be(Copenhagen);
        Copenhagen.Equals((object?)"Europe/Copenhagen").Should().BeFalse();
    }

    [Fact]
    public void Equals_OneRuleDiffers_IsFalse()
    {
        ReportingCalendar[] calendars =
        [
            Copenhagen,
            ReportingCalendar.Utc,
            Copenhagen.WithFiscalYearStartingIn(4),
            Copenhagen.WithWeeksStartingOn(IsoDayOfWeek.Sunday),
            Copenhagen.WithWeeksStartingOn(IsoDayOfWeek.Monday, 1),
            Copenhagen.WithDayStartingAt(4),
        ];
        calendars.Should().OnlyHaveUniqueItems();
        (calendars[0] != calendars[1]).Should().BeTrue();
    }

    [Fact]
    public void With_OtherRule_KeepsTheRest()
    {
        var calendar = Copenhagen.WithWeeksStartingOn(IsoDayOfWeek.Sunday, 1).WithFiscalYearStartingIn(10);
        (calendar.FirstDayOfWeek, calendar.MinDaysInFirstWeek, calendar.FirstFiscalMonth).Should().Be((IsoDayOfWeek.Sunday, 1, 10));
        calendar.WithWeeksStartingOn(IsoDayOfWeek.Saturday).FirstFiscalMonth.Should().Be(10);
    }

    [Fact]
    public void StartOfDay_OrdinaryDay_IsMidnight() =>
        Copenhagen.StartOfDay(new LocalDate(2027, 3, 9)).Should().Be(Instant.FromUtc(2027, 3, 8, 23, 0));

    [Fact] // Brazil, 2018-11-04: 00:00 -03 became 01:00 -02.
    public void StartOfDay_MidnightSkipped_IsTheChange() =>
        SaoPaulo.StartOfDay(new LocalDate(2018, 11, 4)).Should().Be(Instant.FromUtc(2018, 11, 4, 3, 0));

    [Fact] // Brazil, 2019-02-17: 00:00 -02 became 23:00 -03 on the 16th, so midnight of the 17th is reached at 03:00Z only.
    public void StartOfDay_ClockGoesBackAtMidnight_IsAfterTheRepeatedHour() =>
        SaoPaulo.StartOfDay(new LocalDate(2019, 2, 17)).Should().Be(Instant.FromUtc(2019, 2, 17, 3, 0));

    [Fact] // Newfoundland, 2010-11-07: 00:01 -02:30 became 23:01 -03:30 on the 6th; midnight occurs at 02:30Z and at 03:30Z.
    public void StartOfDay_MidnightTwice_IsTheEarlier() =>
        StJohns.StartOfDay(new LocalDate(2010, 11, 7)).Should().Be(Instant.FromUtc(2010, 11, 7, 2, 30));

    [Fact] // Samoa went from 2011-12-29 24:00 -10 to 2011-12-31 00:00 +14.
    public void StartOfDay_DaySkipped_IsThatOfTheNext()
    {
        Apia.StartOfDay(new LocalDate(2011, 12, 30)).Should().Be(Instant.FromUtc(2011, 12, 30, 10, 0));
        Apia.StartOfDay(new LocalDate(2011, 12, 31)).Should().Be(Instant.FromUtc(2011, 12, 30, 10, 0));
        Apia.Day(new LocalDate(2011, 12, 30)).Length.Should().Be(Duration.Zero);
    }

    [Fact]
    public void StartOfDay_DateOfAnotherCalendarSystem_IsTheSameDay() =>
        ReportingCalendar.Utc.StartOfDay(new LocalDate(1900, 2, 29, CalendarSystem.Julian))
            .Should().Be(Instant.FromUtc(1900, 3, 13, 0, 0));

    [Fact]
    public void DateOf_AroundMidnight_ChangesAtTheStartOfTheDay()
    {
        Copenhagen.DateOf(Instant.FromUtc(2027, 3, 8, 22, 59, 59)).Should().Be(new LocalDate(2027, 3, 8));
        Copenhagen.DateOf(Instant.FromUtc(2027, 3, 8, 23, 0)).Should().Be(new LocalDate(2027, 3, 9));
    }

    [Fact] // The wall shows the 6th again from 02:31Z to 03:30Z, but the 7th has begun.
    public void DateOf_WallShowsOldDateAgain_IsTheDayThatHasBegun()
    {
        StJohns.DateOf(Instant.FromUtc(2010, 11, 7, 2, 29)).Should().Be(new LocalDate(2010, 11, 6));
        StJohns.DateOf(Instant.FromUtc(2010, 11, 7, 2, 45)).Should().Be(new LocalDate(2010, 11, 7));
        StJohns.DateOf(Instant.FromUtc(2010, 11, 7, 3, 45)).Should().Be(new LocalDate(2010, 11, 7));
    }

    [Fact] // Alaska crossed the date line in October 1867: its clocks went back by a day, and one date was lived twice.
    public void DateOf_DayLivedTwice_NeverGoesBack()
    {
        var alaska = ReportingCalendar.Iso("America/Juneau");
        var start = alaska.StartOfDay(new LocalDate(1867, 10, 17));
        var dates = Enumerable.Range(0, 96).Select(hour => alaska.DateOf(start + Duration.FromHours(hour))).ToList();
        dates.Should().BeInAscendingOrder();
        dates.GroupBy(date => date).Should().Contain(day => day.Count() > 24);
    }

    [Fact]
    public void At_OrdinarySkippedAndRepeatedTime_IsLenient()
    {
        Copenhagen.At(new LocalDateTime(2026, 7, 1, 12, 0)).Should().Be(Instant.FromUtc(2026, 7, 1, 10, 0));
        Copenhagen.At(new LocalDateTime(2026, 3, 29, 2, 30)).Should().Be(Instant.FromUtc(2026, 3, 29, 1, 30)); // 03:30 +02
        Copenhagen.At(new LocalDateTime(2026, 10, 25, 2, 30)).Should().Be(Instant.FromUtc(2026, 10, 25, 0, 30)); // the first, +02
    }

    [Fact]
    public void FirstDateStartingAtOrAfter_StartOfDayAndLater_RoundsUp()
    {
        Copenhagen.FirstDateStartingAtOrAfter(Instant.FromUtc(2027, 3, 8, 23, 0)).Should().Be(new LocalDate(2027, 3, 9));
        Copenhagen.FirstDateStartingAtOrAfter(Instant.FromUtc(2027, 3, 8, 23, 1)).Should().Be(new LocalDate(2027, 3, 10));
        Apia.FirstDateStartingAtOrAfter(Instant.FromUtc(2011, 12, 30, 10, 0)).Should().Be(new LocalDate(2011, 12, 30));
    }

    [Fact]
    public void FirstDateStartingAtOrAfter_EdgesOfOutermostPeriods_AreTheirDates()
    {
        foreach (var month in Enumerable.Range(1, 12))
        {
            var retail = new RetailCalendar(RetailPattern.FourFourFive, month, IsoDayOfWeek.Thursday, RetailYearEnd.NearestToMonthEnd);
            var calendar = Apia.WithFiscalYearStartingIn(month).WithWeeksStartingOn(IsoDayOfWeek.Tuesday).WithRetailYear(retail);
            foreach (var grain in Enum.GetValues<Grain>().Where(grain => grain != Grain.Hour))
            {
                var first = calendar.Period(grain, ReportingCalendar.MinDate);
                var last = calendar.Period(grain, ReportingCalendar.MaxDate);
                calendar.FirstDateStartingAtOrAfter(first.Start).Should().Be(first.StartDate);
                calendar.FirstDateStartingAtOrAfter(last.End).Should().Be(last.EndDate);
            }
        }
    }

    [Fact]
    public void Supported_FirstAndLastDate_AreYears1And9998()
    {
        ReportingCalendar.MinDate.Should().Be(new LocalDate(1, 1, 1));
        ReportingCalendar.MaxDate.Should().Be(new LocalDate(9998, 12, 31));
        ReportingCalendar.Utc.StartOfDay(ReportingCalendar.MinDate).Should().Be(Instant.FromUtc(1, 1, 1, 0, 0));
        ReportingCalendar.Utc.DateOf(Instant.FromUtc(9998, 12, 31, 23, 59)).Should().Be(ReportingCalendar.MaxDate);
    }
}
