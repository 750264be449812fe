using System.Diagnostics;

namespace GoalMetrics;

// What an activity says of the measures that are asked for.
internal static class MeasureActivity
{
    // Measures by their ids, and the tables that they are read from.
    public static void AddMeasures(this Activity activity, IEnumerable<Measure> measures)
    {
        List<Measure> all = [.. measures];
        activity.SetTag("goalmetrics.measures", Names(all.Select(measure => measure.Id)));
        activity.SetTag("goalmetrics.tables", Names(all.SelectMany(measure => measure.Metrics).SelectMany(TablesOf)));
    }

    private static IEnumerable<string> TablesOf(Metric metric)
    {
        if (metric.Conversion is { } conversion)
        {
            return [metric.Table.Name, conversion.Table.Name];
        }

        return [metric.Table.Name];
    }

    private static string[] Names(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];
}
