using System.Collections.Immutable;
using GoalMetrics.Expressions;

namespace GoalMetrics;

// How a result comes about.
public abstract partial class Formula
{
    /// <summary>The result with the equation and the numbers that went into it.</summary>
    /// <param name="inputs">A quantity for each input, in order, as for <see cref="Evaluate"/>.</param>
    /// <exception cref="ArgumentException">There are too few or too many, one is of the wrong kind, or a count is negative.</exception>
    /// <exception cref="UnitMismatchException">The formula adds or compares unlike units.</exception>
    public FormulaExplanation Explain(params Quantity[] inputs)
    {
        var result = Evaluate(inputs);
        var named = ImmutableArray.CreateBuilder<KeyValuePair<string, Quantity>>(inputs.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            named.Add(new(NameAt(i), inputs[i]));
        }

        return new(this, named.MoveToImmutable(), result);
    }

    // The equation with texts for the inputs; a list of them where the equation is not one.
    internal string Substituted(ExpressionStyle style, IReadOnlyList<string> texts) => Equation is { } equation
        ? new ExpressionWriter(style, input => texts[input.Place]).Write(equation)
        : string.Join(", ", texts.Select((text, i) => style == ExpressionStyle.Latex
            ? $@"\text{{{Latex.Escaped($"{NameAt(i)} = {text}")}}}"
            : $"{NameAt(i)} = {text}"));
}
