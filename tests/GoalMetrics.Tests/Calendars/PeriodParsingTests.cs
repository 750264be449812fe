using NodaTime;

namespace GoalMetrics.Tests.Calendars;

public class PeriodParsingTests
{
    private static readonly ReportingCalendar Calendar =
        ReportingCalendar.Iso("Europe/Copenhagen").WithFiscalYearStartingIn(4).WithRetailYear(RetailCalendar.Nrf);

    public static TheoryData<string> Names => new(
        "2027", "2027-H1", "2027-Q1", "2027-03", "2027-W05", "2026-W53", "2027-03-09", "2027-03-09T14+01", "2027-10-31T02+02",
        "2027-10-31T02+01", "FY2027", "FY2027-H1", "FY2027-Q2", "R2027", "R2027-Q1", "R2027-P03", "R2023-W53",
        "2027-01-01/2027-04-01", "2027-03 (part: 2027-03-01/2027-03-10)",
        "2027-W05 (part: 2027-02-03/2027-02-08)");

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_WhatIsPrinted_IsThePeriodInEveryCulture(string name)
    {
        foreach (var culture in (string[])["da-DK", "tr-TR", "ar-SA", "fa-IR", ""])
        {
            using (new CurrentCulture(culture))
            {
                ReportingPeriod.Parse(name, Calendar).ToString().Should().Be(name);
                ReportingPeriod.Parse($" {name.ToLowerInvariant()} ", Calendar).Should().Be(ReportingPeriod.Parse(name, Calendar));
            }
        }
    }

    [Fact]
    public void Parse_Period_IsTheCalendars()
    {
        ReportingPeriod.Parse("FY2027-Q2", Calendar).Should().Be(Calendar.FiscalQuarter(2027, 2));
        ReportingPeriod.Parse("2027-W5", Calendar).Should().Be(Calendar.Week(2027, 5));
        ReportingPeriod.Parse("2027-03-09T14+01", Calendar).Should().Be(Calendar.Hour(Instant.FromUtc(2027, 3, 9, 13, 0)));
        ReportingPeriod.TryParse("2027-Q1", Calendar, out var quarter).Should().BeTrue();
        quarter.Should().Be(Calendar.Quarter(2027, 1));
    }

    [Theory]
    [InlineData("2027-Q5", "Period '2027-Q5': Expected a quarter from 1 to 4, found 5.")]
    [InlineData("2027-W53", "Period '2027-W53': 2027 has 52 weeks: expected a week from 1 to 52, found 53.")]
    [InlineData("2027-13", "Period '2027-13': Expected a month from 1 to 12, found 13.")]
    [InlineData("2027-02-30", "*2027-02-30*")]
    [InlineData(
        "2027-03-09T14+02",
        "No hour of the calendar in Europe/Copenhagen starts at '2027-03-09T14+02'; the one that holds it is 2027-03-09T13+01.")]
    [InlineData(
        "2027-03-09T14:30+01",
        "No hour of the calendar in Europe/Copenhagen starts at '2027-03-09T14:30+01'; the one that holds it is 2027-03-09T14+01.")]
    [InlineData(
        "2027-03 (part: 2027-02-01/2027-03-10)", "Expected a part of 2027-03, from 2027-03-01 to 2027-04-01; found 2027-02-01/2027-03-10.")]
    [InlineData("2027-04-01/2027-01-01", "*Expected an end after the start*")]
    [InlineData("", "Expected a period such as 2027, *; found ''.")]
    [InlineData("Q1 2027", "Expected a period such as 2027, *; found 'Q1 2027'.")]
    [InlineData("FY2027-W05", "Expected a period such as *")]
    [InlineData(
        "FY2027-03",
        "Expected a part of a fiscal year, such as FY2027-Q2 or FY2027-H1, or a month by its calendar year, such as 2027-03;"
        + " found 'FY2027-03'.")]
    [InlineData("FY2027-99", "Expected a part of a fiscal year, such as FY2027-Q2 or FY2027-H1, *")]
    [InlineData("r2027-03", "Expected a part of a retail year, such as R2027-P03, R2027-Q1 or R2027-W05; found 'r2027-03'.")]
    [InlineData("٢٠٢٧", "Expected a period such as *")]
    [InlineData("9999", "Period '9999': Expected a year from 1 to 9998, found 9999.*")]
    public void Parse_Other_SaysWhatWasFoundAndExpected(string text, string message)
    {
        FluentActions.Invoking(() => ReportingPeriod.Parse(text, Calendar)).Should().Throw<FormatException>().WithMessage(message);
        ReportingPeriod.TryParse(text, Calendar, out var period).Should().BeFalse();
        period.Should().BeNull();
    }

    [Fact]
    public void Parse_RetailName_OfACalendarWithoutARetailYear_SaysSo() =>
        FluentActions.Invoking(() => ReportingPeriod.Parse("R2027", ReportingCalendar.Utc)).Should().Throw<FormatException>()
            .WithMessage("Period 'R2027': The calendar has no retail year.*");
}
