using NodaTime;

namespace GoalMetrics;

// Stages the cells of data readers as instants. A cell that states its own offset is taken at its word, whatever else is stated.
internal static class TimeParser
{
    private const string WithoutOffset =
        "a time with its offset such as 2011-11-30T14:05:00Z; one without is read with AtUtc(column) or AtLocalTime(column, zone),"
        + " a date with AtDate(column)";

    public static CellProblem? StageInstant(this TimeColumn column, int slot, object? cell, CellText text)
    {
        switch (cell)
        {
            case DateTime { Kind: DateTimeKind.Utc } time:
                return column.Stage(slot, (Instant?)Instant.FromDateTimeUtc(time));
            case string written:
                var expected = text.DateAndTime(written, out var local, out var offset);
                if (expected is null && offset is { } stated)
                {
                    return column.Stage(slot, (Instant?)local.WithOffset(stated).ToInstant());
                }

                return new(CellParser.Describe(cell), ExpectedInstant(expected, written, text));
            default:
                if (MomentOf(cell) is { } instant)
                {
                    return column.Stage(slot, (Instant?)instant);
                }

                return new(CellParser.Describe(cell), WithoutOffset);
        }
    }

    // A time on the clocks of a zone; the second cell holds the time of day, where it is in a column of its own.
    public static CellProblem? StageLocal(this TimeColumn column, int slot, object? cell, CellText text, ZoneClock zone)
    {
        if (MomentOf(cell) is { } instant)
        {
            return column.Stage(slot, (Instant?)instant);
        }

        if (Local(cell, text, out var time, out var offset) is { } expected)
        {
            return new(CellParser.Describe(cell), expected);
        }

        return Stage(column, slot, time, offset, zone, CellParser.Describe(cell));
    }

    public static CellProblem? StageLocal(
        this TimeColumn column, int slot, object? date, (string Column, object? Cell) time, CellText text, ZoneClock zone)
    {
        return Local(date, time, text, out var local, out var offset)
            ?? Stage(column, slot, local, offset, zone, $"{CellParser.Describe(date)} {CellParser.Describe(time.Cell)}");
    }

    // What the clocks showed where it happened, whatever offset is written behind it.
    public static CellProblem? StageWallTime(this TimeColumn column, int slot, object? cell, CellText text, WallClocks clocks)
    {
        LocalDateTime? local = cell switch
        {
            DateTimeOffset written => LocalDateTime.FromDateTime(written.DateTime),
            OffsetDateTime written => written.LocalDateTime,
            ZonedDateTime written => written.LocalDateTime,
            _ => null,
        };
        if (local is not null)
        {
            return clocks.Stage(column, slot, local);
        }

        if (Local(cell, text, out var time, out _) is { } expected)
        {
            return new(CellParser.Describe(cell), expected);
        }

        return clocks.Stage(column, slot, time);
    }

    // The same beside a column of zones, which an instant is seen in.
    public static CellProblem? StageWallTime(
        this TimeColumn column, int slot, object? cell, (string Column, object? Cell) zone, CellText text, WallClocks clocks)
    {
        var zoneId = zone.Cell as string;
        if (MomentOf(cell) is { } instant)
        {
            return clocks.Stage(column, slot, instant, zoneId, zone.Column);
        }

        if (Local(cell, text, out var time, out var offset) is { } expected)
        {
            return new(CellParser.Describe(cell), expected);
        }

        return Stage(column, slot, time, offset, zone, clocks);
    }

    // The same with a date in one column and the time of day in another.
    public static CellProblem? StageWallTime(
        this TimeColumn column,
        int slot,
        object? date,
        (string Column, object? Cell) time,
        (string Column, object? Cell) zone,
        CellText text,
        WallClocks clocks) =>
        Local(date, time, text, out var local, out var offset) ?? Stage(column, slot, local, offset, zone, clocks);

    // What was expected instead of the cell; null if it is a time without an offset.
    public static string? Local(object? cell, CellText text, out LocalDateTime time)
    {
        var expected = Local(cell, text, out time, out var offset);
        if (expected is null && offset is not null)
        {
            return "a time without an offset; one with it is read with AtInstant(column)";
        }

        return expected;
    }

    private static CellProblem? Stage(TimeColumn column, int slot, LocalDateTime time, Offset? offset, ZoneClock zone, string found)
    {
        if (offset is { } stated)
        {
            return column.Stage(slot, (Instant?)time.WithOffset(stated).ToInstant());
        }

        if (zone.Read(time, out var instant) is { } expected)
        {
            return new(found, expected);
        }

        return column.Stage(slot, (Instant?)instant);
    }

    private static CellProblem? Stage(
        TimeColumn column, int slot, LocalDateTime time, Offset? offset, (string Column, object? Cell) zone, WallClocks clocks)
    {
        var zoneId = zone.Cell as string;
        if (offset is { } stated)
        {
            return clocks.Stage(column, slot, time.WithOffset(stated).ToInstant(), zoneId, zone.Column);
        }

        return clocks.Stage(column, slot, time, zoneId, zone.Column);
    }

    private static Instant? MomentOf(object? cell) => cell switch
    {
        Instant time => time,
        DateTimeOffset time => Instant.FromDateTimeOffset(time),
        OffsetDateTime time => time.ToInstant(),
        ZonedDateTime time => time.ToInstant(),
        DateTime { Kind: DateTimeKind.Utc } time => Instant.FromDateTimeUtc(time),
        _ => null,
    };

    private static string? Local(object? cell, CellText text, out LocalDateTime time, out Offset? offset)
    {
        (time, offset) = (default, null);
        switch (cell)
        {
            case LocalDateTime local:
                time = local;
                return null;
            case DateTime { Kind: DateTimeKind.Unspecified } local:
                time = LocalDateTime.FromDateTime(local);
                return null;
            case DateTime:
                return "a time that does not depend on the zone of this machine: one of UTC, or of no stated kind";
            case string written:
                return text.DateAndTime(written, out time, out offset);
            case LocalDate or DateOnly:
                return CellText.WithATime;
            default:
                return text.ADateAndTime;
        }
    }

    private static CellProblem? Local(
        object? date, (string Column, object? Cell) time, CellText text, out LocalDateTime local, out Offset? offset)
    {
        (local, offset) = (default, null);
        if (CellParser.Date(date, text, out var day) is { } expected)
        {
            return new(CellParser.Describe(date), expected);
        }

        if (TimeOfDay(time.Cell, text, out var hour, out offset) is { } expectedTime)
        {
            return new(CellParser.Describe(time.Cell), expectedTime, time.Column);
        }

        local = day + hour;
        return null;
    }

    // Spreadsheets give a time of day the date that their days are counted from.
    private static string? TimeOfDay(object? cell, CellText text, out LocalTime time, out Offset? offset)
    {
        (time, offset) = (default, null);
        LocalTime? found = cell switch
        {
            LocalTime local => local,
            TimeOnly local => LocalTime.FromTimeOnly(local),
            TimeSpan { Ticks: >= 0 and < TimeSpan.TicksPerDay } local => LocalTime.FromTicksSinceMidnight(local.Ticks),
            DateTime { Year: < 1900 or (1900 and 1) } local => LocalTime.FromTicksSinceMidnight(local.TimeOfDay.Ticks),
            _ => null,
        };
        if (found is null && cell is string written)
        {
            return text.TimeOfDay(written, out time, out offset);
        }

        if (found is null)
        {
            return "a time of day such as 14:05:00";
        }

        time = found.Value;
        return null;
    }

    // Where all that is missing is the offset, or the time of day.
    private static string ExpectedInstant(string? expected, string written, CellText text)
    {
        if (expected is null || text.Date(written, out _) is null)
        {
            return WithoutOffset;
        }

        return expected;
    }
}
