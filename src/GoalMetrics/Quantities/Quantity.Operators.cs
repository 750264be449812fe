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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator +(in Quantity left, in Quantity right) => Sum(in left, in right, subtract: false);

    /// <summary>The exact difference, in the unit of both.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator -(in Quantity left, in Quantity right) => Sum(in left, in right, subtract: true);

    /// <summary>The same amount below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator -(in Quantity value) => value.IsDefined ? new(-value._digits.Amount, value._unit!) : value;

    /// <summary>The product; units combine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator *(in Quantity left, in Quantity right) => Multiply(in left, in right);

    /// <summary>The quotient, to 28 significant digits; units combine. Undefined (<see cref="UndefinedReason.ZeroDenominator"/>) when the divisor is 0.</summary>
    /// <remarks>Formulas use <see cref="DividedBy"/>, which also names the divisor when it is 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator /(in Quantity dividend, in Quantity divisor) => Divide(in dividend, in divisor, "", QuotientOf.Units);

    /// <summary>Whether the first is less. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator <(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) < 0;

    /// <summary>Whether the first is greater. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator >(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) > 0;

    /// <summary>Whether the first is less or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator <=(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) <= 0;

    /// <summary>Whether the first is greater or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static bool operator >=(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) >= 0;

    /// <summary>Whether both are the same. Never throws.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether they differ. Never throws.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>The quotient, to 28 significant digits; when the divisor is 0, undefined with its name.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quantity DividedBy(in Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "") =>
        Divide(in this, in divisor, divisorName, QuotientOf.Units);

    /// <summary>The quotient as an amount per one: units per order, not a ratio, when counts meet counts.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quantity Per(in Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "") =>
        Divide(in this, in divisor, divisorName, QuotientOf.Counts);

    /// <summary>The quotient of two quantities of the same unit, as a ratio: revenue to spend, profit to revenue.</summary>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="divisorName">Filled in by the compiler with the text of the argument.</param>
    /// <exception cref="UnitMismatchException">The units are unlike, such as two currencies.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quantity RatioTo(in Quantity divisor, [CallerArgumentExpression(nameof(divisor))] string divisorName = "") =>
        Divide(in this, in divisor, divisorName, QuotientOf.Likes);

    // Operands go by reference and results are made in one place: copying costs as much as the arithmetic.
    private static Quantity Divide(in Quantity dividend, in Quantity divisor, string divisorName, QuotientOf units)
    {
        if (!dividend.IsDefined || !divisor.IsDefined || divisor.IsZero || !DecimalDigits.FitQuotients(in dividend._digits, in divisor._digits)
            || (!ReferenceEquals(dividend._unit, divisor._unit)
                && (units == QuotientOf.Likes || DurationConversion.Applies(dividend._unit, divisor._unit))))
        {
            return DivideAny(in dividend, in divisor, divisorName, units);
        }

        var unit = Quotient(dividend._unit, divisor._unit, units);
        return new(dividend._digits.Amount / divisor._digits.Amount, unit!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity DivideAny(in Quantity dividend, in Quantity divisor, string divisorName, QuotientOf units)
    {
        if (units == QuotientOf.Likes && (!ReferenceEquals(dividend._unit, divisor._unit) || dividend._unit is null))
        {
            return Relate(in dividend, in divisor, divisorName);
        }

        if (!dividend.IsDefined || !divisor.IsDefined || divisor.IsZero || DurationConversion.Applies(dividend._unit, divisor._unit))
        {
            return DivideSpecial(dividend, divisor, divisorName, units);
        }

        var unit = Quotient(dividend._unit, divisor._unit, units);
        decimal amount;
        try
        {
            amount = dividend._digits.Amount / divisor._digits.Amount;
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, divisorName, unit);
        }

        return new(amount, unit!);
    }

    private static Quantity Relate(in Quantity part, in Quantity whole, string wholeName)
    {
        if (part._unit is not null && whole._unit is not null)
        {
            var (left, right) = DurationConversion.ToFiner(part, whole);
            CommonUnit(left._unit!, right._unit!, "relate");
        }

        return Divide(in part, in whole, wholeName, QuotientOf.Units).WithUnit(Unit.Ratio);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity DivideSpecial(Quantity dividend, Quantity divisor, string divisorName, QuotientOf units)
    {
        if (DurationConversion.Applies(dividend._unit, divisor._unit))
        {
            (dividend, divisor) = DurationConversion.ToFiner(dividend, divisor);
            return Divide(in dividend, in divisor, divisorName, units);
        }

        var unit = Quotient(dividend._unit, divisor._unit, units);
        return dividend.IsDefined && divisor.IsDefined
            ? new(UndefinedReason.ZeroDenominator, divisorName, unit)
            : FirstReason(dividend, divisor.CausedBy(divisorName), unit);
    }

    // Small amounts without the operator, as sums are.
    private static Quantity Multiply(in Quantity left, in Quantity right)
    {
        if (!left.IsDefined || !right.IsDefined || !DecimalDigits.TryMultiply(in left._digits, in right._digits, out var product))
        {
            return MultiplyAny(in left, in right);
        }

        // A ratio scales what it multiplies or divides.
        return new(product, ReferenceEquals(right._unit, Unit.Ratio) ? left._unit! : left._unit!.Times(right._unit!));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity MultiplyAny(in Quantity left, in Quantity right)
    {
        var unit = left._unit is null || right._unit is null ? null : ReferenceEquals(right._unit, Unit.Ratio) ? left._unit : left._unit.Times(right._unit);
        if (!left.IsDefined || !right.IsDefined)
        {
            return FirstReason(left, right, unit);
        }

        decimal amount;
        try
        {
            amount = left._digits.Amount * right._digits.Amount;
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, null, unit);
        }

        return new(amount, unit!);
    }

    // Small amounts of one scale first, without the operator of decimal, whose call costs more than the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quantity Sum(in Quantity left, in Quantity right, bool subtract) =>
        ReferenceEquals(left._unit, right._unit) && left.IsDefined && right.IsDefined && DecimalDigits.TryAdd(in left._digits, in right._digits, subtract, out var sum)
            ? new(sum, left._unit!)
            : SumAny(in left, in right, subtract);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity SumAny(in Quantity left, in Quantity right, bool subtract)
    {
        if (!ReferenceEquals(left._unit, right._unit) && left._unit is not null && right._unit is not null)
        {
            return SumUnlike(left, right, subtract);
        }

        if (!left.IsDefined || !right.IsDefined)
        {
            return FirstReason(left, right, left._unit ?? right._unit);
        }

        // Without a try, whose frame costs more than the sum.
        if (DecimalDigits.FitSums(in left._digits, in right._digits))
        {
            return new(subtract ? left._digits.Amount - right._digits.Amount : left._digits.Amount + right._digits.Amount, left._unit!);
        }

        decimal amount;
        try
        {
            amount = subtract ? left._digits.Amount - right._digits.Amount : left._digits.Amount + right._digits.Amount;
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, null, left._unit);
        }

        return new(amount, left._unit!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity SumUnlike(Quantity left, Quantity right, bool subtract)
    {
        (left, right) = DurationConversion.ToFiner(left, right);
        var unit = CommonUnit(left._unit!, right._unit!, subtract ? "subtract" : "add");
        return Sum(left.WithUnit(unit), right.WithUnit(unit), subtract);
    }

    private static int CompareAmounts(in Quantity left, in Quantity right)
    {
        if (ReferenceEquals(left._unit, right._unit))
        {
            return DecimalDigits.Compare(in left._digits, in right._digits);
        }

        var (a, b) = DurationConversion.ToFiner(left, right);
        CommonUnit(a._unit!, b._unit!, "compare");

        // Too large for the finer unit is further from zero than anything in it.
        return a.IsDefined && b.IsDefined ? a._digits.Amount.CompareTo(b._digits.Amount)
            : a.IsDefined ? -decimal.Sign(right._digits.Amount)
            : decimal.Sign(left._digits.Amount);
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

    private static Unit? Quotient(Unit? above, Unit? below, QuotientOf units)
    {
        if (above is null || below is null)
        {
            return null;
        }

        return ReferenceEquals(below, Unit.Ratio) ? above
            : units == QuotientOf.Counts ? above.Per(below)
            : ReferenceEquals(above, below) ? Unit.Ratio
            : above.Over(below);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity FirstReason(Quantity left, Quantity right, Unit? unit)
    {
        var first = left.IsDefined ? right : left;
        return new((UndefinedReason)(int)first._digits.Amount, first._cause, unit);
    }

    // What division makes of the units.
    private enum QuotientOf
    {
        // They combine; a count over a count is a ratio.
        Units,

        // An amount per one, also of counts.
        Counts,

        // Both are alike, and the quotient is a ratio.
        Likes,
    }
}
