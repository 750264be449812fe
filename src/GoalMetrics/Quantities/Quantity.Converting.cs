namespace GoalMetrics;

public readonly partial struct Quantity
{
    /// <summary>
    /// The same quantity in another unit of time: EUR per month as EUR per year, hours as days, tickets per day as tickets per week.
    /// </summary>
    /// <remarks>
    /// Exact, but for a division that does not come out even: 7 months are 0.5833… years, to 28 significant digits. Seconds to weeks
    /// convert into each other, and so do months and years; a month has no fixed number of days. For another currency see
    /// <see cref="ExchangeRates.Convert"/>.
    /// </remarks>
    /// <param name="unit">The unit: the quantity's own but for units of time.</param>
    /// <returns>The quantity; undefined (<see cref="UndefinedReason.Overflow"/>) where it is too large for a decimal.</returns>
    /// <exception cref="UnitMismatchException">The units differ in more than their units of time, or these do not convert.</exception>
    public Quantity In(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (_unit is null)
        {
            return WithUnit(unit);
        }

        if (_unit.TimeFactorTo(unit) is not var (times, over))
        {
            throw new UnitMismatchException(
                $"Cannot convert {_unit} to {unit}: both must be the same but for units of time, seconds to weeks or months and years.",
                _unit,
                unit);
        }

        if (!IsDefined)
        {
            return WithUnit(unit);
        }

        return DecimalArithmetic.TryMultiply(_amount, times, out var product)
            ? new(product / over, unit)
            : Undefined(UndefinedReason.Overflow, unit: unit);
    }
}
