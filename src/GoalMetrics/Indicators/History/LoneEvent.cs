using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

// The days of a history on which something happened that never did before or after: a sale, an outage. They lie far from what is usual on
// their weekday, and no others half as far. What happened once says nothing about the days ahead; what happened twice may do so again.
internal static class LoneEvent
{
    private const int LeastDays = 8 * WeekdayValues.Week;

    // More days than these are no event, but how it is now.
    private const int MostDays = 4;

    // In deviations that half of the days exceed: six standard deviations of normal noise.
    private const double Far = 6d * 1.4826;

    // A rise and a fall, where there are any; none in a history by other periods, or in a short one.
    public static IReadOnlyList<DateInterval> In(IReadOnlyList<HistoryPoint> points, Func<HistoryPoint, double?> valueOf)
    {
        if (points.Count < LeastDays || points[0].Period.Grain != Grain.Day)
        {
            return [];
        }

        double?[] values = [.. points.Select(valueOf)];
        if (values.Count(value => value is not null) < LeastDays)
        {
            return [];
        }

        double[] strays = [.. values.Select((value, day) => value - UsualAround(day, values) ?? 0d)];
        var far = Far * Sample.Median([.. strays.Select(Math.Abs)]).Value;
        double[] falls = [.. strays.Select(stray => -stray)];
        return [.. EventIn(strays, far).Concat(EventIn(falls, far)).Select(days => DatesOf(points, days))];
    }

    private static DateInterval DatesOf(IReadOnlyList<HistoryPoint> points, (int First, int Last) days) =>
        new(points[days.First].Period.StartDate, points[days.Last].Period.StartDate);

    // Null on a weekday that is closed, or has no others.
    private static double? UsualAround(int day, double?[] values)
    {
        if (WeekdayValues.UsualAround(day, values) is { } usual and not 0d)
        {
            return usual;
        }

        return null;
    }

    // The days around the one that strays most, if none of the others strays half as far.
    private static IEnumerable<(int First, int Last)> EventIn(double[] strays, double far)
    {
        var peak = Array.IndexOf(strays, strays.Max());
        var half = strays[peak] / 2d;
        var (first, last) = (peak, peak);
        while (first > 0 && strays[first - 1] >= half)
        {
            first--;
        }

        while (last < strays.Length - 1 && strays[last + 1] >= half)
        {
            last++;
        }

        var days = last - first + 1;
        var isAlone = strays.Count(stray => stray >= half) == days;
        if (strays[peak] > far && isAlone && days <= MostDays)
        {
            return [(first, last)];
        }

        return [];
    }
}
