using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Sources;

/// <summary>What an <see cref="EventConversion"/> counts.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ConversionCount>))]
public enum ConversionCount
{
    /// <summary>The base events whose window has closed, or all of them with <see cref="EventConversion.IncludesImmature"/>.</summary>
    BaseEvents = 0,

    /// <summary>The base events that were converted, each at most once.</summary>
    ConvertedEvents,

    /// <summary>The conversions credited to base events.</summary>
    CreditedConversions,

    /// <summary>The base events whose window has not closed yet.</summary>
    ImmatureEvents,
}
