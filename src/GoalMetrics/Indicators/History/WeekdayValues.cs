using GoalMetrics.Statistics;

namespace GoalMetrics;

// What is usual on a weekday of a series of days: the median of the nearest values of the same weekday, which a few strange ones do not
// move.
internal static class WeekdayValues
{
    public const int Week = 7;

    private const int Nearest = 4;

    // Of so many weeks before and after. Null where none is known.
    public static double? UsualAround(int day, double?[] values)
    {
        var near = new List<double>();
        for (var week = 1; week <= Nearest; week++)
        {
            AddAt(day - (week * Week));
            AddAt(day + (week * Week));
        }

        if (near.Count == 0)
        {
            return null;
        }

        return Sample.Median(near).Value;

        void AddAt(int place)
        {
            if (place >= 0 && place < values.Length && values[place] is { } value)
            {
                near.Add(value);
            }
        }
    }
}
