using System.Numerics;

namespace GoalMetrics.Sources;

/// <summary>
/// One value in an engine's answer: a decimal, a number that does not fit a decimal, or the reason why there is none. It has no unit; the
/// caller knows it. Immutable; the default is 0.
/// </summary>
public readonly struct AggregateValue : IEquatable<AggregateValue>
{
    private readonly decimal _amount;

    // Null for a plain decimal; otherwise an approximation, an exact amount, or the reason why there is no value.
    private readonly object? _more;

    private AggregateValue(decimal amount, object? more)
    {
        _amount = amount;
        _more = more;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsDefined => _more is not UndefinedReason;

    /// <summary>Why there is no value; null if there is one.</summary>
    public UndefinedReason? Reason => _more is UndefinedReason reason ? reason : null;

    /// <summary>
    /// The value, rounded once to fit a decimal; null if there is none, or if it is too large for a decimal.
    /// </summary>
    public decimal? Amount => _more switch
    {
        null or Approximation => _amount,
        ExactAmount exact when exact.Rounded(out _) is { } rounded => ShortestDecimal.Of(rounded),
        _ => null,
    };

    /// <summary>How far the value may be from the exact one, 0 or more; 0 if it is exact.</summary>
    public decimal Error => _more is Approximation approximation ? approximation.Error : 0m;

    // The exact value, if there is one.
    internal ExactAmount Whole => Beyond ?? ExactAmount.Of(_amount);

    // The exact value, if it is too large or has too many digits for a decimal.
    internal ExactAmount? Beyond => _more is ExactAmount exact ? exact : null;

    /// <summary>A decimal.</summary>
    public static implicit operator AggregateValue(decimal amount) => new(amount, null);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(AggregateValue left, AggregateValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(AggregateValue left, AggregateValue right) => !left.Equals(right);

    /// <summary>A decimal.</summary>
    public static AggregateValue Of(decimal amount) => new(amount, null);

    /// <summary>
    /// A number of any size, <c>unscaled × 10^−scale</c>: an exact sum that may be too large or have too many digits for a decimal. Parts
    /// of a sum then add up to the whole without rounding.
    /// </summary>
    /// <param name="unscaled">The digits.</param>
    /// <param name="scale">The number of decimals, from 0 to 56: a product of two decimals has as many as both.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not from 0 to 56.</exception>
    public static AggregateValue Exact(BigInteger unscaled, int scale)
    {
        CheckScale(scale, ExactAmount.FinestScale);
        return Exact(new ExactAmount(unscaled, scale));
    }

    /// <summary>
    /// A mean: an exact sum, <c>unscaled × 10^−scale</c>, divided by a number of values. It is rounded half to even, to as many of 28
    /// decimals as fit a decimal, so that every engine gives the same one.
    /// </summary>
    /// <param name="unscaled">The digits of the sum.</param>
    /// <param name="scale">The number of decimals of the sum, from 0 to 28.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>The mean; undefined by <see cref="UndefinedReason.Overflow"/> if it is too large for a decimal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not from 0 to 28, or the number of values is below 1.</exception>
    public static AggregateValue Mean(BigInteger unscaled, int scale, long count)
    {
        CheckScale(scale, ExactDecimal.FinestScale);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (ExactDecimal.Quotient(unscaled, scale, count) is { } mean)
        {
            return new(mean, null);
        }

        return Undefined(UndefinedReason.Overflow);
    }

    /// <summary>An approximate value, and how far it may be off.</summary>
    /// <param name="amount">The value.</param>
    /// <param name="error">How far it may be from the exact one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The error is below 0.</exception>
    public static AggregateValue Approximate(decimal amount, decimal error)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(error);
        if (error == 0m)
        {
            return new(amount, null);
        }

        return new(amount, new Approximation(error));
    }

    /// <summary>No value, and why.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reason is not one of the named ones.</exception>
    public static AggregateValue Undefined(UndefinedReason reason)
    {
        EnumValue.Checked(reason);
        return new(0m, reason);
    }

    /// <summary>The digits and the number of decimals of the value, if there is one: <c>unscaled × 10^−scale</c>.</summary>
    /// <returns>False if there is no value.</returns>
    public bool TryGetExact(out BigInteger unscaled, out int scale)
    {
        var exact = Beyond ?? (IsDefined ? ExactAmount.Of(_amount) : default);
        (unscaled, scale) = (exact.Mantissa, exact.Scale);
        return IsDefined;
    }

    /// <summary>Whether both are the same: amount, error and reason.</summary>
    public bool Equals(AggregateValue other) => _amount == other._amount && Equals(_more, other._more);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AggregateValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_amount, _more);

    /// <summary>The amount, or the reason why there is none.</summary>
    public override string ToString()
    {
        if (Reason is { } reason)
        {
            return FormattableString.Invariant($"undefined: {reason}");
        }

        if (Amount is { } amount)
        {
            return FormattableString.Invariant($"{amount}");
        }

        return "beyond a decimal";
    }

    // A plain decimal if all of it fits.
    internal static AggregateValue Exact(ExactAmount amount)
    {
        if (amount.Rounded(out var isExact) is { } rounded && isExact)
        {
            return new(ShortestDecimal.Of(rounded), null);
        }

        return new(0m, amount.Shortest());
    }

    private static void CheckScale(int scale, int finest)
    {
        if (scale < 0 || scale > finest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale), scale, FormattableString.Invariant($"Expected from 0 to {finest} decimals."));
        }
    }

    private sealed record Approximation(decimal Error);
}
