namespace GoalMetrics;

// What the sum of discounted flows is like at a point: times e^(pivot · s), which has the same roots.
internal readonly record struct FlowShape(
    double Pivot,
    double Value,
    double Slope,
    double Size,
    double MostCurvature,
    bool CurvesUp,
    bool CurvesDown);
