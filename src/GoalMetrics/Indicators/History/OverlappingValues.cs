namespace GoalMetrics;

// Measures whose values of neighbouring periods share facts: of a rolling sum most is the same the next day.
internal static class OverlappingValues
{
    public static bool HasOverlappingValues(this Measure measure) => measure switch
    {
        WindowedMeasure { View: RollingView or ToDateView or CumulativeView } => true,
        NamedMeasure named => named.Measure.HasOverlappingValues(),
        _ => measure.Inputs.Any(HasOverlappingValues),
    };
}
