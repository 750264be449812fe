using NodaTime;

namespace GoalMetrics;

// What is usual on a day of some weekday, or in an hour of it: the mean of the nearest values of the same weekday, before and after.
internal sealed class UsualValues
{
    private const int Nearest = 4;
    private const int MostWeeks = 8;
    private const int Week = 7;

    private readonly Dictionary<LocalDateTime, double> _values = [];

    public void Add(ReportingPeriod period, double value) => _values[PlaceOf(period)] = value;

    // Null where none is known within eight weeks.
    public double? Around(ReportingPeriod period)
    {
        var place = PlaceOf(period);
        var found = new List<double>();
        for (var week = 1; week <= MostWeeks && found.Count < Nearest; week++)
        {
            AddAt(place.PlusDays(-week * Week));
            AddAt(place.PlusDays(week * Week));
        }

        if (found.Count == 0)
        {
            return null;
        }

        return found.Average();

        void AddAt(LocalDateTime near)
        {
            if (_values.TryGetValue(near, out var value))
            {
                found.Add(value);
            }
        }
    }

    private static LocalDateTime PlaceOf(ReportingPeriod period)
    {
        if (period.IsHour)
        {
            return period.Start.InZone(period.Calendar.Zone).LocalDateTime;
        }

        return period.StartDate.AtMidnight();
    }
}
