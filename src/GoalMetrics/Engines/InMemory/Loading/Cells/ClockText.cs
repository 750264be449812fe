using System.Globalization;
using NodaTime;

namespace GoalMetrics;

// A time of day as it stands in a cell: 14:05, 14.05.30, 2:05 PM, with or without an offset behind it.
internal readonly record struct ClockText(LocalTime Time, Offset? Offset)
{
    private const int NanosecondDigits = 9;

    private static readonly string[] Mornings = ["AM", "a.m.", "a. m."];
    private static readonly string[] Afternoons = ["PM", "p.m.", "p. m."];

    // Null for text that is not a time of day.
    public static ClockText? Of(ReadOnlySpan<char> text, CultureInfo? stated)
    {
        var scanner = new CellScanner(text.Trim());
        var isAfternoon = Half(ref scanner, stated);
        scanner.SkipBlanks();
        if (TimeOf(ref scanner) is not { } time)
        {
            return null;
        }

        scanner.SkipBlanks();
        isAfternoon ??= Half(ref scanner, stated);
        if (isAfternoon is { } afternoon && time.Hour is < 1 or > 12)
        {
            return null;
        }

        scanner.SkipBlanks();
        Offset? offset = null;
        if (!scanner.IsAtEnd && !TakeOffset(ref scanner, out offset))
        {
            return null;
        }

        return new(isAfternoon is { } half ? Of24(time, half) : time, offset);
    }

    private static LocalTime Of24(LocalTime time, bool isAfternoon) =>
        time.PlusHours((isAfternoon ? 12 : 0) - (time.Hour == 12 ? 12 : 0));

    // Whether the text says that it is the afternoon; null if it says neither.
    private static bool? Half(ref CellScanner scanner, CultureInfo? stated)
    {
        var (morning, afternoon) = (stated?.DateTimeFormat.AMDesignator ?? "", stated?.DateTimeFormat.PMDesignator ?? "");
        if (TakeAny(ref scanner, Afternoons) || scanner.TakeWord(afternoon))
        {
            return true;
        }

        if (TakeAny(ref scanner, Mornings) || scanner.TakeWord(morning))
        {
            return false;
        }

        return null;
    }

    private static bool TakeAny(ref CellScanner scanner, string[] words)
    {
        foreach (var word in words)
        {
            if (scanner.TakeWord(word))
            {
                return true;
            }
        }

        return false;
    }

    private static LocalTime? TimeOf(ref CellScanner scanner)
    {
        if (!scanner.TakeNumber(2, out var hour, out _)
            || !scanner.TakeAnyOf(":.", out var mark)
            || !scanner.TakeNumber(2, out var minute, out var digits)
            || digits != 2)
        {
            return null;
        }

        int second = 0, nanoseconds = 0;
        if (scanner.Take(mark) && !TakeSeconds(ref scanner, out second, out nanoseconds))
        {
            return null;
        }

        if (hour < 24 && minute < 60 && second < 60)
        {
            return LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanoseconds);
        }

        return null;
    }

    private static bool TakeSeconds(ref CellScanner scanner, out int seconds, out int nanoseconds)
    {
        nanoseconds = 0;
        if (!scanner.TakeNumber(2, out seconds, out var digits) || digits != 2)
        {
            return false;
        }

        if (!scanner.TakeAnyOf(".,", out _))
        {
            return true;
        }

        if (!scanner.TakeNumber(NanosecondDigits, out nanoseconds, out digits))
        {
            return false;
        }

        for (; digits < NanosecondDigits; digits++)
        {
            nanoseconds *= 10;
        }

        return true;
    }

    // Z, UTC, +01, +0100, +01:00; nothing may follow.
    private static bool TakeOffset(ref CellScanner scanner, out Offset? offset)
    {
        offset = NodaTime.Offset.Zero;
        if (scanner.TakeWord("Z") || scanner.TakeWord("UTC") || scanner.TakeWord("GMT"))
        {
            return scanner.IsAtEnd;
        }

        if (!scanner.TakeAnyOf("+-\u2212", out var sign) || !scanner.TakeNumber(4, out var hours, out var digits) || digits == 3)
        {
            return false;
        }

        var minutes = 0;
        if (digits == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (scanner.Take(':') && !(scanner.TakeNumber(2, out minutes, out digits) && digits == 2))
        {
            return false;
        }

        if (!scanner.IsAtEnd || hours > 18 || minutes > 59 || (hours == 18 && minutes > 0))
        {
            return false;
        }

        var ahead = NodaTime.Offset.FromHoursAndMinutes(hours, minutes);
        offset = sign == '+' ? ahead : -ahead;
        return true;
    }
}
