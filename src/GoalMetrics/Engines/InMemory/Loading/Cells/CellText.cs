using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// Numbers, dates and instants in text. The culture defaults to the invariant one, and then ambiguous text is refused.
internal sealed class CellText(CultureInfo? stated)
{
    private static readonly OffsetDateTimePattern Instants =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<G>");

    private readonly CultureInfo _culture = stated ?? CultureInfo.InvariantCulture;
    private readonly char[] _dateOrder = DateOrder(stated);

    public string Number { get; } = (1234.5m).ToString(stated ?? CultureInfo.InvariantCulture);

    // What an error adds where the culture was not stated.
    public string OrOfAnotherCulture => stated is null ? "; if it is written in another culture, state it with In(culture)" : "";

    public bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, _culture, out number)
        || (TryGrouped(text, out number) && (stated is not null || !CouldBeDecimal(text)));

    // 1,234 is 1234 to some and 1.234 to others.
    public bool IsAmbiguous(string text) => stated is null && TryGrouped(text, out _) && CouldBeDecimal(text);

    public LocalDate? Date(string text)
    {
        text = text.Trim();
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var iso })
        {
            return iso;
        }

        if (LocalDateTimePattern.ExtendedIso.Parse(WithT(text)) is { Success: true, Value: var time })
        {
            return time.TimeOfDay == LocalTime.Midnight ? time.Date : null;
        }

        return LocalOrder(text);
    }

    // Whether it is written as 2011-11-09 is, so that its culture is not what is wrong with it.
    public static bool IsIso(string text) =>
        text.Trim() is { Length: 10 } date && date[4] == '-' && date[7] == '-' && date.Count(char.IsAsciiDigit) == 8;

    public static Instant? Instant(string text) =>
        Instants.Parse(WithT(text.Trim())) is { Success: true, Value: var time } ? time.ToInstant() : null;

    // Databases write a blank between date and time, ISO 8601 a T.
    private static string WithT(string text) => text.Length > 10 && text[10] == ' ' ? $"{text.AsSpan(0, 10)}T{text.AsSpan(11)}" : text;

    // .NET accepts group separators anywhere and reads 1,5 as 15; here they must stand where the culture writes them.
    private bool TryGrouped(string text, out decimal number)
    {
        text = PlainBlanks(text);
        if (!decimal.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, _culture, out number))
        {
            return false;
        }

        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        var end = text.IndexOf(_culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);
        var written = text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim().ToString();
        return written == PlainBlanks(decimal.Truncate(Math.Abs(number)).ToString("N0", _culture));

        // Some cultures group with a no-break or narrow no-break space, where people type a plain one.
        static string PlainBlanks(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
    }

    private bool CouldBeDecimal(string text) =>
        !text.Contains(_culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal)
        && text.Split(_culture.NumberFormat.NumberGroupSeparator).Length == 2;

    // Day, month and year as numbers, in the order of the culture's short date, separated by any of - . /
    private LocalDate? LocalOrder(string text)
    {
        var parts = text.Split('-', '.', '/');
        if (parts.Length != 3 || _dateOrder.Length != 3)
        {
            return null;
        }

        int year = Number('y'), month = Number('M'), day = Number('d');
        if (Part('y').Length != 4 || year == 0 || month is 0 or > 12)
        {
            return null;
        }

        var isDay = day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return isDay ? new LocalDate(year, month, day) : null;

        string Part(char of) => parts[_dateOrder.AsSpan().IndexOf(of)];

        int Number(char of) =>
            int.TryParse(Part(of), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static char[] DateOrder(CultureInfo? stated) => stated is { Name.Length: > 0, DateTimeFormat.Calendar: GregorianCalendar }
        ? [.. stated.DateTimeFormat.ShortDatePattern.Where(letter => letter is 'd' or 'M' or 'y').Distinct()]
        : [];
}
