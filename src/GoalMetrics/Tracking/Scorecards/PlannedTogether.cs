using NodaTime;

namespace GoalMetrics;

// Plans the standings of measures: in one query those that are read alike, from the same tables and over all members.
internal sealed class PlannedTogether(ReadingPlan plan, ReadableMeasures readable)
{
    // In the order of the measures.
    public List<PlannedStanding<TMeasure>> Standings<TMeasure>(
        IReadOnlyList<TMeasure> measures, Func<TMeasure, (Grain Every, IReadOnlyList<string> Breakdown)> read)
        where TMeasure : Measure
    {
        var planned = new Dictionary<TMeasure, PlannedPeriods?>(ReferenceEqualityComparer.Instance);
        foreach (var alike in measures.Where(IsPlannedTogether).GroupBy(KeyOf))
        {
            var together = Planned(alike.Key.Every, [.. alike]);
            foreach (var measure in alike)
            {
                planned[measure] = together;
            }
        }

        return [.. measures.Select(Standing)];

        (Grain Every, string Tables, Duration Settling, Instant Mature) KeyOf(TMeasure measure) => (
            read(measure).Every,
            Tables(measure.Metrics),
            Settling(measure.Metrics),
            ConversionMaturity.Until(measure.Metrics, plan.Tables, plan.AsOf));

        bool IsPlannedTogether(TMeasure measure) => read(measure).Breakdown.Count == 0 && readable.RefusalOf(measure) is null;

        PlannedStanding<TMeasure> Standing(TMeasure measure)
        {
            var (every, breakdown) = read(measure);
            return new(measure, every, breakdown, plan, planned.GetValueOrDefault(measure), readable.RefusalOf(measure));
        }
    }

    // Null where one of them cannot be read so, or two have the same id: then each is planned by itself.
    private PlannedPeriods? Planned(Grain every, IReadOnlyList<Measure> measures)
    {
        if (measures.DistinctBy(measure => measure.Id).Count() < measures.Count)
        {
            return null;
        }

        try
        {
            return new(measures, every, [], plan);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            return null;
        }
    }

    private static string Tables(IReadOnlyList<Metric> metrics)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var metric in metrics)
        {
            names.Add(metric.Table.Name);
        }

        return string.Join('\n', names);
    }

    private static Duration Settling(IReadOnlyList<Metric> metrics)
    {
        var longest = Duration.Zero;
        foreach (var metric in metrics)
        {
            longest = Duration.Max(longest, metric.Settling);
        }

        return longest;
    }
}
