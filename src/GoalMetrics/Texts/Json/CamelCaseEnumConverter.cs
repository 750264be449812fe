using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>Writes the values of an enumeration by their names in camel case, <c>onTrack</c>, and reads them back.</summary>
/// <remarks>The enumerations carry it themselves: there is nothing to register. Numbers are refused.</remarks>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class CamelCaseEnumConverter<T> : JsonStringEnumConverter<T>
    where T : struct, Enum
{
    /// <summary>The converter of the enumeration.</summary>
    public CamelCaseEnumConverter()
        : base(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    {
    }
}
