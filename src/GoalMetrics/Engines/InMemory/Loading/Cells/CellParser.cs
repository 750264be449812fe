using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// Stages the cells of data readers as dates, instants, members and values.
internal static class CellParser
{
    public static CellProblem? StageDate(this TimeColumn column, int slot, object? cell, CellText text)
    {
        LocalDate? date = cell switch
        {
            LocalDate day => day,
            DateOnly day => LocalDate.FromDateOnly(day),
            DateTime time when time.TimeOfDay == TimeSpan.Zero => LocalDate.FromDateTime(time),
            string written => text.Date(written),
            _ => null,
        };
        return date is null ? new(Describe(cell), ExpectedDate(cell, text)) : column.Stage(slot, date);
    }

    private static string ExpectedDate(object? cell, CellText text)
    {
        if (cell is string written && CellText.IsIso(written))
        {
            return "a date that exists; this month has no such day";
        }

        return $"a date such as 2011-11-09, without a time of day{(cell is string ? text.OrOfAnotherCulture : "")}";
    }

    public static CellProblem? StageInstant(this TimeColumn column, int slot, object? cell)
    {
        Instant? instant = cell switch
        {
            Instant time => time,
            DateTimeOffset time => Instant.FromDateTimeOffset(time),
            DateTime { Kind: DateTimeKind.Utc } time => Instant.FromDateTimeUtc(time),
            string text => CellText.Instant(text),
            _ => null,
        };
        return instant is null
            ? new(Describe(cell), "a time with its offset such as 2011-11-09T14:05:00Z; for local dates use AtDate")
            : column.Stage(slot, instant);
    }

    public static CellProblem? StageMember(this DimensionColumn column, int slot, object? cell)
    {
        switch (cell)
        {
            case null or DBNull:
                return column.Stage(slot, (string?)null);
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float:
            case string or char or bool or Guid or Enum or LocalDate or DateOnly or DateTime:
                return column.Stage(slot, Text(cell));
            default:
                return new($"{cell.GetType().Name} {Describe(cell)}", "a member: text, a number, a date, or null");
        }
    }

    public static CellProblem? StageValue(this ValueColumn column, int slot, object? cell, CellText text) => cell switch
    {
        null or DBNull => column.StageNull(slot),
        string written => StageText(column, slot, written, text),
        decimal number => column.Stage(slot, number),
        double number => column.Stage(slot, number),
        float number => column.Stage(slot, number),
        bool yes => column.Stage(slot, yes ? 1 : 0),
        ulong number => column.Stage(slot, number),
        BigInteger number => column.Stage(slot, number),
        sbyte or byte or short or ushort or int or uint or long => column.Stage(slot, Convert.ToInt64(cell, CultureInfo.InvariantCulture)),
        _ => Refuse(cell, text),
    };

    private static CellProblem? StageText(ValueColumn column, int slot, string written, CellText text)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return column.StageNull(slot);
        }

        if (text.TryNumber(written, out var number))
        {
            return column.Stage(slot, number);
        }

        return bool.TryParse(written, out var yes) ? column.StageFlag(slot, yes) : Refuse(written, text);
    }

    private static CellProblem Refuse(object cell, CellText text)
    {
        var found = Describe(cell);
        if (cell is not string written)
        {
            return new(found, $"a number such as {text.Number}, or nothing");
        }

        if (!text.IsAmbiguous(written))
        {
            return new(found, $"a number such as {text.Number}, or nothing{text.OrOfAnotherCulture}");
        }

        var whole = written.Replace(",", "", StringComparison.Ordinal).Trim();
        var broken = written.Replace(',', '.').Trim();
        return new(
            found,
            $"a number such as {text.Number}; whether this is {whole} or {broken} depends on its culture: state it with In(culture)");
    }

    private static string Describe(object? cell) => cell switch
    {
        null or DBNull => "null",
        string text => Shown.Quote(text),
        DateTime time => $"{time.ToString("s", CultureInfo.InvariantCulture)} ({time.Kind})",
        _ => Shown.Clip(Text(cell)),
    };

    // The same in every culture.
    public static string Text(object cell) => cell switch
    {
        LocalDate day => LocalDatePattern.Iso.Format(day),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
