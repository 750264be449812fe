using NodaTime;
using NodaTime.Text;

namespace GoalMetrics.Tests.Calendars;

public class ReportingPeriodNeighboursTests
{
    private static readonly ReportingCalendar London = ReportingCalendar.Iso("Europe/London");
    private static readonly ReportingCalendar April = London.WithFiscalYearStartingIn(4);

    public static TheoryData<ReportingPeriod, int, string> Shifts => new()
    {
        { London.Month(2027, 3), -1, "2027-02" },
        { London.Month(2027, 1), -1, "2026-12" },
        { London.Month(2027, 1), 25, "2029-02" },
        { London.Quarter(2027, 1), -1, "2026-Q4" },
        { London.HalfYear(2027, 1), 3, "2028-H2" },
        { London.Year(2027), -2026, "0001" },
        { London.Week(2026, 53), 1, "2027-W01" },
        { London.Day(new(2024, 2, 29)), 1, "2024-03-01" },
        { April.FiscalQuarter(2027, 1), -1, "FY2026-Q4" },
        { April.FiscalYear(2027), 1, "FY2028" },
        { London.Range(new(2027, 3, 1), new(2027, 3, 11)), -1, "2027-02-19/2027-03-01" },
        { London.Range(new(2027, 3, 1), new(2027, 3, 11)), 2, "2027-03-21/2027-03-31" },
        { London.Month(2027, 3), 0, "2027-03" },

        // 2026-03-29T01:00Z: 01:00 +00 became 02:00 +01. 2026-10-25T01:00Z: 02:00 +01 became 01:00 +00.
        { London.Hour(Instant.FromUtc(2026, 3, 29, 0, 30)), 1, "2026-03-29T02+01" },
        { London.Hour(Instant.FromUtc(2026, 10, 25, 0, 30)), 1, "2026-10-25T01+00" },
        { London.Hour(Instant.FromUtc(2026, 10, 25, 1, 30)), -1, "2026-10-25T01+01" },
        { London.Hour(Instant.FromUtc(2026, 1, 1, 0, 0)), 8760, "2027-01-01T00+00" },
        { London.Hour(Instant.FromUtc(2027, 1, 1, 0, 0)), -8760, "2026-01-01T00+00" },

        // Of a part, the same days of the shifted whole; the last day clamps.
        { Part(new(2027, 3, 1), new(2027, 3, 11)), -1, "2027-02 (part: 2027-02-01/2027-02-11)" },
        { Part(new(2027, 3, 1), new(2027, 3, 31)), -1, "2027-02" },
        { Part(new(2027, 3, 20), new(2027, 4, 1)), -1, "2027-02 (part: 2027-02-20/2027-03-01)" },
        { Part(new(2027, 3, 31), new(2027, 4, 1)), -1, "2027-02 (part: 2027-02-28/2027-03-01)" },
        { Part(new(2027, 2, 20), new(2027, 3, 1)), 1, "2027-03 (part: 2027-03-20/2027-03-29)" },
    };

    [Theory]
    [MemberData(nameof(Shifts), DisableDiscoveryEnumeration = true)]
    public void Shift_Period_IsThatManyAway(ReportingPeriod period, int periods, string expected) =>
        period.Shift(periods).ToString().Should().Be(expected);

    public static TheoryData<ReportingPeriod, string> YearsEarlier => new()
    {
        { London.Month(2024, 2), "2023-02" },
        { London.Month(2025, 2), "2024-02" }, // all 29 days of it
        { London.Quarter(2027, 1), "2026-Q1" },
        { London.HalfYear(2027, 2), "2026-H2" },
        { London.Year(2027), "2026" },
        { April.FiscalQuarter(2027, 4), "FY2026-Q4" },
        { April.FiscalHalfYear(2027, 1), "FY2026-H1" },
        { April.FiscalYear(2027), "FY2026" },
        { London.Week(2028, 5), "2027-W05" },
        { London.Week(2026, 52), "2025-W52" },
        { London.Day(new(2024, 2, 29)), "2023-02-28" },
        { London.Day(new(2025, 2, 28)), "2024-02-28" },
        { London.Hour(Instant.FromUtc(2027, 7, 9, 13, 30)), "2026-07-09T14+01" },
        { London.Hour(Instant.FromUtc(2024, 2, 29, 13, 30)), "2023-02-28T13+00" },
        { London.Hour(Instant.FromUtc(2027, 3, 29, 0, 30)), "2026-03-29T02+01" }, // 01:30 did not exist on that day; moved on
        { London.Range(new(2024, 2, 1), new(2024, 3, 1)), "2023-02-01/2023-03-01" },
        { London.Range(new(2024, 2, 29), new(2024, 3, 1)), "2023-02-28/2023-03-01" },
        { London.Range(new(2024, 2, 1), new(2024, 2, 29)), "2023-02-01/2023-03-01" }, // to the 28th
        { Part(new(2024, 2, 1), new(2024, 2, 29)), "2023-02" },
        { Part(new(2027, 3, 5), new(2027, 3, 11)), "2026-03 (part: 2026-03-05/2026-03-11)" },

        // Part of a week, Thursday to Sunday of 2026-W52: Thursday to Sunday of 2025-W52.
        { London.Range(new(2026, 12, 24), new(2026, 12, 28)).SplitBy(Grain.Week)[0], "2025-W52 (part: 2025-12-25/2025-12-29)" },
    };

    [Theory]
    [MemberData(nameof(YearsEarlier), DisableDiscoveryEnumeration = true)]
    public void YearEarlier_Period_IsTheSameOfTheYearBefore(ReportingPeriod period, string expected) =>
        period.YearEarlier().ToString().Should().Be(expected);

    [Fact] // 2025 and R2022 have 52 weeks, so there is nothing to compare a 53rd with.
    public void YearEarlier_Week53_IsRefusedWithTheWayOut()
    {
        var retail = ReportingCalendar.Utc.WithRetailYear(RetailCalendar.Nrf);
        ReportingPeriod[] weeks =
        [
            London.Week(2026, 53),
            London.Range(new(2026, 12, 31), new(2027, 1, 4)).SplitBy(Grain.Week)[0],
            retail.RetailWeek(2023, 53),
        ];
        const string WayOut = "the other year has 52 weeks. Shift by 52 weeks instead of a year for the same weekdays.*";
        foreach (var week in weeks)
        {
            FluentActions.Invoking(week.YearEarlier).Should().Throw<ArgumentOutOfRangeException>().WithMessage(
                $"The period a year before {week}: {WayOut}");
            week.Invoking(it => it.Shift(-1, Grain.Year)).Should().Throw<ArgumentOutOfRangeException>().WithMessage(
                $"{week} shifted by -1 times Year: {WayOut}");
        }

        London.Week(2026, 53).Shift(-52, Grain.Week).Should().Be(London.Week(2026, 1));
        London.Week(2026, 53).Shift(-6, Grain.Year).Should().Be(London.Week(2020, 53));
    }

    [Fact]
    public void SplitBy_RangeOffTheBoundaries_CutsFirstAndLast()
    {
        var parts = London.Range(new LocalDate(2011, 9, 15), new LocalDate(2011, 11, 10)).SplitBy(Grain.Month);
        parts.Select(part => part.ToString()).Should().Equal(
            "2011-09 (part: 2011-09-15/2011-10-01)", "2011-10", "2011-11 (part: 2011-11-01/2011-11-10)");
        parts.Select(part => part.IsPartial).Should().Equal(true, false, true);
        parts[0].Whole.Should().Be(London.Month(2011, 9));
        parts[0].Grain.Should().Be(Grain.Month);
        parts[0].Start.Should().Be(Instant.FromUtc(2011, 9, 14, 23, 0));
        parts[2].Days.Should().Be(9);
        parts[1].Should().Be(London.Month(2011, 10));
    }

    [Fact]
    public void SplitBy_RangeInsideOnePeriod_IsOnePart()
    {
        var parts = London.Range(new LocalDate(2011, 11, 2), new LocalDate(2011, 11, 10)).SplitBy(Grain.Year);
        parts.Select(part => part.ToString()).Should().Equal("2011 (part: 2011-11-02/2011-11-10)");
    }

    [Fact]
    public void SplitBy_RangeOnTheBoundaries_HasNoParts() =>
        London.Quarter(2027, 1).SplitBy(Grain.Month).Should().Equal(London.Month(2027, 1), London.Month(2027, 2), London.Month(2027, 3));

    [Fact]
    public void SplitBy_ItsOwnGrain_IsThePeriod()
    {
        var part = Part(new(2027, 3, 1), new(2027, 3, 11));
        part.SplitBy(Grain.Month).Should().Equal(part);
        var hour = London.Hour(Instant.FromUtc(2027, 3, 9, 14, 0));
        hour.SplitBy(Grain.Hour).Should().Equal(hour);
    }

    [Fact] // Samoa skipped 2011-12-30.
    public void SplitBy_MonthWithSkippedDay_KeepsTheEmptyDayAndNoHoursOfIt()
    {
        var december = ReportingCalendar.Iso("Pacific/Apia").Month(2011, 12);
        december.SplitBy(Grain.Day).Should().HaveCount(31);
        december.SplitBy(Grain.Hour).Should().HaveCount(30 * 24);
        december.Calendar.Day(new LocalDate(2011, 12, 30)).SplitBy(Grain.Hour).Should().BeEmpty();
    }

    [Fact]
    public void Next_EndOfTheSupportedDates_Throws()
    {
        var act = () => London.Hour(Instant.FromUtc(9998, 12, 31, 23, 0)).Next();
        act.Should().Throw<ArgumentOutOfRangeException>();
        London.Hour(Instant.FromUtc(9998, 12, 31, 22, 0)).Next().ToString().Should().Be("9998-12-31T23+00");
    }

    // A part of a longer period keeps its dates: 243 days to 1 September, whether or not there was a 29 February.
    public static TheoryData<ReportingPeriod, int, Grain, string> Parts => new()
    {
        { Of(Grain.Year, new(2020, 1, 1), new(2020, 9, 1)), -1, Grain.Year, "2019-01-01/2019-09-01" },
        { Of(Grain.Year, new(2020, 5, 1), new(2021, 1, 1)), -1, Grain.Year, "2019-05-01/2020-01-01" },
        { Of(Grain.Quarter, new(2020, 12, 1), new(2021, 1, 1)), -1, Grain.Quarter, "2020-09-01/2020-10-01" },
        { Of(Grain.HalfYear, new(2020, 8, 31), new(2021, 1, 1)), -1, Grain.HalfYear, "2020-02-29/2020-07-01" },
        { Of(Grain.Year, new(2019, 1, 1), new(2019, 3, 1)), 1, Grain.Year, "2020-01-01/2020-03-01" },
        { Of(Grain.Year, new(2020, 1, 1), new(2020, 2, 29)), -1, Grain.Year, "2019-01-01/2019-03-01" },
    };

    [Theory]
    [MemberData(nameof(Parts), DisableDiscoveryEnumeration = true)]
    public void Shift_PartOfALongerPeriod_KeepsItsDatesInAnyUnit(ReportingPeriod part, int count, Grain grain, string expected)
    {
        var months = grain switch
        {
            Grain.Quarter => 3,
            Grain.HalfYear => 6,
            _ => 12,
        };
        foreach (var shifted in new[] { part.Shift(count), part.Shift(count, grain), part.Shift(count * months, Grain.Month) })
        {
            $"{shifted.StartDate:R}/{shifted.EndDate:R}".Should().Be(expected);
        }
    }

    [Theory] // Whole months stay whole months when a year is moved: February 2025 a year earlier has 29 days.
    [InlineData(2, 1, "2024-02-01/2024-03-01")]
    [InlineData(1, 2, "2024-01-01/2024-03-01")]
    [InlineData(12, 3, "2024-12-01/2025-03-01")]
    public void YearEarlier_RangeOfWholeMonths_IsOfWholeMonths(int month, int months, string expected)
    {
        var start = new LocalDate(2025, month, 1);
        London.Range(start, start.PlusMonths(months)).YearEarlier().Should().Be(
            London.Range(start.PlusYears(-1), start.PlusYears(-1).PlusMonths(months)));
        London.Range(start, start.PlusMonths(months)).YearEarlier().ToString().Should().Be(expected);
        London.Range(start, start.PlusMonths(months)).Shift(-1, Grain.Year).ToString().Should().Be(expected);
    }

    [Theory] // D3: the range before February is January, as the month before is; other ranges go by days.
    [InlineData("2025-02-01/2025-03-01", -1, "2025-01-01/2025-02-01")]
    [InlineData("2025-02-01/2025-03-01", 1, "2025-03-01/2025-04-01")]
    [InlineData("2025-01-01/2025-03-01", -1, "2024-11-01/2025-01-01")]
    [InlineData("2025-01-01/2025-03-01", -12, "2023-01-01/2023-03-01")]
    [InlineData("2024-03-01/2025-03-01", -1, "2023-03-01/2024-03-01")]
    [InlineData("2025-01-01/2027-01-01", -1, "2023-01-01/2025-01-01")]
    [InlineData("2025-02-01/2025-02-28", -1, "2025-01-05/2025-02-01")]
    [InlineData("2025-01-02/2025-03-01", -1, "2024-11-05/2025-01-02")]
    public void Shift_Range_GoesByMonthsWhereItHoldsWholeOnes(string range, int periods, string expected)
    {
        var dates = range.Split('/').Select(date => LocalDatePattern.Iso.Parse(date).Value).ToArray();
        London.Range(dates[0], dates[1]).Shift(periods).ToString().Should().Be(expected);
    }

    [Theory] // Nothing lies before the supported dates, and a number that is too large does not come round.
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(-2025 * 6)]
    public void Shift_RangeOfWholeMonths_BeyondTheSupportedDates_Throws(int periods)
    {
        var range = London.Range(new(2025, 1, 1), new(2025, 3, 1));
        range.Invoking(it => it.Shift(periods)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*outside the supported dates*");
    }

    private static ReportingPeriod Of(Grain grain, LocalDate start, LocalDate end) => London.Range(start, end).SplitBy(grain).Single();

    private static ReportingPeriod Part(LocalDate start, LocalDate end) => London.Range(start, end).SplitBy(Grain.Month).Single();
}
