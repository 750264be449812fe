using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

// A series that a projection is made of: the measure itself, or the numerator or denominator of a ratio.
internal sealed class ProjectedPart(MeasureHistory history, Func<HistoryPoint, decimal?> amountOf)
{
    // How the part comes from the steps of a period to the whole of it.
    public required PartOverTime OverTime { get; init; }

    // What the known part of a step says about the whole of it.
    public required KnownPart KnownPart { get; init; }

    // What is in each value and does not add up: a fixed amount of a formula.
    public double FixedAmount { get; init; }

    // The grain of the periods that it is the mean of, where it is one.
    public Grain? MeanOf { get; init; }

    // Whether there is less of it on days off.
    public bool IsLessOnDaysOff { get; init; }

    // Whether there is nothing of it where nothing happens, as of sums and counts.
    public bool IsNothingOnClosedDays { get; init; }

    private Instant Until => history.KnownUntil ?? history.AsOf;

    // The final value of a point; null where there is none.
    public double? Final(HistoryPoint point) => point.IsSettled ? Known(point) : null;

    // The final value of a point that is like others: one of a day off, which had less, is known, and no example; nor is one of a day of
    // which nothing came in, or on which something happened for once.
    public double? Learnt(HistoryPoint point)
    {
        if (IsUsual(point) && !Events.Any(dates => dates.Contains(point.Period.StartDate)))
        {
            return Final(point);
        }

        return null;
    }

    // What happened for once. A balance that has moved stays there.
    public IReadOnlyList<DateInterval> Events => field ??= KnownPart == KnownPart.IsLevel ? [] : LoneEvent.In(history.Points, OnUsualDays);

    private double? OnUsualDays(HistoryPoint point)
    {
        if (IsUsual(point))
        {
            return Final(point);
        }

        return null;
    }

    private bool IsUsual(HistoryPoint point) => !Off.Has(point.Period) && !Closed.Have(point.Period.StartDate);

    // How many of the days ahead will have nothing, as exceptions from what is usual.
    public double ClosedShare => Closed.Share;

    private ClosedDays Closed => field ??= IsNothingOnClosedDays ? ClosedDays.Of(history.Points, OnOtherDays) : ClosedDays.None;

    private double? OnOtherDays(HistoryPoint point)
    {
        if (Off.Has(point.Period))
        {
            return null;
        }

        return Final(point) - FixedAmount;
    }

    // What is known of the value, whether or not it is final.
    public double? Known(HistoryPoint point) => (double?)amountOf(point);

    public decimal? Amount(HistoryPoint point) => amountOf(point);

    // The series of what was learnt, gaps filled.
    public IReadOnlyList<double> Series(IReadOnlyList<HistoryPoint> learnt, SeriesPlaces places, int season) =>
        SeriesGaps.Filled(places.Placed([.. learnt.Select(Learnt)]), season);

    // What a period ahead comes to, of which this would be forecast if it were like others.
    public double On(ReportingPeriod period, double forecast)
    {
        var share = Off.ShareOf(period);
        if (share == 1d)
        {
            return forecast;
        }

        return FixedAmount + (share * (forecast - FixedAmount));
    }

    // What is known of a period ahead, and how much of a forecast of it is left.
    public KnownShare KnownOf(HistoryPoint? point)
    {
        if (point is null || Known(point) is not { } known)
        {
            return KnownShare.Nothing;
        }

        var until = KnownTo(point);
        if (point.IsGoneBeyond(until))
        {
            return KnownShare.All(known) with { IsLevel = KnownPart is KnownPart.IsLevel or KnownPart.IsFinal };
        }

        // What is known of a period that begins after the end of the data was read elsewhere, as that of a shifted measure is.
        var left = 1d - (double)point.Period.ElapsedWeightedShare(until);
        return KnownPart switch
        {
            KnownPart.AddsUp when until > point.Period.Start => WithRest(known, point.Period, until),
            KnownPart.IsMean => KnownShare.Mean(known, ShareOfMean(point, until)),
            KnownPart.IsLeast => KnownShare.AtLeast(known),
            KnownPart.IsMost => KnownShare.AtMost(known),
            KnownPart.IsLevel when until > point.Period.Start => new(known, left) { IsLevel = true },
            KnownPart.IsFinal when until >= point.Period.Start => KnownShare.All(known) with { IsLevel = true },
            _ => KnownShare.Nothing,
        };
    }

    // Of a day the share that is usually left at that time; of a longer period, so much of the day that is running. Where hours are not
    // known, days are taken to go evenly.
    private KnownShare WithRest(double known, ReportingPeriod period, Instant until)
    {
        var rest = UsualRest.At(until, history.Hours, hour => (double?)amountOf(hour) - FixedAmount);
        var left = LeftOf(period, until, rest);
        return new(known - (left * FixedAmount), left) { IsSum = true, Lefts = period.Grain == Grain.Day ? rest?.Lefts ?? [] : [] };
    }

    private static double LeftOf(ReportingPeriod period, Instant until, UsualRest? rest)
    {
        if (rest is null)
        {
            return 1d - (double)period.ElapsedWeightedShare(until);
        }

        var today = period.Calendar.PeriodAt(Grain.Day, until);
        var (before, after) = ((double)period.ElapsedWeightedShare(today.Start), (double)period.ElapsedWeightedShare(today.End));
        return 1d - after + (rest.Left * (after - before));
    }

    private DaysOff Off => field ??= IsLessOnDaysOff
        ? DaysOff.Of(history.Points, point => Final(point) - FixedAmount)
        : DaysOff.None;

    private Instant KnownTo(HistoryPoint point)
    {
        var until = KnownPart is KnownPart.IsLevel or KnownPart.AddsUp ? point.KnownTo(Until) : Until;
        if (KnownPart == KnownPart.IsLevel && until == history.AsOf)
        {
            return history.BalancesUntil ?? until;
        }

        return until;
    }

    // A mean is one of parts that lie wholly in the period and are over. Before the first of them is, nothing is known of it; days of a gap
    // are none of them.
    private double ShareOfMean(HistoryPoint point, Instant until)
    {
        var period = point.Period;
        var first = period.Calendar.PeriodAt(MeanOf!.Value, period.Start);
        var end = period.Calendar.PeriodAt(MeanOf.Value, until).Start;
        if (end <= (first.Start < period.Start ? first.End : first.Start))
        {
            return 0d;
        }

        var known = point.Times?.Sum(time => Math.Max(0d, (Instant.Min(time.End, end) - time.Start) / period.Length))
            ?? (double)period.ElapsedShare(end);
        return known / (known + 1d - (double)period.ElapsedShare(end));
    }

    // What the part comes to with steps ahead, from what it had come to before: null where there is nothing of either.
    public double? Over(double? before, IReadOnlyList<double> ahead)
    {
        if (ahead.Count == 0)
        {
            return before;
        }

        if (OverTime == PartOverTime.AtEnd)
        {
            return ahead[^1];
        }

        return (before ?? FixedAmount) + ahead.Sum(value => value - FixedAmount);
    }

    // What it has come to in points that are known, null where none is; undefined where that is too large.
    public Quantity? Over(IEnumerable<HistoryPoint> points)
    {
        Quantity? whole = null;
        foreach (var point in points)
        {
            if (Amount(point) is { } known)
            {
                var amount = Quantity.Ratio(known);
                whole = OverTime == PartOverTime.AtEnd || whole is null ? amount : whole + (amount - Quantity.Ratio((decimal)FixedAmount));
            }
        }

        return whole;
    }
}
