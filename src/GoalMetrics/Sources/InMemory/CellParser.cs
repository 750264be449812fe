using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// What readers hand over, as dates, instants and numbers.
internal static class CellParser
{
    public static bool TryDate(object? cell, CultureInfo culture, out LocalDate? date, out CellProblem problem)
    {
        date = cell switch
        {
            LocalDate day => day,
            DateOnly day => LocalDate.FromDateOnly(day),
            DateTime time when time.TimeOfDay == TimeSpan.Zero => LocalDate.FromDateTime(time),
            string text => ParseDate(text, culture),
            _ => null,
        };
        problem = date is null ? new(Describe(cell), "a date such as 2011-11-09") : default;
        return date is not null;
    }

    public static bool TryInstant(object? cell, out Instant? instant, out CellProblem problem)
    {
        instant = cell switch
        {
            Instant time => time,
            DateTimeOffset time => Instant.FromDateTimeOffset(time),
            DateTime { Kind: DateTimeKind.Utc } time => Instant.FromDateTimeUtc(time),
            string text => OffsetDateTimePattern.ExtendedIso.Parse(text.Trim()) is { Success: true, Value: var time } ? time.ToInstant() : null,
            _ => null,
        };
        problem = instant is null ? new(Describe(cell), "a time with its offset such as 2011-11-09T14:05:00Z; for local dates use AtDate") : default;
        return instant is not null;
    }

    public static bool TryNumber(object cell, CultureInfo culture, out decimal number, out CellProblem problem)
    {
        problem = default;
        switch (cell)
        {
            case decimal value:
                number = value;
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                number = Convert.ToDecimal(cell, CultureInfo.InvariantCulture);
                return true;
            case string text when decimal.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, culture, out number):
                return true;
            case string text when double.TryParse(text, NumberStyles.Float, culture, out var floating)
                && Math.Abs(floating) < (double)decimal.MaxValue && text.Contains('e', StringComparison.OrdinalIgnoreCase):
                number = (decimal)floating;
                return true;
            default:
                number = 0m;
                problem = new(Describe(cell), $"a number such as {1234.5m.ToString(culture)}, or nothing");
                return false;
        }
    }

    private static LocalDate? ParseDate(string text, CultureInfo culture)
    {
        text = text.Trim();
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var iso })
        {
            return iso;
        }

        if (LocalDateTimePattern.GeneralIso.Parse(text) is { Success: true, Value: var midnight } && midnight.TimeOfDay == LocalTime.Midnight)
        {
            return midnight.Date;
        }

        return culture.Name.Length > 0 && LocalDatePattern.Create("d", culture).Parse(text) is { Success: true, Value: var local } ? local : null;
    }

    private static string Describe(object? cell) => cell switch
    {
        null or DBNull => "null",
        string text => Shown.Quote(text),
        DateTime time => $"{time.ToString("s", CultureInfo.InvariantCulture)} ({time.Kind})",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => Shown.Quote(cell.ToString()),
    };
}
