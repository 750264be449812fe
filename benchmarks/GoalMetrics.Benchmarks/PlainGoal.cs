using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>A SMART goal as an application would keep it without the library: plain properties, checked by a validator.</summary>
public sealed record PlainGoal
{
    /// <summary>The short name.</summary>
    public required string Id { get; init; }

    /// <summary>The goal in one sentence.</summary>
    public string? Statement { get; init; }

    /// <summary>Whose goal it is.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of what is measured.</summary>
    public string? Measure { get; init; }

    /// <summary>The rise that is wanted, as a share of the baseline.</summary>
    public decimal? Step { get; init; }

    /// <summary>The first day of the baseline.</summary>
    public LocalDate? BaselineStart { get; init; }

    /// <summary>The day after the last one of the baseline.</summary>
    public LocalDate? BaselineEnd { get; init; }

    /// <summary>The first day.</summary>
    public LocalDate? Start { get; init; }

    /// <summary>The day after the last one.</summary>
    public LocalDate? End { get; init; }

    /// <summary>The business goals it serves.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];
}
