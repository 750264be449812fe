using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>The kinds of <see cref="Unit"/>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnitKind>))]
public enum UnitKind
{
    /// <summary>Dimensionless; shown as percent.</summary>
    Ratio,

    /// <summary>A difference between two ratios: from 10 % to 12 % is 2 percentage points.</summary>
    PercentagePoint,

    /// <summary>A number of things, with or without a noun.</summary>
    Count,

    /// <summary>An amount in one ISO 4217 currency.</summary>
    Money,

    /// <summary>A length of time in a stated unit.</summary>
    Duration,

    /// <summary>A point on a bounded scale, such as −100 … 100.</summary>
    Score,

    /// <summary>A product or quotient of other units, such as DKK per order.</summary>
    Compound,
}
