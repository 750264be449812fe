namespace GoalMetrics;

/// <summary>A calculation over any number of quantities, in order: a pure function.</summary>
/// <param name="inputs">The values.</param>
public delegate Quantity SeriesFunction(ReadOnlySpan<Quantity> inputs);
