using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

// How likely a table has no facts on a day, or in some hours of it, by what it had on the same weekdays of the last weeks that are known.
// A day of the past is counted once, so that facts which come in bursts within one are not taken for many.
internal sealed class UsualFacts
{
    // A week more than is counted, for the days of a gap.
    public static readonly Period Back = Period.FromDays((Weeks + 1) * 7);

    private const int Weeks = 8;

    // How unlikely the silence of whole weekdays must be to take it for their nature.
    private const double NatureFrom = 0.05;

    private readonly Dictionary<IsoDayOfWeek, CountedDay[]> _days;

    // Days, latest first.
    public UsualFacts(IEnumerable<CountedDay> days) =>
        _days = days.GroupBy(day => day.Date.DayOfWeek).ToDictionary(weekday => weekday.Key, weekday => weekday.ToArray());

    // Whether nothing happened at all.
    public bool HasNone => _days.Values.All(days => Array.TrueForAll(days, day => day.Facts.IsEmpty));

    // Whether that weekday had any facts in those hours.
    public bool Has(SilentDay day) => !PlaceOf(day).IsSilent;

    // The chance that nothing came on any of these days. Each that passed is known to those after it: where facts are few, their share is
    // uncertain, and a silence goes on the more likely the longer it lasts.
    public double ChanceOfNone(IReadOnlyList<SilentDay> days)
    {
        var chance = 1d;
        var (before, onWeekday) = (0, new int[8]);
        foreach (var day in days)
        {
            var place = PlaceOf(day);
            if (place.IsSilent)
            {
                continue;
            }

            var silent = onWeekday[(int)day.Date.DayOfWeek]++;
            var share = PoolOf(day.Hours).ShareOfMisses(before++);
            chance *= NeutralShare.OfPart(place.Misses + silent, place.Known + silent, share);
        }

        return chance;
    }

    // Those of the hours in which usually something happens. Of days that were counted as a whole, hours are not told apart.
    public SilentDay Part(SilentDay day)
    {
        var usual = DayHours.None;
        for (var hour = day.Hours.First; hour <= day.Hours.Last; hour++)
        {
            var one = DayHours.Only(hour);
            if (Has(day with { Hours = one }))
            {
                usual = usual.With(one);
            }
        }

        if (usual.IsEmpty)
        {
            return day;
        }

        return day with { Hours = usual };
    }

    // The days of the past on which there might have been facts in some hours. Weekdays that never had any then count among them, unless
    // that is beyond chance.
    private Pool PoolOf(DayHours hours)
    {
        int known = 0, misses = 0, silent = 0;
        foreach (var weekday in _days.Keys)
        {
            var place = PlaceOf(weekday, hours);
            known += place.Known;
            misses += place.Misses;
            if (place.IsSilent)
            {
                silent += place.Known;
            }
        }

        var isNature = Math.Pow(misses / (double)known, silent) < NatureFrom;
        if (isNature)
        {
            return new(known - silent, misses - silent);
        }

        return new(known, misses);
    }

    private Place PlaceOf(SilentDay day) => PlaceOf(day.Date.DayOfWeek, day.Hours);

    private Place PlaceOf(IsoDayOfWeek weekday, DayHours hours)
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
                if (day.Facts.And(hours).IsEmpty)
                {
                    misses++;
                }
            }
        }

        return new(known, misses);
    }

    private readonly record struct Place(int Known, int Misses)
    {
        public bool IsSilent => Known == Misses;
    }

    private readonly record struct Pool(int Known, int Misses)
    {
        // After some more that were.
        public double ShareOfMisses(int more) => NeutralShare.Of(Misses + more, Known + more);
    }
}
