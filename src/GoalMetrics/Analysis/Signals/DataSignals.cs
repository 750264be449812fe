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

    // The first period of which data are outstanding, a whole day at least. Of totals of months that is one that is over. Windows of
    // conversions that are still open are not late, and neither are days of the week on which nothing ever happens.
    private static int? LateFrom(MeasureHistory history, Instant known)
    {
        var points = history.Points;
        if (!history.Findings.Any(finding => finding.Kind == DataFindings.DataEnd))
        {
            return null;
        }

        var keepsTotals = history.Measure.Metrics.Any(metric => metric.Table.FactGrain is not null and not Grain.Day);
        if (keepsTotals && !points.Any(point => known < point.Period.End && point.Period.End <= history.AsOf))
        {
            return null;
        }

        var late = Enumerable.Range(0, points.Count).Where(i => known < points[i].Period.End).ToList();
        var isOver = late.Exists(i => points[i].Period.End <= history.AsOf && !IsUsuallyEmpty(history, i));
        return history.Grain != Grain.Day || isOver ? late[0] : null;
    }

    // Whether nothing happened on this day of the week in the weeks before.
    private static bool IsUsuallyEmpty(MeasureHistory history, int place)
    {
        const int weeks = 4;
        var before = Enumerable.Range(1, weeks).Select(week => place - (7 * week)).Where(i => i >= 0).ToList();
        return before.Count == weeks && before.TrueForAll(i => history.Points[i].Value.AmountOrNull is null or 0m);
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
