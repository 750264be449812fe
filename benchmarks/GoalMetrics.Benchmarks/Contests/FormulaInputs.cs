using System.Collections.Immutable;

namespace GoalMetrics.Benchmarks;

/// <summary>What formulas are measured over: their own examples, many of which are round, and the same out of a ledger.</summary>
internal static class FormulaInputs
{
    /// <summary>The inputs of the documented example.</summary>
    /// <exception cref="InvalidOperationException">The formula has none.</exception>
    public static ImmutableArray<Quantity> Example(Formula formula) =>
        formula.Description.Example?.Inputs.ToImmutableArray() ?? throw new InvalidOperationException($"{formula} has no example.");

    /// <summary>
    /// The example with each number a little off: money with minor units, counts and times that do not divide, ratios of four digits or
    /// more.
    /// </summary>
    public static ImmutableArray<Quantity> Uneven(Formula formula) =>
        [.. Example(formula).Select((input, place) => new Quantity(Off(input, place), input.Unit!))];

    private static decimal Off(Quantity input, int place) => input.Unit!.Kind switch
    {
        UnitKind.Count => input.Amount + 3m + (7m * place),
        UnitKind.Ratio => input.Amount * (0.9973m - (0.0131m * place)),
        UnitKind.Duration => input.Amount + 0.25m + (0.5m * place),
        _ => input.Amount + 0.37m + (1.11m * place),
    };
}
