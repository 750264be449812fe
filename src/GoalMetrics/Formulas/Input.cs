using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GoalMetrics;

/// <summary>
/// The checks a formula makes of what it is given: the right kind passes, an undefined quantity passes with the input's name
/// on it, anything else throws an <see cref="ArgumentException"/> that names the input. For built-in formulas and yours alike.
/// </summary>
/// <remarks>
/// Inside the calculation of a <see cref="Formula"/> a negative count was computed from data and is no mistake in the program:
/// let the exception pass, and the formula's result is undefined (<see cref="UndefinedReason.OutOfDomain"/>) with the input's name.
/// </remarks>
public static class Input
{
    private const string NegativeCount = "GoalMetrics.NegativeCount";

    /// <summary>A number of things, not below zero. One without a noun takes <paramref name="noun"/>.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="noun">What is counted, for a plain count; null to leave it plain.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not a count, or it is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Count(Quantity value, Unit? noun = null, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value.IsDefined && value.Unit.Kind == UnitKind.Count && !value.IsNegative)
        {
            return noun is null || value.Unit.Noun is not null ? value : value.WithUnit(noun);
        }

        return Refuse(value, InputKind.Count, name, noun);
    }

    /// <summary>Money, or money per something.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not money.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Money(Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.IsDefined && value.Unit.Kind == UnitKind.Money ? value : Of(value, InputKind.Money, name);

    /// <summary>A dimensionless ratio.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not a ratio.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Ratio(Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.IsDefined && value.Unit.Kind == UnitKind.Ratio ? value : Of(value, InputKind.Ratio, name);

    /// <summary>A length of time.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is not a duration.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Duration(Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.IsDefined && value.Unit.Kind == UnitKind.Duration ? value : Of(value, InputKind.Duration, name);

    /// <summary>Any quantity.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Any(Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.IsDefined ? value : Of(value, InputKind.Any, name);

    /// <summary>As <see cref="Count(Quantity, Unit?, string)"/>, in place: the fastest, for it copies nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(ref Quantity value, Unit? noun = null, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!value.IsDefined || value.Unit.Kind != UnitKind.Count || value.IsNegative)
        {
            value = Settle(value, InputKind.Count, name, noun);
        }
        else if (noun is not null && value.Unit.Noun is null)
        {
            value = value.WithUnit(noun);
        }
    }

    /// <summary>As <see cref="Money(Quantity, string)"/>, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Money(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!value.IsDefined || value.Unit.Kind != UnitKind.Money)
        {
            value = Settle(value, InputKind.Money, name, null);
        }
    }

    /// <summary>As <see cref="Ratio(Quantity, string)"/>, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Ratio(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!value.IsRatio)
        {
            value = Settle(value, InputKind.Ratio, name, null);
        }
    }

    /// <summary>As <see cref="Duration(Quantity, string)"/>, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Duration(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!value.IsDefined || value.Unit.Kind != UnitKind.Duration)
        {
            value = Settle(value, InputKind.Duration, name, null);
        }
    }

    /// <summary>As <see cref="Any(Quantity, string)"/>, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Any(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!value.IsDefined)
        {
            value = Settle(value, InputKind.Any, name, null);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity Settle(Quantity value, InputKind kind, string name, Unit? noun) =>
        kind == InputKind.Count ? Count(value, noun, name) : Of(value, kind, name);

    internal static Quantity Of(Quantity value, InputKind kind, string name) =>
        value.IsDefined && Fits(value.Unit, kind) && (kind != InputKind.Count || !value.IsNegative) ? value : Refuse(value, kind, name, null);

    // To a direct caller an exception as any other; a formula in whose calculation it comes up tells it by this.
    internal static bool IsNegativeCount(ArgumentOutOfRangeException refused) => refused.Data.Contains(NegativeCount);

    private static bool Fits(Unit unit, InputKind kind) => kind switch
    {
        InputKind.Count => unit.Kind == UnitKind.Count,
        InputKind.Money => unit.IsMoneyPerSomething || unit.Kind == UnitKind.Money,
        InputKind.Ratio => unit.Kind == UnitKind.Ratio,
        InputKind.Duration => unit.Kind == UnitKind.Duration,
        _ => true,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity Refuse(Quantity value, InputKind kind, string name, Unit? noun)
    {
        if (value.Unit is { } unit && !Fits(unit, kind))
        {
            var found = value.IsDefined ? $"{unit} {value.ToString("N", null)}" : $"an undefined {unit}";
            throw new ArgumentException($"Expected {Expected(kind)}; found {found}.", name);
        }

        if (value.IsDefined)
        {
            var negative = new ArgumentOutOfRangeException(name, $"Expected a count of 0 or more; found {value.ToString("N", null)}.");
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
