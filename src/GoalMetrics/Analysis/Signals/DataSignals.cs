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
        var begun = points.TakeWhile(point => point.Coverage != HistoryCoverage.Full).Count();
        bool[] isLate = LateOnes(history, known);
        bool[] isMissing = [.. points.Select((point, i) => i >= begun && !isLate[i] && IsMissing(point, known, missingDays))];
        var missing = Runs(isMissing).Select(run => Found(SignalKind.MissingData, run.First, run.Last));
        return missing.Concat(Runs(isLate).Select(run => Found(SignalKind.LateData, run.First, run.Last)));

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

    // The periods of which data are outstanding, a whole day at least. Windows of conversions that are still open are not late.
    private static bool[] LateOnes(MeasureHistory history, Instant known)
    {
        var isLate = new bool[history.Points.Count];
        if (!history.Findings.Any(finding => finding.Kind == DataFindings.DataEnd))
        {
            return isLate;
        }

        var keepsTotals = history.Measure.Metrics.Any(metric => metric.Table.FactGrain is not null and not Grain.Day);
        for (var i = 0; i < isLate.Length; i++)
        {
            var period = history.Points[i].Period;
            var hasOutstanding = keepsTotals || period.Grain is Grain.Day or Grain.Hour
                ? known < period.End && period.End <= history.AsOf
                : HasOutstandingDay(period, known, history.AsOf);
            isLate[i] = hasOutstanding && !IsUsuallyEmpty(history, i, known);
        }

        return isLate;
    }

    // Whether a day of the period is over and not known. Of a month that is running, days may be late.
    private static bool HasOutstandingDay(ReportingPeriod period, Instant known, Instant asOf)
    {
        var calendar = period.Calendar;
        var day = calendar.DateOf(Instant.Max(known, period.Start));
        return day < period.EndDate && day < calendar.DateOf(asOf);
    }

    // Whether nothing happened on this day of the week, or in this hour of it, in the last weeks that are known.
    private static bool IsUsuallyEmpty(MeasureHistory history, int place, Instant known)
    {
        const int weeks = 4;
        if (history.Grain is not (Grain.Day or Grain.Hour))
        {
            return false;
        }

        var before = WeeksBefore(history.Points, place).SkipWhile(point => point.Period.End > known).Take(weeks).ToList();
        return before.Count == weeks && before.TrueForAll(point => point.Value.AmountOrNull is null or 0m);
    }

    // The same day of each week before, or the same hour by the clock.
    private static IEnumerable<HistoryPoint> WeeksBefore(IReadOnlyList<HistoryPoint> points, int place)
    {
        const int daysOfWeek = 7;
        var (period, calendar) = (points[place].Period, points[place].Period.Calendar);
        var local = period.Start.InZone(calendar.Zone).LocalDateTime;
        for (var week = 1; ; week++)
        {
            var ago = period.IsHour
                ? (int)(period.Start - calendar.At(local.PlusWeeks(-week))).TotalHours
                : daysOfWeek * week;
            if (ago > place)
            {
                yield break;
            }

            yield return points[place - ago];
        }
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
