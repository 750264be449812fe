using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A dimension of a fact table: what facts can be grouped and filtered by. Immutable; equality is by value.</summary>
[JsonConverter(typeof(ResultConverter<FactDimension>))]
public sealed partial class FactDimension : IEquatable<FactDimension>
{
    /// <summary>A dimension.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What its members are.</param>
    /// <exception cref="ArgumentException">The name is blank, or the kind is not one of the named kinds.</exception>
    public FactDimension(string name, MemberKind kind = MemberKind.Text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        EnumValue.Checked(kind);

        Name = name;
        Kind = kind;
    }

    private FactDimension(FactDimension other, IReadOnlyList<string> order)
        : this(other.Name, other.Kind) => Order = order;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What its members are.</summary>
    public MemberKind Kind { get; }

    /// <summary>
    /// The members in the order in which results list them, such as low, medium, high; empty for the usual order of their kind. Members
    /// that are not listed come after those that are, and null comes last.
    /// </summary>
    public IReadOnlyList<string> Order { get; } = [];

    /// <summary>The same dimension, whose members come in this order in results.</summary>
    /// <exception cref="ArgumentException">A member is listed twice, or is null.</exception>
    public FactDimension InOrder(params string[] members)
    {
        var order = Copies.Of(members, nameof(members));
        if (order.GroupBy(member => member, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"The order of '{Name}' lists {Shown.Quote(twice.Key)} twice; expected each member once.", nameof(members));
        }

        return new(this, order);
    }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(FactDimension? left, FactDimension? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(FactDimension? left, FactDimension? right) => !Equals(left, right);

    /// <summary>Whether all parts are the same.</summary>
    public bool Equals(FactDimension? other) => other is not null
        && Name == other.Name && Kind == other.Kind && Order.SequenceEqual(other.Order);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactDimension);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Order.Count);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
