using NodaTime;

namespace GoalMetrics;

// Lengths of time as exact amounts of a unit.
internal static class LengthOfTime
{
    // Null where the unit is no duration of a fixed length, or where the amount has no end: 20 minutes are no exact number of hours.
    public static decimal? In(Unit? unit, Duration length)
    {
        if (SecondsOf(unit) is not { } seconds)
        {
            return null;
        }

        var whole = (decimal)length.Days * 86_400m;
        var all = whole + (length.NanosecondOfDay * 0.000_000_001m);
        var amount = all / seconds;
        if (amount * seconds == all)
        {
            return amount;
        }

        return null;
    }

    // 1:02:03 and 100:00:00.5, as spreadsheets write lengths of time. 2:03 could be minutes or hours.
    public static Duration? Of(string text)
    {
        var scanner = new CellScanner(WrittenNumber.Plain(text));
        var (isNegative, fraction, places) = (scanner.Take('-'), 0, 0);
        if (!scanner.TakeNumber(6, out var hours, out _)
            || !TakeSixtieth(ref scanner, out var minutes)
            || !TakeSixtieth(ref scanner, out var seconds)
            || (scanner.Take('.') && !scanner.TakeNumber(9, out fraction, out places))
            || !scanner.IsAtEnd)
        {
            return null;
        }

        var nanoseconds = fraction * (long)PowersOfTen.Longs[9 - places];
        var length = Duration.FromSeconds((hours * 3_600L) + (minutes * 60) + seconds) + Duration.FromNanoseconds(nanoseconds);
        return isNegative ? -length : length;
    }

    public static string Expected(Unit? unit)
    {
        if (SecondsOf(unit) is null)
        {
            return "a number; a length of time needs a column of Unit.Duration";
        }

        return $"a length of time that is exact in {unit}; load the column in seconds";
    }

    private static bool TakeSixtieth(ref CellScanner scanner, out int number)
    {
        number = 0;
        return scanner.Take(':') && scanner.TakeNumber(2, out number, out var digits) && digits == 2 && number < 60;
    }

    private static decimal? SecondsOf(Unit? unit) => unit?.DurationUnit switch
    {
        DurationUnit.Second => 1m,
        DurationUnit.Minute => 60m,
        DurationUnit.Hour => 3_600m,
        DurationUnit.Day => 86_400m,
        DurationUnit.Week => 604_800m,
        _ => null,
    };
}
