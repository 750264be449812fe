using System.Globalization;

namespace GoalMetrics;

// What the result is, before there is one.
public abstract partial class Formula
{
    /// <summary>
    /// The unit of the result in words, whatever the currency and the unit of time: <c>ratio</c>, <c>money per order</c>,
    /// <c>time</c>. Null where it depends on inputs that take any quantity. See <see cref="ResultUnit"/> for given units.
    /// </summary>
    public string? ResultUnitInWords => UsualUnit() is { } unit ? InWords(unit) : null;

    // For the example's units; without an example, for those that the kinds of the inputs are commonly in.
    private Unit? UsualUnit()
    {
        if (Description.Example is { } example)
        {
            return Evaluate([.. example.Inputs]).Unit;
        }

        if (Inputs.Any(input => input.Kind == InputKind.Any))
        {
            return null;
        }

        return ResultUnit([.. Inputs.Select(input => input.Kind switch
        {
            InputKind.Count => Unit.Count(),
            InputKind.Ratio => Unit.Ratio,
            InputKind.Duration => Unit.Duration(DurationUnit.Day),
            _ => Unit.Money("USD"),
        })]);
    }

    private static string InWords(Unit unit) => unit.Kind switch
    {
        UnitKind.Money => "money",
        UnitKind.Duration => "time",
        UnitKind.Count when unit.Noun is null => "count",
        UnitKind.Count => $"number of {unit.Noun}s",
        UnitKind.Score => string.Create(CultureInfo.InvariantCulture, $"score from {unit.Minimum} to {unit.Maximum}"),
        UnitKind.Compound => string.Join(" per ", [string.Join(" × ", unit.Numerator.Select(Factor)), .. unit.Denominator.Select(Factor)]),
        _ => unit.ToString(),
    };

    private static string Factor(Unit unit)
    {
        if (unit.Kind == UnitKind.Count)
        {
            return unit.Noun!;
        }

        return InWords(unit);
    }
}
