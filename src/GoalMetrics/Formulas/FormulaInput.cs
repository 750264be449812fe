namespace GoalMetrics;

/// <summary>
/// One input of a <see cref="Formula"/>: its name, the kind of quantity it takes, and the range it is valid in. Immutable;
/// equality is by value.
/// </summary>
public sealed record FormulaInput
{
    private FormulaInput(string name, InputKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
        Minimum = kind == InputKind.Count ? 0m : null;
    }

    /// <summary>The name, as in the equation.</summary>
    public string Name { get; }

    /// <summary>What it takes.</summary>
    public InputKind Kind { get; }

    /// <summary>
    /// The lowest valid amount; null for none. A count below zero is refused; any other amount outside the range makes the result
    /// undefined.
    /// </summary>
    public decimal? Minimum { get; private init; }

    /// <summary>The highest valid amount; null for none.</summary>
    public decimal? Maximum { get; private init; }

    /// <summary>Whether it may be given many times over: the flows of an investment. Only the last inputs of a formula can be.</summary>
    public bool IsRepeated { get; private init; }

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

    /// <summary>The same input, valid from this amount on, in its own unit.</summary>
    /// <exception cref="ArgumentException">The amount is above the maximum, or below 0 for a count.</exception>
    public FormulaInput AtLeast(decimal minimum) => Within(minimum, Maximum, nameof(minimum));

    /// <summary>The same input, valid up to this amount, in its own unit.</summary>
    /// <exception cref="ArgumentException">The amount is below the minimum.</exception>
    public FormulaInput AtMost(decimal maximum) => Within(Minimum, maximum, nameof(maximum));

    /// <summary>The same input, given once or many times. Several repeated inputs are given together: amount, day, amount, day.</summary>
    public FormulaInput Repeated() => this with { IsRepeated = true };

    /// <summary>The name, the kind and the range, in the invariant culture: <c>share (Ratio, from 0, up to 1)</c>.</summary>
    public override string ToString()
    {
        var from = Minimum is { } minimum ? FormattableString.Invariant($", from {minimum}") : "";
        var to = Maximum is { } maximum ? FormattableString.Invariant($", up to {maximum}") : "";
        return $"{Name} ({Kind}{from}{to}{(IsRepeated ? ", repeated" : "")})";
    }

    internal bool Admits(decimal amount) => !(amount < Minimum) && !(amount > Maximum);

    private FormulaInput Within(decimal? minimum, decimal? maximum, string parameter)
    {
        if (minimum > maximum)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Input '{Name}' is valid from {minimum} to {maximum}: nothing is. Expected a minimum at or below the maximum."),
                parameter);
        }

        if (Kind == InputKind.Count && minimum < 0m)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Input '{Name}' is a count, which is never below 0; found a minimum of {minimum}."),
                parameter);
        }

        return this with { Minimum = minimum, Maximum = maximum };
    }
}
