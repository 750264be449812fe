using NodaTime;

namespace GoalMetrics;

// Data that did not come: a signal of their own, since nothing else can be said of these periods.
internal static class DataSignals
{
    public static IEnumerable<Signal> Of(MeasureHistory history, IReadOnlyList<LocalDate> missingDays, IReadOnlyList<Kpi> drives)
    {
        if (history.KnownUntil is not { } known || history.Points.Count == 0)
        {
            return [];
        }

        var points = history.Points;
        var late = LateFrom(history, known);
        var end = late ?? points.Count;
        var begun = points.TakeWhile(point => point.Coverage != HistoryCoverage.Full).Count();
        bool[] isMissing = [.. points.Select((point, i) => i >= begun && i < end && IsMissing(point, known, missingDays))];
        var signals = Runs(isMissing).Select(run => Found(SignalKind.MissingData, run.First, run.Last));
        return late is { } from ? signals.Append(Found(SignalKind.LateData, from, points.Count - 1)) : signals;

        Signal Found(SignalKind kind, int first, int last) => new(history.Measure, kind, points[first].Period, points[last].Period)
        {
            Drives = drives,
        };
    }

    private static bool IsMissing(HistoryPoint point, Instant known, IReadOnlyList<LocalDate> missingDays)
    {
        if (point.Period.End <= known && point.Coverage != HistoryCoverage.Full && point.State != PeriodState.Open)
        {
            return true;
        }

        return missingDays.Any(day => point.Period.StartDate <= day && day < point.Period.EndDate);
    }

    // The first period of which data are outstanding, a whole day at least. Of totals of months that is one that is over.
    private static int? LateFrom(MeasureHistory history, Instant known)
    {
        var (points, calendar) = (history.Points, history.Points[0].Period.Calendar);
        var keepsTotals = history.Measure.Metrics.Any(metric => metric.Table.FactGrain is not null and not Grain.Day);
        var isOver = points.Any(point => known < point.Period.End && point.Period.End <= history.AsOf);
        var isDayLate = known < calendar.StartOf(calendar.DateHolding(history.AsOf));
        if (keepsTotals ? !isOver : !isDayLate)
        {
            return null;
        }

        return Enumerable.Range(0, points.Count).First(i => known < points[i].Period.End);
    }

    private static IEnumerable<(int First, int Last)> Runs(bool[] flags)
    {
        var first = -1;
        for (var i = 0; i <= flags.Length; i++)
        {
            var isSet = i < flags.Length && flags[i];
            if (isSet && first < 0)
            {
                first = i;
            }
            else if (!isSet && first >= 0)
            {
                yield return (first, i - 1);
                first = -1;
            }
        }
    }
}
