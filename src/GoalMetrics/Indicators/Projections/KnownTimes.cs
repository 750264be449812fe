using NodaTime;

namespace GoalMetrics;

// How far the data of a period go, and whether they have gaps until there.
internal static class KnownTimes
{
    // Until when the latest value of the period is known, where all tables have data until a moment.
    public static Instant KnownTo(this HistoryPoint point, Instant until)
    {
        if (point.Times is [.., var last])
        {
            return Instant.Min(until, last.End);
        }

        return until;
    }

    // A period that is over and was gone beyond by the data will have no more.
    public static bool IsGoneBeyond(this HistoryPoint point, Instant until) =>
        point.State == PeriodState.Closed && until >= point.Period.End;

    // Days to the end of the data are no gap where the data end within the period.
    public static bool HasGap(this HistoryPoint point, Instant until)
    {
        if (point.Coverage != HistoryCoverage.Partial || point.Times is not [var first, ..] times)
        {
            return false;
        }

        var endsEarly = point.IsGoneBeyond(until) && times[^1].End < point.Period.End;
        var isBroken = times.Zip(times.Skip(1)).Any(pair => pair.First.End < pair.Second.Start);
        return isBroken || first.Start > point.Period.Start || endsEarly;
    }
}
