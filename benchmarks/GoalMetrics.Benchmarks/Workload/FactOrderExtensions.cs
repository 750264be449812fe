namespace GoalMetrics.Benchmarks;

/// <summary>The words for the order of facts.</summary>
internal static class FactOrderExtensions
{
    /// <summary>The order in a sentence: <c>sorted</c>.</summary>
    public static string Word(this FactOrder order) => order == FactOrder.Sorted ? "sorted" : "shuffled";
}
