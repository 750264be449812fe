using GoalMetrics.Sources;

namespace GoalMetrics;

// Measures of days whose parts are sums over the hours of the days, and can be read by them.
internal static class HourlyMeasures
{
    public static bool IsMadeOfHours(this Measure measure, SourceTables tables) => measure switch
    {
        NamedMeasure named => named.Measure.IsMadeOfHours(tables),
        ConstantMeasure => true,
        FormulaMeasure formula => formula.Metrics.Count > 0 && formula.Inputs.All(input => input.IsMadeOfHours(tables)),
        Metric metric => IsSum(metric) && HasHours(tables.Of(metric.Table)),
        _ => false,
    };

    // A mean is the sum of its values over their number.
    private static bool IsSum(Metric metric) =>
        (metric.Additivity == Additivity.Additive && metric.Conversion is null) || metric.Main is Aggregate.Average;

    private static bool HasHours(TableDescription table) =>
        !table.IsByDay() && table is { KeptGrain: null or Grain.Hour, Schema.FactGrain: null or Grain.Hour };
}
