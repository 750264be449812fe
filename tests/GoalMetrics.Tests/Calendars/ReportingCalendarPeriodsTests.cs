using NodaTime;

namespace GoalMetrics.Tests.Calendars;

public class ReportingCalendarPeriodsTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingCalendar April = Utc.WithFiscalYearStartingIn(4);
    private static readonly ReportingCalendar UnitedStates = Utc.WithWeeksStartingOn(IsoDayOfWeek.Sunday, 1);

    public static TheoryData<ReportingPeriod, string, string, string> Periods => new()
    {
        { Utc.Day(new(2024, 2, 29)), "2024-02-29", "2024-02-29", "2024-03-01" },
        { Utc.Month(2024, 2), "2024-02", "2024-02-01", "2024-03-01" },
        { Utc.Month(2027, 12), "2027-12", "2027-12-01", "2028-01-01" },
        { Utc.Quarter(2027, 1), "2027-Q1", "2027-01-01", "2027-04-01" },
        { Utc.Quarter(2011, 4), "2011-Q4", "2011-10-01", "2012-01-01" },
        { Utc.HalfYear(2027, 2), "2027-H2", "2027-07-01", "2028-01-01" },
        { Utc.Year(2027), "2027", "2027-01-01", "2028-01-01" },
        { Utc.FiscalYear(2027), "FY2027", "2027-01-01", "2028-01-01" },
        { Utc.FiscalQuarter(2027, 2), "FY2027-Q2", "2027-04-01", "2027-07-01" },
        { April.FiscalYear(2027), "FY2027", "2026-04-01", "2027-04-01" },
        { April.FiscalHalfYear(2027, 1), "FY2027-H1", "2026-04-01", "2026-10-01" },
        { April.FiscalHalfYear(2027, 2), "FY2027-H2", "2026-10-01", "2027-04-01" },
        { April.FiscalQuarter(2027, 1), "FY2027-Q1", "2026-04-01", "2026-07-01" },
        { April.FiscalQuarter(2027, 4), "FY2027-Q4", "2027-01-01", "2027-04-01" },
        { April.Quarter(2027, 1), "2027-Q1", "2027-01-01", "2027-04-01" },
        { Utc.Range(new(2011, 7, 1), new(2011, 11, 10)), "2011-07-01/2011-11-10", "2011-07-01", "2011-11-10" },

        // ISO 8601: 2026 starts on a Thursday and has 53 weeks; 2027-01-04 is the Monday of 2027-W01.
        { Utc.Week(2026, 53), "2026-W53", "2026-12-28", "2027-01-04" },
        { Utc.WeekOf(new(2027, 1, 1)), "2026-W53", "2026-12-28", "2027-01-04" },
        { Utc.Week(2027, 5), "2027-W05", "2027-02-01", "2027-02-08" },
        { Utc.WeekOf(new(2024, 12, 30)), "2025-W01", "2024-12-30", "2025-01-06" },

        // United States: week 1 holds 1 January (Excel's WEEKNUM of 2027-01-01 is 1).
        { UnitedStates.WeekOf(new(2027, 1, 1)), "2027-W01", "2026-12-27", "2027-01-03" },

        // The outermost dates: 0001-01-01 is a Monday, 9998-12-31 a Thursday.
        { Utc.WeekOf(new(1, 1, 1)), "0001-W01", "0001-01-01", "0001-01-08" },
        { UnitedStates.WeekOf(new(1, 1, 1)), "0001-W01", "0000-12-31", "0001-01-07" },
        { Utc.WithWeeksStartingOn(IsoDayOfWeek.Sunday, 7).WeekOf(new(1, 1, 1)), "0000-W53", "0000-12-31", "0001-01-07" },
        { UnitedStates.WeekOf(new(9998, 12, 31)), "9999-W01", "9998-12-27", "9999-01-03" },
        { UnitedStates.Week(9999, 1), "9999-W01", "9998-12-27", "9999-01-03" },
        { Utc.WeekOf(new(9998, 12, 31)), "9998-W53", "9998-12-28", "9999-01-04" },
        { Utc.Year(1), "0001", "0001-01-01", "0002-01-01" },
        { Utc.Year(9998), "9998", "9998-01-01", "9999-01-01" },
        { April.FiscalYear(1), "FY0001", "0000-04-01", "0001-04-01" },
        { April.FiscalYear(9999), "FY9999", "9998-04-01", "9999-04-01" },
        { Utc.WithFiscalYearStartingIn(12).FiscalYear(9999), "FY9999", "9998-12-01", "9999-12-01" },
        { Utc.WithFiscalYearStartingIn(2).FiscalYear(1), "FY0001", "0000-02-01", "0001-02-01" },
        { Utc.Range(new(1, 1, 1), new(9999, 1, 1)), "0001-01-01/9999-01-01", "0001-01-01", "9999-01-01" },
    };

    [Theory]
    [MemberData(nameof(Periods), DisableDiscoveryEnumeration = true)]
    public void Factory_Numbers_GiveNameAndDates(ReportingPeriod period, string name, string start, string end)
    {
        period.ToString().Should().Be(name);
        period.StartDate.ToString("R", null).Should().Be(start);
        period.EndDate.ToString("R", null).Should().Be(end);
        period.IsPartial.Should().BeFalse();
        period.Whole.Should().BeSameAs(period);
        period.Start.Should().Be(period.StartDate.AtMidnight().InUtc().ToInstant());
        period.End.Should().Be(period.EndDate.AtMidnight().InUtc().ToInstant());
    }

    [Theory] // The EU changes clocks at 01:00Z on the last Sundays of March and October.
    [InlineData(3, 28, 24)]
    [InlineData(3, 29, 23)]
    [InlineData(10, 25, 25)]
    public void Day_ClockChange_HasItsTrueLength(int month, int day, int hours)
    {
        var period = Copenhagen.Day(new LocalDate(2026, month, day));
        period.Length.Should().Be(Duration.FromHours(hours));
        period.Days.Should().Be(1);
        period.SplitBy(Grain.Hour).Should().HaveCount(hours);
    }

    [Theory] // Brazil changed clocks at midnight: 23 hours in spring, and 25 on the day before the change in autumn.
    [InlineData(2018, 11, 4, 23, "2018-11-04T01-02")]
    [InlineData(2019, 2, 16, 25, "2019-02-16T00-02")]
    [InlineData(2019, 2, 17, 24, "2019-02-17T00-03")]
    public void Day_ClockChangeAtMidnight_HasItsTrueLength(int year, int month, int day, int hours, string firstHour)
    {
        var period = ReportingCalendar.Iso("America/Sao_Paulo").Day(new LocalDate(year, month, day));
        period.Length.Should().Be(Duration.FromHours(hours));
        period.SplitBy(Grain.Hour).Should().HaveCount(hours);
        period.SplitBy(Grain.Hour)[0].ToString().Should().Be(firstHour);
    }

    [Fact]
    public void Hour_RepeatedHour_IsTwoHours() =>
        Copenhagen.Day(new LocalDate(2026, 10, 25)).SplitBy(Grain.Hour).Skip(1).Take(4).Select(hour => hour.ToString())
            .Should().Equal("2026-10-25T01+02", "2026-10-25T02+02", "2026-10-25T02+01", "2026-10-25T03+01");

    [Fact] // Lord Howe moves by 30 minutes: 2026-04-05 02:00 +11 to 01:30 +10:30, 2026-10-04 02:00 +10:30 to 02:30 +11.
    public void Hour_ChangeByHalfAnHour_LeavesHalfAnHour()
    {
        var calendar = ReportingCalendar.Iso("Australia/Lord_Howe");
        var back = calendar.Day(new LocalDate(2026, 4, 5)).SplitBy(Grain.Hour);
        back.Skip(1).Take(3).Select(hour => $"{hour} {hour.Length.TotalMinutes}")
            .Should().Equal("2026-04-05T01+11 60", "2026-04-05T01:30+10:30 30", "2026-04-05T02+10:30 60");
        var forward = calendar.Day(new LocalDate(2026, 10, 4)).SplitBy(Grain.Hour);
        forward.Skip(1).Take(3).Select(hour => $"{hour} {hour.Length.TotalMinutes}")
            .Should().Equal("2026-10-04T01+10:30 60", "2026-10-04T02:30+11 30", "2026-10-04T03+11 60");
    }

    [Fact] // Newfoundland, 2010-11-07: one minute of the 7th, then 23:01 of the 6th again.
    public void Hour_ClockGoesBackAcrossMidnight_ShowsTheWallButBelongsToTheDay()
    {
        var hours = ReportingCalendar.Iso("America/St_Johns").Day(new LocalDate(2010, 11, 7)).SplitBy(Grain.Hour);
        hours.Take(3).Select(hour => $"{hour} {hour.Length.TotalMinutes}")
            .Should().Equal("2010-11-07T00-02:30 1", "2010-11-06T23:01-03:30 59", "2010-11-07T00-03:30 60");
        hours.Should().HaveCount(26).And.OnlyContain(hour => hour.StartDate == new LocalDate(2010, 11, 7));
    }

    [Fact] // Paris local mean time was 9 minutes and 21 seconds ahead of Greenwich until 1911.
    public void Hour_OffsetWithSeconds_IsNamedWithThem()
    {
        var hour = ReportingCalendar.Iso("Europe/Paris").Hour(Instant.FromUtc(1900, 1, 1, 12, 0));
        hour.ToString().Should().Be("1900-01-01T12+00:09:21");
        hour.Start.Should().Be(Instant.FromUtc(1900, 1, 1, 11, 50, 39));
    }

    [Fact]
    public void Hour_InUtc_IsNamedWithZeroOffset() =>
        Utc.Hour(Instant.FromUtc(2027, 3, 9, 14, 59)).ToString().Should().Be("2027-03-09T14+00");

    [Fact] // Newfoundland, 1945-08-14T20:30 -02:30: war time became peace time, by name only.
    public void Hour_NameChangesButOffsetDoesNot_IsWhole()
    {
        var calendar = ReportingCalendar.Iso("America/St_Johns");
        var before = calendar.Hour(Instant.FromUtc(1945, 8, 14, 22, 59));
        before.Should().Be(calendar.Hour(Instant.FromUtc(1945, 8, 14, 23, 1)));
        (before.Start, before.End).Should().Be((Instant.FromUtc(1945, 8, 14, 22, 30), Instant.FromUtc(1945, 8, 14, 23, 30)));
        before.Shift(5).Shift(-5).Should().Be(before);
    }

    [Theory]
    [InlineData(Grain.Hour, "2027-03-31T23+02")]
    [InlineData(Grain.Day, "2027-03-31")]
    [InlineData(Grain.Week, "2027-W13")]
    [InlineData(Grain.Month, "2027-03")]
    [InlineData(Grain.Quarter, "2027-Q1")]
    [InlineData(Grain.HalfYear, "2027-H1")]
    [InlineData(Grain.Year, "2027")]
    [InlineData(Grain.FiscalQuarter, "FY2027-Q4")]
    [InlineData(Grain.FiscalHalfYear, "FY2027-H2")]
    [InlineData(Grain.FiscalYear, "FY2027")]
    public void PeriodAt_EachGrain_IsTheOneInTheZone(Grain grain, string name)
    {
        var calendar = Copenhagen.WithFiscalYearStartingIn(4);
        calendar.PeriodAt(grain, Instant.FromUtc(2027, 3, 31, 21, 59)).ToString().Should().Be(name);
        calendar.PeriodAt(grain, Instant.FromUtc(2027, 3, 31, 22, 0)).Start.Should().BeGreaterThanOrEqualTo(
            grain switch
            {
                Grain.Week => Instant.FromUtc(2027, 3, 28, 22, 0),
                Grain.HalfYear or Grain.Year => Instant.FromUtc(2026, 12, 31, 23, 0),
                _ => Instant.FromUtc(2027, 3, 31, 22, 0),
            });
    }

    [Fact]
    public void Contains_Date_IsHalfOpen()
    {
        var march = Copenhagen.Month(2027, 3);
        march.Contains(new LocalDate(2027, 2, 28)).Should().BeFalse();
        march.Contains(new LocalDate(2027, 3, 1)).Should().BeTrue();
        march.Contains(new LocalDate(2027, 3, 31)).Should().BeTrue();
        march.Contains(new LocalDate(2027, 4, 1)).Should().BeFalse();
        march.Contains(new LocalDate(9999, 12, 31)).Should().BeFalse();
    }

    [Fact]
    public void Contains_Instant_IsHalfOpen()
    {
        var march = Copenhagen.Month(2027, 3);
        march.Contains(Instant.FromUtc(2027, 2, 28, 22, 59, 59)).Should().BeFalse();
        march.Contains(Instant.FromUtc(2027, 2, 28, 23, 0)).Should().BeTrue();
        march.Contains(Instant.FromUtc(2027, 3, 31, 21, 59, 59)).Should().BeTrue();
        march.Contains(Instant.FromUtc(2027, 3, 31, 22, 0)).Should().BeFalse();
    }

    [Fact]
    public void Contains_DateInHour_IsTheHourInWhichItStarts()
    {
        var hours = Copenhagen.Day(new LocalDate(2027, 3, 9)).SplitBy(Grain.Hour);
        hours.Select(hour => hour.Contains(new LocalDate(2027, 3, 9))).Should().Equal(Enumerable.Range(0, 24).Select(hour => hour == 0));
        hours[0].Days.Should().Be(1);
    }

    [Fact]
    public void Equals_SameDatesOtherGrainOrCalendar_IsFalse()
    {
        var january = Utc.Month(2027, 1);
        (january == Utc.Period(Grain.Month, new LocalDate(2027, 1, 31))).Should().BeTrue();
        january.GetHashCode().Should().Be(Utc.Period(Grain.Month, new LocalDate(2027, 1, 31)).GetHashCode());
        (january != Utc.Range(new LocalDate(2027, 1, 1), new LocalDate(2027, 2, 1))).Should().BeTrue();
        (january != April.Month(2027, 1)).Should().BeTrue();
        january.Equals((object?)null).Should().BeFalse();
    }

    [Fact] // Samoa skipped 2011-12-30, so dates may differ where instants do not.
    public void Equals_SkippedDayInOneOfThem_IsFalseAndOrdered()
    {
        var apia = ReportingCalendar.Iso("Pacific/Apia");
        var toSkipped = apia.Range(new(2011, 12, 29), new(2011, 12, 30));
        var withSkipped = apia.Range(new(2011, 12, 29), new(2011, 12, 31));
        (toSkipped.Start, toSkipped.End).Should().Be((withSkipped.Start, withSkipped.End));
        toSkipped.Should().NotBe(withSkipped);
        toSkipped.Should().BeLessThan(withSkipped);
        apia.Range(new(2011, 12, 30), new(2012, 1, 1)).Should().NotBe(apia.Range(new(2011, 12, 31), new(2012, 1, 1)));
    }

    [Fact] // Julian 1900-02-29 is Gregorian 1900-03-13.
    public void Period_DatesOfAnotherCalendarSystem_AreTheSameDays()
    {
        var julian = new LocalDate(1900, 2, 29, CalendarSystem.Julian);
        Utc.Range(julian, julian.PlusDays(1)).ToString().Should().Be("1900-03-13/1900-03-14");
        Utc.Day(new(1900, 3, 13)).Contains(julian).Should().BeTrue();
        Utc.Day(new(1900, 3, 12)).Contains(julian).Should().BeFalse();
        Utc.At(julian.At(new LocalTime(12, 0))).Should().Be(Instant.FromUtc(1900, 3, 13, 12, 0));
    }

    [Fact]
    public void CompareTo_MixedPeriods_OrdersByStartThenEndThenGrain()
    {
        ReportingPeriod?[] ordered =
        [
            null,
            Utc.Month(2026, 12),
            Utc.Day(new LocalDate(2027, 1, 1)),
            Utc.Range(new LocalDate(2027, 1, 1), new LocalDate(2027, 2, 1)),
            Utc.WithFiscalYearStartingIn(2).Month(2027, 1), // "… from February" sorts before "… from January"
            Utc.Month(2027, 1),
            Utc.Year(2027),
            Utc.Month(2027, 2),
        ];
        Enumerable.Reverse(ordered).Order().Should().Equal(ordered);
        (ordered[1] < ordered[2]).Should().BeTrue();
        (ordered[2] > ordered[1]).Should().BeTrue();
        (ordered[2] <= ordered[1]).Should().BeFalse();
        (ordered[4] >= ordered[4]).Should().BeTrue();
    }
}
