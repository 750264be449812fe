using NodaTime;

namespace GoalMetrics.Tests.Calendars;

public class RetailCalendarTests
{
    private static readonly ReportingCalendar Nrf = ReportingCalendar.Iso("America/New_York").WithRetailYear(RetailCalendar.Nrf);

    // National Retail Federation, 4-5-4 calendar: fiscal 2022 begins 30 January 2022, 2023 on 29 January 2023 with a 53rd week to
    // 3 February 2024, 2024 on 4 February 2024, 2025 on 2 February 2025.
    [Theory]
    [InlineData(2022, "2022-01-30", 52)]
    [InlineData(2023, "2023-01-29", 53)]
    [InlineData(2024, "2024-02-04", 52)]
    [InlineData(2025, "2025-02-02", 52)]
    public void Nrf_Years_AreThePublishedOnes(int year, string start, int weeks)
    {
        var period = Nrf.RetailYear(year);
        (period.StartDate.ToString("R", null), period.Days).Should().Be((start, weeks * 7));
        period.ToString().Should().Be($"R{year}");
    }

    [Fact] // R2024-P03 begins on 7 April 2024, the third period of 2023 on 2 April 2023: not on the same date.
    public void Shift_ByAYear_IsTheSamePeriodOfTheRetailYearBefore()
    {
        (Grain, int)[] years =
            [(Grain.Year, -1), (Grain.FiscalYear, -1), (Grain.HalfYear, -2), (Grain.Month, -12), (Grain.RetailYear, -1)];
        foreach (var (grain, count) in years)
        {
            Nrf.RetailPeriod(2024, 3).Shift(count, grain).Should().Be(Nrf.RetailPeriod(2023, 3));
            Nrf.RetailQuarter(2024, 4).Shift(count, grain).Should().Be(Nrf.RetailQuarter(2023, 4));
            Nrf.RetailYear(2024).Shift(count, grain).Should().Be(Nrf.RetailYear(2023));
            Nrf.RetailWeek(2024, 52).Shift(count, grain).Should().Be(Nrf.RetailWeek(2023, 52));
        }

        Nrf.RetailPeriod(2024, 3).Shift(-1, Grain.Year).Should().Be(Nrf.RetailPeriod(2024, 3).YearEarlier());
    }

    [Fact] // The years of 53 weeks that the federation names: 2006, 2012, 2017, 2023.
    public void Nrf_LongYears_AreThePublishedOnes() =>
        Enumerable.Range(2004, 23).Where(year => Nrf.RetailYear(year).Days == 371).Should().Equal(2006, 2012, 2017, 2023);

    [Fact] // February 2024: 4 weeks to 2 March; March 5 to 6 April; April 4 to 4 May 2024.
    public void Nrf_Periods_AreFourFiveFourWeeks()
    {
        Nrf.RetailPeriod(2024, 1).EndDate.Should().Be(new LocalDate(2024, 3, 3));
        Nrf.RetailPeriod(2024, 2).EndDate.Should().Be(new LocalDate(2024, 4, 7));
        Nrf.RetailPeriod(2024, 3).EndDate.Should().Be(new LocalDate(2024, 5, 5));
        Nrf.RetailQuarter(2024, 1).Should().Be(Nrf.Period(Grain.RetailQuarter, new(2024, 4, 30)));
        Nrf.RetailPeriod(2023, 12).Days.Should().Be(35);
        Nrf.RetailQuarter(2023, 4).Days.Should().Be(14 * 7);
        Nrf.RetailWeek(2023, 53).ToString().Should().Be("R2023-W53");
        Nrf.RetailPeriod(2024, 3).ToString().Should().Be("R2024-P03");
        Nrf.RetailQuarter(2024, 1).SplitBy(Grain.RetailPeriod).Select(part => part.Days / 7).Should().Equal(4, 5, 4);
        Nrf.RetailYear(2023).SplitBy(Grain.RetailWeek).Should().HaveCount(53);
    }

    // Apple's fiscal year ends on the last Saturday of September: 30 September 2023 after 53 weeks, 28 September 2024 after 52 (Form 10-K
    // for 2024).
    [Fact]
    public void LastInMonth_IsTheYearOfCompaniesThatEndOnALastSaturday()
    {
        var retail = new RetailCalendar(RetailPattern.FiveFourFour, 9, IsoDayOfWeek.Saturday, RetailYearEnd.LastInMonth);
        var calendar = ReportingCalendar.Utc.WithRetailYear(retail);
        (calendar.RetailYear(2023).EndDate, calendar.RetailYear(2023).Days / 7).Should().Be((new LocalDate(2023, 10, 1), 53));
        (calendar.RetailYear(2024).EndDate, calendar.RetailYear(2024).Days / 7).Should().Be((new LocalDate(2024, 9, 29), 52));
        calendar.RetailYear(2024).SplitBy(Grain.RetailPeriod).Take(3).Select(part => part.Days / 7).Should().Equal(5, 4, 4);
        retail.ToString().Should().Be("5-4-4 weeks, to the last Saturday of September, named after the year it ends in");
    }

    [Fact]
    public void Shift_AndYearEarlier_GoByNumber()
    {
        Nrf.RetailWeek(2023, 53).Shift(-52, Grain.RetailWeek).ToString().Should().Be("R2023-W01");
        Nrf.RetailWeek(2023, 53).Next().ToString().Should().Be("R2024-W01");
        Nrf.RetailPeriod(2024, 1).Previous().ToString().Should().Be("R2023-P12");
        Nrf.RetailPeriod(2024, 3).YearEarlier().ToString().Should().Be("R2023-P03");
        Nrf.RetailPeriod(2024, 3).Shift(-1, Grain.RetailQuarter).ToString().Should().Be("R2023-P12");
        Nrf.RetailQuarter(2024, 1).Shift(-2).ToString().Should().Be("R2023-Q3");
        Nrf.RetailYear(2024).Shift(2).ToString().Should().Be("R2026");

        // A day a retail year earlier is as far into its year, on the same weekday.
        Nrf.Day(new(2024, 2, 4)).Shift(-1, Grain.RetailYear).Should().Be(Nrf.Day(new(2023, 1, 29)));
    }

    [Theory]
    [InlineData(Grain.RetailYear, 9_000)]
    [InlineData(Grain.RetailYear, -9_000)]
    [InlineData(Grain.RetailPeriod, 120_000)]
    [InlineData(Grain.RetailYear, int.MaxValue)]
    public void Shift_BeyondTheSupportedDates_SaysSo(Grain grain, int count) =>
        FluentActions.Invoking(() => Nrf.RetailYear(2024).SplitBy(Grain.RetailPeriod)[0].Shift(count, grain))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage(
                $"R2024-P01 shifted by {count} times {grain} lies outside the supported dates 0001-01-01 to 9998-12-31.*");

    [Fact]
    public void RetailYear_CalendarWithoutOne_Throws() =>
        FluentActions.Invoking(() => ReportingCalendar.Utc.RetailYear(2024)).Should().Throw<ArgumentException>().WithMessage(
            "The calendar has no retail year. Give it one: calendar.WithRetailYear(RetailCalendar.Nrf), or a RetailCalendar of your own.");

    [Theory]
    [InlineData(0)]
    [InlineData(53)]
    public void RetailWeek_NoSuchWeek_Throws(int week) =>
        FluentActions.Invoking(() => Nrf.RetailWeek(2024, week)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage($"R2024 has 52 weeks: expected a week from 1 to 52, found {week}. (Parameter 'week')");

    [Fact]
    public void RetailPeriod_NoSuchPeriod_Throws() =>
        FluentActions.Invoking(() => Nrf.RetailPeriod(2024, 13)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected a period from 1 to 12, found 13. (Parameter 'period')");

    [Fact]
    public void Constructor_NoSuchMonth_Throws() =>
        FluentActions.Invoking(() => new RetailCalendar(RetailPattern.FourFiveFour, 13, IsoDayOfWeek.Saturday, RetailYearEnd.LastInMonth))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a month from 1 to 12, found 13. (Parameter 'lastMonth')");

    [Theory]
    [InlineData(RetailPattern.FourFiveFour, IsoDayOfWeek.None, RetailYearEnd.LastInMonth, YearName.EndYear, "lastDay")]
    [InlineData(RetailPattern.FourFiveFour, (IsoDayOfWeek)8, RetailYearEnd.LastInMonth, YearName.EndYear, "lastDay")]
    [InlineData((RetailPattern)9, IsoDayOfWeek.Sunday, RetailYearEnd.LastInMonth, YearName.EndYear, "pattern")]
    [InlineData(RetailPattern.FourFiveFour, IsoDayOfWeek.Sunday, (RetailYearEnd)9, YearName.EndYear, "end")]
    [InlineData(RetailPattern.FourFiveFour, IsoDayOfWeek.Sunday, RetailYearEnd.LastInMonth, (YearName)9, "namedAfter")]
    public void Constructor_UnnamedValue_ThrowsAndNamesIt(
        RetailPattern pattern, IsoDayOfWeek day, RetailYearEnd end, YearName name, string parameter) =>
        FluentActions.Invoking(() => new RetailCalendar(pattern, 1, day, end, name)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected *").Which.ParamName.Should().Be(parameter);

    // From the first supported year to beyond the last, for years that are named after their start and their end.
    [Theory]
    [InlineData(YearName.StartYear, 1)]
    [InlineData(YearName.EndYear, 1)]
    [InlineData(YearName.EndYear, 12)]
    public void Shift_ToTheEdgesOfTheCalendar_IsAYearOrSaysThatItLiesOutside(YearName name, int lastMonth)
    {
        var calendar = ReportingCalendar.Utc.WithRetailYear(
            new(RetailPattern.FourFiveFour, lastMonth, IsoDayOfWeek.Saturday, RetailYearEnd.NearestToMonthEnd, name));
        int[] years = [-20_000, .. Enumerable.Range(-5, 10), .. Enumerable.Range(9_990, 20), 20_000, 100_000_000];
        (ReportingPeriod From, Grain By, int InYear)[] shifts =
        [
            (calendar.RetailPeriod(2024, 1), Grain.RetailPeriod, 12), (calendar.RetailQuarter(2024, 1), Grain.RetailQuarter, 4),
            (calendar.RetailYear(2024), Grain.RetailYear, 1), (calendar.RetailYear(2024), Grain.Year, 1),
        ];
        foreach (var (year, (from, by, inYear)) in years.SelectMany(year => shifts.Select(shift => (year, shift))))
        {
            var shift = () => from.Shift((year - 2024) * inYear, by).ToString();
            var expected = from.ToString().Replace("2024", $"{year:D4}", StringComparison.Ordinal);
            if (year is > 1 and < 9_990)
            {
                shift().Should().Be(expected);
                continue;
            }

            try
            {
                shift().Should().Be(expected);
            }
            catch (ArgumentOutOfRangeException outside)
            {
                outside.Message.Should().EndWith(" lies outside the supported dates 0001-01-01 to 9998-12-31. (Parameter 'count')");
            }
        }
    }

    [Fact]
    public void FiscalYear_NamedAfterItsStart()
    {
        var calendar = ReportingCalendar.Utc.WithFiscalYearStartingIn(4, YearName.StartYear);
        calendar.FiscalYear(2026).StartDate.Should().Be(new LocalDate(2026, 4, 1));
        calendar.FiscalQuarter(2026, 4).ToString().Should().Be("FY2026-Q4");
        calendar.FiscalQuarter(2026, 4).StartDate.Should().Be(new LocalDate(2027, 1, 1));
        calendar.Should().NotBe(ReportingCalendar.Utc.WithFiscalYearStartingIn(4));
    }
}
