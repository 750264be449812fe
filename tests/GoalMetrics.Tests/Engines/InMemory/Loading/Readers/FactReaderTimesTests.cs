using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// Times of a reader: with offsets, of UTC, of a zone, in two columns, and as numbers.
public class FactReaderTimesTests
{
    private static readonly DateTimeZone Copenhagen = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    [Theory]
    [InlineData("2026-09-14T15:05:00+01:00")]
    [InlineData("2026-09-14 15:05:00 +0100")]
    [InlineData("2026-09-14 15:05:00+01")]
    [InlineData("2026-09-14 15:05 +1")]
    [InlineData("2026-09-14T14:05Z")]
    [InlineData("2026-09-14 14:05:00 UTC")]
    [InlineData("2026-09-14 14:05:00.000000000 GMT")]
    [InlineData("2026-09-14T10:35:00\u22120330")]
    [InlineData("20260914T14:05:00Z")]
    [InlineData("14.09.2026 15:05 +01:00")]
    [InlineData("14.09.2026, 15:05:00 +01:00")]
    public void AtInstant_OffsetHoweverWritten_IsRead(string text) =>
        Time(From(text).In(new CultureInfo("de-DE")).AtInstant("at")).Should().Be("2026-09-14T14:05:00Z");

    [Theory]
    [InlineData("2026-09-14 14:05:00 PDT", "a date and time such as 2011-11-30 14:05:00")]
    [InlineData("2026-09-14 14:05:00 +25:00", "a date and time such as 2011-11-30 14:05:00")]
    [InlineData("2026-09-14 24:00Z", "a date and time such as 2011-11-30 14:05:00")]
    [InlineData("2026-09-14 14:60Z", "a date and time such as 2011-11-30 14:05:00")]
    [InlineData("2026-02-30T14:05:00Z", "a date that exists; 2026-02 has 28 days")]
    [InlineData(
        "14.09.2026 14:05Z", "a date and time such as 2011-11-30 14:05:00; if it is written in another culture, state it with In(culture)")]
    public void AtInstant_NoTime_SaysWhatIsWrong(string text, string expected) =>
        Refused(From(text).AtInstant("at")).Should().Be($"Table 't', row 1, column 'at': found '{text}'; expected {expected}.");

    [Theory]
    [InlineData("de-DE", "14.09.2026 14:05")]
    [InlineData("de-DE", "14.9.2026, 14:05:00")]
    [InlineData("en-US", "9/14/2026 2:05 PM")]
    [InlineData("en-US", "9/14/2026 02:05:00PM")]
    [InlineData("en-US", "9/14/2026 2:05 p.m.")]
    [InlineData("da-DK", "14-09-2026 14.05")]
    [InlineData("ko-KR", "2026. 9. 14. 오후 2:05:00")]
    [InlineData("sv-SE", "2026-09-14T14:05:00")]
    [InlineData("sv-SE", "2026-09-14 12:05:00Z")] // Says its own offset.
    public void AtLocalTime_AsCulturesWriteIt_IsOnTheClocksOfTheZone(string culture, string text) =>
        Time(From(text).In(new CultureInfo(culture)).AtLocalTime("at", Copenhagen)).Should().Be("2026-09-14T12:05:00Z");

    public static TheoryData<object> Cells =>
    [
        new DateTime(2026, 9, 14, 14, 5, 0), new LocalDateTime(2026, 9, 14, 14, 5), new DateTime(2026, 9, 14, 12, 5, 0, DateTimeKind.Utc),
        new DateTimeOffset(2026, 9, 14, 14, 5, 0, TimeSpan.FromHours(2)), Instant.FromUtc(2026, 9, 14, 12, 5),
    ];

    [Theory]
    [MemberData(nameof(Cells), DisableDiscoveryEnumeration = true)]
    public void AtLocalTime_EveryTypeOfTime_IsRead(object cell) =>
        Time(From(cell).AtLocalTime("at", Copenhagen)).Should().Be("2026-09-14T12:05:00Z");

    [Fact]
    public void AtLocalTime_NoTime_SaysWhatIsWrong()
    {
        Refused(From(new DateTime(2026, 9, 14, 14, 5, 0, DateTimeKind.Local)).AtLocalTime("at", Copenhagen)).Should().Be(
            "Table 't', row 1, column 'at': found 2026-09-14T14:05:00 (Local); expected a time that does not depend on the zone of this"
            + " machine: one of UTC, or of no stated kind.");
        Refused(From("2026-09-14").AtLocalTime("at", Copenhagen)).Should().Be(
            "Table 't', row 1, column 'at': found '2026-09-14'; expected a date with a time of day; a date is read with AtDate(column).");
        Refused(From("13:00 PM").AtLocalTime("at", Copenhagen)).Should().StartWith(
            "Table 't', row 1, column 'at': found '13:00 PM'; expected a date and time such as 2011-11-30 14:05:00;");
        Refused(From("2026-09-14 13:00 PM").AtLocalTime("at", Copenhagen)).Should().Be(
            "Table 't', row 1, column 'at': found '2026-09-14 13:00 PM'; expected a date and time such as 2011-11-30 14:05:00.");
    }

    [Fact] // On 29 March 2026 the clocks of Copenhagen went from 02:00 to 03:00, and back on 25 October.
    public void AtLocalTime_SkippedOrTwice_IsRefused()
    {
        Refused(From("2026-03-29 02:30").AtLocalTime("at", Copenhagen)).Should().Be(
            "Table 't', row 1, column 'at': found '2026-03-29 02:30'; expected a time that exists; the clocks of Europe/Copenhagen skipped"
            + " it when they went from +01 to +02. To take the first of two and to move what was skipped, state"
            + " ResolveLocalTimes(Resolvers.LenientResolver).");
        Refused(From("2026-10-25 02:30").AtLocalTime("at", Copenhagen)).Should().Be(
            "Table 't', row 1, column 'at': found '2026-10-25 02:30'; expected a time that was once; the clocks of Europe/Copenhagen showed"
            + " it twice, at +02 and at +01. To take the first of two and to move what was skipped, state"
            + " ResolveLocalTimes(Resolvers.LenientResolver).");
    }

    [Fact]
    public void ResolveLocalTimes_BeforeOrAfter_SaysHowTheyAreTaken()
    {
        Time(From("2026-03-29 02:30").ResolveLocalTimes(Resolvers.LenientResolver).AtLocalTime("at", Copenhagen))
            .Should().Be("2026-03-29T01:30:00Z");
        Time(From("2026-10-25 02:30").AtLocalTime("at", Copenhagen).ResolveLocalTimes(Resolvers.LenientResolver))
            .Should().Be("2026-10-25T00:30:00Z");
        Time(From("2026-10-25 02:30").AtLocalTime("at", Copenhagen).ResolveLocalTimes(
            Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ThrowWhenSkipped))).Should().Be("2026-10-25T01:30:00Z");
    }

    [Theory]
    [InlineData("14.09.2026", "14:05")]
    [InlineData("14.09.2026", "14:05:00")]
    [InlineData("14.09.2026", "12:05Z")]
    [InlineData("14.09.2026 00:00", "2:05 PM")]
    public void AtLocalTime_TwoColumnsOfText_AreOneTime(string date, string time) =>
        Time(From(date, time).In(new CultureInfo("de-DE")).AtLocalTime("at", "time", Copenhagen)).Should().Be("2026-09-14T12:05:00Z");

    [Fact]
    public void AtLocalTime_TwoTypedColumns_AreOneTime()
    {
        object[] times =
            [new TimeSpan(14, 5, 0), new TimeOnly(14, 5), new LocalTime(14, 5), new DateTime(1899, 12, 31, 14, 5, 0)];
        foreach (var time in times)
        {
            Time(From(new DateTime(2026, 9, 14), time).AtLocalTime("at", "time", Copenhagen)).Should().Be("2026-09-14T12:05:00Z");
        }
    }

    [Theory]
    [InlineData("14.09.2026", "", "time", "''; expected a time of day such as 14:05:00")]
    [InlineData("14.09.2026", "25:00", "time", "'25:00'; expected a time of day such as 14:05:00")]
    [InlineData("31.09.2026", "14:05", "at", "'31.09.2026'; expected a date that exists; 2026-09 has 30 days")]
    public void AtLocalTime_OneOfTwoIsBad_IsNamed(string date, string time, string column, string problem) =>
        Refused(From(date, time).In(new CultureInfo("de-DE")).AtLocalTime("at", "time", Copenhagen))
            .Should().Be($"Table 't', row 1, column '{column}': found {problem}.");

    [Theory]
    [InlineData("2026-09-14 14:05")]
    [InlineData("2026-09-14T14:05:00Z")]
    [InlineData("2026-09-14T16:05:00+02:00")]
    public void AtUtc_TextThatNeedNotSaySo_IsOfUtc(string text) => Time(From(text).AtUtc("at")).Should().Be("2026-09-14T14:05:00Z");

    [Fact] // What a database gives for its datetime.
    public void AtUtc_DateTimeOfNoKind_IsOfUtc() =>
        Time(From(new DateTime(2026, 9, 14, 14, 5, 0)).AtUtc("at")).Should().Be("2026-09-14T14:05:00Z");

    [Theory] // 1789394700 is 2026-09-14 14:05:00: date -u -d @1789394700.
    [InlineData(1789394700, "2026-09-14T14:05:00Z")]
    [InlineData("1789394700", "2026-09-14T14:05:00Z")]
    [InlineData(" 1789394700.25 ", "2026-09-14T14:05:00.25Z")]
    [InlineData(1789394700.5, "2026-09-14T14:05:00.5Z")]
    [InlineData(-1L, "1969-12-31T23:59:59Z")]
    public void AtUnixSeconds_NumbersAndText_AreRead(object cell, string time) => Time(From(cell).AtUnixSeconds("at")).Should().Be(time);

    [Fact]
    public void AtUnixMilliseconds_NumbersAndText_AreRead()
    {
        Time(From(1789394700123).AtUnixMilliseconds("at")).Should().Be("2026-09-14T14:05:00.123Z");
        Time(From("1789394700123").AtUnixMilliseconds("at")).Should().Be("2026-09-14T14:05:00.123Z");
    }

    [Theory] // In milliseconds they would be of January 1970.
    [InlineData(1789394700)]
    [InlineData("1789394700")]
    [InlineData(1789394700.5)]
    [InlineData(-99999999999L)]
    public void AtUnixMilliseconds_Seconds_SaysWhatToState(object cell) =>
        Refused(From(cell).AtUnixMilliseconds("at")).Should().EndWith(
            "expected milliseconds since 1970, such as 1322661900000; seconds are read with AtUnixSeconds(column), and milliseconds of"
            + " before 1973 with At(row => …).");

    [Theory]
    [InlineData(100_000_000_000, "1973-03-03T09:46:40Z")]
    [InlineData(99_999_999, "1970-01-02T03:46:39.999Z")]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    public void AtUnixMilliseconds_WhatSecondsCannotBe_IsRead(long cell, string time) =>
        Time(From(cell).AtUnixMilliseconds("at")).Should().Be(time);

    public static TheoryData<object> Dates => [new DateOnly(2026, 9, 14), new LocalDate(2026, 9, 14), "2026-09-14"];

    [Theory]
    [MemberData(nameof(Dates), DisableDiscoveryEnumeration = true)]
    public void AtLocalTime_DateAlone_SaysWhatToState(object cell) =>
        Refused(From(cell).AtLocalTime("at", Copenhagen)).Should().EndWith(
            "expected a date with a time of day; a date is read with AtDate(column).");

    [Fact]
    public void AtUnixSeconds_Milliseconds_SaysWhatToState() =>
        Refused(From("1789394700123").AtUnixSeconds("at")).Should().Be(
            "Table 't', row 1, column 'at': found '1789394700123'; expected seconds since 1970, such as 1322661900, of a time from 0001 to"
            + " 9998; milliseconds are read with AtUnixMilliseconds(column).");

    [Theory] // As the spreadsheet shows them: =DATE(2011,11,30) is 40877.
    [InlineData("40877", "2011-11-30")]
    [InlineData(40877.0, "2011-11-30")]
    [InlineData(1, "1900-01-01")]
    [InlineData(59, "1900-02-28")]
    [InlineData(61, "1900-03-01")]
    [InlineData("2011-11-30", "2011-11-30")]
    [InlineData("30.11.2011", "2011-11-30")]
    public void AtExcelDate_DayNumbers_AreDates(object cell, string date) =>
        LocalDatePattern.Iso.Format(TimeColumn.Date(
            From(cell).In(new CultureInfo("de-DE")).AtExcelDate("at").Build().TimeColumn.First)).Should().Be(date);

    [Theory]
    [InlineData("60", "the number of a day, from 1 for 1900-01-01; 60 is none")]
    [InlineData("0", "the number of a day, from 1 for 1900-01-01; 60 is none")]
    [InlineData("-5", "the number of a day, from 1 for 1900-01-01; 60 is none")]
    [InlineData("3000000", "the number of a day, from 1 for 1900-01-01; 60 is none")]
    [InlineData("40877.5", "a whole number of days; one with a time of day is read with AtExcelTime(column, zone)")]
    public void AtExcelDate_NoDay_IsRefused(string text, string expected) =>
        Refused(From(text).AtExcelDate("at")).Should().Be($"Table 't', row 1, column 'at': found '{text}'; expected {expected}.");

    [Theory] // 14:05 is 0.586805555… of a day.
    [InlineData("46279,5868055556")]
    [InlineData(46279.586805555555)]
    [InlineData("14.09.2026 14:05")]
    public void AtExcelTime_DayNumbersWithFractions_AreOnTheClocksOfTheZone(object cell) =>
        Time(From(cell).In(new CultureInfo("de-DE")).AtExcelTime("at", Copenhagen)).Should().Be("2026-09-14T12:05:00Z");

    [Fact]
    public void At_ComputedFromTheRow_IsTheTime()
    {
        using var reader = new FakeReader(["year", "week"], [["2026", "38"], ["2026", ""]]);
        var table = FactTable.From("t", reader).KeepGoodRows()
            .At(row => row.IsBlank("week") ? null : LocalDate.FromWeekYearWeekAndDay(
                (int)row.Number("year")!, (int)row.Number("week")!, IsoDayOfWeek.Monday))
            .Build();
        table.RefusedRows.Should().ContainSingle().Which.ToString().Should().Be(
            "Table 't', row 2, column 'time': found null; expected a date.");
        TimeColumn.Date(table.TimeColumn.First).Should().Be(new LocalDate(2026, 9, 14));
    }

    [Fact] // A column of zones.
    public void At_LocalTimeOfAColumnOfZones_IsTheTime()
    {
        using var reader = new FakeReader(
            ["at", "zone"], [["14.09.2026 14:05", "Europe/Copenhagen"], ["2026-09-14 12:05Z", "UTC"], ["soon", "UTC"], ["", "UTC"]]);
        var table = FactTable.From("t", reader).In(new CultureInfo("de-DE")).KeepGoodRows()
            .At(row => row.LocalTime("at") is { } time ? DateTimeZoneProviders.Tzdb[row["zone"]!].AtStrictly(time).ToInstant() : null)
            .Build();
        table.TimeColumn.Times.ToArray().Should().Equal(Instant.FromUtc(2026, 9, 14, 12, 5).ToUnixTimeTicks());
        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column}: {row.Expected}").Should().Equal(
            "2 at: a time without an offset; one with it is read with AtInstant(column)",
            "3 at: a date and time such as 30.11.2011 14:05:00 or 2011-11-30 14:05:00",
            "4 time: an instant");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9900)]
    public void TwoDigitYearsFrom_OutsideTheCalendar_IsRefused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => From("x").TwoDigitYearsFrom(year)).ParamName.Should().Be("firstYear");

    private static FactReaderBuilder From(object cell, object? time = null) =>
        FactTable.From("t", new FakeReader(["at", "time"], [[cell, time]]));

    private static string Time(FactReaderBuilder builder) =>
        InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks(builder.Build().TimeColumn.First));

    private static string Refused(FactReaderBuilder builder) => Assert.Throws<RefusedRowException>(() => builder.Build()).Row.ToString();
}
