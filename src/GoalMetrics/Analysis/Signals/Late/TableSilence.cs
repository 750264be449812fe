using NodaTime;

namespace GoalMetrics;

// The days of which a table has nothing, or nothing from an hour on, though they are over; by the hour also that which is running.
internal sealed class TableSilence
{
    private readonly LocalDate _today;

    private TableSilence(Instant known, Instant over, List<SilentDay> days, LocalDate today) =>
        (Known, Over, Days, _today) = (known, over, days, today);

    // Until when the table is known.
    public Instant Known { get; }

    // Until when it should be: what came before has had its time to settle.
    public Instant Over { get; }

    // Oldest first; one at least.
    public IReadOnlyList<SilentDay> Days { get; }

    // By which it is known whether data are late: the hours of today only where some of it is there. A table that is loaded each night has
    // nothing of today.
    public List<SilentDay> Decisive
    {
        get
        {
            if (HasToday)
            {
                return [.. Days];
            }

            return [.. Days.Where(day => day.Date < _today)];
        }
    }

    // Whether they are told apart only by the hours of days before.
    public required bool NeedsHours { get; init; }

    // Null where nothing is outstanding.
    public static TableSilence? Of(TableDescription table, bool byHour, ReadingPlan plan)
    {
        if (table.Coverage is not { } coverage || plan.AsOf - coverage.Start <= table.Settling)
        {
            return null;
        }

        var calendar = plan.Tables.Calendar;
        var over = plan.AsOf - table.Settling;
        var known = table.KnownUntil(plan.AsOf, calendar);
        List<SilentDay> days = [.. DaysBetween(QuietSince(table, known, byHour, calendar), over, calendar, byHour)];
        if (days.Count == 0)
        {
            return null;
        }

        return new(known, over, days, calendar.DateHolding(over))
        {
            NeedsHours = byHour || (!table.IsByDay() && !days.TrueForAll(day => day.Hours.IsAll)),
        };
    }

    private bool HasToday => Days[0].Date == _today && Days[0].Hours.First > 0;

    // The end of the hour or day of the latest fact, where coverage is not stated: days that weigh nothing and follow it
    // are known, but may lack some. By day hours are asked only of a last day that ends earlier than the others: they are many to count.
    private static Instant QuietSince(TableDescription table, Instant known, bool byHour, ReportingCalendar calendar)
    {
        if (table is not { IsCoverageStated: false, Schema.FactGrain: null, LatestFact: { } latest } || latest >= known)
        {
            return known;
        }

        if (!table.IsByDay() && (byHour || table.IsLastDayShort))
        {
            return calendar.PeriodAt(Grain.Hour, latest).End;
        }

        if (table.KeptGrain is null)
        {
            return Instant.Min(known, calendar.PeriodAt(Grain.Day, latest).End);
        }

        return known;
    }

    private static IEnumerable<SilentDay> DaysBetween(Instant start, Instant over, ReportingCalendar calendar, bool byHour)
    {
        if (start >= over)
        {
            yield break;
        }

        var (first, running) = (calendar.DateHolding(start), calendar.DateHolding(over));
        var isCut = calendar.StartOf(first) < start;
        for (var day = first; day <= running; day = day.PlusDays(1))
        {
            var hours = isCut && day == first ? DayHours.From(HourOf(start)) : DayHours.All;
            if (day == running)
            {
                hours = byHour ? hours.And(DayHours.Before(HourOf(over))) : DayHours.None;
            }

            if (!hours.IsEmpty && !calendar.IsOffByItself(day))
            {
                yield return new(day, hours);
            }
        }

        int HourOf(Instant moment) => DayClock.HourOf(moment, calendar).Hour;
    }
}
