using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A closed period in which a value was to stay within limits. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<StayReading>))]
public sealed partial class StayReading
{
    internal StayReading(ReportingPeriod period, Quantity value, bool? isKept)
    {
        Period = period;
        Value = value;
        IsKept = isKept;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The value of the measure in it.</summary>
    public Quantity Value { get; }

    /// <summary>Whether the value stayed within the limits; null if it is undefined.</summary>
    public bool? IsKept { get; }

    /// <summary>The period and its value.</summary>
    public override string ToString() => $"{Period}: {Value}";
}
