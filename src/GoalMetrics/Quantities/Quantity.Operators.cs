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
    public static Quantity operator -(in Quantity value) => value.IsDefined ? new(-value.Digits.Amount, value._unit!) : value;

    /// <summary>The product; units combine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator *(in Quantity left, in Quantity right) => Multiply(in left, in right);

    /// <summary>The quotient, to 28 significant digits; units combine. Undefined (<see cref="UndefinedReason.ZeroDenominator"/>) when the divisor is 0.</summary>
    /// <remarks>Formulas use <see cref="DividedBy"/>, which also names the divisor when it is 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity operator /(in Quantity dividend, in Quantity divisor) => Divide(in dividend, in divisor, "", QuotientOf.Units);

    /// <summary>Whether the first is less. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) < 0;

    /// <summary>Whether the first is greater. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) > 0;

    /// <summary>Whether the first is less or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(in Quantity left, in Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(in left, in right) <= 0;

    /// <summary>Whether the first is greater or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    // What is rarely called is called by value: quantities of which nobody takes the address stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quantity Divide(in Quantity dividend, in Quantity divisor, string divisorName, QuotientOf units)
    {
        if (!dividend.IsDefined || !divisor.IsDefined || divisor.IsZero || !DecimalDigits.FitQuotients(dividend.Digits, divisor.Digits)
            || (!ReferenceEquals(dividend._unit, divisor._unit)
                && (units == QuotientOf.Likes ? !dividend._unit.Equals(divisor._unit) : DurationConversion.Applies(dividend._unit, divisor._unit))))
        {
            return DivideAny(dividend, divisor, divisorName, units);
        }

        var unit = units == QuotientOf.Likes ? Unit.Ratio : Quotient(dividend._unit, divisor._unit, units)!;
        return new(dividend.Digits.Amount / divisor.Digits.Amount, unit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity DivideAny(Quantity dividend, Quantity divisor, string divisorName, QuotientOf units)
    {
        (dividend, divisor) = DurationConversion.ToFiner(dividend, divisor);
        if (units == QuotientOf.Likes && dividend._unit is not null && divisor._unit is not null)
        {
            CommonUnit(dividend._unit, divisor._unit, "relate");
        }

        var unit = units == QuotientOf.Likes ? Unit.Ratio : Quotient(dividend._unit, divisor._unit, units);
        if (!dividend.IsDefined || !divisor.IsDefined)
        {
            return FirstReason(dividend, divisor.CausedBy(divisorName), unit);
        }

        if (divisor.IsZero)
        {
            return new(UndefinedReason.ZeroDenominator, divisorName, unit);
        }

        decimal amount;
        try
        {
            amount = dividend.Digits.Amount / divisor.Digits.Amount;
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, divisorName, unit);
        }

        return new(amount, unit!);
    }

    // Small amounts without the operator, as sums are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quantity Multiply(in Quantity left, in Quantity right)
    {
        if (!left.IsDefined || !right.IsDefined || !DecimalDigits.TryMultiply(left.Digits, right.Digits, out var product))
        {
            return MultiplyAny(left, right);
        }

        // A ratio scales what it multiplies or divides.
        return new(product, ReferenceEquals(right._unit, Unit.Ratio) ? left._unit! : left._unit!.Times(right._unit!));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity MultiplyAny(Quantity left, Quantity right)
    {
        var unit = left._unit is null || right._unit is null ? null : ReferenceEquals(right._unit, Unit.Ratio) ? left._unit : left._unit.Times(right._unit);
        if (!left.IsDefined || !right.IsDefined)
        {
            return FirstReason(left, right, unit);
        }

        decimal amount;
        try
        {
            amount = left.Digits.Amount * right.Digits.Amount;
        }
        catch (OverflowException)
        {
            return new(UndefinedReason.Overflow, null, unit);
        }

        return new(amount, unit!);
    }

    // Small amounts of one scale first, without the operator of decimal, whose call costs more than the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quantity Sum(in Quantity left, in Quantity right, bool subtract)
    {
        if (!left.IsDefined || !right.IsDefined || !(ReferenceEquals(left._unit, right._unit) || left._unit.Equals(right._unit)))
        {
            return SumAny(left, right, subtract);
        }

        if (DecimalDigits.TryAdd(left.Digits, right.Digits, subtract, out var sum))
        {
            return new(sum, left._unit);
        }

        // Without a try, whose frame costs more than the sum.
        return DecimalDigits.FitSums(left.Digits, right.Digits)
            ? new(subtract ? left.Digits.Amount - right.Digits.Amount : left.Digits.Amount + right.Digits.Amount, left._unit)
            : SumAny(left, right, subtract);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity SumAny(Quantity left, Quantity right, bool subtract)
    {
        if (!ReferenceEquals(left._unit, right._unit) && left._unit is not null && right._unit is not null)
        {
            return SumUnlike(left, right, subtract);
        }

        if (!left.IsDefined || !right.IsDefined)
        {
            return FirstReason(left, right, left._unit ?? right._unit);
        }

        decimal amount;
        try
        {
            amount = subtract ? left.Digits.Amount - right.Digits.Amount : left.Digits.Amount + right.Digits.Amount;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CompareAmounts(in Quantity left, in Quantity right) => ReferenceEquals(left._unit, right._unit)
        ? DecimalDigits.Compare(left.Digits, right.Digits)
        : CompareUnlike(left, right);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CompareUnlike(Quantity left, Quantity right)
    {
        var (a, b) = DurationConversion.ToFiner(left, right);
        CommonUnit(a._unit!, b._unit!, "compare");

        // Too large for the finer unit is further from zero than anything in it.
        return a.IsDefined && b.IsDefined ? a.Digits.Amount.CompareTo(b.Digits.Amount)
            : a.IsDefined ? -decimal.Sign(right.Digits.Amount)
            : decimal.Sign(left.Digits.Amount);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        return new((UndefinedReason)(int)first.Digits.Amount, first._cause, unit);
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
