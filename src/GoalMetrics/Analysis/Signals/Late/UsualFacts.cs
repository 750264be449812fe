using NodaTime;

namespace GoalMetrics;

// How likely a table has no facts on a day, or in some hours of it, by what it had on the same weekdays of the last weeks that are known.
// A day of the past is counted, so that facts which come in bursts within one are not taken for many.
internal sealed class UsualFacts
{
    // A week more than is counted, for the days of a gap.
    public static readonly Period Back = Period.FromDays((Weeks + 1) * 7);

    private const int Weeks = 8;

    // How unlikely the silence of whole weekdays must be to take it for their nature.
    private const double Chance = 0.05;

    // The neutral prior of a share: the median of what follows from it is close to that of the data (Kerman 2011, Electronic Journal of
    // Statistics 5:1450-1470).
    private const double Neutral = 1d / 3d;

    private readonly Dictionary<IsoDayOfWeek, CountedDay[]> _days;

    // Days, latest first.
    public UsualFacts(IEnumerable<CountedDay> days) =>
        _days = days.GroupBy(day => day.Date.DayOfWeek).ToDictionary(weekday => weekday.Key, weekday => weekday.ToArray());

    // Whether nothing happened at all.
    public bool HasNone => _days.Values.All(days => Array.TrueForAll(days, day => day.Facts.IsEmpty));

    // The chance that there are no facts in some hours of a day: 1 on a weekday that never had any then, or that is not known.
    public double ChanceOfNone(LocalDate date, HoursOfDay hours)
    {
        var place = PlaceOf(date.DayOfWeek, hours);
        return place.IsSilent ? 1d : (place.Misses + (2d * ShareOfMisses(hours))) / (place.Known + 2d);
    }

    // Those of the hours in which usually something happens. Of days that were counted as a whole, hours are not told apart.
    public SilentDay Part(SilentDay day)
    {
        var usual = HoursOfDay.None;
        for (var hour = day.Hours.First; hour <= day.Hours.Last; hour++)
        {
            var one = HoursOfDay.Only(hour);
            usual = PlaceOf(day.Date.DayOfWeek, one).IsSilent ? usual : usual.With(one);
        }

        return usual.IsEmpty ? day : day with { Hours = usual };
    }

    // Of the days on which there may be facts. Weekdays that never had any count among them, unless that is beyond chance.
    private double ShareOfMisses(HoursOfDay hours)
    {
        int misses = 0, known = 0, silent = 0;
        foreach (var weekday in _days.Keys)
        {
            var place = PlaceOf(weekday, hours);
            silent += place.IsSilent ? place.Known : 0;
            misses += place.IsSilent ? 0 : place.Misses;
            known += place.IsSilent ? 0 : place.Known;
        }

        var share = (misses + silent) / (double)(known + silent);
        if (Math.Pow(share, silent) >= Chance)
        {
            (misses, known) = (misses + silent, known + silent);
        }

        return (misses + Neutral) / (known + (2d * Neutral));
    }

    private Place PlaceOf(IsoDayOfWeek weekday, HoursOfDay hours)
    {
        int known = 0, misses = 0;
        foreach (var day in _days.GetValueOrDefault(weekday, []))
        {
            if (known == Weeks)
            {
                break;
            }

            if (day.Unknown.And(hours).IsEmpty)
            {
                known++;
                misses += day.Facts.And(hours).IsEmpty ? 1 : 0;
            }
        }

        return new(known, misses);
    }

    private readonly record struct Place(int Known, int Misses)
    {
        public bool IsSilent => Known == Misses;
    }
}
