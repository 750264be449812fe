using System.Collections.Immutable;

namespace GoalMetrics.Benchmarks;

/// <summary>A formula of the catalogue, called directly, against the bare decimal arithmetic that one would write instead of it.</summary>
internal sealed class FormulaContest
{
    private readonly Func<ImmutableArray<Quantity>, Repeated<Quantity>> _ours;
    private readonly Func<ImmutableArray<Quantity>, Repeated<decimal>>? _bare;

    private FormulaContest(
        string id, Func<ImmutableArray<Quantity>, Repeated<Quantity>> ours, Func<ImmutableArray<Quantity>, Repeated<decimal>>? bare) =>
        (Id, _ours, _bare) = (id, ours, bare);

    /// <summary>The formula's name in the catalogue.</summary>
    public string Id { get; }

    public static FormulaContest Of(string id, Func<Quantity, Quantity> ours, Func<decimal, decimal> bare) => OfCalls(id, ours, bare);

    public static FormulaContest Of(string id, Func<Quantity, Quantity, Quantity> ours, Func<decimal, decimal, decimal> bare) =>
        OfCalls(id, ours, bare);

    public static FormulaContest Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity> ours, Func<decimal, decimal, decimal, decimal> bare) =>
        OfCalls(id, ours, bare);

    public static FormulaContest Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity, Quantity> ours,
        Func<decimal, decimal, decimal, decimal, decimal> bare) => OfCalls(id, ours, bare);

    public static FormulaContest Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity, Quantity, Quantity> ours,
        Func<decimal, decimal, decimal, decimal, decimal, decimal> bare) => OfCalls(id, ours, bare);

    /// <summary>A formula over a series: a call takes so long that calling it by a delegate does not show.</summary>
    public static FormulaContest OfSeries(string id, Func<Quantity[], Quantity> ours, Func<decimal[], decimal> bare) =>
        OfSeries(id, inputs => [.. inputs], ours, Amounts, bare);

    /// <summary>As above, with the inputs in other shapes.</summary>
    public static FormulaContest OfSeries<TOurs, TBare>(
        string id,
        Func<ImmutableArray<Quantity>, TOurs> shape,
        Func<TOurs, Quantity> ours,
        Func<ImmutableArray<Quantity>, TBare> bareShape,
        Func<TBare, decimal> bare) =>
        new(id, inputs => RepeatedCalls.Of(ours, shape(inputs)), inputs => RepeatedCalls.Of(bare, bareShape(inputs)));

    /// <summary>A formula that is not written by hand in decimals.</summary>
    public static FormulaContest WithoutPeer<TOurs>(string id, Func<ImmutableArray<Quantity>, TOurs> shape, Func<TOurs, Quantity> ours) =>
        new(id, inputs => RepeatedCalls.Of(ours, shape(inputs)), bare: null);

    /// <summary>Both sides over these inputs, which give the same amount.</summary>
    /// <exception cref="InvalidOperationException">They do not, or it is not that of the catalogue.</exception>
    public FormulaSides Over(Formula formula, ImmutableArray<Quantity> inputs)
    {
        var sides = new FormulaSides(_ours(inputs), _bare?.Invoke(inputs));
        var (expected, found, bare) = (formula.Evaluate([.. inputs]), sides.Ours(1), sides.Bare?.Invoke(1));
        return expected.IsDefined && expected == found && (bare is not { } amount || IsSame(found.Amount, amount))
            ? sides
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"{Id}: the catalogue gives {expected}, a direct call {found}, by hand it is {bare}."));
    }

    // Not to the last digit, for the sake of those in double.
    private static bool IsSame(decimal ours, decimal bare) => Math.Abs(ours - bare) <= Math.Abs(ours) * 1e-13m;

    private static FormulaContest OfCalls(string id, Delegate ours, Delegate bare) =>
        new(id, inputs => RepeatedCalls.Of<Quantity>(ours, [.. inputs]), inputs => RepeatedCalls.Of(bare, Amounts(inputs)));

    private static decimal[] Amounts(ImmutableArray<Quantity> inputs) => [.. inputs.Select(input => input.Amount)];
}
