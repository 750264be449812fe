namespace GoalMetrics;

/// <summary>One value that an engine is asked for, per group. Immutable; equality is by value.</summary>
public sealed record Aggregate
{
    internal Aggregate(Aggregation aggregation, string? column, decimal percentile, Filter? filter)
    {
        Aggregation = aggregation;
        Column = column;
        Percentile = percentile;
        Filter = filter;
    }

    /// <summary>How the facts become one value.</summary>
    public Aggregation Aggregation { get; internal init; }

    /// <summary>The column of values, or the dimension whose members are counted; null for <see cref="Aggregation.Count"/>.</summary>
    public string? Column { get; }

    /// <summary>For percentiles, the share of the values below: 0 to 1.</summary>
    public decimal Percentile { get; }

    /// <summary>Which facts count; null for all.</summary>
    public Filter? Filter { get; internal init; }

    /// <summary>For balances, the dimension that says whose balance it is; null where each combination of members has its own.</summary>
    public string? Entity { get; internal init; }

    /// <summary>For conversions within a window, which events convert which; else null.</summary>
    public EventConversion? Conversion { get; internal init; }

    // Whether the values of two stretches of time add up to that of both (S3.2).
    internal bool AddsUp => Aggregation is Aggregation.Sum or Aggregation.Count || Conversion is not null;
}
