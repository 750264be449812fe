namespace GoalMetrics;

/// <summary>What is said of a <see cref="Formula"/> in catalogues and documents. Everything is optional.</summary>
public sealed record FormulaDescription
{
    /// <summary>The name people call it by; the id where none is given.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Other names it is found by: <c>roi</c>, <c>konverteringsrate</c>.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The family it is listed under: <c>Marketing</c>, <c>Finance</c>.</summary>
    public string Family { get; init; } = "Other";

    /// <summary>Which way is better.</summary>
    public Direction Direction { get; init; }

    /// <summary>The equation, in the names of the inputs: <c>conversions / visitors</c>.</summary>
    public string? Equation { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public string? Source { get; init; }
}
