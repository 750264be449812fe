using System.Text.Json;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Calendars.Json;

public sealed class ReportingPeriodJsonTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly ReportingCalendar[] Calendars =
    [
        ReportingCalendar.Utc,
        Copenhagen,
        ReportingCalendar.Iso("Pacific/Apia").WithWeeksStartingOn(IsoDayOfWeek.Sunday, 1).WithFiscalYearStartingIn(4),
        ReportingCalendar.Iso("Asia/Kathmandu").WithFiscalYearStartingIn(1, YearName.StartYear).WithRetailYear(RetailCalendar.Nrf),
        ReportingCalendar.Iso("America/St_Johns").WithFiscalYearStartingIn(7, YearName.StartYear)
            .WithWeeksStartingOn(IsoDayOfWeek.Saturday)
            .WithRetailYear(new(RetailPattern.FourFourFive, 12, IsoDayOfWeek.Sunday, RetailYearEnd.LastInMonth)),
        Copenhagen.WithHolidays([new(2026, 12, 24), new(2026, 12, 25)])
            .WithDayWeights(DayWeights.Of(1, 1, 1, 1.50m, 2, 0.5m, 0).WithHolidays(0.25m).With(new(2026, 11, 27), 3)),
        Copenhagen.WithDayWeights(DayWeights.Even.With(new(2026, 11, 27), 3.0m)),
    ];

    private static readonly Gen<LocalDate> Dates = Gen.OneOf(
        Gen.Int[0, 60_000].Select(days => new LocalDate(1900, 1, 1).PlusDays(days)),
        Gen.OneOfConst(ReportingCalendar.MinDate, ReportingCalendar.MaxDate, new LocalDate(2011, 12, 30), new LocalDate(1, 1, 7)));

    // Whole periods, parts of them, free ranges, and ranges shifted by hours.
    private static readonly Gen<ReportingPeriod> Periods = Gen.Select(
        Gen.OneOfConst(Calendars), Dates, Gen.OneOfConst(Enum.GetValues<Grain>()), Gen.Int[1, 400], Gen.Int[0, 3]).Select(Period);

    [Fact]
    public void Write_Month_IsNameGrainDatesAndCalendar()
    {
        const string Json = """
            {"name":"2027-03","grain":"month","start":"2027-03-01","end":"2027-04-01","calendar":{"zone":"Europe/Copenhagen"}}
            """;

        JsonSerializer.Serialize(Copenhagen.Month(2027, 3)).Should().Be(Json);
        JsonSerializer.Deserialize<ReportingPeriod>(Json).Should().Be(Copenhagen.Month(2027, 3));
    }

    [Fact]
    public void Write_HourRangeAndPart_HaveWhatMakesThem()
    {
        var range = Copenhagen.Range(new(2027, 1, 4), new(2027, 2, 10));
        var part = range.SplitBy(Grain.Month)[^1];
        var shifted = Copenhagen.Day(new(2027, 1, 4)).Shift(-1, Grain.Hour);

        Start(Copenhagen.Hour(Instant.FromUtc(2027, 3, 9, 13, 20))).Should().Be(
            """{"name":"2027-03-09T14\u002B01","grain":"hour","start":"2027-03-09T13:00:00Z","end":"2027-03-09T14:00:00Z","calendar""");
        Start(range).Should().Be(
            """{"name":"2027-01-04/2027-02-10","grain":null,"start":"2027-01-04","end":"2027-02-10","calendar""");
        Start(part).Should().Be(
            """{"name":"2027-02 (part: 2027-02-01/2027-02-10)","grain":"month","start":"2027-02-01","end":"2027-02-10","calendar""");
        Start(shifted).Should().Be(
            """{"name":"2027-01-03/2027-01-05","grain":null,"start":"2027-01-03T22:00:00Z","end":"2027-01-04T22:00:00Z","calendar""");

        static string Start(ReportingPeriod period) => JsonSerializer.Serialize(period).Split("\":{")[0];
    }

    [Fact]
    public void Write_Calendar_IsItsRules()
    {
        JsonSerializer.Serialize(ReportingCalendar.Utc).Should().Be("""{"zone":"UTC"}""");
        JsonSerializer.Serialize(Calendars[2]).Should().Be(
            """{"zone":"Pacific/Apia","firstDayOfWeek":"sunday","minDaysInFirstWeek":1,"firstFiscalMonth":4}""");
        JsonSerializer.Serialize(Calendars[3]).Should().Be(
            """
            {"zone":"Asia/Kathmandu","fiscalYearNamedAfter":"startYear","retail":{"pattern":"fourFiveFour","lastMonth":1,
            "lastDay":"saturday","end":"nearestToMonthEnd","namedAfter":"startYear"}}
            """.ReplaceLineEndings(""));
        JsonSerializer.Serialize(Calendars[5]).Should().Be(
            """
            {"zone":"Europe/Copenhagen","holidays":["2026-12-24","2026-12-25"],"dayWeights":{"weekdays":[1,1,1,1.50,2,0.5,0],
            "holiday":0.25,"dates":{"2026-11-27":3}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void Read_Calendar_IsTheSame()
    {
        foreach (var calendar in Calendars)
        {
            JsonSerializer.Deserialize<ReportingCalendar>(JsonSerializer.Serialize(calendar)).Should().Be(calendar);
            JsonSerializer.Deserialize<DayWeights>(JsonSerializer.Serialize(calendar.DayWeights)).Should().Be(calendar.DayWeights);
            JsonSerializer.Deserialize<RetailCalendar>(JsonSerializer.Serialize(calendar.Retail)).Should().Be(calendar.Retail);
        }
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSamePeriod() => Periods.Sample(
        period =>
        {
            var read = JsonSerializer.Deserialize<ReportingPeriod>(JsonSerializer.Serialize(period))!;
            read.Should().Be(period);
            read.Whole.Should().Be(period.Whole);
            read.ToString().Should().Be(period.ToString());
        },
        iter: 3_000);

    [Fact]
    public void Read_NameAndCalendar_AreEnough() =>
        JsonSerializer.Deserialize<ReportingPeriod>("""{"name":"FY2027-Q2","calendar":{"zone":"UTC","firstFiscalMonth":4}}""")
            .Should().Be(ReportingCalendar.Utc.WithFiscalYearStartingIn(4).FiscalQuarter(2027, 2));

    [Fact]
    public void Write_Key_IsTheName() =>
        JsonSerializer.Serialize(new Dictionary<ReportingPeriod, int> { [Copenhagen.Month(2027, 3)] = 1 }).Should().Be("""{"2027-03":1}""");

    [Theory]
    [InlineData("\"2027-03\"", "Expected a period with its calendar; found \"2027-03\".")]
    [InlineData(
        """{"name":"2027-03"}""",
        "Expected \"calendar\", the calendar of the period, such as {\"zone\":\"Europe/Copenhagen\"}; found {\"name\":\"2027-03\"}.")]
    [InlineData(
        """{"name":"2027-13","calendar":{"zone":"UTC"}}""",
        "Period '2027-13': Expected a month from 1 to 12, found 13.")]
    [InlineData(
        """{"grain":"month","start":"2027-03-15","end":"2027-04-15","calendar":{"zone":"UTC"}}""",
        "Expected the start and the end of one month, or of a part of it; found 2027-03-15 and 2027-04-15.")]
    [InlineData(
        """{"name":"2027-04","grain":"month","start":"2027-03-01","end":"2027-04-01","calendar":{"zone":"UTC"}}""",
        "Expected the name of the period from 2027-03-01 to 2027-04-01, '2027-03'; found '2027-04'.")]
    [InlineData(
        """{"grain":"retailYear","start":"2027-03-01","end":"2027-04-01","calendar":{"zone":"UTC"}}""",
        "The calendar has no retail year. Give it one: calendar.WithRetailYear(RetailCalendar.Nrf), or a RetailCalendar of your own.")]
    [InlineData(
        """{"grain":"month","start":"1 March","end":"2027-04-01","calendar":{"zone":"UTC"}}""",
        "Expected a date such as \"2027-03-31\", or an instant such as \"2027-03-31T14:00:00Z\"; found '1 March'.")]
    [InlineData(
        """{"grain":"month","start":"2027-03-01","calendar":{"zone":"UTC"}}""",
        "Expected \"end\", where the period starts and ends; found {\"grain\":\"month\",\"start\":\"2027-03-01\","
        + "\"calendar\":{\"zone\":\"UT… (64 characters).")]
    [InlineData(
        """{"name":"2027-03","calendar":{"zone":"Europe/Copenhagn"}}""",
        "Unknown time zone \"Europe/Copenhagn\". Expected an IANA id; nearest: Europe/Copenhagen. (Parameter 'zoneId')")]
    [InlineData(
        """{"name":"2027-03","calendar":{"zone":"UTC","firstFiscalMnth":4}}""",
        "Expected no more than \"zone\", \"firstHourOfDay\", \"firstDayOfWeek\", \"minDaysInFirstWeek\", \"firstFiscalMonth\","
        + " \"fiscalYearNamedAfter\", \"retail\", \"holidays\", \"dayWeights\"; found \"firstFiscalMnth\"."
        + " Did you mean 'firstFiscalMonth'?")]
    [InlineData(
        """{"name":"2027-03","calendar":{"zone":"UTC","firstFiscalMonth":13}}""",
        "Expected a month from 1 to 12, found 13. (Parameter 'month')")]
    [InlineData(
        """{"name":"2027-03","calendar":{"zone":"UTC","dayWeights":{"weekdays":[1,2]}}}""",
        "Expected the weights of seven weekdays, from Monday to Sunday; found [1,2].")]
    [InlineData(
        """{"name":"2027-03","calendar":{"zone":"UTC","dayWeights":{"weekdays":[1,1,1,1,1,1,-1]}}}""",
        "Expected a weight of 0 or more; found -1. (Parameter 'weights')")]
    public void Read_NoPeriod_SaysWhatIsExpected(string json, string message) =>
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<ReportingPeriod>(json)).Should().Be(message);

    [Theory]
    [InlineData("hour", "2027-03-01T00:30:00Z", "2027-03-01T01:30:00Z")]
    [InlineData("hour", "2027-03-01", "2027-03-02")]
    [InlineData("month", "-0044-03-01", "2027-03-02")]
    [InlineData("month", "9999-12-31", "9999-12-31")]
    [InlineData("day", "2027-03-01", "2027-03-01")]
    [InlineData("month", "2027-03-01T00:00:00Z", "2027-04-01T00:00:00Z")]
    [InlineData(null, "2027-03-02", "2027-03-01")]
    [InlineData(null, "2027-03-02T00:00:00Z", "2027-03-01T00:00:00Z")]
    [InlineData(null, "9999-12-30T00:00:00Z", "9999-12-31T23:59:59Z")]
    [InlineData(null, "-9998-01-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    public void Read_ImpossiblePeriod_IsRefused(string? grain, string start, string end)
    {
        var json = JsonSerializer.Serialize(new { grain, start, end, calendar = ReportingCalendar.Utc });

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ReportingPeriod>(json));
    }

    private static ReportingPeriod Period(ReportingCalendar calendar, LocalDate date, Grain grain, int days, int way)
    {
        var ofGrain = calendar.Retail is null && grain >= Grain.RetailWeek ? Grain.Month : grain;
        var range = calendar.Range(date, date.Year == 9998 ? date.PlusDays(1) : date.PlusDays(days));
        return way switch
        {
            0 => range,
            1 when range.Length > Duration.Zero && date.Year is > 1 and < 9998 => range.Shift(days, Grain.Hour),
            2 when ofGrain != Grain.Hour => range.SplitBy(ofGrain)[days % 2 == 0 ? 0 : ^1],
            _ => calendar.PeriodAt(ofGrain, calendar.StartOfDay(date) + Duration.FromMinutes(days)),
        };
    }
}
