namespace GoalMetrics;

/// <summary>
/// Where periods stand in a series that has a season: one after the other, but hours by the clock, 24 places a day. The hour that clocks
/// skip in spring leaves a gap, and the two that they show in autumn share a place, so that eight o'clock stays eight o'clock.
/// </summary>
internal sealed class SeriesPlaces
{
    private const int HoursOfDay = 24;

    private readonly int[] _learnt;
    private readonly int[] _ahead;

    public SeriesPlaces(IReadOnlyList<HistoryPoint> learnt, IReadOnlyList<ReportingPeriod> ahead)
    {
        Ahead = ahead;
        int[] all = [.. learnt.Select(point => point.Period).Concat(ahead).Select(PlaceOf)];
        _learnt = [.. all.Take(learnt.Count).Select(place => place - all[0])];
        _ahead = [.. all.Skip(learnt.Count).Select(place => Math.Max(0, place - all[0] - _learnt[^1] - 1))];
    }

    public IReadOnlyList<ReportingPeriod> Ahead { get; }

    // How many steps a forecast takes.
    public int Horizon => _ahead[^1] + 1;

    // Which step of a forecast a period ahead takes. A second two o'clock takes the one after the first, where that is known.
    public int StepOf(int ahead) => _ahead[ahead];

    // The values by place: of two that share one, the mean; null where there is none.
    public double?[] Placed(IReadOnlyList<double?> values)
    {
        var (sums, counts) = (new double[_learnt[^1] + 1], new int[_learnt[^1] + 1]);
        for (var i = 0; i < _learnt.Length; i++)
        {
            if (values[i] is { } value)
            {
                sums[_learnt[i]] += value;
                counts[_learnt[i]]++;
            }
        }

        return [.. sums.Zip(counts, (sum, count) => count == 0 ? null : (double?)sum / count)];
    }

    private static int PlaceOf(ReportingPeriod period, int index)
    {
        if (!period.IsHour)
        {
            return index;
        }

        var local = period.Start.InZone(period.Calendar.Zone);
        return (NodaTime.Period.DaysBetween(default, local.Date) * HoursOfDay) + local.Hour;
    }
}
