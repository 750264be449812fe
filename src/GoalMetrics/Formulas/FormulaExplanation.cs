using System.Collections.Immutable;
using System.Globalization;
using GoalMetrics.Expressions;

namespace GoalMetrics;

/// <summary>A result of a formula, with the equation and the numbers that went into it. Immutable.</summary>
public sealed class FormulaExplanation
{
    internal FormulaExplanation(Formula formula, ImmutableArray<KeyValuePair<string, Quantity>> inputs, Quantity result)
    {
        Formula = formula;
        Inputs = inputs;
        Result = result;
    }

    /// <summary>The formula.</summary>
    public Formula Formula { get; }

    /// <summary>The quantities put in, each with the name of its input.</summary>
    public ImmutableArray<KeyValuePair<string, Quantity>> Inputs { get; }

    /// <summary>The result; where it is undefined, its reason and cause say why.</summary>
    public Quantity Result { get; }

    /// <summary>The equation as it is read: <c>conversions / visitors</c>.</summary>
    public string Equation => Formula.EquationText();

    /// <summary>
    /// The equation with the numbers put in, as the culture writes them: <c>42 / 1,200</c>. Where the equation is in words, each
    /// number with the name of its input.
    /// </summary>
    public string Substituted(CultureInfo culture) => Formula.Substituted(ExpressionStyle.Plain, Texts(culture));

    /// <summary>
    /// One line in English or Danish, whichever the culture's language is, else English:
    /// <c>Conversion rate = conversions / visitors = 42 / 1,200 = 3.5 %</c>.
    /// </summary>
    public string ToString(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var (title, numbers, result) = (Formula.Title.In(culture), Substituted(culture), Result.ToString(culture));
        return Formula.Equation is null ? $"{title} = {Equation}; {numbers}: {result}" : $"{title} = {Equation} = {numbers} = {result}";
    }

    /// <summary>The line in English.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The line in LaTeX, with names and numbers of the culture.</summary>
    public string ToLatex(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var title = Latex.Escaped(Formula.Title.In(culture));
        var (equals, then) = Formula.Equation is null ? (@",\quad", @"\Rightarrow") : ("=", "=");
        return $@"\text{{{title}}} = {Formula.EquationLatex()} {equals} {Formula.Substituted(ExpressionStyle.Latex, Texts(culture))} {then} \text{{{Latex.Escaped(Result.ToString(culture))}}}";
    }

    private string[] Texts(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return [.. Inputs.Select(input => input.Value.ToString(culture))];
    }
}
