namespace GoalMetrics;

/// <summary>
/// The title, equation, source and other texts of a <see cref="Formula"/>, for catalogues and documents. All are optional.
/// </summary>
public sealed record FormulaDescription
{
    /// <summary>The name people call it by; the id where none is given.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Other names it is found by: <c>roi</c>, <c>konverteringsrate</c>.</summary>
    public IReadOnlyList<string> Synonyms { get; init => field = Copies.Of(value); } = [];

    /// <summary>The family it is listed under: <c>Marketing</c>, <c>Finance</c>.</summary>
    public string Family
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Family));
            field = value;
        }
    } = "Other";

    /// <summary>Which way is better.</summary>
    public Direction Direction { get; init => field = EnumValue.Checked(value, nameof(Direction)); }

    /// <summary>
    /// The equation, in the names of the inputs: <c>conversions / visitors</c>. Written like a text formula, it can be set in LaTeX
    /// and filled with numbers.
    /// </summary>
    public string? Equation { get; init; }

    /// <summary>
    /// The equation in LaTeX, for one that a text formula cannot express, such as a sum over a series; otherwise generated from
    /// <see cref="Equation"/>.
    /// </summary>
    public string? Latex { get; init; }

    /// <summary>When the result is undefined, and anything else unexpected: one sentence each.</summary>
    public IReadOnlyList<string> EdgeCases { get; init => field = Copies.Of(value); } = [];

    /// <summary>The formulas this one is mistaken for, and how they differ.</summary>
    public IReadOnlyList<FormulaVariant> Variants { get; init => field = Copies.Of(value); } = [];

    /// <summary>A case with its numbers.</summary>
    public FormulaExample? Example { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public string? Source { get; init; }
}
