using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Expressions;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A named calculation over quantities, with a description: what catalogues, KPIs and documents hold of a formula. Made from
/// a method or lambda with <c>Formula.Of</c>, or by deriving from this class. Built-in formulas are made the same way.
/// </summary>
/// <remarks>Immutable; safe from any thread when its calculation is, as a pure function is.</remarks>
[JsonConverter(typeof(ResultConverter<Formula>))]
public abstract partial class Formula
{
    private readonly FormulaInput[] _inputs;

    // How many of the inputs, the last ones, may be given again and again.
    private readonly int _repeated;

    /// <summary>A formula.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores: <c>conversion-rate</c>.</param>
    /// <param name="inputs">What it takes, in order; at least one, each name once.</param>
    /// <param name="description">Its title, equation, source and the like.</param>
    /// <exception cref="ArgumentException">The id is malformed, an input is missing or there twice.</exception>
    protected Formula(string id, IEnumerable<FormulaInput> inputs, FormulaDescription? description = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Id = GoalMetrics.Id.Checked(id, nameof(id));
        _inputs = [.. inputs];
        Copies.Check(_inputs, nameof(inputs));
        Inputs = Array.AsReadOnly(_inputs);
        Description = description ?? new();
        if (Inputs.Count == 0)
        {
            throw new ArgumentException($"Formula '{id}' has no inputs; expected at least one.", nameof(inputs));
        }

        var fixedInputs = Inputs.TakeWhile(input => !input.IsRepeated).Count();
        if (Inputs.Skip(fixedInputs).FirstOrDefault(input => !input.IsRepeated) is { } late)
        {
            throw new ArgumentException(
                $"Formula '{id}' takes {Shown.Quote(late.Name)} after the repeated input {Shown.Quote(Inputs[fixedInputs].Name)}; "
                + "expected repeated inputs last.",
                nameof(inputs));
        }

        _repeated = Inputs.Count - fixedInputs;
        if (Inputs.GroupBy(input => input.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Formula '{id}' has two inputs named {Shown.Quote(twice.Key)}; expected different names.", nameof(inputs));
        }
    }

    /// <summary>The short name.</summary>
    public string Id { get; }

    /// <summary>What it takes, in order.</summary>
    public IReadOnlyList<FormulaInput> Inputs { get; }

    /// <summary>Its title, equation, source and the like.</summary>
    public FormulaDescription Description { get; }

    /// <summary>The name people call it by.</summary>
    public LocalizedText Title => Description.Title ?? Id;

    /// <summary>The result for these inputs.</summary>
    /// <param name="inputs">One quantity for each of <see cref="Inputs"/>, in order; as many as there are for repeated ones.</param>
    /// <returns>The result; undefined (<see cref="UndefinedReason.OutOfDomain"/>) where an input is outside its valid range.</returns>
    /// <exception cref="ArgumentException">There are too few or too many, one is of the wrong kind, or a count is negative.</exception>
    /// <exception cref="UnitMismatchException">The formula adds or compares unlike units.</exception>
    /// <remarks>
    /// A count below zero that comes up inside, such as more cancelled orders than orders that go into a conversion rate, throws
    /// nothing: the result is undefined (<see cref="UndefinedReason.OutOfDomain"/>), with what was negative as the cause.
    /// </remarks>
    public Quantity Evaluate(params Quantity[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return EvaluateOwn((Quantity[])inputs.Clone());
    }

    // Over measures every input was computed from data, and so was a count below zero. The inputs are no longer the caller's.
    internal Quantity EvaluateMeasured(Span<Quantity> inputs)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is { IsDefined: true, IsNegative: true, Unit.Kind: UnitKind.Count } && InputAt(i).Kind == InputKind.Count)
            {
                inputs[i] = Quantity.Undefined(UndefinedReason.OutOfDomain, NameAt(i), inputs[i].Unit);
            }
        }

        return EvaluateOwn(inputs);
    }

    /// <summary>The unit of the result for inputs of these units; null where one is unknown and decides it.</summary>
    /// <exception cref="ArgumentException">
    /// The formula cannot take these units, or has a result in one unit for some amounts and in another for others; the message
    /// names formula, inputs and units.
    /// </exception>
    public Unit? ResultUnit(params Unit?[] units)
    {
        ArgumentNullException.ThrowIfNull(units);
        CheckNumber(units.Length);

        // Calls with a few amounts, so that a condition takes both its ways. A division by zero among them is undefined,
        // but knows its unit all the same. A lambda that hands on a negative count does not get that far: then each input is
        // tried as the large one.
        try
        {
            Unit? known = null;
            foreach (var probe in new Func<int, decimal>[] { _ => 1m, i => PowerOfFour(i + 1), i => 1m / PowerOfFour(i + 1) })
            {
                See(ref known, Evaluate(Probes(probe)).Unit);
            }

            for (var large = 0; large < units.Length && known is null; large++)
            {
                See(ref known, Evaluate(Probes(i => i == large ? 2m * units.Length : 1m)).Unit);
            }

            return known;
        }
        catch (Exception refused) when (refused is UnitMismatchException or ArgumentException)
        {
            var named = units.Select((unit, i) => $"{NameAt(i)} ({unit?.ToString() ?? "unknown unit"})");
            throw new ArgumentException($"Formula '{Id}' cannot take {string.Join(", ", named)}. {refused.Message}", refused);
        }

        Quantity[] Probes(Func<int, decimal> amount)
        {
            var probes = new Quantity[units.Length];
            for (var i = 0; i < probes.Length; i++)
            {
                probes[i] = units[i] is { } unit ? new(amount(i), unit) : default;
            }

            return probes;
        }
    }

    /// <summary>The same formula with a description; that of a text formula keeps its equation where none is given.</summary>
    public Formula DescribedBy(FormulaDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new Described(this, description with { Equation = description.Equation ?? Description.Equation });
    }

    /// <summary>The id and the inputs: <c>conversion-rate(conversions, visitors)</c>, <c>net-present-value(rate, flows…)</c>.</summary>
    public override string ToString() => $"{Id}({string.Join(", ", Inputs.Select(i => i.IsRepeated ? i.Name + "…" : i.Name))})";

    /// <summary>The calculation. Inputs have passed the check of their kind; undefined ones carry their name.</summary>
    protected abstract Quantity Compute(ReadOnlySpan<Quantity> inputs);

    private protected virtual bool Computes(Delegate compute) => false;

    // The input that the value in this place is for, and its name: flows[2] for the third of many.
    internal FormulaInput InputAt(int place)
    {
        if (place < _inputs.Length)
        {
            return _inputs[place];
        }

        return _inputs[^(_repeated - ((place - _inputs.Length) % _repeated))];
    }

    internal string NameAt(int place)
    {
        var single = _inputs.Length - _repeated;
        if (place < single)
        {
            return _inputs[place].Name;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{InputAt(place).Name}[{(place - single) / _repeated}]");
    }

    internal bool TakesInputs(int number)
    {
        if (_repeated == 0)
        {
            return number == _inputs.Length;
        }

        return number >= _inputs.Length && (number - _inputs.Length) % _repeated == 0;
    }

    private static decimal PowerOfFour(int exponent) => 1L << (2 * Math.Min(exponent, 20));

    private static void See(ref Unit? known, Unit? unit)
    {
        if (known is not null && unit is not null && !AreAlike(known, unit))
        {
            throw UnitMismatchException.For("choose between", known, unit);
        }

        known ??= unit;
    }

    // Units of results that can be added and compared: hours and days, orders and a plain number.
    private static bool AreAlike(Unit one, Unit other) => (one.Kind, other.Kind) switch
    {
        (UnitKind.Duration, UnitKind.Duration) => true,
        (UnitKind.Count, UnitKind.Count) => one.Noun is null || other.Noun is null || one == other,
        _ => one == other,
    };

    // Puts the checked inputs in the place of those it is given.
    private Quantity EvaluateOwn(Span<Quantity> inputs)
    {
        CheckNumber(inputs.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            var input = InputAt(i);
            var value = QuantityChecks.As(inputs[i], input.Kind, NameAt(i));
            if (value.IsDefined && !input.Admits(value.Amount))
            {
                inputs[i] = Quantity.Undefined(UndefinedReason.OutOfDomain, NameAt(i), value.Unit);
            }
            else
            {
                inputs[i] = value;
            }
        }

        try
        {
            return NameCause(Compute(inputs), inputs);
        }
        catch (ArgumentOutOfRangeException refused) when (QuantityChecks.IsNegativeCount(refused))
        {
            // No caller gave it: it came up inside, from data.
            return Quantity.Undefined(UndefinedReason.OutOfDomain, refused.ParamName);
        }
        catch (UndefinedQuantityException unread)
        {
            // A lambda that computes with bare amounts has no value where one of them is not known.
            return NameCause(Quantity.Undefined(unread.Quantity.Reason!.Value, unread.Quantity.Cause), inputs);
        }
    }

    private void CheckNumber(int inputs)
    {
        if (TakesInputs(inputs))
        {
            return;
        }

        var names = Shown.List(Inputs.Select(i => i.Name));
        var more = _repeated == 0 ? "" : $" or more, the last {_repeated} again and again";
        throw new ArgumentException($"Formula '{Id}' takes {Inputs.Count} inputs ({names}){more}; found {inputs}.", nameof(inputs));
    }

    [JsonConverter(typeof(ResultConverter<Described>))]
    private sealed class Described(Formula formula, FormulaDescription description)
        : Formula(formula.Id, formula.Inputs, description)
    {
        internal override TextSize Size => formula.Size;

        protected override Quantity Compute(ReadOnlySpan<Quantity> inputs) => formula.Compute(inputs);

        private protected override bool Computes(Delegate compute) => formula.Computes(compute);
    }
}
