using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>
/// An estimate with the bounds between which the truth lies at the stated level, or undefined with a reason.
/// <c>default(Interval)</c> is undefined: <see cref="UndefinedReason.NoData"/>. Immutable; equality is by value; safe to share between
/// threads.
/// </summary>
/// <remarks>Shown like its quantity: <c>3.5 % [3.1 %; 3.9 %]</c>.</remarks>
[JsonConverter(typeof(ResultConverter<Interval>))]
public readonly partial struct Interval : IEquatable<Interval>, IFormattable
{
    private readonly double _estimate;
    private readonly double _lower;
    private readonly double _upper;
    private readonly bool _isDefined;
    private readonly UndefinedReason _reason;
    private readonly string? _cause;

    /// <summary>A defined interval.</summary>
    /// <param name="estimate">The estimate, usually between the bounds.</param>
    /// <param name="lower">The lower bound.</param>
    /// <param name="upper">The upper bound, at least the lower.</param>
    /// <param name="level">The level, between 0 and 1: 0.95 for 95 %.</param>
    /// <param name="n">How many observations it rests on.</param>
    /// <param name="method">How it was computed.</param>
    /// <param name="unit">The unit in which it is shown; null for a plain number.</param>
    /// <exception cref="ArgumentException">
    /// A number is NaN or infinite, the bounds are reversed, or the level is not between 0 and 1.
    /// </exception>
    public Interval(double estimate, double lower, double upper, double level, long n, IntervalMethod method, Unit? unit = null)
    {
        Require.Finite(estimate);
        Require.Finite(lower);
        Require.Finite(upper);
        Require.Share(level);
        Require.AtLeast(n, 0);
        Require.Known(method);
        if (lower > upper)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected an upper bound of at least the lower, {lower}; found {upper}."),
                nameof(upper));
        }

        (_estimate, _lower, _upper, _isDefined) = (estimate, lower, upper, true);
        (Level, N, Method, Unit) = (level, n, method, unit);
    }

    internal Interval(UndefinedReason reason, string? cause, double level, long n, IntervalMethod method, Unit? unit = null)
    {
        (_reason, _cause) = (reason, cause);
        (Level, N, Method, Unit) = (level, n, method, unit);
    }

    // The result of a computation: what is too large for a double is undefined.
    internal static Interval Computed(double estimate, double lower, double upper, double level, long n, IntervalMethod method)
    {
        if (double.IsFinite(estimate) && double.IsFinite(lower) && double.IsFinite(upper))
        {
            return new(estimate, lower, upper, level, n, method);
        }

        return new(UndefinedReason.Overflow, "values", level, n, method);
    }

    internal static Interval Computed(double estimate, double half, double level, long n, IntervalMethod method) =>
        Computed(estimate, estimate - half, estimate + half, level, n, method);

    private Interval(Interval other, Unit unit)
    {
        this = other;
        Unit = unit;
    }

    /// <summary>Whether there is an interval.</summary>
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsDefined => _isDefined;

    /// <summary>The estimate between the bounds.</summary>
    /// <exception cref="InvalidOperationException">The interval is undefined.</exception>
    public double Estimate => _isDefined ? _estimate : throw NoBounds();

    /// <summary>The lower bound.</summary>
    /// <exception cref="InvalidOperationException">The interval is undefined.</exception>
    public double Lower => _isDefined ? _lower : throw NoBounds();

    /// <summary>The upper bound.</summary>
    /// <exception cref="InvalidOperationException">The interval is undefined.</exception>
    public double Upper => _isDefined ? _upper : throw NoBounds();

    /// <summary>The level: 0.95 for 95 %.</summary>
    public double Level { get; }

    /// <summary>How many observations it rests on; of a difference, those of both sides.</summary>
    public long N { get; }

    /// <summary>How it was computed.</summary>
    public IntervalMethod Method { get; }

    /// <summary>The unit in which it is shown; null for a plain number.</summary>
    public Unit? Unit { get; }

    /// <summary>Why there is no interval; null where there is one.</summary>
    public UndefinedReason? Reason => _isDefined ? null : _reason;

    /// <summary>The input that made it undefined; null where it is defined or the input is not known.</summary>
    public string? Cause => _cause;

    /// <summary>Whether a number lies between the bounds, or on one. False where the interval is undefined.</summary>
    public bool Contains(double value) => _isDefined && value >= _lower && value <= _upper;

    /// <summary>The same interval, shown in another unit: no conversion takes place.</summary>
    public Interval WithUnit(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new(this, unit);
    }

    /// <summary>The interval as text that belongs to no culture: <c>3.5 % [3.1 %; 3.9 %]</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The interval in the words and figures of a culture.</summary>
    /// <param name="formatProvider">A culture; null for the invariant one.</param>
    public string ToString(IFormatProvider? formatProvider) => ToString(null, formatProvider);

    /// <summary>The interval in a format of <see cref="Quantity"/> and a culture.</summary>
    /// <param name="format">A format of <see cref="Quantity"/>: <c>G1</c> for one decimal.</param>
    /// <param name="formatProvider">A culture; null for the invariant one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var unit = Unit ?? GoalMetrics.Unit.Count();
        if (_isDefined)
        {
            return $"{Shown(_estimate)} [{Shown(_lower)}; {Shown(_upper)}]";
        }

        return Quantity.Undefined(_reason, _cause, unit).ToString(format, formatProvider);

        string Shown(double number) => Quantity.FromDouble(number, unit).ToString(format, formatProvider);
    }

    /// <summary>Whether both have the same numbers, level, n, method and unit, or are undefined alike.</summary>
    public bool Equals(Interval other) =>
        _isDefined == other._isDefined
        && _estimate.Equals(other._estimate)
        && _lower.Equals(other._lower)
        && _upper.Equals(other._upper)
        && Level.Equals(other.Level)
        && (N, Method, Unit, _reason, _cause) == (other.N, other.Method, other.Unit, other._reason, other._cause);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_estimate, _lower, _upper, Level, N, Method, _reason);

    /// <summary>Whether both are equal, as <see cref="Equals(Interval)"/>.</summary>
    public static bool operator ==(Interval left, Interval right) => left.Equals(right);

    /// <summary>Whether both differ.</summary>
    public static bool operator !=(Interval left, Interval right) => !left.Equals(right);

    private InvalidOperationException NoBounds() =>
        new($"There is no interval: {ToString(CultureInfo.InvariantCulture)}. Check IsDefined first.");
}
