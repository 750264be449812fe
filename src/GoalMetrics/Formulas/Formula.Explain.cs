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
        return new(this, Array.AsReadOnly([.. inputs.Select((input, i) => KeyValuePair.Create(NameAt(i), input))]), result);
    }

    // The equation with texts for the inputs; a list of them where the equation is not one.
    internal string Substituted(ExpressionStyle style, IReadOnlyList<string> texts)
    {
        if (Equation is { } equation)
        {
            return new ExpressionWriter(style, input => texts[input.Place]).Write(equation);
        }

        var named = texts.Select((text, i) => $"{NameAt(i)} = {text}");
        return string.Join(", ", style == ExpressionStyle.Latex ? named.Select(text => $@"\text{{{Latex.Escaped(text)}}}") : named);
    }
}
