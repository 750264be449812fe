using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Which parts of a period can have facts of a row's members: of Mondays, only the days that are one. A mean over days is then one over
// Mondays, and the last day is the last Monday.
internal sealed class MemberParts(IReadOnlyList<ReadingWindow> parts, IReadOnlyList<DerivedDimension> derived)
{
    // Clocks change by quarters of an hour.
    private static readonly Duration Step = Duration.FromMinutes(15);

    private readonly DerivedDimension.OfTime[] _ofTime = [.. derived.OfType<DerivedDimension.OfTime>()];

    public bool CanHave(int part, Reading reading)
    {
        foreach (var dimension in _ofTime)
        {
            var place = reading.Breakdown.PlaceOf(dimension.Name);
            if (place >= 0 && !Occurs(dimension, reading.Breakdown.Members[reading.Member].Members[place], parts[part].Period))
            {
                return false;
            }
        }

        return true;
    }

    // Whether a part of time has a moment of the member.
    public static bool Occurs(DerivedDimension.OfTime dimension, string? member, ReportingPeriod period)
    {
        if (dimension.Part == TimePart.HourOfDay)
        {
            return HasHour(dimension, member, period.Start, period.End);
        }

        return HasDay(dimension, member, period.StartDate, LocalDate.Max(period.EndDate, period.StartDate.PlusDays(1)));
    }

    // Whether a stretch of time of a calendar has a moment of the member.
    public static bool Occurs(DerivedDimension.OfTime dimension, string? member, Interval time, ReportingCalendar calendar)
    {
        if (dimension.Part == TimePart.HourOfDay)
        {
            return HasHour(dimension, member, time.Start, time.End);
        }

        return HasDay(
            dimension, member, calendar.DateHolding(time.Start), calendar.DateHolding(time.End - Duration.Epsilon).PlusDays(1));
    }

    private static bool HasDay(DerivedDimension.OfTime dimension, string? member, LocalDate start, LocalDate end)
    {
        for (var date = start; date < end; date = date.PlusDays(1))
        {
            if (dimension.MemberAt(date) == member)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasHour(DerivedDimension.OfTime dimension, string? member, Instant start, Instant end)
    {
        for (var moment = start; moment < end; moment += Step)
        {
            if (dimension.MemberAt(moment.InZone(dimension.Zone).LocalDateTime) == member)
            {
                return true;
            }
        }

        return false;
    }
}
