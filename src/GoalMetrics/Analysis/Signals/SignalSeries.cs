namespace GoalMetrics;

// The points of a history that a chart is made of, as numbers, and what has to be added to its limits to get back to the values.
internal sealed class SignalSeries
{
    private SignalSeries(int[] places, double[] values, double[] offsets, int[] starts) =>
        (Places, Values, Offsets, Starts) = (places, values, offsets, starts);

    // Where each value stands among the points of the history.
    public int[] Places { get; }

    // Without the seasonal pattern; of balances the changes.
    public double[] Values { get; }

    // The season of each value; of balances what there was before.
    public double[] Offsets { get; }

    // Where each stretch between declared shifts begins among the values.
    public int[] Starts { get; }

    // From how many values of each stretch, at most, limits are computed where they are frozen: those of the open days of a baseline.
    public IReadOnlyList<int> Baselines { get; private init; } = [];

    // The season of the last stretch.
    public MeasureSeason Season { get; private init; } = MeasureSeason.None;

    // Shifts before the second value, and after the last, change nothing.
    public static SignalSeries Of(MeasureHistory history, SignalOptions options, bool isOfChanges)
    {
        var values = history.Values;
        double?[] judged = isOfChanges ? [null, .. values.Skip(1).Zip(values, (value, before) => value - before)] : [.. values];
        var mayBeClosed = isOfChanges || DaysOff.Lessen(history.Measure);
        if (mayBeClosed)
        {
            DaysOff.TakeOut(judged, [.. history.Points.Select(point => point.Period)]);
        }

        int[] places = [.. Enumerable.Range(0, judged.Length).Where(i => judged[i] is not null)];
        int[] shifts = [0, .. ShiftsOf(history, options, places), places.Length];
        var (open, starts, offsets, baselines) = (new List<int>(), new List<int>(), new List<double>(), new List<int>());
        var season = MeasureSeason.None;
        foreach (var (first, end) in shifts.Zip(shifts.Skip(1)))
        {
            int[] stretch = places[first..end];
            season = SeasonOf(stretch, judged, history, options.Baseline, mayBeClosed) ?? season;
            int[] kept = [.. stretch.Where(place => judged[place] != 0d || !season.IsClosedAt(PeriodOf(place)))];
            if (kept.Length > 0)
            {
                starts.Add(open.Count);
                baselines.Add(BaselineOf(stretch, kept, options.Baseline));
            }

            open.AddRange(kept);
            offsets.AddRange(kept.Select(place => season.At(PeriodOf(place)) + (isOfChanges ? values[place - 1]!.Value : 0d)));
        }

        double[] left = [.. open.Select((place, i) => values[place]!.Value - offsets[i])];
        return new([.. open], left, [.. offsets], starts.Count == 0 ? [0] : [.. starts]) { Baselines = baselines, Season = season };

        ReportingPeriod PeriodOf(int place) => history.Points[place].Period;
    }

    // Of the first values of a stretch, those that are kept.
    private static int BaselineOf(int[] stretch, int[] kept, int? baseline)
    {
        var last = baseline < stretch.Length ? stretch[baseline.Value - 1] : int.MaxValue;
        return Math.Max(SignalChart.FewestValues, kept.Count(place => place <= last));
    }

    // What is frozen is not changed by what comes later: the season is that of the baseline, where this is long enough to show one. Null
    // where the stretch shows none, and that of the stretch before still holds.
    private static MeasureSeason? SeasonOf(
        int[] places, double?[] values, MeasureHistory history, int? baseline, bool mayBeClosed)
    {
        if (places.Length == 0)
        {
            return null;
        }

        var frozen = baseline < places.Length ? Within(places[0], places[baseline.Value - 1]) : MeasureSeason.None;
        var season = frozen.Pattern == SeasonalPattern.None ? Within(places[0], places[^1]) : frozen;
        if (season.Pattern == SeasonalPattern.None && !season.HasClosed)
        {
            return null;
        }

        return season;

        MeasureSeason Within(int first, int last) => MeasureSeason.Of(
            values[first..(last + 1)],
            [.. history.Points.Skip(first).Take(last + 1 - first).Select(point => point.Period)],
            history.Grain,
            mayBeClosed);
    }

    private static IEnumerable<int> ShiftsOf(MeasureHistory history, SignalOptions options, int[] places) => options.Shifts
        .Where(shift => shift.Concerns(history.Measure))
        .Select(shift => Array.FindIndex(places, place => history.Points[place].Period.EndDate > shift.From))
        .Where(start => start > 0)
        .Distinct()
        .Order();
}
