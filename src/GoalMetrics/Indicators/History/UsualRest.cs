using NodaTime;

namespace GoalMetrics;

// Which share of a day is usually left at some time of it, by the hours of the same weekday in the weeks before.
internal sealed class UsualRest
{
    // How far back hours are read.
    public static readonly Period Back = Period.FromDays(Weeks * Week);

    private const int Weeks = 8;
    private const int Week = 7;
    private const int FewestDays = 2;
    private const int HoursOfDay = 24;

    private UsualRest(double left, IReadOnlyList<double> lefts) => (Left, Lefts) = (left, lefts);

    // Of all these days together.
    public double Left { get; }

    // What it may be on one day more: as on each of them, and farther from their mean by what so few days say too little of.
    public IReadOnlyList<double> Lefts { get; }

    // Null at the start of a day, and where too few days before are wholly known.
    public static UsualRest? At(Instant moment, IReadOnlyList<HistoryPoint> hours, Func<HistoryPoint, double?> valueOf)
    {
        if (hours.Count == 0)
        {
            return null;
        }

        var calendar = hours[0].Period.Calendar;
        var today = calendar.DateHolding(moment);
        var time = TimeOf(moment, calendar);
        List<OneDay> days = [.. hours
            .Where(hour => hour.Period.StartDate < today && calendar.DeclaredShareOf(hour.Period.StartDate) is null)
            .GroupBy(hour => hour.Period.StartDate)
            .Select(day => DayOf(day.Key, [.. day], time, valueOf))
            .OfType<OneDay>()];
        List<OneDay> alike = [.. days.Where(day => day.Date.DayOfWeek == today.DayOfWeek)];
        var used = alike.Count >= FewestDays ? alike : days;
        if (time == 0d || used.Count < FewestDays)
        {
            return null;
        }

        return Of(used);
    }

    private static UsualRest Of(List<OneDay> days)
    {
        double[] lefts = [.. days.Select(day => day.Left / day.Total)];
        var (mean, wider) = (lefts.Average(), Math.Sqrt((lefts.Length + 1d) / (lefts.Length - 1d)));
        return new(
            days.Sum(day => day.Left) / days.Sum(day => day.Total),
            [.. lefts.Select(left => Math.Clamp(mean + (wider * (left - mean)), 0d, 1d))]);
    }

    // Null where an hour is not wholly known, where there is nothing, and where what came and went is not a share. Facts that are all at
    // the start of their day are dates.
    private static OneDay? DayOf(LocalDate date, HistoryPoint[] hours, double time, Func<HistoryPoint, double?> valueOf)
    {
        double all = 0d, left = 0d, first = 0d;
        foreach (var hour in hours)
        {
            if (hour.Coverage != HistoryCoverage.Full || valueOf(hour) is not { } value)
            {
                return null;
            }

            var start = TimeOf(hour.Period.Start, hour.Period.Calendar);
            if (start < 1d)
            {
                first += value;
            }

            all += value;
            left += value * Math.Clamp(start + 1d - time, 0d, 1d);
        }

        if (all > first && left >= 0d && left <= all)
        {
            return new(date, all, left);
        }

        return null;
    }

    // In hours since the day started, by the clock.
    private static double TimeOf(Instant moment, ReportingCalendar calendar)
    {
        var hours = moment.InZone(calendar.Zone).TimeOfDay.NanosecondOfDay / (double)NodaConstants.NanosecondsPerHour;
        return (hours - calendar.FirstHourOfDay + HoursOfDay) % HoursOfDay;
    }

    private sealed record OneDay(LocalDate Date, double Total, double Left);
}
