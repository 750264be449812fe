using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Cells;

// Dates as exports write them.
public class DateTextTests
{
    [Theory]
    [InlineData("hu-HU", "2024. 02. 25.")]
    [InlineData("sk-SK", "25. 2. 2024")]
    [InlineData("sl-SI", "25. 02. 2024")]
    [InlineData("hr-HR", "25. 02. 2024.")]
    [InlineData("sr-Latn-RS", "25.2.2024.")]
    [InlineData("bs-Latn-BA", "25. 2. 2024.")]
    [InlineData("bg-BG", "25.02.2024 г.")]
    [InlineData("ko-KR", "2024. 2. 25.")]
    [InlineData("ar-EG", "25\u200F/2\u200F/2024")]
    [InlineData("de-DE", "20240225")]
    [InlineData("", "20240225")]
    [InlineData("de-DE", "25.2.2024 00:00")]
    [InlineData("en-US", "2/25/2024 12:00:00 AM")]
    [InlineData("de-DE", "25.02.24", 1970)]
    [InlineData("de-DE", "25.02.24", 2024)]
    [InlineData("de-DE", "25.02.24", 1925)]
    public void AtDate_AsCulturesWriteIt_IsRead(string culture, string text, int? firstYear = null) =>
        Read(culture, text, firstYear).Should().Be("2024-02-25");

    [Theory]
    [InlineData("25.02.69", 1970, "2069-02-25")]
    [InlineData("25.02.70", 1970, "1970-02-25")]
    [InlineData("25.02.00", 2000, "2000-02-25")]
    [InlineData("25.02.99", 2000, "2099-02-25")]
    public void TwoDigitYearsFrom_IsTheFirstOfAHundredYears(string text, int firstYear, string day) =>
        Read("de-DE", text, firstYear).Should().Be(day);

    [Theory] // Of a German file read as American: January would be wrong, and nothing would say so.
    [InlineData("en-US", "01.09.2026")]
    [InlineData("en-PH", "12.1.2026")]
    public void AtDate_WithPointsWhereTheMonthComesFirst_IsRefused(string culture, string text) =>
        Refused(culture, text, null).Should().StartWith($"found '{text}'; expected a date such as ")
            .And.EndWith("; with points the day mostly comes first: state the culture of the dates with In(culture).");

    [Theory]
    [InlineData("en-US", "9.9.2026", "2026-09-09")]
    [InlineData("en-US", "9-1-2026", "2026-09-01")]
    [InlineData("en-GB", "01.09.2026", "2026-09-01")]
    public void AtDate_WithOtherMarksThanTheCultures_IsReadWhereItIsPlain(string culture, string text, string day) =>
        Read(culture, text, null).Should().Be(day);

    [Theory]
    [InlineData("29.02.25", "2025-02 has 28 days")]
    [InlineData("31.04.2025", "2025-04 has 30 days")]
    [InlineData("2025-13-01", "2025-13 is not a month")]
    [InlineData("20250230", "2025-02 has 28 days")]
    public void AtDate_NoSuchDay_SaysSo(string text, string why) =>
        Refused("de-DE", text, 1970).Should().Be($"found '{text}'; expected a date that exists; {why}.");

    [Theory]
    [InlineData("en-US", "25/02/2024")]
    [InlineData("de-DE", "02/25/2024")]
    [InlineData("de-DE", "2024/02/25")]
    [InlineData("de-DE", "25.2")]
    [InlineData("de-DE", "25.2.024")]
    [InlineData("de-DE", "25..2.2024")]
    [InlineData("de-DE", "25.2.2024x")]
    [InlineData("de-DE", "25.2.20245")]
    [InlineData("de-DE", "2024-2-25-1")]
    [InlineData("de-DE", "02252024")] // Of the eight digits the first four would be the year.
    [InlineData("de-DE", "Feb 25, 2024")]
    [InlineData("th-TH", "25/2/2567")]
    [InlineData("fa-IR", "1402/12/6")]
    [InlineData("ar-SA", "15/8/1445")]
    [InlineData("", "25/2/2024")]
    public void AtDate_WhatCouldBeAnotherDateOrNone_IsRefused(string culture, string text) =>
        Refused(culture, text, null).Should().StartWith($"found '{text}'; expected a date ");

    [Fact] // Canadians write both orders, and data about the culture changed from one to the other.
    public void AtDate_CanadianEnglish_IsRefusedWhereTheOrderMatters()
    {
        Refused("en-CA", "05/06/2024", null)
            .Should().StartWith("found '05/06/2024'; expected a date such as 2011-11-30; in en-CA both");
        Read("en-CA", "2024-05-06", null).Should().Be("2024-05-06");
    }

    [Fact] // .NET knows some 870 cultures; of those with another calendar the years are others, and they are refused.
    public void AtDate_AsEveryCultureWritesItsShortDate_IsRead()
    {
        LocalDate[] dates = [new(2024, 2, 25), new(2024, 12, 31), new(2025, 1, 1), new(1999, 10, 13)];
        var cultures = CultureInfo.GetCultures(CultureTypes.AllCultures)
            .Where(culture => culture.Name is not ("" or "en-CA") && culture.DateTimeFormat.Calendar is GregorianCalendar)
            .ToList();
        var wrong = (
            from culture in cultures
            let reader = new DateText(culture, 1950)
            from date in dates
            let text = WrittenNumber.Plain(date.ToDateTimeUnspecified().ToString("d", culture))
            where !Reads(reader, text, date)
            select $"{culture.Name}: {text}").ToList();
        wrong.Should().BeEmpty();
        cultures.Should().HaveCountGreaterThan(700);

        static bool Reads(DateText reader, string text, LocalDate date) =>
            reader.Read(text, out var read, out var rest) is null && read == date && rest.IsEmpty;
    }

    private static FactTable Loaded(string culture, string text, int? firstYear)
    {
        using var reader = new FakeReader(["day"], [[text]]);
        var builder = FactTable.From("t", reader).In(new CultureInfo(culture)).AtDate("day");
        return (firstYear is { } first ? builder.TwoDigitYearsFrom(first) : builder).Build();
    }

    private static string Read(string culture, string text, int? firstYear) =>
        LocalDatePattern.Iso.Format(TimeColumn.Date(Loaded(culture, text, firstYear).TimeColumn.First));

    private static string Refused(string culture, string text, int? firstYear) =>
        Assert.Throws<RefusedRowException>(() => Loaded(culture, text, firstYear)).Row.ToString()
            .Replace("Table 't', row 1, column 'day': ", "", StringComparison.Ordinal);
}
