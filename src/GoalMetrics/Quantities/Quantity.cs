using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A decimal amount with a <see cref="GoalMetrics.Unit"/>, or undefined with a reason. <c>default(Quantity)</c> is
/// undefined: <see cref="UndefinedReason.NoData"/>. Immutable; equality is by value.
/// </summary>
/// <remarks>
/// <para>Sums, differences and products are exact decimal arithmetic, and a quotient has 28 significant digits; a result that does
/// not fit is <see cref="UndefinedReason.Overflow"/>. An undefined operand makes the result undefined, for the first reason and
/// cause. Incompatible units throw <see cref="UnitMismatchException"/> when added or compared, including with <c>==</c>;
/// <see cref="Equals(Quantity)"/> never throws.</para>
/// <para>Whole numbers convert to plain counts and decimals to ratios, so that formulas can be called with literals: <c>1</c> is a
/// count of one thing and <c>1m</c> a ratio, 100 %. The type of the literal decides, not its value.</para>
/// </remarks>
[JsonConverter(typeof(QuantityConverter))]
public readonly partial struct Quantity : IEquatable<Quantity>, IComparable<Quantity>, IComparable, ISpanFormattable
{
    // Doubles beyond this do not fit a decimal.
    private const double TooLarge = 7.9228162514264e28;

    // If undefined, the number of the reason.
    private readonly decimal _amount;

    // Null if the unit is not known.
    private readonly Unit? _unit;

    // Null if defined; otherwise the name of the input that caused it, or empty if that is not known.
    private readonly string? _cause;

    /// <summary>A defined quantity.</summary>
    /// <param name="amount">The amount, in <paramref name="unit"/>: a ratio of 3.5 % is 0.035.</param>
    /// <param name="unit">The unit.</param>
    public Quantity(decimal amount, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        _amount = amount;
        _unit = unit;
    }

    private Quantity(UndefinedReason reason, string? cause, Unit? unit)
        : this((int)reason, unit, cause ?? "")
    {
    }

    private Quantity(decimal amountOrReason, Unit? unit, string? cause)
    {
        _amount = amountOrReason;
        _unit = unit;
        _cause = cause;
    }

    /// <summary>Whether there is an amount.</summary>
    [MemberNotNullWhen(true, nameof(Unit), nameof(_unit))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsDefined => _cause is null && _unit is not null;

    /// <summary>The amount.</summary>
    /// <exception cref="UndefinedQuantityException">
    /// The quantity is undefined; the message says why. See <see cref="AmountOrNull"/>.
    /// </exception>
    public decimal Amount => IsDefined ? _amount : throw new UndefinedQuantityException(this);

    /// <summary>The amount, or null where undefined.</summary>
    public decimal? AmountOrNull => IsDefined ? _amount : null;

    /// <summary>The unit. An undefined quantity may know its unit too; otherwise null.</summary>
    public Unit? Unit => _unit;

    /// <summary>Why the quantity is undefined; null where it is defined.</summary>
    public UndefinedReason? Reason => IsDefined ? null : (UndefinedReason)(int)_amount;

    /// <summary>The name of the input that made the quantity undefined; null where it is defined or the name is not known.</summary>
    public string? Cause => string.IsNullOrEmpty(_cause) ? null : _cause;

    // An undefined quantity is neither below zero nor above one.
    internal bool IsNegative => decimal.Sign(_amount) < 0;

    internal bool IsAboveOne => IsDefined && _amount > 1m;

    internal bool IsZero => decimal.Sign(_amount) == 0;

    // For callers that have checked IsDefined.
    internal decimal UncheckedAmount => _amount;

    /// <summary>A number of things.</summary>
    /// <param name="amount">How many.</param>
    /// <param name="noun">What is counted, in the singular; null for a plain count.</param>
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
        if (amount >= minimum && amount <= maximum)
        {
            return new(amount, unit);
        }

        throw new ArgumentOutOfRangeException(
            nameof(amount),
            string.Create(CultureInfo.InvariantCulture, $"Expected a point from {minimum} to {maximum}; found {amount}."));
    }

    /// <summary>A quantity from a binary floating-point number, rounded to the 15 digits that survive the conversion.</summary>
    /// <param name="amount">A finite number.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The quantity; undefined (<see cref="UndefinedReason.Overflow"/>) when the number is beyond the range of decimal.</returns>
    /// <exception cref="ArgumentException">The number is NaN or infinite.</exception>
    public static Quantity FromDouble(double amount, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!double.IsFinite(amount))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Expected a finite number; found {amount}. Leave the value out (null) where there is none."),
                nameof(amount));
        }

        return Math.Abs(amount) >= TooLarge ? Undefined(UndefinedReason.Overflow, unit: unit) : new((decimal)amount, unit);
    }

    // The result of a computation in double: NaN is outside the domain, and infinities are too large.
    internal static Quantity Computed(double amount, Unit unit)
    {
        if (Math.Abs(amount) < TooLarge)
        {
            return new((decimal)amount, unit);
        }

        return Undefined(double.IsNaN(amount) ? UndefinedReason.OutOfDomain : UndefinedReason.Overflow, unit: unit);
    }

    /// <summary>A quantity without a value.</summary>
    /// <param name="reason">Why there is no value.</param>
    /// <param name="cause">The input that caused it, if known.</param>
    /// <param name="unit">The unit the value would have had, if known.</param>
    public static Quantity Undefined(UndefinedReason reason, string? cause = null, Unit? unit = null)
    {
        EnumValue.Checked(reason);
        return new(reason, cause, unit);
    }

    /// <summary>The same amount under another unit: no conversion takes place.</summary>
    public Quantity WithUnit(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new(_amount, unit, IsDefined ? null : _cause ?? "");
    }

    /// <summary>The same amount per one of the things named: <c>Money.Gbp(600).Per("order")</c>.</summary>
    public Quantity Per(string noun) => _unit is null ? this : WithUnit(_unit.Per(noun));

    // An undefined quantity that does not name its cause yet takes this one.
    internal Quantity CausedBy(string expression)
    {
        if (IsDefined || _cause is { Length: > 0 })
        {
            return this;
        }

        return new(_amount, _unit, ArgumentName.In(expression));
    }

    /// <summary>
    /// Whether both are identical: equal amount and unit, or undefined for the same reason and cause. Never throws, which makes it
    /// suitable for dictionaries and sets.
    /// </summary>
    /// <remarks>
    /// Stricter than <c>==</c>, which compares as <c>&gt;=</c> does: 24 hours <c>==</c> 1 day, but as their units differ they are not
    /// identical.
    /// </remarks>
    public bool Equals(Quantity other) =>
        IsDefined == other.IsDefined && _amount == other._amount && _unit == other._unit && (_cause ?? "") == (other._cause ?? "");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_amount, _unit, IsDefined);

    /// <summary>
    /// Orders by amount, as <c>&lt;</c> and <c>&gt;</c> do; undefined quantities come first, by reason and then by cause. Zero exactly
    /// when both are <c>==</c>.
    /// </summary>
    /// <exception cref="UnitMismatchException">Both are defined and their units are unlike.</exception>
    public int CompareTo(Quantity other) => (IsDefined, other.IsDefined) switch
    {
        (true, true) => CompareAmounts(this, other),
        (false, false) => CompareReasons(this, other),
        var (left, right) => left.CompareTo(right),
    };

    private static int CompareReasons(Quantity left, Quantity right)
    {
        var byReason = left._amount.CompareTo(right._amount);
        return byReason != 0 ? byReason : string.CompareOrdinal(left._cause ?? "", right._cause ?? "");
    }

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Quantity other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a Quantity; found {obj.GetType().Name}.", nameof(obj)),
    };
}
