namespace GoalMetrics;

// Measures computed by a formula over other measures.
public abstract partial class Measure
{
    /// <summary>A measure computed by a formula over others. Units are checked here, before any data.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="inputs">A measure for each input of the formula, in order.</param>
    /// <exception cref="ArgumentException">
    /// There are too few or too many inputs, or the formula cannot take their units; the message names formula, inputs and units.
    /// </exception>
    public static Measure Of(string id, Formula formula, params Measure[] inputs) => new FormulaMeasure(id, formula, inputs);

    /// <summary>A measure computed by a method or lambda over another.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(string id, Func<Quantity, Quantity> formula, Measure input)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(input);
        return Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [input]);
    }

    /// <summary>A measure computed by a method or lambda over two others.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(string id, Func<Quantity, Quantity, Quantity> formula, Measure first, Measure second)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [first, second]);
    }

    /// <summary>A measure computed by a method or lambda over three others.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity> formula, Measure first, Measure second, Measure third)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        return Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [first, second, third]);
    }

    /// <summary>A measure computed by a method or lambda over four others.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(
        string id,
        Func<Quantity, Quantity, Quantity, Quantity, Quantity> formula,
        Measure first,
        Measure second,
        Measure third,
        Measure fourth)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        return Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [first, second, third, fourth]);
    }
}
