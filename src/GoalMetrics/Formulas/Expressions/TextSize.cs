namespace GoalMetrics.Expressions;

/// <summary>How much a text formula is to compute, with all that it calls; nothing for formulas in code.</summary>
/// <param name="Nodes">Numbers, names, operators and calls.</param>
/// <param name="Depth">Levels of parentheses, signs and calls.</param>
internal readonly record struct TextSize(int Nodes, int Depth);
