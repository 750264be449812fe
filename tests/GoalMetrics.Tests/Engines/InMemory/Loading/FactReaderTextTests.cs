using System.Globalization;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Text cells, as from a CSV reader. A number or date of another culture is refused, never misread.
public class FactReaderTextTests
{
    private const string NoNumber =
        "expected a number such as 1234.5, or nothing; if it is written in another culture, state it with In(culture)";
    private const string NoDigits = "expected a number such as 1234.5, or nothing; if it stands for no value, state it with ";
    private const string NoDanishNumber =
        "expected a number such as 1234,5, or nothing";

    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData(" 1234.50 ", "1234.5")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("+7", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("1E-7", "0.0000001")]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("-1,234,567", "-1234567")]
    [InlineData("12,345,678.9", "12345678.9")]
    [InlineData("0.234", "0.234")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("1 234.5", "1234.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Value_TextOfNoStatedCulture_IsReadAsInvariant(string text, string amount) => Read(null, text).Should().Be(amount);

    [Theory]
    [InlineData(
        "1,234", "expected a number such as 1234.5; whether this is 1234 or 1.234 depends on its culture: state it with In(culture)")]
    [InlineData(
        " -1,234 ", "expected a number such as 1234.5; whether this is -1234 or -1.234 depends on its culture: state it with In(culture)")]
    [InlineData(
        "1.234", "expected a number such as 1234.5; whether this is 1234 or 1.234 depends on its culture: state it with In(culture)")]
    [InlineData("TRUE", "expected a number such as 1234.5, or nothing")]
    [InlineData("1,5", NoNumber)]
    [InlineData("1234,50", NoNumber)]
    [InlineData("1.234,50", NoNumber)]
    [InlineData("1,23,456", NoNumber)]
    [InlineData("1,2345.0", NoNumber)]
    [InlineData("0,123.4", NoNumber)]
    [InlineData(",123.4", NoNumber)]
    [InlineData("1.234,567", NoNumber)]
    [InlineData(
        "12 %",
        "expected a number in a column of DKK, not a percentage; a column of percentages has Unit.Ratio, a cell"
        + " row.Number(name, Unit.Ratio)")]
    [InlineData("£12", "expected a number in a column of DKK; '£' is the sign of another unit: state the one the column is in")]
    [InlineData("1.2.3", NoNumber)]
    [InlineData("abc", NoDigits + "NoValue('abc')")]
    [InlineData("NaN", NoDigits + "NoValue('NaN')")]
    [InlineData("Infinity", NoDigits + "NoValue('Infinity')")]
    [InlineData("NULL", NoDigits + "NoValue('NULL')")]
    [InlineData("-", NoDigits + "NoValue('-')")]
    [InlineData("1e29", NoNumber)]
    [InlineData("79228162514264337593543950336", NoNumber)]
    [InlineData("٣", NoNumber)]
    public void Value_TextOfNoStatedCulture_IsNeverGuessed(string text, string problem) =>
        Refused(null, text).Should().Be($"Table 'sales', row 1, column 'amount': found '{text}'; {problem}.");

    [Theory] // Whether something was so is a count or a share, and no amount of money.
    [InlineData("true", 1)]
    [InlineData("FALSE", 0)]
    [InlineData(true, 1)]
    public void Value_YesOrNo_IsOneOrZeroWhereItCounts(object cell, int amount)
    {
        using var reader = new FakeReader(["amount"], [[cell]]);
        var table = FactTable.From("sales", reader).AllAt(new(2026, 1, 1)).Value("amount", Unit.Count("order")).Build();
        var sum = Metric.Sum("m", table, "amount");
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum)).Total[sum].Amount.Should().Be(amount);

        using var money = new FakeReader(["amount"], [[true]]);
        Assert.Throws<RefusedRowException>(
                () => FactTable.From("sales", money).AllAt(new(2026, 1, 1)).Value("amount", Unit.Money("DKK")).Build())
            .Row.ToString().Should().Be(
                "Table 'sales', row 1, column 'amount': found True; expected a number such as 1234.5, or nothing.");
    }

    [Theory]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1.234,50", "1234.5")]
    [InlineData(" -1.234.567,8 ", "-1234567.8")]
    [InlineData("1.234", "1234")]
    [InlineData("-7", "-7")]
    [InlineData("1,5e3", "1500")]
    public void Value_DanishText_IsReadAsDanish(string text, string amount) => Read("da-DK", text).Should().Be(amount);

    [Theory]
    [InlineData("1234.5")]
    [InlineData("12.50")]
    [InlineData("1,234.50")]
    [InlineData("0.123")]
    [InlineData("1.2345")]
    [InlineData("12.34,5")]
    public void Value_InvariantTextAsDanish_IsRefused(string text) =>
        Refused("da-DK", text).Should().Be($"Table 'sales', row 1, column 'amount': found '{text}'; {NoDanishNumber}.");

    [Theory] // Written with a plain blank, a no-break one or a narrow one; India groups by two beyond the thousands.
    [InlineData("fr-FR", "1 234 567,8", "1234567.8")]
    [InlineData("fr-FR", "1\u00A0234,8", "1234.8")]
    [InlineData("fr-FR", "1\u202F234,8", "1234.8")]
    [InlineData("en-IN", "12,34,567.8", "1234567.8")]
    [InlineData("en-US", "1,234", "1234")]
    [InlineData("sv-SE", "-5", "-5")]
    [InlineData("sv-SE", "\u22125,5", "-5.5")]
    public void Value_TextOfAStatedCulture_IsReadAsThere(string culture, string text, string amount) =>
        Read(culture, text).Should().Be(amount);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\t")]
    public void Value_BlankText_IsNoValue(string text)
    {
        var table = Loaded(null, text);
        table.NullCount("amount").Should().Be(1);
        table.RowCount.Should().Be(1);
    }

    [Fact]
    public void Value_LongOrRightToLeftText_IsShownShort()
    {
        Refused(null, new string('x', 10_000)).Should().Be(
            $"Table 'sales', row 1, column 'amount': found '{new string('x', 60)}… (10000 characters)'; {NoDigits}"
            + $"NoValue('{new string('x', 60)}… (10000 characters)').");
        Refused(null, "שלום").Should().Be($"Table 'sales', row 1, column 'amount': found 'שלום'; {NoDigits}NoValue('שלום').");
        Refused(null, "a\r\nb").Should().Be($"Table 'sales', row 1, column 'amount': found 'a b'; {NoDigits}NoValue('a b').");
    }

    [Theory]
    [InlineData("da-DK", "09-11-2011", "2011-11-09")]
    [InlineData("da-DK", "9.11.2011", "2011-11-09")]
    [InlineData("da-DK", "9/11/2011", "2011-11-09")]
    [InlineData("da-DK", "2011-11-09", "2011-11-09")]
    [InlineData("da-DK", "29-02-2024", "2024-02-29")]
    [InlineData("en-US", "11/9/2011", "2011-11-09")]
    [InlineData("en-GB", "09/11/2011", "2011-11-09")]
    [InlineData("sv-SE", "2011-11-09", "2011-11-09")]
    public void AtDate_TextOfAStatedCulture_IsReadAsThere(string culture, string text, string day) =>
        Day(culture, text).Should().Be(day);

    [Theory] // Named with a full message where the culture's own form does not depend on the machine's data.
    [InlineData("da-DK", "11-30-2011", "a date such as ")]
    [InlineData("de-DE", "30.11.11", "a date such as 30.11.2011 or 2011-11-30; for years of two digits state the first one meant,")]
    [InlineData("da-DK", "29-02-2023", "a date that exists; 2023-02 has 28 days.")]
    [InlineData("da-DK", "2026-02-29", "a date that exists; 2026-02 has 28 days.")]
    [InlineData("da-DK", "00-11-2011", "a date such as ")]
    [InlineData("da-DK", "9-11-2011 12:00", "a date without a time of day; a time is read with AtLocalTime(column, zone), ")]
    [InlineData("da-DK", "9-11", "a date such as ")]
    [InlineData("en-US", "30/11/2011", "a date such as 11/30/2011 or 2011-11-30.")]
    [InlineData("en-US", "2011/11/30", "a date such as 11/30/2011 or 2011-11-30.")]
    [InlineData("", "11/09/2011", "a date such as 2011-11-30.")]
    [InlineData("th-TH", "9/11/2554", "a date such as 2011-11-30.")] // 2554 of the Buddhist era is 2011: 543 years off as it stands.
    public void AtDate_TextOfAnotherCulture_IsRefused(string culture, string text, string expected) =>
        Assert.Throws<RefusedRowException>(() => Day(culture, text))
            .Row.ToString().Should().StartWith($"Table 'sales', row 1, column 'day': found '{text}'; expected {expected}");

    [Fact] // The order of the calls does not matter.
    public void In_AfterTheColumns_HoldsForThem()
    {
        using var reader = new FakeReader(["day", "amount"], [["09-11-2011", "1.234,50"]]);
        FactTable.From("sales", (System.Data.IDataReader)reader).AtDate("day").Value("amount", Unit.Money("DKK"))
            .In(new CultureInfo("da-DK")).Build().RowCount
            .Should().Be(1);
    }

    [Fact]
    public void In_Null_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => FactTable.From("t", new FakeReader([], [])).In(null!)).ParamName.Should().Be("culture");

    private static FactTable Loaded(string? culture, string text)
    {
        using var reader = new FakeReader(["amount"], [[text]]);
        var builder = FactTable.From("sales", reader).AllAt(new(2026, 1, 1)).Value("amount", Unit.Money("DKK"));
        return (culture is null ? builder : builder.In(new CultureInfo(culture))).Build();
    }

    private static string Read(string? culture, string text)
    {
        var table = Loaded(culture, text);
        var sum = Metric.Max("m", table, "amount");
        return new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum)).Total[sum].Amount
            .ToString(CultureInfo.InvariantCulture);
    }

    private static string Refused(string? culture, string text) =>
        Assert.Throws<RefusedRowException>(() => Loaded(culture, text)).Row.ToString();

    private static string Day(string culture, string text)
    {
        using var reader = new FakeReader(["day"], [[text]]);
        var table = FactTable.From("sales", reader).In(new CultureInfo(culture)).AtDate("day").Build();
        return new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(Metric.Count("n", table)).By(Grain.Day)).Rows
            .Single().Period.ToString();
    }
}
