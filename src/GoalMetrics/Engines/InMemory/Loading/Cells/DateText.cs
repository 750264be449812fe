using System.Globalization;
using NodaTime;

namespace GoalMetrics;

// Dates as they stand in cells: of ISO 8601, or in the order of day, month and year of a culture's short date.
internal sealed class DateText(CultureInfo? stated, int? firstTwoDigitYear)
{
    // Canada writes both orders, and the data about it changed from one to the other.
    private static readonly string[] OfTwoOrders = ["en-CA"];

    private readonly string _order = Order(stated);

    // A date that both orders of day and month would read otherwise.
    private readonly bool _isDoubtful = stated is not null && OfTwoOrders.Contains(stated.Name);

    // As the culture writes it.
    public string Example { get; } = Order(stated).Length == 3 ? $"{Written(stated!)} or 2011-11-30" : "2011-11-30";

    // The date that the text begins with, what follows it, and what was expected if it is none.
    public string? Read(ReadOnlySpan<char> text, out LocalDate date, out ReadOnlySpan<char> rest)
    {
        var scanner = new CellScanner(text);
        if (IsBasic(text))
        {
            date = default;
            rest = text[8..];
            return Existing(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), ref date);
        }

        date = default;
        rest = text;
        var parts = new DatePart[3];
        var mark = '\0';
        for (var i = 0; i < parts.Length; i++)
        {
            if (!scanner.TakeNumber(4, out var number, out var digits) || !(i == 2 || TakeMark(ref scanner, out mark)))
            {
                return Expected;
            }

            parts[i] = new(number, digits);
        }

        rest = AfterTrailingMark(scanner.Rest);
        if (IsIso(text))
        {
            return Existing(parts[0].Number, parts[1].Number, parts[2].Number, ref date);
        }

        return DoubtAbout(parts, mark) ?? InOrder(parts, ref date);
    }

    private string Expected
    {
        get
        {
            if (stated is null)
            {
                return $"a date such as {Example}; if it is written in another culture, state it with In(culture)";
            }

            return $"a date such as {Example}";
        }
    }

    // 2011-11-09: four, two and two digits. The numbers behind are those of the time.
    private static bool IsIso(ReadOnlySpan<char> text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && !text[..4].ContainsAnyExceptInRange('0', '9')
        && (text.Length == 10 || !char.IsAsciiDigit(text[10]));

    // 20111109. In no other order would its month be one.
    private static bool IsBasic(ReadOnlySpan<char> text) =>
        text.Length >= 8 && !text[..8].ContainsAnyExceptInRange('0', '9') && (text.Length == 8 || text[8] is 'T' or ' ');

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool TakeMark(ref CellScanner scanner, out char mark)
    {
        var isMarked = scanner.TakeAnyOf("-./", out mark);
        return scanner.SkipBlanks() || isMarked;
    }

    // The point behind the year of some languages, and the Bulgarian word for year.
    private static ReadOnlySpan<char> AfterTrailingMark(ReadOnlySpan<char> rest)
    {
        var scanner = new CellScanner(rest);
        scanner.SkipBlanks();
        if (scanner.TakeWord("г.") || scanner.Take('.'))
        {
            return scanner.Rest;
        }

        return rest;
    }

    // Written with points, 01.09.2026 is of September, also in a file whose other dates have the month first.
    private string? DoubtAbout(DatePart[] parts, char mark)
    {
        var isDoubtful = mark == '.' && _order == "Mdy" && parts[0].Number != parts[1].Number && parts[1].Number <= 12;
        if (isDoubtful)
        {
            return $"{Expected}; with points the day mostly comes first: state the culture of the dates with In(culture)";
        }

        return null;
    }

    private string? InOrder(DatePart[] parts, ref LocalDate date)
    {
        if (_order.Length != 3)
        {
            return Expected;
        }

        var (year, month, day) = (parts[_order.IndexOf('y')], parts[_order.IndexOf('M')], parts[_order.IndexOf('d')]);
        if (month.Digits > 2 || day.Digits > 2 || month.Number is < 1 or > 12 || day.Number is < 1 or > 31)
        {
            return Expected;
        }

        if (year.Digits == 2)
        {
            if (firstTwoDigitYear is { } first)
            {
                return Existing(first + ((year.Number - (first % 100) + 100) % 100), month.Number, day.Number, ref date);
            }

            return $"{Expected}; for years of two digits state the first one meant, such as TwoDigitYearsFrom(1970)";
        }

        if (_isDoubtful && day.Number <= 12 && day.Number != month.Number)
        {
            return $"a date such as 2011-11-30; in {stated!.Name} both orders of day and month are in use";
        }

        if (year.Digits == 4)
        {
            return Existing(year.Number, month.Number, day.Number, ref date);
        }

        return Expected;
    }

    private static string? Existing(int year, int month, int day, ref LocalDate date)
    {
        if (month is < 1 or > 12)
        {
            return string.Create(CultureInfo.InvariantCulture, $"a date that exists; {year:0000}-{month:00} is not a month");
        }

        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            return string.Create(CultureInfo.InvariantCulture, $"a date that exists; {year:0000}-{month:00} has {days} days");
        }

        date = new(year, month, day);
        return null;
    }

    private static string Written(CultureInfo culture) =>
        WrittenNumber.Plain(new DateTime(2011, 11, 30, 0, 0, 0, DateTimeKind.Unspecified).ToString("d", culture));

    // Empty where the culture's calendar is not the Gregorian one: its years are others.
    private static string Order(CultureInfo? stated)
    {
        if (stated is { Name.Length: > 0, DateTimeFormat.Calendar: GregorianCalendar })
        {
            return string.Concat(Unquoted(stated.DateTimeFormat.ShortDatePattern).Where(letter => letter is 'd' or 'M' or 'y').Distinct());
        }

        return "";
    }

    private static IEnumerable<char> Unquoted(string pattern) => pattern.Split('\'').Where((_, i) => i % 2 == 0).SelectMany(part => part);

    private readonly record struct DatePart(int Number, int Digits);
}
