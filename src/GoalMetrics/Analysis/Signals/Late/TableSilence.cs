using NodaTime;

namespace GoalMetrics;

// The days of which a table has nothing, or nothing from an hour on, though they are over; by the hour also that which is running.
internal sealed class TableSilence
{
    private readonly LocalDate _today;

    private TableSilence(Instant known, List<SilentDay> days, LocalDate today) => (Known, Days, _today) = (known, days, today);

    // Until when the table is known.
    public Instant Known { get; }

    // Oldest first; one at least.
    public IReadOnlyList<SilentDay> Days { get; }

    // By which it is known whether data are late: the hours of today only where some of it is there. A table that is loaded each night has
    // nothing of today.
    public List<SilentDay> Decisive => HasToday ? [.. Days] : [.. Days.Where(day => day.Date < _today)];

    // Whether they are told apart only by the hours of days before.
    public required bool NeedsHours { get; init; }

    // Null where nothing is outstanding.
    public static TableSilence? Of(TableDescription table, bool byHour, ReadingPlan plan)
    {
        if (table.Coverage is null)
        {
            return null;
        }

        var calendar = plan.Tables.Source.Calendar;
        var known = table.KnownUntil(plan.AsOf, calendar);
        var quiet = QuietSince(table, known, byHour, plan);
        List<SilentDay> days = [.. DaysBetween(quiet ?? known, known, plan.AsOf, calendar, byHour)];
        return days.Count == 0 ? null : new(known, days, calendar.DateHolding(plan.AsOf))
        {
            NeedsHours = byHour || (!table.IsByDay && !days.TrueForAll(day => day.Hours.IsAll)),
        };
    }

    private bool HasToday => Days[0].Date == _today && Days[0].Hours.First > 0;

    // The end of the hour of the latest fact, where nobody said that the rest of that day has none. By day it is asked only of a last day
    // that ends earlier than the others: hours are many to count.
    private static Instant? QuietSince(TableDescription table, Instant known, bool byHour, ReadingPlan plan)
    {
        if (table is not { IsCoverageStated: false, IsByDay: false, Schema.FactGrain: null, LatestFact: { } latest } || latest >= known)
        {
            return null;
        }

        return byHour || table.IsLastDayShort ? plan.Tables.Source.Calendar.PeriodAt(Grain.Hour, latest).End : null;
    }

    // Days off that follow the latest fact are known, and not outstanding; neither is anything expected of later ones.
    private static IEnumerable<SilentDay> DaysBetween(Instant start, Instant known, Instant asOf, ReportingCalendar calendar, bool byHour)
    {
        if (start >= asOf)
        {
            yield break;
        }

        var (first, running) = (calendar.DateHolding(start), calendar.DateHolding(asOf));
        var isCut = calendar.StartOf(first) < start;
        for (var day = first; day <= running; day = day == first ? Later(day) : day.PlusDays(1))
        {
            var hours = isCut && day == first ? DayHours.From(HourOf(start)) : DayHours.All;
            if (day == running)
            {
                hours = byHour ? hours.And(DayHours.Before(HourOf(asOf))) : DayHours.None;
            }

            if (!hours.IsEmpty && !calendar.IsDayOff(day))
            {
                yield return new(day, hours);
            }
        }

        LocalDate Later(LocalDate day) => LocalDate.Max(day.PlusDays(1), calendar.DateHolding(known));

        int HourOf(Instant moment) => moment.InZone(calendar.Zone).Hour;
    }
}
