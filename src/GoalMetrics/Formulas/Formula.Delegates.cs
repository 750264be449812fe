using System.Reflection;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

// Formulas from methods and lambdas.
public abstract partial class Formula
{
    /// <summary>A formula of one input from a method or lambda.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="compute">The calculation: a pure function.</param>
    /// <param name="inputs">The inputs, in order; left out, they are any quantities, named like the function's parameters.</param>
    /// <exception cref="ArgumentException">The id is malformed, or there are more or fewer inputs than parameters.</exception>
    public static Formula Of(string id, Func<Quantity, Quantity> compute, params FormulaInput[] inputs) =>
        new FromDelegate(id, compute, 1, inputs, q => compute(q[0]));

    /// <summary>A formula of two inputs from a method or lambda.</summary>
    /// <inheritdoc cref="Of(string, Func{Quantity, Quantity}, FormulaInput[])"/>
    public static Formula Of(string id, Func<Quantity, Quantity, Quantity> compute, params FormulaInput[] inputs) =>
        new FromDelegate(id, compute, 2, inputs, q => compute(q[0], q[1]));

    /// <summary>A formula of three inputs from a method or lambda.</summary>
    /// <inheritdoc cref="Of(string, Func{Quantity, Quantity}, FormulaInput[])"/>
    public static Formula Of(string id, Func<Quantity, Quantity, Quantity, Quantity> compute, params FormulaInput[] inputs) =>
        new FromDelegate(id, compute, 3, inputs, q => compute(q[0], q[1], q[2]));

    /// <summary>A formula of four inputs from a method or lambda.</summary>
    /// <inheritdoc cref="Of(string, Func{Quantity, Quantity}, FormulaInput[])"/>
    public static Formula Of(string id, Func<Quantity, Quantity, Quantity, Quantity, Quantity> compute, params FormulaInput[] inputs) =>
        new FromDelegate(id, compute, 4, inputs, q => compute(q[0], q[1], q[2], q[3]));

    /// <summary>A formula of five inputs from a method or lambda.</summary>
    /// <inheritdoc cref="Of(string, Func{Quantity, Quantity}, FormulaInput[])"/>
    public static Formula Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity, Quantity, Quantity> compute, params FormulaInput[] inputs) =>
        new FromDelegate(id, compute, 5, inputs, q => compute(q[0], q[1], q[2], q[3], q[4]));

    /// <summary>A formula of six inputs from a method or lambda.</summary>
    /// <inheritdoc cref="Of(string, Func{Quantity, Quantity}, FormulaInput[])"/>
    public static Formula Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity, Quantity, Quantity, Quantity> compute, params FormulaInput[] inputs) =>
        new FromDelegate(id, compute, 6, inputs, q => compute(q[0], q[1], q[2], q[3], q[4], q[5]));

    /// <summary>A formula of a series, or of any number of inputs: the flows of an investment, the yields of a chain of steps.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="compute">The calculation, a pure function: it gets all values in order.</param>
    /// <param name="inputs">The inputs, in order; those that may be given many times last, as <see cref="FormulaInput.Repeated"/>.</param>
    /// <exception cref="ArgumentException">The id is malformed, there are no inputs, or repeated ones are not last.</exception>
    public static Formula OfSeries(string id, SeriesFunction compute, params FormulaInput[] inputs)
    {
        ArgumentNullException.ThrowIfNull(compute);
        Copies.Check(inputs, nameof(inputs));
        return new FromDelegate(id, compute, inputs.Length, inputs, compute);
    }

    // A built-in method brings its description along.
    internal static Formula? BuiltIn(Delegate compute) =>
        FormulaCatalog.BuiltIn().SelectMany(family => family).FirstOrDefault(formula => formula.Computes(compute));

    [JsonConverter(typeof(ResultConverter<FromDelegate>))]
    private sealed class FromDelegate(string id, Delegate compute, int arity, FormulaInput[] inputs, SeriesFunction computation)
        : Formula(id, Named(id, compute, arity, inputs))
    {
        protected override Quantity Compute(ReadOnlySpan<Quantity> inputs) => computation(inputs);

        private protected override bool Computes(Delegate other) => compute.Equals(other);

        private static IEnumerable<FormulaInput> Named(string id, Delegate compute, int arity, FormulaInput[] inputs)
        {
            GoalMetrics.Id.Checked(id, nameof(id));
            ArgumentNullException.ThrowIfNull(compute);
            Copies.Check(inputs, nameof(inputs));
            if (inputs.Length == arity)
            {
                return inputs;
            }

            if (inputs.Length > 0)
            {
                throw new ArgumentException(
                    $"Formula {Shown.Quote(id)} computes from {arity} inputs; "
                    + $"found {inputs.Length} named ({Shown.List(inputs.Select(i => i.Name))}).",
                    nameof(inputs));
            }

            // A trimmed application may have lost the names of parameters.
            var names = compute.GetMethodInfo().GetParameters().TakeLast(arity).Select(parameter => parameter.Name);
            return names.Select((name, i) => FormulaInput.Any(string.IsNullOrEmpty(name) ? $"input{i + 1}" : name));
        }
    }
}
