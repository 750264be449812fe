namespace GoalMetrics;

// Comparisons. Undefined quantities compare as null does in C#: equal to each other, neither less nor greater than anything.
public readonly partial struct Quantity
{
    /// <summary>Whether the first is less. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public static bool operator <(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) < 0;

    /// <summary>Whether the first is greater. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public static bool operator >(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) > 0;

    /// <summary>Whether the first is less or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public static bool operator <=(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) <= 0;

    /// <summary>Whether the first is greater or equal. False when either is undefined.</summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public static bool operator >=(Quantity left, Quantity right) => left.IsDefined && right.IsDefined && CompareAmounts(left, right) >= 0;

    /// <summary>
    /// Whether both are the same amount: 24 hours equal 1 day, and a plain count of 5 equals 5 orders. Of two that are defined, it holds
    /// where <c>&lt;=</c> and <c>&gt;=</c> both do. Two undefined quantities are equal if their reason and cause are, though neither
    /// <c>&lt;=</c> nor <c>&gt;=</c> holds of them, as of null; an undefined one never equals a defined one.
    /// </summary>
    /// <exception cref="UnitMismatchException">
    /// Both are defined and their units are incompatible, such as two currencies, or a ratio and a count: <c>rate == 1</c> compares
    /// with one thing, <c>rate == 1m</c> with 100 %. Use <see cref="Equals(Quantity)"/> if units may differ.
    /// </exception>
    public static bool operator ==(Quantity left, Quantity right) => left.CompareTo(right) == 0;

    /// <summary>The opposite of <c>==</c>.</summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public static bool operator !=(Quantity left, Quantity right) => left.CompareTo(right) != 0;

    private static int CompareAmounts(Quantity left, Quantity right)
    {
        if (ReferenceEquals(left._unit, right._unit))
        {
            return left._amount.CompareTo(right._amount);
        }

        return CompareUnlike(left, right);
    }

    private static int CompareUnlike(Quantity left, Quantity right)
    {
        var (finerLeft, finerRight) = DurationConversion.ToFiner(left, right);
        CommonUnit(finerLeft._unit!, finerRight._unit!, "compare");
        if (finerLeft.IsDefined && finerRight.IsDefined)
        {
            return finerLeft._amount.CompareTo(finerRight._amount);
        }

        // Too large for the finer unit: farther from zero than any amount stated in it.
        return finerLeft.IsDefined ? -decimal.Sign(right._amount) : decimal.Sign(left._amount);
    }
}
