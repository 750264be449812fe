using NodaTime;

namespace GoalMetrics;

// Times that arrive as numbers: counted from 1970, or the days of a spreadsheet.
internal static class SerialNumbers
{
    // The spreadsheet has a 29 February 1900, which never was.
    private const int DayThatNeverWas = 60;
    private const int MillisecondsADay = 86_400_000;
    private const decimal LatestDay = 2_958_465m;

    // In seconds these are times from March 1973 on; in milliseconds, from the second day of 1970 until March 1973.
    private const decimal FirstLikelySecond = 1e8m;
    private const decimal FirstLikelyMillisecond = 1e11m;

    private static readonly LocalDate DayZero = new(1899, 12, 30);

    public static CellProblem? StageUnix(this TimeColumn column, int slot, object? cell, CellText text, long ticks)
    {
        var isInSeconds = ticks == NodaConstants.TicksPerSecond;
        var (unit, example) = isInSeconds ? ("seconds", "1322661900") : ("milliseconds", "1322661900000");
        var expected = $"{unit} since 1970, such as {example}";
        if (CellParser.Number(cell, Unit.Count(), text, out var number) is not null || number is not { } count)
        {
            return new(CellParser.Describe(cell), expected);
        }

        if (!isInSeconds && Math.Abs(count) is >= FirstLikelySecond and < FirstLikelyMillisecond)
        {
            return new(
                CellParser.Describe(cell),
                $"{expected}; seconds are read with AtUnixSeconds(column), and milliseconds of before 1973 with At(row => …)");
        }

        // Beyond these ends there is no instant.
        var (first, last) = (TimeColumn.Earliest / ticks, TimeColumn.Latest / ticks);
        if (count >= first && count <= last)
        {
            return column.Stage(slot, (Instant?)Instant.FromUnixTimeTicks((long)decimal.Floor(count * ticks)));
        }

        var remedy = isInSeconds ? "; milliseconds are read with AtUnixMilliseconds(column)" : "";
        return new(CellParser.Describe(cell), $"{expected}, of a time from 0001 to 9998{remedy}");
    }

    public static CellProblem? StageExcelDate(this TimeColumn column, int slot, object? cell, CellText text)
    {
        if (DayNumber(cell, text) is not { } number)
        {
            return column.StageDate(slot, cell, text);
        }

        if (Day(number) is not { } day)
        {
            return new(CellParser.Describe(cell), "the number of a day, from 1 for 1900-01-01; 60 is none");
        }

        if (number == decimal.Truncate(number))
        {
            return column.Stage(slot, (LocalDate?)day);
        }

        return new(CellParser.Describe(cell), "a whole number of days; one with a time of day is read with AtExcelTime(column, zone)");
    }

    public static CellProblem? StageExcelTime(this TimeColumn column, int slot, object? cell, CellText text, ZoneClock zone)
    {
        if (DayNumber(cell, text) is not { } number)
        {
            return column.StageLocal(slot, cell, text, zone);
        }

        // Spreadsheets count in milliseconds at the finest, and so does what is left of them after 15 digits.
        var milliseconds = decimal.Round(number * MillisecondsADay, MidpointRounding.AwayFromZero);
        if (Day(number) is null || Day(milliseconds / MillisecondsADay) is not { } day)
        {
            return new(CellParser.Describe(cell), "the number of a day, from 1 for 1900-01-01; 60 is none");
        }

        var time = day.AtMidnight().PlusMilliseconds((long)(milliseconds % MillisecondsADay));
        if (zone.Read(time, out var instant) is { } expected)
        {
            return new(CellParser.Describe(cell), expected);
        }

        return column.Stage(slot, (Instant?)instant);
    }

    // Null for a cell that is no number: a date that was written as text.
    private static decimal? DayNumber(object? cell, CellText text)
    {
        if (cell is not bool && CellParser.Number(cell, Unit.Count(), text, out var number) is null)
        {
            return number;
        }

        return null;
    }

    private static LocalDate? Day(decimal number)
    {
        var day = decimal.Truncate(number);
        if (day is < 1m or > LatestDay or DayThatNeverWas)
        {
            return null;
        }

        return DayZero.PlusDays((int)day + (day < DayThatNeverWas ? 1 : 0));
    }
}
