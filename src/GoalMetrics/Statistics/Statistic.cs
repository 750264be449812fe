using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GoalMetrics.Statistics;

/// <summary>
/// A number computed from a sample, or undefined with a reason. <c>default(Statistic)</c> is undefined:
/// <see cref="UndefinedReason.NoData"/>. Immutable; equality is by value; safe to share between threads.
/// </summary>
public readonly partial struct Statistic : IEquatable<Statistic>, IFormattable
{
    private readonly double _value;
    private readonly bool _isDefined;
    private readonly UndefinedReason _reason;
    private readonly string? _cause;

    /// <summary>A defined number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public Statistic(double value)
    {
        Require.Finite(value);
        _value = value;
        _isDefined = true;
    }

    private Statistic(UndefinedReason reason, string? cause)
    {
        _reason = reason;
        _cause = cause;
    }

    /// <summary>Whether there is a number.</summary>
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsDefined => _isDefined;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is undefined; the message says why. See <see cref="ValueOrNull"/>.</exception>
    public double Value
    {
        get
        {
            if (!_isDefined)
            {
                throw new InvalidOperationException(
                    $"There is no number: {ToString(CultureInfo.InvariantCulture)}. Check IsDefined first, or use ValueOrNull.");
            }

            return _value;
        }
    }

    /// <summary>The number, or null where undefined.</summary>
    public double? ValueOrNull => _isDefined ? _value : null;

    /// <summary>Why there is no number; null where there is one.</summary>
    public UndefinedReason? Reason => _isDefined ? null : _reason;

    /// <summary>The input that made it undefined; null where it is defined or the input is not known.</summary>
    public string? Cause => _cause;

    /// <summary>Without a number, and why.</summary>
    /// <param name="reason">Why there is no number.</param>
    /// <param name="cause">The input that caused it, if known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is not one of the named ones.</exception>
    public static Statistic Undefined(UndefinedReason reason, string? cause = null) => new(EnumValue.Checked(reason), cause);

    // The result of a computation: NaN is outside the domain, and infinities are too large.
    internal static Statistic Computed(double value)
    {
        if (double.IsFinite(value))
        {
            return new(value);
        }

        return new(double.IsNaN(value) ? UndefinedReason.OutOfDomain : UndefinedReason.Overflow, null);
    }

    /// <summary>The number as a quantity of the given unit, rounded to the 15 digits that a double has for certain.</summary>
    public Quantity ToQuantity(Unit unit)
    {
        if (_isDefined)
        {
            return Quantity.FromDouble(_value, unit);
        }

        return Quantity.Undefined(_reason, _cause, unit);
    }

    /// <summary>The number in the invariant culture, with six significant digits; the reason where undefined.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The number in the figures of a culture, with six significant digits; the reason where undefined.</summary>
    /// <param name="formatProvider">A culture; null for the invariant one.</param>
    public string ToString(IFormatProvider? formatProvider) => ToString(null, formatProvider);

    /// <summary>The number in a format of <see cref="double"/> and a culture; the reason where undefined.</summary>
    /// <param name="format">A format of <see cref="double"/>; null for <c>G6</c>.</param>
    /// <param name="formatProvider">A culture; null for the invariant one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var culture = formatProvider ?? CultureInfo.InvariantCulture;
        if (_isDefined)
        {
            return _value.ToString(format ?? "G6", culture);
        }

        return Quantity.Undefined(_reason, _cause).ToString(culture);
    }

    /// <summary>Whether both are the same number, or undefined for the same reason and cause.</summary>
    public bool Equals(Statistic other) =>
        _isDefined == other._isDefined && _value.Equals(other._value) && _reason == other._reason && _cause == other._cause;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Statistic other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_isDefined, _value, _reason, _cause);

    /// <summary>Whether both are equal, as <see cref="Equals(Statistic)"/>.</summary>
    public static bool operator ==(Statistic left, Statistic right) => left.Equals(right);

    /// <summary>Whether both differ.</summary>
    public static bool operator !=(Statistic left, Statistic right) => !left.Equals(right);
}
