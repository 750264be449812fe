namespace GoalMetrics;

/// <summary>A formula that another is mistaken for.</summary>
/// <param name="Id">The id of the other formula.</param>
/// <param name="Difference">What the other one does differently, in one sentence.</param>
public sealed record FormulaVariant(string Id, string Difference);
