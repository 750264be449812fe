using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics;

// The periods that lie ahead of a history.
internal static class ProjectedPeriods
{
    public static void Check(MeasureHistory history, ReportingPeriod period)
    {
        if (history.Points is [var first, ..] && first.Period.Calendar != period.Calendar)
        {
            throw new ArgumentException(
                $"The period {period} is of the calendar {period.Calendar}; the history is of {first.Period.Calendar}."
                + " Take periods from the source's calendar.",
                nameof(period));
        }

        if (!IsWhole(period, history.Grain))
        {
            throw new ArgumentException(
                $"The history of '{history.Measure.Id}' is by {history.Grain.Title()}, and {period} is not made of whole ones."
                + " Read the history by a shorter grain, such as the day, or land in a period of whole ones.",
                nameof(period));
        }
    }

    // From the one after the last that is known to the end of the period that is landed in.
    public static List<ReportingPeriod> After(ReportingPeriod last, ReportingPeriod landing)
    {
        var ahead = new List<ReportingPeriod>();
        for (var period = last.Next(); period.Start < landing.End; period = period.Next())
        {
            ahead.Add(period);
            if (ahead.Count > Forecast.MostSteps)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"From {last} to the end of {landing} there are more than {Forecast.MostSteps:N0} periods."
                        + $" Read the history by a longer grain, or land sooner."),
                    nameof(landing));
            }
        }

        return ahead;
    }

    // Whether the period is one of the grain, and not several.
    public static bool IsOne(ReportingPeriod period, Grain grain) =>
        period.Grain == grain || (!period.IsHour && period.SplitBy(grain).Take(2).Count() == 1);

    private static bool IsWhole(ReportingPeriod period, Grain grain) =>
        period.Grain == grain || (!period.IsHour && period.SplitBy(grain).All(part => !part.IsPartial));
}
