using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GoalMetrics;

/// <summary>
/// A decimal amount with a <see cref="GoalMetrics.Unit"/>, or undefined with a reason (S1.1). <c>default(Quantity)</c> is
/// undefined: <see cref="UndefinedReason.NoData"/>. Immutable; equality is by value.
/// </summary>
/// <remarks>
/// Sums, differences and products are exact decimal arithmetic, a quotient has 28 significant digits; what does not fit is
/// <see cref="UndefinedReason.Overflow"/> (S1.5). An undefined operand makes the result undefined and carries the first
/// reason on (S1.2). Unlike units throw <see cref="UnitMismatchException"/> when added or compared (S1.4).
/// Whole numbers convert to plain counts and decimals to ratios, so formulas can be called with literals.
/// </remarks>
public readonly partial struct Quantity : IEquatable<Quantity>, IComparable<Quantity>, IComparable, ISpanFormattable
{
    // For decimal.
    private const double TooLarge = 7.9228162514264e28;

    // The digits of the amount; where undefined, of the reason's number. Four plain fields the compiler keeps in registers; of a
    // field within a field it makes copies in memory, which cost as much as the arithmetic.
    private readonly ulong _head;
    private readonly ulong _low;

    // Null where nothing is known of the unit.
    private readonly Unit? _unit;

    // Null where defined; else the name of the input that caused it, empty when unknown.
    private readonly string? _cause;

    /// <summary>A defined quantity.</summary>
    /// <param name="amount">The amount, in <paramref name="unit"/>: a ratio of 3.5 % is 0.035.</param>
    /// <param name="unit">The unit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quantity(decimal amount, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        (_head, _low) = new DecimalDigits(amount);
        _unit = unit;
    }

    // Of digits that were computed without a decimal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quantity(DecimalDigits digits, Unit unit)
    {
        (_head, _low) = digits;
        _unit = unit;
    }

    private Quantity(UndefinedReason reason, string? cause, Unit? unit)
    {
        (_head, _low) = new DecimalDigits((int)reason);
        _cause = cause ?? "";
        _unit = unit;
    }

    /// <summary>Whether there is an amount.</summary>
    [MemberNotNullWhen(true, nameof(Unit), nameof(_unit))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsDefined
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _cause is null && _unit is not null;
    }

    /// <summary>The amount.</summary>
    /// <exception cref="InvalidOperationException">The quantity is undefined; the message says why. See <see cref="AmountOrNull"/>.</exception>
    public decimal Amount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsDefined ? Digits.Amount : throw NoAmount(this);
    }

    /// <summary>The amount, or null where undefined.</summary>
    public decimal? AmountOrNull => IsDefined ? Digits.Amount : null;

    /// <summary>The unit; an undefined quantity may know its unit too, else null.</summary>
    public Unit? Unit => _unit;

    /// <summary>Why the quantity is undefined; null where it is defined.</summary>
    public UndefinedReason? Reason => IsDefined ? null : (UndefinedReason)(int)Digits.Amount;

    /// <summary>The name of the input that made the quantity undefined; null where it is defined or the name is not known.</summary>
    public string? Cause => string.IsNullOrEmpty(_cause) ? null : _cause;

    internal bool IsNegative => Digits.IsNegative;

    // Defined, and a ratio: there is one unit of them.
    internal bool IsRatio
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _cause is null && ReferenceEquals(_unit, Unit.Ratio);
    }

    // From 0 to 1; of an undefined one, nothing else is known.
    internal bool IsShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => DecimalDigits.IsShare(Digits) || (!IsNegative && !IsAboveOne);
    }

    internal bool IsAboveOne
    {
        // A comparison of decimals costs as much as a product of them; where the digits show it, they are looked at instead.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !DecimalDigits.AtMostOne(Digits) && IsDefined && Digits.Amount > 1m;
    }

    // For arithmetic that has seen IsDefined already; else the number of the reason.
    internal decimal UncheckedAmount => Digits.Amount;

    // As above, for arithmetic on few digits.
    internal DecimalDigits Digits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_head, _low);
    }

    internal bool IsZero => Digits.IsZero;

    /// <summary>A number of things.</summary>
    /// <param name="amount">How many.</param>
    /// <param name="noun">Of what, in the singular; none for a plain count.</param>
    public static Quantity Count(decimal amount, string? noun = null) => new(amount, noun is null ? Unit.Count() : Unit.Count(noun));

    /// <summary>A dimensionless ratio: 0.035 is 3.5 %.</summary>
    public static Quantity Ratio(decimal amount) => new(amount, Unit.Ratio);

    /// <summary>A length of time.</summary>
    public static Quantity Duration(decimal amount, DurationUnit unit) => new(amount, Unit.Duration(unit));

    /// <summary>A point on a bounded scale.</summary>
    /// <exception cref="ArgumentException">The amount lies outside the scale, or the scale ends at or below its start.</exception>
    public static Quantity Score(decimal amount, decimal minimum, decimal maximum)
    {
        var unit = Unit.Score(minimum, maximum);
        return amount >= minimum && amount <= maximum
            ? new(amount, unit)
            : throw new ArgumentOutOfRangeException(
                nameof(amount), string.Create(CultureInfo.InvariantCulture, $"Expected a point from {minimum} to {maximum}; found {amount}."));
    }

    /// <summary>A quantity from a binary floating-point number, rounded to the 15 digits that survive the conversion.</summary>
    /// <param name="amount">A finite number.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The quantity; undefined (<see cref="UndefinedReason.Overflow"/>) when the number is beyond the range of decimal.</returns>
    /// <exception cref="ArgumentException">The number is NaN or infinite (S1.6).</exception>
    public static Quantity FromDouble(double amount, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!double.IsFinite(amount))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Expected a finite number; found {amount}. Leave the value out (null) where there is none."),
                nameof(amount));
        }

        return Math.Abs(amount) >= TooLarge ? Undefined(UndefinedReason.Overflow, unit: unit) : new((decimal)amount, unit);
    }

    // The outcome of a computation in double: what is not a number has no value in the domain, what is not finite is too large.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Quantity Computed(double amount, Unit unit) => Math.Abs(amount) < TooLarge
        ? new((decimal)amount, unit)
        : Undefined(double.IsNaN(amount) ? UndefinedReason.OutOfDomain : UndefinedReason.Overflow, unit: unit);

    /// <summary>A quantity without a value.</summary>
    /// <param name="reason">Why there is none.</param>
    /// <param name="cause">The input that caused it, where known.</param>
    /// <param name="unit">The unit the value would have had, where known.</param>
    public static Quantity Undefined(UndefinedReason reason, string? cause = null, Unit? unit = null) => Enum.IsDefined(reason)
        ? new(reason, cause, unit)
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "Expected one of the named reasons, NoData to NotAdditive.");

    /// <summary>The same amount under another unit: no conversion takes place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quantity WithUnit(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return IsDefined ? new(Digits, unit) : Renamed(this, unit);
    }

    /// <summary>The same amount per one of the things named: <c>Money.Gbp(600).Per("order")</c>.</summary>
    public Quantity Per(string noun) => _unit is null ? this : WithUnit(_unit.Per(noun));

    // An undefined quantity that does not name its cause yet takes this one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Quantity CausedBy(string name) => IsDefined || _cause is { Length: > 0 } ? this : new((UndefinedReason)(int)Digits.Amount, name, _unit);

    private static InvalidOperationException NoAmount(Quantity undefined) =>
        new($"There is no amount: {undefined.ToString(CultureInfo.InvariantCulture)}. Check IsDefined first, or use AmountOrNull.");

    // By value, as all that is rarely called: a quantity of which nobody takes the address stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity Renamed(Quantity undefined, Unit unit) => new((UndefinedReason)(int)undefined.Digits.Amount, undefined._cause, unit);

    /// <summary>Whether both are the same: equal amount and unit, or undefined for the same reason and cause. Never throws.</summary>
    public bool Equals(Quantity other) =>
        IsDefined == other.IsDefined && Digits.Amount == other.Digits.Amount && _unit == other._unit && (_cause ?? "") == (other._cause ?? "");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Digits.Amount, _unit, IsDefined);

    /// <summary>Orders by amount, undefined first.</summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public int CompareTo(Quantity other) => (IsDefined, other.IsDefined) switch
    {
        (true, true) => CompareAmounts(in this, in other),
        (var left, var right) => left.CompareTo(right),
    };

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Quantity other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a Quantity; found {obj.GetType().Name}.", nameof(obj)),
    };
}
