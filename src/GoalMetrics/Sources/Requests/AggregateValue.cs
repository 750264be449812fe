using System.Numerics;

namespace GoalMetrics.Sources;

/// <summary>
/// One value that an engine answers with: a decimal, a number that a decimal has no room for, or the reason why there is none. It has no
/// unit; the caller knows it. Immutable; the default is 0.
/// </summary>
public readonly struct AggregateValue : IEquatable<AggregateValue>
{
    private readonly decimal _amount;

    // Null for a plain decimal; else what more there is to it.
    private readonly object? _more;

    private AggregateValue(decimal amount, object? more)
    {
        _amount = amount;
        _more = more;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsDefined => _more is not UndefinedReason;

    /// <summary>Why there is no value; null where there is one.</summary>
    public UndefinedReason? Reason => _more is UndefinedReason reason ? reason : null;

    /// <summary>
    /// The value, rounded once to what a decimal has room for; null where there is none, or where it is too large for a decimal.
    /// </summary>
    public decimal? Amount => _more switch
    {
        null or Approximation => _amount,
        ExactAmount exact => exact.Rounded(out _) is { } rounded ? ShortestDecimal.Of(rounded) : null,
        _ => null,
    };

    /// <summary>How far the value may be from the exact one, 0 or more; 0 where it is exact.</summary>
    public decimal Error => _more is Approximation approximation ? approximation.Error : 0m;

    // The exact value, where a decimal has no room for it or not for all its digits.
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
    /// A number of any size, <c>unscaled × 10^−scale</c>: an exact sum that a decimal has no room for, or not for all its digits. Parts of a
    /// sum then add up to the whole without rounding.
    /// </summary>
    /// <param name="unscaled">The digits.</param>
    /// <param name="scale">The number of decimals, from 0 to 28.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not from 0 to 28.</exception>
    public static AggregateValue Exact(BigInteger unscaled, int scale)
    {
        CheckScale(scale);
        return Exact(new ExactAmount(unscaled, scale));
    }

    /// <summary>
    /// A mean: an exact sum, <c>unscaled × 10^−scale</c>, over a number of values, with as many of 28 decimals as a decimal has room for, half
    /// to even. So it is the same decimal from every engine.
    /// </summary>
    /// <param name="unscaled">The digits of the sum.</param>
    /// <param name="scale">The number of decimals of the sum, from 0 to 28.</param>
    /// <param name="count">The number of values.</param>
    /// <returns><see cref="UndefinedReason.Overflow"/> where the mean is too large for a decimal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not from 0 to 28, or the number below 1.</exception>
    public static AggregateValue Mean(BigInteger unscaled, int scale, long count)
    {
        CheckScale(scale);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return ExactDecimal.Quotient(unscaled, scale, count) is { } mean ? new(mean, null) : Undefined(UndefinedReason.Overflow);
    }

    /// <summary>A value that is about right, and how far it may be off.</summary>
    /// <param name="amount">The value.</param>
    /// <param name="error">How far it may be from the exact one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The error is below 0.</exception>
    public static AggregateValue Approximate(decimal amount, decimal error)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(error);
        return error == 0m ? new(amount, null) : new(amount, new Approximation(error));
    }

    /// <summary>No value, and why.</summary>
    public static AggregateValue Undefined(UndefinedReason reason) => Enum.IsDefined(reason)
        ? new(0m, reason)
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "Expected one of the named reasons.");

    /// <summary>The digits and the number of decimals of the value, where there is one: <c>unscaled × 10^−scale</c>.</summary>
    /// <returns>False where there is no value.</returns>
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

        return Amount is { } amount ? FormattableString.Invariant($"{amount}") : "beyond a decimal";
    }

    // Plain where a decimal has room for all of it.
    internal static AggregateValue Exact(ExactAmount amount) =>
        amount.Rounded(out var isExact) is { } rounded && isExact ? new(ShortestDecimal.Of(rounded), null) : new(0m, amount.Shortest());

    private static void CheckScale(int scale)
    {
        if (scale is < 0 or > ExactDecimal.FinestScale)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected from 0 to 28 decimals.");
        }
    }

    private sealed record Approximation(decimal Error);
}
