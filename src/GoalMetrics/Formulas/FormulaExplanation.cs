using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Expressions;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A result of a formula, with the equation and the numbers that went into it. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<FormulaExplanation>))]
public sealed partial class FormulaExplanation
{
    internal FormulaExplanation(Formula formula, IReadOnlyList<KeyValuePair<string, Quantity>> inputs, Quantity result)
    {
        Formula = formula;
        Inputs = inputs;
        Result = result;
    }

    /// <summary>The formula.</summary>
    public Formula Formula { get; }

    /// <summary>The quantities put in, each with the name of its input.</summary>
    public IReadOnlyList<KeyValuePair<string, Quantity>> Inputs { get; }

    /// <summary>The result; where it is undefined, its reason and cause say why.</summary>
    public Quantity Result { get; }

    /// <summary>The equation as it is read: <c>conversions / visitors</c>.</summary>
    public string Equation => Formula.EquationText();

    /// <summary>
    /// The equation with the numbers put in, as the culture writes them: <c>42 / 1,200</c>. Where the equation is in words, each
    /// number with the name of its input.
    /// </summary>
    /// <param name="culture">Defaults to the invariant culture; the machine's culture is never asked.</param>
    public string Substituted(CultureInfo? culture = null) => Formula.Substituted(ExpressionStyle.Plain, Texts(culture));

    /// <summary>The line in English and the numbers of no culture in particular.</summary>
    public override string ToString() => ToString(null);

    /// <summary>
    /// One line in English or Danish, whichever the culture's language is, otherwise English:
    /// <c>Conversion rate = conversions / visitors = 42 / 1,200 = 3.5 %</c>.
    /// </summary>
    /// <param name="culture">Null for the invariant culture.</param>
    public string ToString(CultureInfo? culture)
    {
        culture ??= CultureInfo.InvariantCulture;
        var (title, numbers, result) = (Formula.Title.In(culture), Substituted(culture), Result.ToString(culture));
        if (Formula.Equation is null)
        {
            return $"{title} = {Equation}; {numbers}: {result}";
        }

        return $"{title} = {Equation} = {numbers} = {result}";
    }

    /// <summary>The line in LaTeX, with names and numbers of the culture.</summary>
    /// <param name="culture">Defaults to the invariant culture.</param>
    public string ToLatex(CultureInfo? culture = null)
    {
        culture ??= CultureInfo.InvariantCulture;
        var title = Latex.Escaped(Formula.Title.In(culture));
        var numbers = Formula.Substituted(ExpressionStyle.Latex, Texts(culture));
        var result = Latex.Escaped(Result.ToString(culture));
        var (equals, then) = Formula.Equation is null ? (@",\quad", @"\Rightarrow") : ("=", "=");
        return $@"\text{{{title}}} = {Formula.EquationLatex()} {equals} {numbers} {then} \text{{{result}}}";
    }

    private string[] Texts(CultureInfo? culture) => [.. Inputs.Select(input => input.Value.ToString(culture))];
}
