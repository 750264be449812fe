using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GoalMetrics.Expressions;
using GoalMetrics.Json;

namespace GoalMetrics;

// Formulas from text, and equations as text.
public abstract partial class Formula
{
    // What the equation says, where it is written like a text formula; made when first asked for.
    private Expression? _equation;
    private bool _equationRead;

    /// <summary>A formula from text: <c>(won * value) / cycle_days</c>.</summary>
    /// <param name="text">
    /// <c>+ - * / ( )</c>, numbers with a decimal point under every culture, <c>min max abs sqrt pow ln exp</c>,
    /// <c>if(a &lt; b, then, otherwise)</c>, and formulas of the catalogue by id or synonym, <c>conversion_rate(orders, visits)</c> or
    /// <c>conversion-rate(orders, visits)</c>. Every other name is an input. At most 4,000 characters, 1,000 names, numbers and
    /// operators, and 64 levels; with the text formulas it calls, 10,000 and 128.
    /// </param>
    /// <returns>
    /// A formula with the id <c>formula</c>, that takes the names as its inputs, of any kind, in the order they first come. Its
    /// equation is the text in one fixed form, which parses to the same formula.
    /// </returns>
    /// <exception cref="FormulaSyntaxException">The text is not a formula; the message says where, and what was expected.</exception>
    /// <remarks>
    /// A number has no unit: beside a count it is a count, zero is zero of anything, any other sum or comparison with money or a
    /// duration is refused. What a decimal cannot keep, such as 1e-400, is refused. <c>sqrt</c>, <c>ln</c>, <c>exp</c> and
    /// <c>pow</c> take ratios and plain numbers and compute in double, right to
    /// about 15 digits, but for <c>sqrt</c> and whole powers up to 6, which are right to all digits; these powers take any unit. Both
    /// ways of an <c>if</c> are computed and must have one unit. A text runs no code.
    /// </remarks>
    public static Formula Parse(string text) => Parse("formula", text);

    /// <summary>A formula from text, with its id and inputs.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="text">The text; see <see cref="Parse(string)"/>.</param>
    /// <param name="inputs">The inputs, in order, all of which the text uses; left out, they are taken from the text.</param>
    /// <inheritdoc cref="Parse(string)"/>
    public static Formula Parse(string id, string text, params FormulaInput[] inputs) => Parse(id, text, FormulaCatalog.Default, inputs);

    /// <summary>A formula from text, that may call the formulas of a catalogue.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="text">The text; see <see cref="Parse(string)"/>.</param>
    /// <param name="catalog">The formulas it may call.</param>
    /// <param name="inputs">The inputs, in order, all of which the text uses; left out, they are taken from the text.</param>
    /// <inheritdoc cref="Parse(string)"/>
    public static Formula Parse(string id, string text, FormulaCatalog catalog, params FormulaInput[] inputs)
    {
        GoalMetrics.Id.Checked(id, nameof(id));
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        Copies.Check(inputs, nameof(inputs));
        if (inputs.FirstOrDefault(input => input.IsRepeated) is { } repeated)
        {
            throw new ArgumentException(
                $"A text cannot take {Shown.Quote(repeated.Name)} many times over; derive a class from Formula for that.", nameof(inputs));
        }

        var parsed = ExpressionParser.Parse(text, catalog, inputs.Length == 0 ? null : [.. inputs.Select(input => input.Name)]);
        return new FromText(id, parsed, inputs.Length == 0 ? parsed.Inputs.Select(FormulaInput.Any) : inputs);
    }

    /// <summary>A formula from text, where it is one.</summary>
    /// <param name="text">The text; see <see cref="Parse(string)"/>.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="error">Why it is none.</param>
    /// <param name="catalog">The formulas it may call; the built-in ones where left out.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Formula? formula,
        [NotNullWhen(false)] out FormulaSyntaxException? error,
        FormulaCatalog? catalog = null)
    {
        try
        {
            (formula, error) = (Parse("formula", text, catalog ?? FormulaCatalog.Default), null);
            return true;
        }
        catch (FormulaSyntaxException refused)
        {
            (formula, error) = (null, refused);
            return false;
        }
    }

    /// <summary>
    /// The equation as it is read: <c>100 × (promoters − detractors) / responses</c>; the id and inputs where there is none.
    /// </summary>
    public string EquationText()
    {
        if (Equation is { } equation)
        {
            return new ExpressionWriter(ExpressionStyle.Plain).Write(equation);
        }

        return Description.Equation ?? ToString();
    }

    /// <summary>The equation in LaTeX: <c>\frac{\mathrm{conversions}}{\mathrm{visitors}}</c>.</summary>
    public string EquationLatex()
    {
        if (Description.Latex is { } latex)
        {
            return latex;
        }

        if (Equation is { } equation)
        {
            return new ExpressionWriter(ExpressionStyle.Latex).Write(equation);
        }

        return $@"\text{{{Latex.Escaped(EquationText())}}}";
    }

    // How much there is to compute where the formula is a text, with all that it calls.
    internal virtual TextSize Size => default;

    // Null where the equation is none, or says more than a text formula can.
    internal Expression? Equation
    {
        get
        {
            if (!Volatile.Read(ref _equationRead))
            {
                _equation = ReadEquation();
                Volatile.Write(ref _equationRead, true);
            }

            return _equation;
        }
    }

    private protected virtual Expression? ReadEquation()
    {
        try
        {
            if (Description.Equation is { } text && _repeated == 0)
            {
                return ExpressionParser.Parse(text, FormulaCatalog.Of(), [.. Inputs.Select(input => input.Name)]).Expression;
            }

            return null;
        }
        catch (FormulaSyntaxException)
        {
            return null;
        }
    }

    [JsonConverter(typeof(ResultConverter<FromText>))]
    private sealed class FromText(string id, ParsedText text, IEnumerable<FormulaInput> inputs)
        : Formula(id, inputs, new() { Equation = text.Written })
    {
        internal override TextSize Size => text.Size;

        // With the formulas it calls.
        private protected override Expression? ReadEquation()
        {
            if (Description.Equation == text.Written)
            {
                return text.Expression;
            }

            return base.ReadEquation();
        }

        protected override Quantity Compute(ReadOnlySpan<Quantity> inputs) => text.Expression.Evaluate(inputs);
    }
}
