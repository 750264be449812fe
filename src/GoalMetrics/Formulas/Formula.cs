using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>
/// A named calculation over quantities, with a description: what catalogues, KPIs and documents hold of a formula. Made from
/// a method or lambda with <c>Formula.Of</c>, or by deriving from this class. Built-in formulas are made the same way.
/// </summary>
/// <remarks>Immutable; safe from any thread when its calculation is, as a pure function is.</remarks>
public abstract partial class Formula
{
    /// <summary>A formula.</summary>
    /// <param name="id">A short kebab-case name: <c>conversion-rate</c>.</param>
    /// <param name="inputs">What it takes, in order; at least one, each name once.</param>
    /// <param name="description">What is said of it.</param>
    /// <exception cref="ArgumentException">The id is malformed, an input is missing or there twice.</exception>
    protected Formula(string id, IEnumerable<FormulaInput> inputs, FormulaDescription? description = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Id = GoalMetrics.Id.Checked(id, nameof(id));
        Inputs = [.. inputs];
        Description = description ?? new();
        if (Inputs.IsEmpty)
        {
            throw new ArgumentException($"Formula '{id}' has no inputs; expected at least one.", nameof(inputs));
        }

        if (Inputs.GroupBy(input => input.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Formula '{id}' has two inputs named {Shown.Quote(twice.Key)}; expected different names.", nameof(inputs));
        }
    }

    /// <summary>The short name.</summary>
    public string Id { get; }

    /// <summary>What it takes, in order.</summary>
    public ImmutableArray<FormulaInput> Inputs { get; }

    /// <summary>What is said of it.</summary>
    public FormulaDescription Description { get; }

    /// <summary>The name people call it by.</summary>
    public LocalizedText Title => Description.Title ?? Id;

    /// <summary>The result for these inputs.</summary>
    /// <param name="inputs">One quantity for each of <see cref="Inputs"/>, in order.</param>
    /// <exception cref="ArgumentException">There are too few or too many, or one is of the wrong kind.</exception>
    /// <exception cref="UnitMismatchException">The formula adds or compares unlike units.</exception>
    public Quantity Evaluate(params Quantity[] inputs)
    {
        if (inputs.Length != Inputs.Length)
        {
            throw new ArgumentException(
                $"Formula '{Id}' takes {Inputs.Length} inputs ({Shown.List(Inputs.Select(i => i.Name))}); found {inputs.Length}.", nameof(inputs));
        }

        var named = new Quantity[inputs.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = Input.Of(inputs[i], Inputs[i].Kind, Inputs[i].Name);
        }

        return NameCause(Compute(named), named);
    }

    /// <summary>The unit of the result for inputs of these units; null where one is unknown and decides it.</summary>
    /// <exception cref="ArgumentException">The formula cannot take these units; the message names formula, inputs and units.</exception>
    public Unit? ResultUnit(params Unit?[] units)
    {
        // A call with ones: a division by zero among them is undefined, but knows its unit all the same.
        var probes = new Quantity[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            probes[i] = units[i] is { } unit ? new(1m, unit) : default;
        }

        try
        {
            return Evaluate(probes).Unit;
        }
        catch (Exception refused) when (refused is UnitMismatchException or ArgumentException && units.Length == Inputs.Length)
        {
            var named = Inputs.Zip(units.ToArray(), (input, unit) => $"{input.Name} ({unit?.ToString() ?? "unknown unit"})");
            throw new ArgumentException($"Formula '{Id}' cannot take {string.Join(", ", named)}. {refused.Message}", refused);
        }
    }

    /// <summary>The same formula with a description.</summary>
    public Formula DescribedBy(FormulaDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new Described(this, description);
    }

    /// <summary>The id and the inputs: <c>conversion-rate(conversions, visitors)</c>.</summary>
    public override string ToString() => $"{Id}({string.Join(", ", Inputs.Select(i => i.Name))})";

    /// <summary>The calculation. Inputs have passed the check of their kind; undefined ones carry their name.</summary>
    protected abstract Quantity Compute(ReadOnlySpan<Quantity> inputs);

    private protected virtual bool Computes(Delegate compute) => false;

    // A calculation that divides with the plain operator does not say what was zero; the inputs do.
    private Quantity NameCause(Quantity result, ReadOnlySpan<Quantity> inputs)
    {
        if (result.IsDefined || result.Cause is not null || result.Reason != UndefinedReason.ZeroDenominator)
        {
            return result;
        }

        var zero = new List<string>();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].IsDefined && inputs[i].IsZero)
            {
                zero.Add(Inputs[i].Name);
            }
        }

        return zero.Count == 0 ? result : result.CausedBy(string.Join(", ", zero));
    }

    private sealed class Described(Formula formula, FormulaDescription description)
        : Formula(formula.Id, formula.Inputs, description)
    {
        protected override Quantity Compute(ReadOnlySpan<Quantity> inputs) => formula.Compute(inputs);

        private protected override bool Computes(Delegate compute) => formula.Computes(compute);
    }
}
