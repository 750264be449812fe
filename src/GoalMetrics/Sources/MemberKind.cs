using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>What the members of a dimension are.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MemberKind>))]
public enum MemberKind
{
    /// <summary>Texts, such as channels. In results they come in ordinal order, unless the dimension states another.</summary>
    Text,

    /// <summary>Whole numbers, such as the keys of customers. In results they come by size.</summary>
    WholeNumber,
}
