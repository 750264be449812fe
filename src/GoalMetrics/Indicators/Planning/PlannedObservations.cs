namespace GoalMetrics;

// How many facts with a value the means or percentiles of a measure are of, in the windows of its values.
internal sealed class PlannedObservations
{
    private readonly MeasureNode _facts;
    private readonly MeasureNode _unknown;

    private PlannedObservations(Measure facts, Measure unknown, IReadOnlyList<ReadingWindow?> windows, ReadingPart part) =>
        (_facts, _unknown) = (facts.Compile(windows, part), unknown.Compile(windows, part));

    // Null where that is no number of facts.
    public static PlannedObservations? Of(Measure measure, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        if (CountsOf(measure) is var (facts, unknown))
        {
            return new(facts, unknown, windows, part);
        }

        return null;
    }

    // Null where the number is not known, or too large to state.
    public static long? WholeNumber(Quantity count)
    {
        if (count.AmountOrNull is { } amount and >= 0m and <= long.MaxValue && amount == decimal.Truncate(amount))
        {
            return (long)amount;
        }

        return null;
    }

    public long? At(int window, Reading reading) =>
        WholeNumber(_facts.Value(window, reading)) - WholeNumber(_unknown.Value(window, reading));

    private static (Measure Facts, Measure Unknown)? CountsOf(Measure measure)
    {
        switch (measure)
        {
            case Metric metric:
                return metric.ObservationCounts;
            case NamedMeasure named:
                return CountsOf(named.Measure);
            case WindowedMeasure windowed when CountsOf(windowed.Measure) is var (facts, unknown):
                return (new WindowedMeasure(facts, windowed.View, null), new WindowedMeasure(unknown, windowed.View, null));
            default:
                return null;
        }
    }
}
