using System.Runtime.CompilerServices;

namespace GoalMetrics;

public readonly partial struct Quantity
{
    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(int count) => new(count, Unit.Count());

    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(uint count) => new(count, Unit.Count());

    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(long count) => new(count, Unit.Count());

    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(ulong count) => new(count, Unit.Count());

    /// <summary>A ratio: 0.035 is 3.5 %.</summary>
    public static implicit operator Quantity(decimal ratio) => new(ratio, Unit.Ratio);

    /// <summary>The exact sum, in the unit of both.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => Sum(left, right, right._amount, "add");

    /// <summary>The exact difference, in the unit of both.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => Sum(left, right, -right._amount, "subtract");

    /// <summary>The same amount below zero.</summary>
    public static Quantity operator -(Quantity value) => value.IsDefined ? new(-value._amount, value._unit!) : value;

    /// <summary>The product; units combine.</summary>
    public static Quantity operator *(Quantity left, Quantity right)
    {
        var unit = Combined(left._unit, right._unit, static (a, b) => a.Times(b));
        if (!left.IsDefined || !right.IsDefined)
        {
            return FirstReason(left, right, unit);
        }

        try
        {
            return new(left._amount * right._amount, unit!);
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, null, unit);
        }
    }

    /// <summary>The quotient, to 28 significant digits; units combine. Undefined (<see cref="UndefinedReason.ZeroDenominator"/>) when the divisor is 0.</summary>
    /// <remarks>Formulas use <see cref="DividedBy"/>, which also names the divisor when it is 0.</remarks>
    public static Quantity operator /(Quantity dividend, Quantity divisor) => Divide(dividend, divisor, "", counts: false);

    /// <summary>Whether the first is less. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator <(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) < 0;

    /// <summary>Whether the first is greater. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator >(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) > 0;

    /// <summary>Whether the first is less or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator <=(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) <= 0;

    /// <summary>Whether the first is greater or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator >=(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) >= 0;

    /// <summary>Whether both are the same. Never throws.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether they differ. Never throws.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>The quotient, to 28 significant digits; when the divisor is 0, undefined with its name.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument.</param>
    public Quantity DividedBy(Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "") =>
        Divide(this, divisor, divisorName, counts: false);

    /// <summary>The quotient as an amount per one: units per order, not a ratio, when counts meet counts.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument.</param>
    public Quantity Per(Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "") =>
        Divide(this, divisor, divisorName, counts: true);

    /// <summary>The quotient of two quantities of the same unit, as a ratio: revenue to spend, profit to revenue.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument.</param>
    /// <exception cref="UnitMismatchException">The units are unlike, such as two currencies.</exception>
    public Quantity RatioTo(Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "")
    {
        if (!ReferenceEquals(_unit, divisor._unit) && _unit is not null && divisor._unit is not null)
        {
            var (left, right) = DurationConversion.ToFiner(this, divisor);
            CommonUnit(left._unit!, right._unit!, "relate");
        }

        return Divide(this, divisor, divisorName, counts: false).WithUnit(Unit.Ratio);
    }

    private static Quantity Divide(Quantity dividend, Quantity divisor, string divisorName, bool counts)
    {
        if (dividend._unit is { Kind: UnitKind.Duration } && divisor._unit is { Kind: UnitKind.Duration })
        {
            (dividend, divisor) = DurationConversion.ToFiner(dividend, divisor);
        }

        var unit = counts
            ? Combined(dividend._unit, divisor._unit, static (a, b) => a.Per(b))
            : Combined(dividend._unit, divisor._unit, static (a, b) => a.Over(b));
        if (!dividend.IsDefined || !divisor.IsDefined)
        {
            return FirstReason(dividend, divisor.CausedBy(divisorName), unit);
        }

        if (divisor._amount == 0m)
        {
            return new(UndefinedReason.ZeroDenominator, divisorName, unit);
        }

        try
        {
            return new(dividend._amount / divisor._amount, unit!);
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, divisorName, unit);
        }
    }

    private static Quantity Sum(Quantity left, Quantity right, decimal addend, string doing)
    {
        if (!ReferenceEquals(left._unit, right._unit) && left._unit is not null && right._unit is not null)
        {
            if (left._unit.Kind == UnitKind.Duration && right._unit.Kind == UnitKind.Duration)
            {
                var negative = addend != right._amount;
                (left, right) = DurationConversion.ToFiner(left, right);
                addend = negative ? -right._amount : right._amount;
            }

            var unit = CommonUnit(left._unit!, right._unit!, doing);
            left = left.WithUnit(unit);
        }

        if (!left.IsDefined || !right.IsDefined)
        {
            return FirstReason(left, right, left._unit ?? right._unit);
        }

        try
        {
            return new(left._amount + addend, left._unit!);
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, null, left._unit);
        }
    }

    private static int CompareAmounts(Quantity left, Quantity right)
    {
        if (!ReferenceEquals(left._unit, right._unit))
        {
            (left, right) = DurationConversion.ToFiner(left, right);
            CommonUnit(left._unit!, right._unit!, "compare");
        }

        return left._amount.CompareTo(right._amount);
    }

    // The unit of a sum. A plain count takes the other's noun; percentage points move a ratio.
    private static Unit CommonUnit(Unit left, Unit right, string doing) => (left.Kind, right.Kind) switch
    {
        _ when left.Equals(right) => left,
        (UnitKind.Count, UnitKind.Count) when right.Noun is null => left,
        (UnitKind.Count, UnitKind.Count) when left.Noun is null => right,
        (UnitKind.Ratio, UnitKind.PercentagePoint) when doing != "compare" => left,
        (UnitKind.PercentagePoint, UnitKind.Ratio) when doing == "add" => right,
        _ => throw UnitMismatchException.For(doing, left, right),
    };

    private static Unit? Combined(Unit? left, Unit? right, Func<Unit, Unit, Unit> combine) =>
        left is null || right is null ? null : combine(left, right);

    private static Quantity FirstReason(Quantity left, Quantity right, Unit? unit)
    {
        var first = left.IsDefined ? right : left;
        return new((UndefinedReason)(int)first._amount, first._cause, unit);
    }
}
