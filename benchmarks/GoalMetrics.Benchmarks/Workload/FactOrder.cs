namespace GoalMetrics.Benchmarks;

/// <summary>The order the same facts come in.</summary>
internal enum FactOrder
{
    /// <summary>By time, as they are recorded.</summary>
    Sorted,

    /// <summary>At random.</summary>
    Shuffled,
}
