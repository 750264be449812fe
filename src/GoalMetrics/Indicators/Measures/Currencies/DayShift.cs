using NodaTime;

namespace GoalMetrics;

// Leads from a day of a period to the day of an earlier period that it is compared with, to find the rate of that time.
internal sealed class DayShift
{
    private readonly int _months;
    private readonly int _days;

    public DayShift(ReportingPeriod period, ReportingPeriod earlier)
    {
        var (from, to) = (earlier.StartDate, period.StartDate);
        var months = (12 * (to.Year - from.Year)) + to.Month - from.Month;
        if (months > 0 && from.PlusMonths(months) == to)
        {
            _months = months;
        }
        else
        {
            _days = Period.DaysBetween(from, to);
        }
    }

    public LocalDate Of(LocalDate day) => day.PlusMonths(-_months).PlusDays(-_days);
}
