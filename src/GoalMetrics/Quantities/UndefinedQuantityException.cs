using System.Globalization;

namespace GoalMetrics;

/// <summary>
/// The amount of an undefined quantity was read. Inside a <see cref="Formula"/> it goes no further: the formula has no value then,
/// for the reason that the quantity has.
/// </summary>
public sealed class UndefinedQuantityException : InvalidOperationException
{
    internal UndefinedQuantityException(Quantity quantity)
        : base($"There is no amount: {quantity.ToString(CultureInfo.InvariantCulture)}. Check IsDefined first, or use AmountOrNull.") =>
        Quantity = quantity;

    /// <summary>The undefined quantity, which knows its reason and what caused it.</summary>
    public Quantity Quantity { get; }
}
