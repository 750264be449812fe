using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// Stages the cells of data readers as dates, members and values.
internal static class CellParser
{
    public static CellProblem? StageDate(this TimeColumn column, int slot, object? cell, CellText text)
    {
        if (Date(cell, text, out var date) is { } expected)
        {
            return new(Describe(cell), expected);
        }

        return column.Stage(slot, (LocalDate?)date);
    }

    // What was expected instead of the cell; null if it is a date.
    public static string? Date(object? cell, CellText text, out LocalDate date)
    {
        LocalDate? found = cell switch
        {
            LocalDate day => day,
            DateOnly day => LocalDate.FromDateOnly(day),
            DateTime time when time.TimeOfDay == TimeSpan.Zero => LocalDate.FromDateTime(time),
            _ => null,
        };
        date = found ?? default;
        if (found is not null)
        {
            return null;
        }

        return cell switch
        {
            string written => text.Date(written, out date),
            DateTime => "a date without a time of day; a time is read with AtLocalTime(column, zone) or AtUtc(column)",
            DateTimeOffset or Instant => "a date without a time of day; a time is read with AtInstant(column)",
            _ => $"{text.ADate}, without a time of day",
        };
    }

    public static CellProblem? StageMember(this DimensionColumn column, int slot, object? cell, CellText text)
    {
        switch (cell)
        {
            case null or DBNull:
            case string written when text.IsBlankNull && string.IsNullOrWhiteSpace(written):
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
        bool yes => StageFlag(column, slot, yes, cell, text),
        ulong number => column.Stage(slot, number),
        BigInteger number => column.Stage(slot, number),
        sbyte or byte or short or ushort or int or uint or long => column.Stage(slot, Convert.ToInt64(cell, CultureInfo.InvariantCulture)),
        TimeSpan length => StageLength(column, slot, Duration.FromTimeSpan(length), cell),
        Duration length => StageLength(column, slot, length, cell),
        _ => new(Describe(cell), text.Numbers.Expected),
    };

    // What was expected instead of the cell; null if it is a number, or no value.
    public static string? Number(object? cell, Unit? unit, CellText text, out decimal? number)
    {
        number = null;
        try
        {
            switch (cell)
            {
                case null or DBNull:
                case string blank when text.IsNoValue(blank):
                    return null;
                case string written when text.Numbers.Read(written, unit, out var read) is var expected:
                    number = read;
                    return expected;
                case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float or bool:
                    number = Convert.ToDecimal(cell, CultureInfo.InvariantCulture);
                    return null;
                case BigInteger large:
                    number = (decimal)large;
                    return null;
                default:
                    return text.Numbers.Expected;
            }
        }
        catch (OverflowException)
        {
            return "a number within ±7.9 × 10²⁸";
        }
    }

    private static CellProblem? StageText(ValueColumn column, int slot, string written, CellText text)
    {
        if (text.IsNoValue(written))
        {
            return column.StageNull(slot);
        }

        if (text.Numbers.Read(written, column.Definition.Unit, out var number) is not { } expected)
        {
            return column.Stage(slot, number);
        }

        if (column.Definition.Unit?.Kind == UnitKind.Duration && LengthOfTime.Of(written) is { } length)
        {
            return StageLength(column, slot, length, written);
        }

        if (bool.TryParse(written, out var yes))
        {
            return StageFlag(column, slot, yes, written, text);
        }

        return new(Describe(written), expected);
    }

    // Yes and no are 1 and 0 in a count or a share, and no amount of money or time.
    private static CellProblem? StageFlag(ValueColumn column, int slot, bool yes, object cell, CellText text)
    {
        if (column.Definition.Unit?.Kind is UnitKind.Count or UnitKind.Ratio)
        {
            return column.StageFlag(slot, yes);
        }

        return new(Describe(cell), text.Numbers.Expected);
    }

    private static CellProblem? StageLength(ValueColumn column, int slot, Duration length, object cell)
    {
        if (column.Definition.Unit is not { } unit)
        {
            return new(Describe(cell), "an amount of money");
        }

        if (LengthOfTime.In(unit, length) is { } amount)
        {
            return column.Stage(slot, amount);
        }

        return new(Describe(cell), LengthOfTime.Expected(unit));
    }

    public static string Describe(object? cell) => cell switch
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
        LocalDateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
