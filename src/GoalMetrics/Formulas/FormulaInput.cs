namespace GoalMetrics;

/// <summary>One input of a <see cref="Formula"/>: its name and the kind of quantity it takes. Immutable; equality is by value.</summary>
public sealed record FormulaInput
{
    private FormulaInput(string name, InputKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
    }

    /// <summary>The name, as in the equation.</summary>
    public string Name { get; }

    /// <summary>What it takes.</summary>
    public InputKind Kind { get; }

    /// <summary>An input that takes any quantity.</summary>
    public static implicit operator FormulaInput(string name) => Any(name);

    /// <summary>An input that takes any quantity.</summary>
    public static FormulaInput Any(string name) => new(name, InputKind.Any);

    /// <summary>An input that takes a count, not below zero.</summary>
    public static FormulaInput Count(string name) => new(name, InputKind.Count);

    /// <summary>An input that takes money.</summary>
    public static FormulaInput Money(string name) => new(name, InputKind.Money);

    /// <summary>An input that takes a ratio.</summary>
    public static FormulaInput Ratio(string name) => new(name, InputKind.Ratio);

    /// <summary>An input that takes a duration.</summary>
    public static FormulaInput Duration(string name) => new(name, InputKind.Duration);
}
