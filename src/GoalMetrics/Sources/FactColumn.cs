using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A column of values in a fact table. Immutable; equality is by value.</summary>
[JsonConverter(typeof(ResultConverter<FactColumn>))]
public sealed partial class FactColumn : IEquatable<FactColumn>
{
    internal FactColumn(string name, Unit unit, Grain? countedPer = null, bool isBalance = false)
    {
        IsBalance = isBalance;
        Name = name;
        Unit = unit;
        CountedPer = EnumValue.Checked(countedPer, "per");
    }

    // Money, each value in the currency that a dimension says.
    internal FactColumn(string name, string currencyDimension, bool isBalance = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currencyDimension, "currency");
        IsBalance = isBalance;
        Name = name;
        CurrencyDimension = currencyDimension;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What the values are measured in; null for money in the currency given by <see cref="CurrencyDimension"/>.</summary>
    public Unit? Unit { get; }

    /// <summary>
    /// The dimension whose member is the code of the currency that a value is in, for money in several currencies; null where all values
    /// are in one unit.
    /// </summary>
    public string? CurrencyDimension { get; }

    /// <summary>
    /// For distinct counts made before the facts were loaded: the grain that each value was counted for. These values do not add up
    /// over longer periods or over members. Null for ordinary values.
    /// </summary>
    public Grain? CountedPer { get; }

    /// <summary>
    /// Whether the values are balances, such as stock, subscribers or cash: the amount at a point in time, which does not add up over time.
    /// </summary>
    public bool IsBalance { get; }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(FactColumn? left, FactColumn? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(FactColumn? left, FactColumn? right) => !Equals(left, right);

    /// <summary>Whether all parts are the same.</summary>
    public bool Equals(FactColumn? other) => other is not null
        && Name == other.Name
        && Unit == other.Unit
        && CountedPer == other.CountedPer
        && IsBalance == other.IsBalance
        && CurrencyDimension == other.CurrencyDimension;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactColumn);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Unit, CountedPer, IsBalance, CurrencyDimension);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
