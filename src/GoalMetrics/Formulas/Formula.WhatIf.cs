namespace GoalMetrics;

// Working with a formula: what moves it, and what it would take.
public abstract partial class Formula
{
    /// <summary>How the result moves when each input grows by 1 % and the others stay.</summary>
    /// <param name="inputs">A quantity for each input, in order, as for <see cref="Evaluate"/>.</param>
    /// <returns>
    /// One for each quantity given, in the same order. Where 1 % more is outside the domain, as it is of a share of 99.95 %, the
    /// result moves by as much as it does for 1 % less, the other way.
    /// </returns>
    /// <exception cref="ArgumentException">There are too few or too many, one is of the wrong kind, or a count is negative.</exception>
    /// <exception cref="UnitMismatchException">The formula adds or compares unlike units.</exception>
    public IReadOnlyList<InputSensitivity> Sensitivity(params Quantity[] inputs)
    {
        var result = Evaluate(inputs);
        var sensitivities = new InputSensitivity[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            sensitivities[i] = new(NameAt(i), Change.Between(result, Moved(inputs, i, result)));
        }

        return sensitivities.AsReadOnly();
    }

    // The result with one input 1 % larger; where there is none, the mirror image of that with the input 1 % smaller.
    private Quantity Moved(Quantity[] inputs, int place, Quantity result)
    {
        if (inputs[place].IsDefined && inputs[place].IsZero)
        {
            return Quantity.Undefined(UndefinedReason.ZeroDenominator, NameAt(place), result.Unit);
        }

        var more = Times(1.01m);
        if (more.IsDefined || more.Reason != UndefinedReason.OutOfDomain || !result.IsDefined)
        {
            return more;
        }

        var less = Times(0.99m);
        if (less.IsDefined)
        {
            return result + (result - less);
        }

        return more;

        Quantity Times(decimal factor) => Evaluate([.. inputs[..place], inputs[place] * Quantity.Ratio(factor), .. inputs[(place + 1)..]]);
    }

    /// <summary>
    /// Which value of one input gives a wanted result while the others stay: the conversion rate it takes to reach a revenue.
    /// </summary>
    /// <param name="input">The name of the input sought.</param>
    /// <param name="wanted">The wanted result, in the unit of the result.</param>
    /// <param name="inputs">
    /// A quantity for each input, in order. The one sought gives its unit, and where the search begins: of several values that
    /// give the wanted result, that nearest to it is found.
    /// </param>
    /// <returns>
    /// The value, or that it is unreachable within the input's valid range, or that the formula has no result. Values from
    /// 1e-15 to 1e20 on either side of 0 are searched, in the input's unit. The value is right to 25 digits where the formula is
    /// computed in decimal, to about 13 where it is computed in double.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such input, or the inputs do not fit the formula.</exception>
    /// <exception cref="UnitMismatchException">The wanted result is in another unit than the formula's.</exception>
    /// <remarks>
    /// A value is sought where the result crosses what is wanted, up to the very ends of the values that have a result (no more
    /// purchases than carts) and to the poles (a price just above the cost). A result that is only touched, at the top of a
    /// curve, is not seen.
    /// </remarks>
    public GoalSeekResult GoalSeek(string input, Quantity wanted, params Quantity[] inputs)
    {
        ArgumentNullException.ThrowIfNull(input);
        var now = Evaluate(inputs);
        var names = Enumerable.Range(0, inputs.Length).Select(NameAt).ToArray();
        var place = Array.IndexOf(names, input);
        if (place < 0)
        {
            throw new ArgumentException(
                $"Formula '{Id}' has no input {Shown.Quote(input)}; it takes {Shown.List(names)}.{Nearest.Hint(input, names)}",
                nameof(input));
        }

        var sought = inputs[place];
        var unit = sought.Unit ?? InputAt(place).Kind switch
        {
            InputKind.Count => Unit.Count(),
            InputKind.Ratio => Unit.Ratio,
            _ => throw new ArgumentException(
                $"The unit of '{input}' is not known; give a quantity in the unit wanted, such as Money.Dkk(1), in its place.",
                nameof(inputs)),
        };
        if (!wanted.IsDefined)
        {
            return new(GoalSeekOutcome.Undefined, input, wanted.WithUnit(unit), default, default);
        }

        if (now.Unit is { } result && !AreAlike(result, wanted.Unit!))
        {
            throw new UnitMismatchException(
                $"Formula '{Id}': its result is in {result}, so 'wanted' must be, too; found {wanted.ToString(null)}, in {wanted.Unit}.",
                result,
                wanted.Unit!);
        }

        var search = new GoalSearch(
            amount => Evaluate([.. inputs[..place], new(amount, unit), .. inputs[(place + 1)..]]),
            wanted, InputAt(place),
            inputs.Where((other, i) => i != place && other.IsDefined).Select(other => other.Amount));
        return search.From(sought.AmountOrNull, unit, input, now);
    }
}
