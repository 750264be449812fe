using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Lengths of time as they stand in ids and titles.
internal static class PeriodWords
{
    private static readonly (string English, string Danish, string DanishPlural)[] Units =
    [
        ("year", "år", "år"), ("month", "måned", "måneder"), ("week", "uge", "uger"), ("day", "dag", "dage"), ("hour", "time", "timer"),
    ];

    public static Period Checked(Period length, string parameter)
    {
        long[] finer = [length.Minutes, length.Seconds, length.Milliseconds, length.Ticks, length.Nanoseconds];
        var counts = Counts(length);
        return counts.All(count => count >= 0) && counts.Any(count => count > 0) && finer.All(count => count == 0)
            ? length
            : throw new ArgumentException(
                $"Expected a length of hours or longer above zero, such as 7.Days() or 3.Months(); found {length}.", parameter);
    }

    public static string Slug(Period length) => string.Join('-', Parts(length).Select(part => Invariant($"{part.Count}-{part.Unit.English}{(part.Count == 1 ? "" : "s")}")));

    public static LocalizedText Title(Period length) => new(
        string.Join(' ', Parts(length).Select(part => Invariant($"{part.Count} {part.Unit.English}{(part.Count == 1 ? "" : "s")}"))),
        string.Join(' ', Parts(length).Select(part => Invariant($"{part.Count} {(part.Count == 1 ? part.Unit.Danish : part.Unit.DanishPlural)}"))));

    private static long[] Counts(Period length) => [length.Years, length.Months, length.Weeks, length.Days, length.Hours];

    private static IEnumerable<(long Count, (string English, string Danish, string DanishPlural) Unit)> Parts(Period length) =>
        Counts(length).Zip(Units).Where(part => part.First > 0);
}
