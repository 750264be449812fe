using System.Globalization;

namespace GoalMetrics.Benchmarks;

/// <summary>What a measurement may be at most, or must be at least.</summary>
internal sealed record GoalLimit
{
    private readonly double _value;
    private readonly string _unit;
    private readonly bool _isUpper;
    private readonly bool _noBytes;

    private GoalLimit(double value, string unit, bool isUpper, bool noBytes) =>
        (_value, _unit, _isUpper, _noBytes) = (value, unit, isUpper, noBytes);

    /// <summary>At most so much, in the unit.</summary>
    public static GoalLimit AtMost(double value, string unit = Measurement.Times) => new(value, unit, isUpper: true, noBytes: false);

    /// <summary>At least so much, in the unit.</summary>
    public static GoalLimit AtLeast(double value, string unit = Measurement.Times) => new(value, unit, isUpper: false, noBytes: false);

    /// <summary>The same limit, and not a byte may be allocated.</summary>
    public GoalLimit WithoutAllocation() => new(_value, _unit, _isUpper, noBytes: true);

    /// <summary>Whether the measurement keeps the limit.</summary>
    /// <exception cref="ArgumentException">It is in another unit, or says nothing of bytes although the limit does.</exception>
    public bool IsKeptBy(Measurement found)
    {
        if (found.Unit != _unit || (_noBytes && found.Bytes is null))
        {
            throw new ArgumentException($"A limit of {this} cannot judge {found}.", nameof(found));
        }

        return (_isUpper ? found.Value <= _value : found.Value >= _value) && (!_noBytes || found.Bytes == 0);
    }

    /// <summary>The limit as the goals are written: <c>≤ 2.5 ×</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(_isUpper ? "≤" : "≥")} {_value} {_unit}{(_noBytes ? ", 0 bytes" : "")}");
}
