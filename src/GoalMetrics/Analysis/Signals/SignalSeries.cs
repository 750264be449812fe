namespace GoalMetrics;

// The points of a history that a chart is made of, as numbers, and what has to be added to its limits to get back to the values.
internal sealed class SignalSeries
{
    private SignalSeries(int[] places, double[] values, double[] offsets) => (Places, Values, Offsets) = (places, values, offsets);

    // Where each value stands among the points of the history.
    public int[] Places { get; }

    // Without the seasonal pattern; of balances the changes.
    public double[] Values { get; }

    // The season of each value; of balances what there was before.
    public double[] Offsets { get; }

    public SeasonalPattern Pattern { get; private init; }

    public static SignalSeries Of(MeasureHistory history)
    {
        var season = MeasureSeason.Of(history.Values, history.Grain);
        int[] places = [.. Enumerable.Range(0, history.Values.Count).Where(i => history.Values[i] is not null)];
        double[] offsets = [.. places.Select(place => season.At(place))];
        return Without(offsets, places, history, season);
    }

    // A change is known only where the period before is known too.
    public static SignalSeries OfChanges(MeasureHistory history)
    {
        var values = history.Values;
        double?[] changes = [.. values.Select((value, i) => i == 0 ? null : value - values[i - 1])];
        var season = MeasureSeason.Of(changes, history.Grain);
        int[] places = [.. Enumerable.Range(0, changes.Length).Where(i => changes[i] is not null)];
        double[] offsets = [.. places.Select(place => values[place - 1]!.Value + season.At(place))];
        return Without(offsets, places, history, season);
    }

    private static SignalSeries Without(double[] offsets, int[] places, MeasureHistory history, MeasureSeason season)
    {
        double[] values = [.. places.Select((place, i) => history.Values[place]!.Value - offsets[i])];
        return new(places, values, offsets) { Pattern = season.Pattern };
    }
}
