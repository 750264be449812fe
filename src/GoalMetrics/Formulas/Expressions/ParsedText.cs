namespace GoalMetrics.Expressions;

/// <summary>What a text says.</summary>
/// <param name="Expression">The formula.</param>
/// <param name="Written">Its one fixed form.</param>
/// <param name="Inputs">The names of its inputs, in order.</param>
/// <param name="Size">How much it is to compute.</param>
internal sealed record ParsedText(Expression Expression, string Written, IReadOnlyList<string> Inputs, TextSize Size);
