using System.Runtime.CompilerServices;

namespace GoalMetrics;

public readonly partial struct Quantity
{
    /// <summary>A plain count: <c>1</c> is one thing, where <c>1m</c> is a ratio of 100 %.</summary>
    public static implicit operator Quantity(int count) => new(count, Unit.Count());

    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(uint count) => new(count, Unit.Count());

    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(long count) => new(count, Unit.Count());

    /// <summary>A plain count.</summary>
    public static implicit operator Quantity(ulong count) => new(count, Unit.Count());

    /// <summary>A ratio: <c>0.035m</c> is 3.5 %, and <c>1m</c> is 100 %, where <c>1</c> is a count of one.</summary>
    /// <remarks>
    /// A decimal variable becomes a ratio too, even if it holds a number of orders or kroner. State what it is:
    /// <c>Quantity.Count(orders)</c>, <c>Money.Dkk(revenue)</c>. Formulas refuse a ratio where they expect a count or money.
    /// </remarks>
    public static implicit operator Quantity(decimal ratio) => new(ratio, Unit.Ratio);

    /// <summary>The exact sum, in the unit of both.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity operator +(Quantity left, Quantity right)
    {
        if (HaveOneUnit(left, right) && DecimalArithmetic.SumFits(left._amount, right._amount))
        {
            return new(left._amount + right._amount, left._unit, null);
        }

        return RareSum(left, right);
    }

    /// <summary>The exact difference, in the unit of both.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity operator -(Quantity left, Quantity right)
    {
        if (HaveOneUnit(left, right) && DecimalArithmetic.SumFits(left._amount, -right._amount))
        {
            return new(left._amount - right._amount, left._unit, null);
        }

        return RareDifference(left, right);
    }

    // The same amount without its sign.
    internal Quantity Magnitude()
    {
        if (IsDefined && IsNegative)
        {
            return -this;
        }

        return this;
    }

    /// <summary>The same amount below zero.</summary>
    public static Quantity operator -(Quantity value) => value.IsDefined ? new(-value._amount, value._unit) : value;

    /// <summary>The product; units combine.</summary>
    public static Quantity operator *(Quantity left, Quantity right)
    {
        if (AreDefined(left, right) && DecimalArithmetic.ProductFits(left._amount, right._amount))
        {
            return new(left._amount * right._amount, left._unit!.Times(right._unit!), null);
        }

        var unit = left._unit is null || right._unit is null ? null : left._unit.Times(right._unit);
        return RareProduct(left, right, unit);
    }

    // As much of it as a share says, from none to all: the product, which fits as what it is a part of does.
    internal Quantity Part(Quantity share)
    {
        if (AreDefined(this, share))
        {
            return new(_amount * share._amount, _unit, null);
        }

        return this * share;
    }

    // So many times as much, in the same unit; undefined with the name of the value where that is the cause.
    internal static Quantity Times(decimal number, Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (HasAmount(value) && DecimalArithmetic.ProductFits(value._amount, number))
        {
            return new(value._amount * number, value._unit, null);
        }

        return RareProduct(value, number, value._unit).CausedBy(name);
    }

    /// <summary>
    /// The quotient, to 28 significant digits; units combine. Undefined (<see cref="UndefinedReason.ZeroDenominator"/>) when the
    /// divisor is 0.
    /// </summary>
    /// <remarks>Formulas use <see cref="DividedBy"/>, which also names the divisor when it is 0.</remarks>
    public static Quantity operator /(Quantity dividend, Quantity divisor) => dividend.DividedBy(divisor, "");

    /// <summary>The quotient, to 28 significant digits; when the divisor is 0, undefined with its name.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument, less the checks of an input.</param>
    public Quantity DividedBy(Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "")
    {
        if (DurationConversion.Applies(_unit, divisor._unit))
        {
            var (finer, finerDivisor) = DurationConversion.ToFiner(this, divisor);
            return finer.DividedBy(finerDivisor, divisorName);
        }

        var unit = _unit is null || divisor._unit is null ? null : _unit.Over(divisor._unit);
        return Divide(this, divisor, unit, divisorName);
    }

    /// <summary>
    /// The quotient as an amount per one: units per order, not a ratio, where counts meet counts, and hours per day where durations do.
    /// </summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument, less the checks of an input.</param>
    public Quantity Per(Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "")
    {
        var unit = _unit is null || divisor._unit is null ? null : _unit.Per(divisor._unit);
        return Divide(this, divisor, unit, divisorName);
    }

    /// <summary>The quotient of two quantities of the same unit, as a ratio: revenue to spend, profit to revenue.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument, less the checks of an input.</param>
    /// <exception cref="UnitMismatchException">The units are incompatible, such as two currencies.</exception>
    public Quantity RatioTo(Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "")
    {
        if (_unit == divisor._unit || _unit is null || divisor._unit is null)
        {
            return Divide(this, divisor, Unit.Ratio, divisorName);
        }

        var (finer, finerDivisor) = DurationConversion.ToFiner(this, divisor);
        CommonUnit(finer._unit!, finerDivisor._unit!, "relate");
        return Divide(finer, finerDivisor, Unit.Ratio, divisorName);
    }

    private static Quantity Divide(Quantity dividend, Quantity divisor, Unit? unit, string divisorName)
    {
        if (AreDefined(dividend, divisor) && DecimalArithmetic.QuotientFits(dividend._amount, divisor._amount))
        {
            return new(dividend._amount / divisor._amount, unit, null);
        }

        return RareQuotient(dividend, divisor, unit, divisorName);
    }

    // What is rare: amounts that are undefined, of other units, or so large that the result may not fit a decimal.
    private static Quantity RareSum(Quantity left, Quantity right)
    {
        if (left._unit is null || right._unit is null || left._unit == right._unit)
        {
            return SumInOneUnit(left, right);
        }

        (left, right) = DurationConversion.ToFiner(left, right);
        var unit = CommonUnit(left._unit!, right._unit!, "add");
        return left.WithUnit(unit) + right.WithUnit(unit);
    }

    private static Quantity RareDifference(Quantity left, Quantity right)
    {
        if (left._unit is null || right._unit is null || left._unit == right._unit)
        {
            return SumInOneUnit(left, -right);
        }

        (left, right) = DurationConversion.ToFiner(left, right);
        var unit = CommonUnit(left._unit!, right._unit!, "subtract");
        return left.WithUnit(unit) - right.WithUnit(unit);
    }

    private static Quantity SumInOneUnit(Quantity left, Quantity right)
    {
        var unit = left._unit ?? right._unit;
        return AreDefined(left, right) && DecimalArithmetic.TryAdd(left._amount, right._amount, out var sum)
            ? new(sum, unit, null)
            : FirstReason(left, right, unit);
    }

    private static Quantity RareProduct(Quantity left, Quantity right, Unit? unit) =>
        AreDefined(left, right) && DecimalArithmetic.TryMultiply(left._amount, right._amount, out var product)
            ? new(product, unit, null)
            : FirstReason(left, right, unit);

    private static Quantity RareQuotient(Quantity dividend, Quantity divisor, Unit? unit, string divisorName)
    {
        if (!AreDefined(dividend, divisor))
        {
            return FirstReason(dividend, divisor.CausedBy(divisorName), unit);
        }

        if (divisor.IsZero)
        {
            return new(UndefinedReason.ZeroDenominator, ArgumentName.In(divisorName), unit);
        }

        return DecimalArithmetic.TryDivide(dividend._amount, divisor._amount, out var quotient)
            ? new(quotient, unit, null)
            : new(UndefinedReason.Overflow, ArgumentName.In(divisorName), unit);
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

    // Of two that are defined, the result does not fit a decimal.
    private static Quantity FirstReason(Quantity left, Quantity right, Unit? unit)
    {
        if (left.IsDefined && right.IsDefined)
        {
            return new(UndefinedReason.Overflow, null, unit);
        }

        var first = left.IsDefined ? right : left;
        return new(first._amount, unit, first._cause ?? "");
    }
}
