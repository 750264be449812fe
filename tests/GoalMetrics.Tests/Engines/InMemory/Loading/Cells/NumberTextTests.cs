using System.Globalization;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Cells;

// Numbers as exports write them. What could be another number is refused.
public class NumberTextTests
{
    [Theory]
    [InlineData("de-DE", "EUR", "1.234,50 €", "1234.5")]
    [InlineData("de-DE", "EUR", "EUR 1.234,50", "1234.5")]
    [InlineData("de-DE", "EUR", "1.234,50 eur", "1234.5")]
    [InlineData("en-US", "USD", "$1,234.50", "1234.5")]
    [InlineData("en-US", "USD", "-$1,234.50", "-1234.5")]
    [InlineData("en-US", "USD", "$-1,234.50", "-1234.5")]
    [InlineData("en-US", "USD", "($1,234.50)", "-1234.5")]
    [InlineData("en-US", "USD", "$(1,234.50)", "-1234.5")]
    [InlineData("en-US", "USD", "(1,234)", "-1234")]
    [InlineData("en-US", "USD", "US$ 5", "5")]
    [InlineData("en-US", "USD", "$.50", "0.5")]
    [InlineData("en-US", "CAD", "C$5.00", "5")]
    [InlineData("da-DK", "DKK", "1.234,50 kr.", "1234.5")]
    [InlineData("da-DK", "DKK", "kr. 1.234,50", "1234.5")]
    [InlineData("da-DK", "DKK", "kr.-1.234,50", "-1234.5")]
    [InlineData("da-DK", "DKK", "DKK 1 234,50", "1234.5")]
    [InlineData("sv-SE", "SEK", "1\u00A0234,50 kr", "1234.5")]
    [InlineData("de-CH", "CHF", "CHF 1'234.50", "1234.5")]
    [InlineData("de-CH", "CHF", "Fr. 1’234.50", "1234.5")]
    [InlineData("pl-PL", "PLN", "1 234,50 zł", "1234.5")]
    [InlineData("ja-JP", "JPY", "¥1,234", "1234")]
    [InlineData("en-GB", "GBP", "£ 7", "7")]
    [InlineData("de-DE", "EUR", "1.234,50-", "-1234.5")]
    [InlineData("de-DE", "EUR", "12,50- EUR", "-12.5")]
    [InlineData("de-DE", "EUR", "\u22121.234,50", "-1234.5")]
    [InlineData("fr-FR", "EUR", "- 5,00 €", "-5")]
    [InlineData("fr-FR", "EUR", "1.234,50", "1234.5")]
    [InlineData("fr-FR", "EUR", "1.234.567", "1234567")]
    [InlineData("he-IL", "ILS", "\u200E-1,234.50", "-1234.5")]
    [InlineData("ar-EG", "EGP", "12345", "12345")]
    [InlineData("de-AT", "EUR", "1.234,50", "1234.5")]
    [InlineData("en-IN", "INR", "₹12,34,567.80", "1234567.8")]
    [InlineData("en-IN", "INR", "₹1,234,567.80", "1234567.8")]
    [InlineData("", "EUR", "1'234'567.5", "1234567.5")]
    [InlineData("", "EUR", "1\u202F234", "1234")]
    [InlineData("fr-FR", "EUR", "\u00A077,", "77")]
    [InlineData("fr-FR", "EUR", "\u22123e3", "-3000")]
    public void Value_AmountsAsExportsWriteThem_AreRead(string culture, string currency, string text, string amount) =>
        Read(culture, Unit.Money(currency), text).Should().Be(amount);

    [Theory]
    [InlineData("de-DE", "12,5 %", "0.125")]
    [InlineData("de-DE", "-12,5%", "-0.125")]
    [InlineData("en-US", "12.5%", "0.125")]
    [InlineData("en-US", "1,250%", "12.5")]
    [InlineData("en-US", "(5 %)", "-0.05")]
    [InlineData("tr-TR", "%12,5", "0.125")]
    [InlineData("en-US", "0.125", "0.125")]
    [InlineData(null, "1.234", "1.234")] // No ratio goes into the thousands, so the point is a decimal one.
    public void Value_Percentages_AreRatios(string? culture, string text, string amount) =>
        Read(culture, Unit.Ratio, text).Should().Be(amount);

    [Theory]
    [InlineData("de-DE", "$5", "a number in a column of EUR; '$' is the sign of another unit: state the one the column is in")]
    [InlineData("de-DE", "5 kr.", "a number in a column of EUR; 'kr.' is the sign of another unit: state the one the column is in")]
    [InlineData("de-DE", "USD 5", "a number in a column of EUR; 'USD' is the sign of another unit: state the one the column is in")]
    [InlineData("de-DE", "5 Stk", "a number in a column of EUR; 'Stk' is not known as the sign of a currency")]
    [InlineData(
        "de-DE",
        "5 %",
        "a number in a column of EUR, not a percentage; a column of percentages has Unit.Ratio, a cell row.Number(name, Unit.Ratio)")]
    [InlineData("de-DE", "12,-", Number)] // No cents, not a minus.
    [InlineData("de-DE", "1.234,-", Number)]
    [InlineData("de-DE", "10+", Number)] // Ten or more.
    [InlineData("de-DE", "--5", Number)]
    [InlineData("de-DE", "-(5)", Number)]
    [InlineData("de-DE", "-5-", Number)]
    [InlineData("de-DE", "(5", Number)]
    [InlineData("de-DE", "5)", Number)]
    [InlineData("de-DE", "5-10", Number)]
    [InlineData("de-DE", "5 7", Number)]
    [InlineData("de-DE", "1 23", Number)]
    [InlineData("de-DE", "€5 €", Number)]
    [InlineData("de-DE", "1'23", Number)]
    [InlineData("de-DE", "1.234 567,5", Number)]
    [InlineData("de-DE", "1,234.50", Number)]
    [InlineData("de-DE", "1,234,567", Number)]
    [InlineData("de-DE", "0.123", Number)]
    [InlineData("de-DE", "1.2345", Number)]
    [InlineData("de-DE", "1.23.456", Number)]
    [InlineData("de-DE", ".5", Number)]
    [InlineData("de-DE", "14.09.2026", Number)]
    [InlineData("de-DE", "12:30", Number)]
    [InlineData("de-DE", "5k", "a number in a column of EUR; 'k' is not known as the sign of a currency")]
    [InlineData("de-DE", "~5", Number)]
    [InlineData("de-DE", "'5", Number)]
    [InlineData("de-DE", "5¹", Number)]
    [InlineData("de-DE", "1\u000B234 €", Number)]
    [InlineData("de-DE", "1\u2028234 €", Number)]
    [InlineData("de-DE", "5\u00077 €", Number)]
    [InlineData("de-DE", "٥", Number)]
    public void Value_WhatIsAnotherNumberOrNone_IsRefused(string culture, string text, string expected) =>
        Refused(culture, Unit.Money("EUR"), text).Should().Be($"Table 't', row 1, column 'v': found '{text}'; expected {expected}.");

    private const string OneOfTwo = "a number such as 1234.5; whether this is ";
    private const string ByCulture = " depends on its culture: state it with In(culture)";

    [Theory] // One number to some, another to others.
    [InlineData(null, "1.234", OneOfTwo + "1234 or 1.234" + ByCulture)]
    [InlineData(null, "1.234 €", OneOfTwo + "1234 € or 1.234 €" + ByCulture)]
    [InlineData(null, "-12,345", OneOfTwo + "-12345 or -12.345" + ByCulture)]
    [InlineData("fr-FR", "1.234", "a number such as 1234,5, or nothing")]
    [InlineData("de-CH", "1,234", "a number such as 1234.5, or nothing")]
    public void Value_AmbiguousMark_IsRefused(string? culture, string text, string expected) =>
        Refused(culture, Unit.Money("EUR"), text).Should().Be($"Table 't', row 1, column 'v': found '{text}'; expected {expected}.");

    [Fact] // As .NET writes them, so that what a program exports in its culture is read back, with and without marks of thousands.
    public void Value_AsEveryCultureWritesIt_IsRead()
    {
        decimal[] amounts = [0m, 0.5m, -7.25m, 999m, 1234.5m, -1234567.89m];
        var wrong = (
            from culture in CultureInfo.GetCultures(CultureTypes.AllCultures)
            from amount in amounts
            from form in new[] { "0.###", "N2" }
            let text = amount.ToString(form, culture)
            let read = new NumberText(culture).Read(text, Unit.Money("EUR"), out var number) is { } problem ? problem : $"{number:0.###}"
            where read != $"{amount:0.###}"
            select $"{culture.Name}: {text}").ToList();
        wrong.Should().BeEmpty();
    }

    private const string Number = "a number such as 1234,5, or nothing";

    private static FactTable Loaded(string? culture, Unit unit, string text)
    {
        using var reader = new FakeReader(["v"], [[text]]);
        var builder = FactTable.From("t", reader).AllAt(new(2026, 1, 1)).Value("v", unit);
        return (culture is null ? builder : builder.In(new CultureInfo(culture))).Build();
    }

    private static string Read(string? culture, Unit unit, string text)
    {
        var table = Loaded(culture, unit, text);
        var most = Metric.Max("m", table, "v");
        return new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(most)).Total[most].Amount
            .ToString(CultureInfo.InvariantCulture);
    }

    private static string Refused(string? culture, Unit unit, string text) =>
        Assert.Throws<RefusedRowException>(() => Loaded(culture, unit, text)).Row.ToString();
}
