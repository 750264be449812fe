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

    // The season of the last stretch.
    public MeasureSeason Season { get; private init; } = MeasureSeason.None;

    // Shifts before the second value, and after the last, change nothing.
    public static SignalSeries Of(MeasureHistory history, SignalOptions options, bool isOfChanges)
    {
        var values = history.Values;
        double?[] judged = isOfChanges ? [null, .. values.Skip(1).Zip(values, (value, before) => value - before)] : [.. values];
        int[] places = [.. Enumerable.Range(0, judged.Length).Where(i => judged[i] is not null)];
        int[] starts = [0, .. ShiftsOf(history, options, places)];
        var (offsets, season) = (new double[places.Length], MeasureSeason.None);
        for (var stretch = 0; stretch < starts.Length; stretch++)
        {
            var end = stretch + 1 < starts.Length ? starts[stretch + 1] : places.Length;
            season = SeasonOf(places.AsSpan()[starts[stretch]..end], judged, history, options.Baseline) ?? season;
            for (var i = starts[stretch]; i < end; i++)
            {
                offsets[i] = season.At(history.Points[places[i]].Period);
            }
        }

        for (var i = 0; i < places.Length && isOfChanges; i++)
        {
            offsets[i] += values[places[i] - 1]!.Value;
        }

        return new(places, [.. places.Select((place, i) => values[place]!.Value - offsets[i])], offsets, starts) { Season = season };
    }

    // What is frozen is not changed by what comes later: the season is that of the baseline, where this is long enough to show one. Null
    // where the stretch shows none, and that of the stretch before still holds.
    private static MeasureSeason? SeasonOf(ReadOnlySpan<int> places, double?[] values, MeasureHistory history, int? baseline)
    {
        if (places.IsEmpty)
        {
            return null;
        }

        var frozen = baseline < places.Length ? Within(places[0], places[baseline.Value - 1]) : MeasureSeason.None;
        var season = frozen.Pattern == SeasonalPattern.None ? Within(places[0], places[^1]) : frozen;
        return season.Pattern == SeasonalPattern.None ? null : season;

        MeasureSeason Within(int first, int last) => MeasureSeason.Of(
            values[first..(last + 1)], [.. history.Points.Skip(first).Take(last + 1 - first).Select(point => point.Period)], history.Grain);
    }

    private static IEnumerable<int> ShiftsOf(MeasureHistory history, SignalOptions options, int[] places) => options.Shifts
        .Where(shift => shift.Concerns(history.Measure))
        .Select(shift => Array.FindIndex(places, place => history.Points[place].Period.EndDate > shift.From))
        .Where(start => start > 0)
        .Distinct()
        .Order();
}
