namespace GoalMetrics;

/// <summary>How the facts of a group become one value (S3.1). Nulls are skipped.</summary>
public enum Aggregation
{
    /// <summary>The exact sum; 0 where there are no facts.</summary>
    Sum = 0,

    /// <summary>The number of facts; 0 where there are none.</summary>
    Count,

    /// <summary>The number of different members of a dimension, null aside; 0 where there are no facts.</summary>
    CountDistinct,

    /// <summary>The sum over the number of values.</summary>
    Average,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The value at a share of the way through the sorted values, between two of them by linear interpolation.</summary>
    Percentile,

    /// <summary>The first of the sorted values that the stated share of them does not exceed: the nearest rank.</summary>
    PercentileNearestRank,

    /// <summary>The value of the earliest fact; of the first row among several at the same time.</summary>
    First,

    /// <summary>The value of the latest fact; of the last row among several at the same time.</summary>
    Last,

    /// <summary>The latest value of each entity, summed: a balance at the end of the period (S3.8). Without an entity, each combination of members is one.</summary>
    Balance,

    /// <summary>The value as it stands, where there is one; several are not added.</summary>
    SoleValue,

    /// <summary>The earliest value of each entity, summed: a balance at the start of the period (S3.8).</summary>
    OpeningBalance,

    /// <summary>The mean value of each entity, summed: an average balance (S3.8).</summary>
    AverageBalance,

    /// <summary>The number of base events of an <see cref="EventConversion"/> whose window has closed; 0 where there are none (S4).</summary>
    BaseEvents,

    /// <summary>The number of those that were converted, each at most once; 0 where there are none (S4.2).</summary>
    ConvertedEvents,

    /// <summary>The number of conversions credited to those; 0 where there are none (S4.1).</summary>
    CreditedConversions,

    /// <summary>The number of base events whose window has not closed yet; 0 where there are none (S4.3).</summary>
    ImmatureEvents,

    /// <summary>
    /// The number of different members of a dimension, near enough: with HyperLogLog of 16,384 registers, exact up to 1,024 members and with a
    /// standard error of 0.81 % beyond (S3.2).
    /// </summary>
    ApproximateCountDistinct,

    /// <summary>
    /// A value within 1/256 of the one that stands at the stated share of the sorted values (nearest rank): with a DDSketch. The least and the
    /// largest value are exact.
    /// </summary>
    ApproximatePercentile,
}
