using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// What readers hand over, as dates, instants, members and values.
internal static class CellParser
{
    private const string OtherCulture = "; if it is written in another culture, state it with In(culture)";

    public static bool Stage(this TimeColumn column, object? cell, CellText text, out CellProblem problem)
    {
        LocalDate? date = cell switch
        {
            LocalDate day => day,
            DateOnly day => LocalDate.FromDateOnly(day),
            DateTime time when time.TimeOfDay == TimeSpan.Zero => LocalDate.FromDateTime(time),
            string written => text.Date(written),
            _ => null,
        };
        if (date is null)
        {
            problem = new(Describe(cell), $"a date such as 2011-11-09, without a time of day{(cell is string ? OtherCulture : "")}");
            return false;
        }

        return column.Stage(date, out problem);
    }

    public static bool StageInstant(this TimeColumn column, object? cell, out CellProblem problem)
    {
        Instant? instant = cell switch
        {
            Instant time => time,
            DateTimeOffset time => Instant.FromDateTimeOffset(time),
            DateTime { Kind: DateTimeKind.Utc } time => Instant.FromDateTimeUtc(time),
            string text => CellText.Instant(text),
            _ => null,
        };
        if (instant is null)
        {
            problem = new(Describe(cell), "a time with its offset such as 2011-11-09T14:05:00Z; for local dates use AtDate");
            return false;
        }

        return column.Stage(instant, out problem);
    }

    public static bool Stage(this DimensionColumn column, object? cell, out CellProblem problem)
    {
        problem = default;
        switch (cell)
        {
            case null or DBNull:
                column.Stage(null);
                return true;
            case sbyte or byte or short or ushort or int or uint or long:
                column.Stage(Convert.ToInt64(cell, CultureInfo.InvariantCulture));
                return true;
            case string or char or bool or decimal or double or float or ulong or Guid or Enum or LocalDate or DateOnly or DateTime:
                column.Stage(Text(cell));
                return true;
            default:
                problem = new($"{cell.GetType().Name} {Describe(cell)}", "a member: text, a number, a date, or null");
                return false;
        }
    }

    public static bool Stage(this ValueColumn column, object? cell, CellText text, out CellProblem problem) => cell switch
    {
        null or DBNull => column.StageNull(out problem),
        string written => StageText(column, written, text, out problem),
        decimal number => column.Stage(number, out problem),
        double number => column.Stage(number, out problem),
        float number => column.Stage(number, out problem),
        bool yes => column.Stage(yes ? 1 : 0, out problem),
        ulong number => column.Stage(number, out problem),
        BigInteger number => column.Stage(number, out problem),
        sbyte or byte or short or ushort or int or uint or long => column.Stage(Convert.ToInt64(cell, CultureInfo.InvariantCulture), out problem),
        _ => Refuse(cell, text, out problem),
    };

    private static bool StageText(ValueColumn column, string written, CellText text, out CellProblem problem)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return column.StageNull(out problem);
        }

        if (text.TryNumber(written, out var number))
        {
            return column.Stage(number, out problem);
        }

        return bool.TryParse(written, out var yes) ? column.Stage(yes ? 1 : 0, out problem) : Refuse(written, text, out problem);
    }

    private static bool Refuse(object cell, CellText text, out CellProblem problem)
    {
        problem = new(Describe(cell), cell is string written && text.IsAmbiguous(written)
            ? $"a number such as {text.Number}; whether this is {written.Replace(",", "", StringComparison.Ordinal).Trim()} or {written.Replace(',', '.').Trim()} depends on its culture: state it with In(culture)"
            : $"a number such as {text.Number}, or nothing{(cell is string ? OtherCulture : "")}");
        return false;
    }

    private static string Describe(object? cell) => cell switch
    {
        null or DBNull => "null",
        string text => Shown.Quote(text),
        DateTime time => $"{time.ToString("s", CultureInfo.InvariantCulture)} ({time.Kind})",
        _ => Shown.Clip(Text(cell)),
    };

    private static string Text(object cell) => cell switch
    {
        LocalDate day => LocalDatePattern.Iso.Format(day),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
