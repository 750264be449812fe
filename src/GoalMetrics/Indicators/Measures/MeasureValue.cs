using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A measure with one of its values, such as an input of a formula. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<MeasureValue>))]
public sealed partial class MeasureValue
{
    internal MeasureValue(Measure measure, Quantity value)
    {
        Measure = measure;
        Value = value;
    }

    /// <summary>The measure.</summary>
    public Measure Measure { get; }

    /// <summary>The value.</summary>
    public Quantity Value { get; }

    /// <summary>As <c>orders: 42</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Measure.Id}: {Value}");
}
