using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// A way in which files are written: a column, one good cell of it, and what that cell is.
internal sealed record Feature(string Name, string Cell, string Means, Func<FactReaderBuilder, FactReaderBuilder> Columns)
{
    private static readonly DateTimeZone Copenhagen = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
    private static readonly Unit Euros = Unit.Money("EUR");

    private bool IsTime { get; init; }

    // What each cell is was written down by hand; for numbers of days and seconds by Python's datetime.
    public static IReadOnlyList<Feature> All { get; } =
    [
        Number("plain", "1234.56", "1234.56", "", Euros),
        Number("no culture", "1234.56", "1234.56", null, Euros),
        Number("American", "1,234.56", "1234.56", "en-US", Euros),
        Number("German", "1.234,56", "1234.56", "de-DE", Euros),
        Number("Danish", "12.345.678,9", "12345678.9", "da-DK", Euros),
        Number("French", "1\u202F234,56", "1234.56", "fr-FR", Euros),
        Number("Swiss", "1’234.56", "1234.56", "de-CH", Euros),
        Number("Indian", "12,34,567.89", "1234567.89", "en-IN", Euros),
        Number("sign before", "€1,234.56", "1234.56", "en-US", Euros),
        Number("sign behind", "1.234,56 €", "1234.56", "de-DE", Euros),
        Number("code before", "EUR 1.234,56", "1234.56", "de-DE", Euros),
        Number("minus behind", "1.234,56-", "-1234.56", "de-DE", Euros),
        Number("parentheses", "(1,234.56)", "-1234.56", "en-US", Euros),
        Number("minus sign", "\u22121\u00A0234,56", "-1234.56", "sv-SE", Euros),
        Number("German percent", "12,5 %", "0.125", "de-DE", Unit.Ratio),
        Number("percent", "12.5%", "0.125", "en-US", Unit.Ratio),
        Number("German count", "12.345.678", "12345678", "de-DE", Unit.Count()),
        Number("length of time", "12:34:56", "45296", "de-DE", Unit.Duration(DurationUnit.Second)),
        new("micros", "1234560000", "1234.56", builder => builder.AllAt(new(2026, 1, 1)).Value("v", Euros, scaledBy: 0.000_001m)),
        new("computed", "1.234,56", "1234.56", builder =>
            In("de-DE", builder).AllAt(new(2026, 1, 1)).Value("v", row => row.Number("v"), Euros)),
        Time("date", "2026-09-14", "2026-09-14", null, builder => builder.AtDate("v")),
        Time("date without marks", "20260914", "2026-09-14", null, builder => builder.AtDate("v")),
        Time("German date", "14.09.2026", "2026-09-14", "de-DE", builder => builder.AtDate("v")),
        Time("American date", "9/14/2026", "2026-09-14", "en-US", builder => builder.AtDate("v")),
        Time("Hungarian date", "2026. 09. 14.", "2026-09-14", "hu-HU", builder => builder.AtDate("v")),
        Time("year of two digits", "14.09.26", "2026-09-14", "de-DE", builder => builder.AtDate("v").TwoDigitYearsFrom(2000)),
        Time("offset", "2026-09-14 15:05:00 +0100", "2026-09-14T14:05:00", null, builder => builder.AtInstant("v")),
        Time("UTC", "2026-09-14T14:05:00", "2026-09-14T14:05:00", null, builder => builder.AtUtc("v")),
        Time("local time", "14.09.2026 16:05", "2026-09-14T14:05:00", "de-DE", builder => builder.AtLocalTime("v", Copenhagen)),
        Time("afternoon", "9/14/2026 4:05 PM", "2026-09-14T14:05:00", "en-US", builder => builder.AtLocalTime("v", Copenhagen)),
        Time("date of two columns", "14.09.2026", "2026-09-14T14:05:00", "de-DE", builder => builder.AtLocalTime("v", "time", Copenhagen)),
        Time("seconds since 1970", "1789394700", "2026-09-14T14:05:00", null, builder => builder.AtUnixSeconds("v")),
        Time("day of a workbook", "46279", "2026-09-14", null, builder => builder.AtExcelDate("v")),
        Time("time of a workbook", "46279.5", "2026-09-14T10:00:00", null, builder => builder.AtExcelTime("v", Copenhagen)),
    ];

    // What was read from a row.
    public string Read(FactTable table, int row)
    {
        if (!IsTime)
        {
            var values = table.Values("v");
            return values.IsNull(row) ? "none" : values[row].ToString("0.##########", CultureInfo.InvariantCulture);
        }

        var time = table.TimeColumn.Times[row];
        return table.TimeColumn.Kind == FactTime.Date
            ? TimeColumn.Date(time).ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture)
            : Instant.FromUnixTimeTicks(time).ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture);
    }

    private static Feature Number(string name, string cell, string means, string? culture, Unit unit) =>
        new(name, cell, means, builder => In(culture, builder).AllAt(new(2026, 1, 1)).Value("v", unit));

    private static Feature Time(
        string name, string cell, string means, string? culture, Func<FactReaderBuilder, FactReaderBuilder> columns) =>
        new(name, cell, means, builder => columns(In(culture, builder))) { IsTime = true };

    private static FactReaderBuilder In(string? culture, FactReaderBuilder builder) =>
        culture is null ? builder : builder.In(new CultureInfo(culture));
}

// What happens to a cell on its way into a file.
internal sealed record Malformation(string Name, Func<string, object?> Of)
{
    // What can be seen through: it leaves what is written as it is.
    public static IReadOnlyList<Malformation> Harmless { get; } =
    [
        new("none", cell => cell),
        new("blank before", cell => " " + cell),
        new("blank behind that does not break", cell => cell + "\u00A0"),
        new("byte order mark", cell => "\uFEFF" + cell),
        new("mark of direction", cell => "\u200E" + cell),
    ];

    // What cannot. None of them leaves the text of another number or time.
    public static IReadOnlyList<Malformation> Harmful { get; } =
    [
        new("letter for a digit", WithLastDigitAs('Q')),
        new("mark twice", cell => cell.Replace(".", "..").Replace(",", ",,").Replace("-", "--").Replace("/", "//") + "'"),
        new("marks of another culture", cell => string.Concat(cell.Select(Swapped)) + "*"),
        new("quoted", cell => $"\"{cell}\""),
        new("letter behind", cell => cell + "x"),
        new("another number behind", cell => cell + " 7"),
        new("minus inside", cell => cell.Insert(cell.Length / 2, "-")),
        new("two minus signs", cell => "--" + cell),
        new("another currency", cell => cell + " £"),
        new("a percent sign more", cell => cell + " %%"),
        new("error of a spreadsheet", _ => "#REF!"),
        new("word for nothing", _ => "NULL"),
        new("Arabic digits", cell => string.Concat(cell.Select(letter => Moved(letter, '٠')))),
        new("wide digits", cell => string.Concat(cell.Select(letter => Moved(letter, '０')))),
        new("question mark", cell => cell + "?"),
        new("open parenthesis", cell => "(" + cell),
        new("entity", cell => cell + "&nbsp;"),
        new("about", cell => "~" + cell),
        new("footnote", cell => cell + "¹"),
        new("apostrophe before", cell => "'" + cell),
        new("or more", cell => cell + "+"),
        new("semicolon behind", cell => cell + ";"),
        new("two lines", cell => cell + "\n" + cell),
        new("replacement character", cell => "\uFFFD" + cell),
        new("formula", cell => "=" + cell),
        new("missing cell", _ => new IndexOutOfRangeException("The line is too short.")),
        new("bytes", _ => new byte[] { 1, 2 }),
    ];

    private static Func<string, object?> WithLastDigitAs(char letter) => cell =>
    {
        var last = cell.AsSpan().LastIndexOfAnyInRange('0', '9');
        return $"{cell[..last]}{letter}{cell[(last + 1)..]}";
    };

    // The digit of another script, whose zero is given.
    private static char Moved(char letter, char zero) => char.IsAsciiDigit(letter) ? (char)(letter - '0' + zero) : letter;

    private static char Swapped(char letter) => letter switch
    {
        '.' => ',',
        ',' => '.',
        _ => letter,
    };
}
