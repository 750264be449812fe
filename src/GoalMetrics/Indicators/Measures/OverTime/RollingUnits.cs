using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// The units that a rolling stretch of time is counted in: their lengths, and their names in ids and titles.
internal static class RollingUnits
{
    private const int MostUnits = 1_000_000;

    public static Grain Checked(Grain grain, string parameter)
    {
        if (grain is >= Grain.Hour and <= Grain.Year)
        {
            return grain;
        }

        throw new ArgumentOutOfRangeException(
            parameter,
            grain,
            "Expected Hour, Day, Week, Month, Quarter, HalfYear or Year: the stretch ends with the period, in any calendar.");
    }

    public static int Checked(int count, string parameter)
    {
        if (count is >= 1 and <= MostUnits)
        {
            return count;
        }

        throw new ArgumentOutOfRangeException(parameter, Invariant($"Expected a count from 1 to {MostUnits:N0}; found {count}."));
    }

    public static Period Length(int count, Grain grain) => grain switch
    {
        Grain.Hour => Period.FromHours(count),
        Grain.Day => Period.FromDays(count),
        Grain.Week => Period.FromWeeks(count),
        Grain.Year => Period.FromYears(count),
        _ => Period.FromMonths(count * GrainArithmetic.MonthsIn(grain)),
    };

    // 7-days, 1-month.
    public static string Slug(int count, Grain grain) => Invariant($"{count}-{grain.Slug()}{PluralEnding(count)}");

    private static string PluralEnding(int count) => count == 1 ? "" : "s";
}
