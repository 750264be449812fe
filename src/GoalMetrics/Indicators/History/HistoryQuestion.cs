using System.Globalization;
using NodaTime;

namespace GoalMetrics;

// Which measure is read, how finely, from when on, and of which facts.
internal sealed record HistoryQuestion(Measure Measure, Grain Grain, LocalDate? From, Filter? Filter)
{
    // The date before which it ends; null for the end of the period before the moment.
    public LocalDate? Until { get; init; }

    // Whether the hours of the weeks before are read too, where the data end within a day: by them it is known how much of it is left.
    public bool WithHours { get; init; }

    public Query QueryOver(LocalDate start, LocalDate end, Instant asOf)
    {
        var query = Query.For(Measure).Between(start, end).By(Grain).AsOf(asOf);
        if (Filter is null)
        {
            return query;
        }

        return query.Where(Filter);
    }

    // From the period of the first fact of any table, or the date that was stated, to the end of the period before the moment. Null where
    // there is nothing before the moment.
    public (LocalDate Start, LocalDate End)? RangeIn(ReadingPlan plan)
    {
        var calendar = plan.Tables.Calendar;
        var end = calendar.PeriodAt(Grain, plan.AsOf - Duration.Epsilon).EndDate;
        if (Until is { } until)
        {
            end = LocalDate.Min(until, end);
        }

        if (From is { } from)
        {
            var stated = from.WithCalendar(CalendarSystem.Iso);
            if (stated >= end)
            {
                throw TooLate(stated, plan.AsOf);
            }

            return (stated, end);
        }

        if (FirstDate(plan) is not { } first || first >= end)
        {
            return null;
        }

        var start = calendar.Holding(Grain == Grain.Hour ? Grain.Day : Grain, first)?.StartDate ?? first;
        RowLimit.Check(calendar.Range(start, end), Grain, isStated: false, "state from which date on with 'from'");
        return (start, end);
    }

    // Null where no table has facts before the moment.
    private LocalDate? FirstDate(ReadingPlan plan)
    {
        var calendar = plan.Tables.Calendar;
        LocalDate? first = null;
        foreach (var metric in Measure.Metrics)
        {
            if (plan.Tables.Of(metric.Table) is { Coverage: { } coverage } table && coverage.Start < plan.AsOf)
            {
                var own = table.FirstDay(calendar);
                first = first is { } before ? LocalDate.Min(before, own) : own;
            }
        }

        if (first is { } begin)
        {
            return LocalDate.Max(begin, ReportingCalendar.MinDate);
        }

        return null;
    }

    private ArgumentException TooLate(LocalDate from, Instant asOf) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The history of '{Measure.Id}' was asked for from {from:R}, which is not before the moment {asOf}. Give an earlier date."),
        nameof(from));
}
