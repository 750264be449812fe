using NodaTime;

namespace GoalMetrics;

// Data that did not come: a signal of their own, since nothing else can be said of these periods.
internal static class DataSignals
{
    public static IEnumerable<Signal> Of(
        MeasureHistory history,
        IReadOnlyList<LocalDate> missingDays,
        IReadOnlyList<OutstandingFacts> outstanding,
        IReadOnlyList<Kpi> drives)
    {
        if (history.KnownUntil is not { } known || history.Points.Count == 0)
        {
            return [];
        }

        var points = history.Points;
        var begun = points.TakeWhile(point => point.Coverage != HistoryCoverage.Full).Count();
        bool[] isLate = LateOnes(history, outstanding);
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

    // The periods in which something is late, and those between them, in which usually nothing happens. Windows of conversions that are
    // still open are not late.
    private static bool[] LateOnes(MeasureHistory history, IReadOnlyList<OutstandingFacts> outstanding)
    {
        var isLate = new bool[history.Points.Count];
        if (outstanding.Count == 0)
        {
            return isLate;
        }

        for (var i = 0; i < isLate.Length; i++)
        {
            var period = history.Points[i].Period;
            isLate[i] = outstanding.Any(facts => facts.IsLate(period));
        }

        if (Array.IndexOf(isLate, value: true) is >= 0 and var first)
        {
            isLate.AsSpan(first, Array.LastIndexOf(isLate, value: true) - first).Fill(true);
        }

        return isLate;
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
