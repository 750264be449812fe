using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Sources;

/// <summary>The kinds of <see cref="Aggregate"/>, by which an engine states what it supports.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AggregateKind>))]
public enum AggregateKind
{
    /// <summary><see cref="Aggregate.Count"/>.</summary>
    Count = 0,

    /// <summary><see cref="Aggregate.CountDistinct"/>.</summary>
    CountDistinct,

    /// <summary><see cref="Aggregate.ApproximateCountDistinct"/>.</summary>
    ApproximateCountDistinct,

    /// <summary><see cref="Aggregate.Sum"/>.</summary>
    Sum,

    /// <summary><see cref="Aggregate.Average"/>.</summary>
    Average,

    /// <summary><see cref="Aggregate.Minimum"/>.</summary>
    Minimum,

    /// <summary><see cref="Aggregate.Maximum"/>.</summary>
    Maximum,

    /// <summary><see cref="Aggregate.OrderStatistic"/>.</summary>
    OrderStatistic,

    /// <summary><see cref="Aggregate.ApproximatePercentile"/>.</summary>
    ApproximatePercentile,

    /// <summary><see cref="Aggregate.First"/>.</summary>
    First,

    /// <summary><see cref="Aggregate.Last"/>.</summary>
    Last,

    /// <summary><see cref="Aggregate.SoleValue"/>.</summary>
    SoleValue,

    /// <summary><see cref="Aggregate.Balance"/>.</summary>
    Balance,

    /// <summary><see cref="Aggregate.Conversion"/>.</summary>
    Conversion,

    /// <summary><see cref="Aggregate.AverageTimeToConvert"/>.</summary>
    AverageTimeToConvert,

    /// <summary><see cref="Aggregate.TimeToConvert"/>.</summary>
    TimeToConvert,

    /// <summary><see cref="Aggregate.SumOfProducts"/>.</summary>
    SumOfProducts,
}
