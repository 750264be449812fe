using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GoalMetrics;

/// <summary>
/// The checks that a formula makes of its inputs, its own and yours alike: <c>revenue.AsMoney().DividedBy(orders.AsCount())</c>.
/// The right kind passes, an undefined quantity passes with the input's name as its cause, and anything else throws an
/// <see cref="ArgumentException"/> that names the input.
/// </summary>
/// <remarks>
/// Inside a <see cref="Formula"/>, a negative count was computed from data and is no mistake in the program. Let the exception
/// pass: the formula's result is then undefined (<see cref="UndefinedReason.OutOfDomain"/>) with the input's name as its cause.
/// </remarks>
public static class QuantityChecks
{
    private const string NegativeCount = "GoalMetrics.NegativeCount";

    /// <summary>A number of things, not below zero.</summary>
    /// <param name="value">The input.</param>
    /// <param name="noun">What a plain count counts; null leaves it plain. A count that has a noun keeps its own.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not a count, or it is negative.</exception>
    public static Quantity AsCount(this Quantity value, Unit? noun = null, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!Quantity.IsOf(UnitKind.Count, value) || Quantity.IsBelowZero(value))
        {
            return Refuse(value, InputKind.Count, name, noun);
        }

        return Quantity.CountOf(noun, value);
    }

    /// <summary>Money, or money per something.</summary>
    /// <param name="value">The input.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not money.</exception>
    public static Quantity AsMoney(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Quantity.IsOf(UnitKind.Money, value) ? value : As(value, InputKind.Money, name);

    /// <summary>A dimensionless ratio.</summary>
    /// <param name="value">The input.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not a ratio.</exception>
    public static Quantity AsRatio(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Quantity.IsOf(UnitKind.Ratio, value) ? value : As(value, InputKind.Ratio, name);

    /// <summary>A length of time.</summary>
    /// <param name="value">The input.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not a duration.</exception>
    public static Quantity AsDuration(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Quantity.IsOf(UnitKind.Duration, value) ? value : As(value, InputKind.Duration, name);

    /// <summary>Any quantity. An undefined one takes the input's name as its cause.</summary>
    /// <param name="value">The input.</param>
    /// <param name="name">Filled in by the compiler.</param>
    public static Quantity AsInput(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Quantity.HasAmount(value) ? value : As(value, InputKind.Any, name);

    internal static Quantity As(Quantity value, InputKind kind, string name)
    {
        if (value.IsDefined && Fits(value.Unit, kind) && (kind != InputKind.Count || !value.IsNegative))
        {
            return value;
        }

        return Refuse(value, kind, name, noun: null);
    }

    // A direct caller sees an exception like any other; a formula recognises it by this, where a count came up in its calculation.
    internal static bool IsNegativeCount(ArgumentOutOfRangeException refused) => refused.Data.Contains(NegativeCount);

    private static bool Fits(Unit unit, InputKind kind) => kind switch
    {
        InputKind.Count => unit.Kind == UnitKind.Count,
        InputKind.Money => unit.IsMoneyPerSomething || unit.Kind == UnitKind.Money,
        InputKind.Ratio => unit.Kind == UnitKind.Ratio,
        InputKind.Duration => unit.Kind == UnitKind.Duration,
        _ => true,
    };

    private static Quantity Refuse(Quantity value, InputKind kind, string name, Unit? noun)
    {
        if (value.Unit is { } unit && !Fits(unit, kind))
        {
            var found = value.IsDefined ? $"{unit} {value.ToString("N", null)}" : $"an undefined {unit}";
            throw new ArgumentException($"Expected {Expected(kind)}; found {found}.", ArgumentName.In(name));
        }

        if (value.IsDefined)
        {
            var negative = new ArgumentOutOfRangeException(
                ArgumentName.In(name), $"Expected a count of 0 or more; found {value.ToString("N", null)}.");
            negative.Data[NegativeCount] = true;
            throw negative;
        }

        var missing = value.CausedBy(name);
        return (kind, missing.Unit) switch
        {
            (InputKind.Count, null or { Noun: null }) => missing.WithUnit(noun ?? Unit.Count()),
            (InputKind.Ratio, null) => missing.WithUnit(Unit.Ratio),
            _ => missing,
        };
    }

    private static string Expected(InputKind kind) => kind switch
    {
        InputKind.Count => "a count, such as 42 or Quantity.Count(42, \"order\")",
        InputKind.Money => "money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\")",
        InputKind.Ratio => "a ratio, such as 0.05m or 5.Percent()",
        InputKind.Duration => "a duration, such as Quantity.Duration(30, DurationUnit.Day)",
        _ => throw new UnreachableException(),
    };
}
